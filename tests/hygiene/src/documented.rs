//! What definitions say in words becomes documentation, whatever it looks like.

use sfn::sfn;

sfn! {
    pub machine Commented from "definitions/comments.asl.json";
}

sfn! {
    /// With words of its own, and a link to [`Commented`].
    #[allow(clippy::module_name_repetitions)]
    pub machine Documented from "definitions/comments.asl.json" {
        tasks {
            /// Works on [`sfn::Value`]s.
            state "Work `hard` [x] <b>" => async fn work_hard(input: &sfn::Value) -> sfn::Value;
        }
    }
}
