//! The caller's types have the names that generated code gives to its own.

use sfn::sfn;

/// `Price` and `Tag`.
pub type PriceTag = Vec<String>;
/// `Price` and `Frame`.
pub type PriceFrame = Option<u8>;
/// What generated code may call the result of a step.
pub type Step = u16;

sfn! {
    /// From a tag to a frame.
    pub machine Price(tag: PriceTag) -> PriceFrame from "definitions/task.asl.json" {
        tasks { activity "ask" => async fn ask(PriceTag) -> PriceFrame; }
    }

    /// From a step to a step.
    pub machine Stair(step: Step) -> Step from "definitions/task.asl.json" {
        tasks { activity "ask" => async fn ask(&Step) -> Step; }
    }
}

/// Serves both.
#[derive(Debug)]
pub struct Clerk;

impl PriceTasks for Clerk {
    async fn ask(
        &self,
        _: &sfn::TaskContext<'_>,
        tag: PriceTag,
    ) -> Result<sfn::Answer<PriceFrame>, sfn::TaskError> {
        Ok(sfn::Answer::Done(u8::try_from(tag.len()).ok()))
    }
}

impl StairTasks for Clerk {
    async fn ask(
        &self,
        _: &sfn::TaskContext<'_>,
        step: &Step,
    ) -> Result<sfn::Answer<Step>, sfn::TaskError> {
        Ok(sfn::Answer::Done(step + 1))
    }
}
