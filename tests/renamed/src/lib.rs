//! `sfn` as a dependency of another name: `flow = { package = "sfn", … }`.
//!
//! What generated code refers to has to come by way of the facade, whatever it is called, and no
//! other crate of the project may be needed.

flow::sfn! {
    /// An order, in a public module of a crate that does not know `sfn`.
    pub machine Order from "order.asl.json" {
        tasks { lambda "charge" => async fn charge(request: flow::Value) -> Result<String, flow::TaskError>; }
    }

    /// From a file beside this one.
    pub machine Beside from "beside.asl.json";

    /// The same as the first without bindings.
    pub machine Untyped(input: flow::Value) -> flow::Value from "order.asl.json";
}

/// Serves both.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shop;

impl OrderTasks for Shop {
    async fn charge(
        &self,
        _: &flow::TaskContext<'_>,
        request: flow::Value,
    ) -> Result<String, flow::TaskError> {
        Ok(request.to_string())
    }
}

impl BesideTasks for Shop {}

impl UntypedTasks for Shop {
    async fn charge(
        &self,
        _: &flow::TaskContext<'_>,
        input: &flow::Value,
    ) -> Result<flow::Value, flow::TaskError> {
        Ok(input.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_machine_runs_by_the_name_its_crate_gave_the_facade() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let engine = flow::Engine::new();
        let input = flow::json!({ "total": 2 });
        let run = runtime.block_on(engine.register(Order, Shop).run(input.clone())).unwrap();
        assert_eq!(run.output, flow::json!(r#"{"text":"2 €","sum":3}"#));
        let run = runtime.block_on(engine.register(Untyped, Shop).run(input)).unwrap();
        assert_eq!(run.output, flow::json!({ "text": "2 €", "sum": 3 }));
    }

    #[test]
    fn a_file_may_be_beside_the_code() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let run = runtime.block_on(flow::Engine::new().register(Beside, Shop).run(flow::json!(1)));
        assert_eq!(run.unwrap().output, flow::json!("beside"));
    }
}
