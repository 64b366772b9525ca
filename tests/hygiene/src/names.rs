//! States of the most unfortunate names: keywords, names of generated items, scripts, emoji, signs
//! that mean something to Rust, and names that differ only in what an identifier cannot show.

use sfn::sfn;

sfn! {
    /// Goes through all of them.
    pub machine Hostile from "definitions/names.asl.json";
}

#[cfg(test)]
mod tests {
    use sfn::{Answer, HandlerFuture, StateMachine, TaskContext, TaskHandler, TaskRequest};

    use super::*;

    struct Echo;

    impl TaskHandler for Echo {
        fn call<'a>(
            &'a self,
            _: &'a TaskContext<'a>,
            request: TaskRequest<'a>,
        ) -> HandlerFuture<'a> {
            Box::pin(async move { Ok(Answer::Done(sfn::json!(request.task.name))) })
        }
    }

    #[test]
    fn all_names_stay_what_they_are() {
        let states = Hostile.definition().states;
        let last = states.last().map(|state| state.name);
        let output = crate::run(Hostile, HostileHandlers(Echo), sfn::json!({}));
        let output = output.map(|output| output.get("x").cloned());
        assert_eq!(output, Ok(last.map(|name| sfn::json!(name))));
        let mut names: Vec<&str> = states.iter().map(|state| state.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), states.len());
    }
}
