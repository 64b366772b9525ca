//! The caller's types have the names that generated code gives to its own.

use sfn::sfn;

/// `Price` and `Tag`.
pub type PriceTag = Vec<String>;
/// `Price` and `Frame`.
pub type PriceFrame = Option<u8>;
/// What generated code may call the result of a step.
pub type Step = u16;

/// What generated code may call a parameter.
pub type T = u8;
/// What generated code may call another.
pub type H = u8;

/// What generated code may call its statics.
pub const STATES: usize = 2;
/// What generated code may call another.
pub const DEFINITION: usize = 3;
/// What it may call the path `$.x`.
pub const X: usize = 4;
/// What it may call retriers.
pub const RETRY: usize = 5;

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

sfn! {
    /// Whose types have parameters and constants in them that generated code may have too.
    pub machine Counted(input: [u8; STATES]) -> [u8; DEFINITION] from "definitions/sized.asl.json" {
        tasks {
            activity "ask" => async fn ask([T; STATES]) -> [H; X];
            activity "tell" => async fn tell([T; RETRY]) -> [H; DEFINITION];
        }
    }
}

/// Serves all.
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

impl CountedTasks for Clerk {
    async fn ask(
        &self,
        _: &sfn::TaskContext<'_>,
        [first, second]: [T; STATES],
    ) -> Result<sfn::Answer<[H; X]>, sfn::TaskError> {
        Ok(sfn::Answer::Done([first, second, first, second]))
    }

    async fn tell(
        &self,
        _: &sfn::TaskContext<'_>,
        [first, .., last]: [T; RETRY],
    ) -> Result<sfn::Answer<[H; DEFINITION]>, sfn::TaskError> {
        Ok(sfn::Answer::Done([first, last, first]))
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
