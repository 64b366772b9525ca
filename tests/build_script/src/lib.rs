//! Machines that the build script makes of the files in `workflows`, by all that its builder has.

#![deny(warnings, missing_docs, unreachable_pub, unused, future_incompatible)]
#![deny(rust_2018_idioms, rust_2024_compatibility, nonstandard_style)]
#![deny(missing_debug_implementations, single_use_lifetimes, unnameable_types)]
#![deny(trivial_casts, trivial_numeric_casts, unused_qualifications, redundant_lifetimes)]
#![deny(clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::indexing_slicing)]
#![deny(rustdoc::all)]
#![forbid(unsafe_code)]

use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/machines.rs"));

/// What comes in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// Its name.
    pub id: String,
    /// Its price.
    pub cents: u64,
}

/// What `charge` gives.
#[derive(Debug, Serialize, Deserialize)]
pub struct Payment {
    reference: String,
}

/// What goes out.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// The order's name.
    pub order: String,
    /// The payment's.
    pub payment: String,
}

/// Why there is no payment.
#[derive(Debug)]
pub struct Declined;

impl From<Declined> for flow::TaskError {
    fn from(_: Declined) -> Self {
        flow::TaskError::new("Declined", "there is nothing to charge")
    }
}

/// Serves all machines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shop;

impl CheckoutTasks for Shop {
    async fn charge(&self, _: &flow::TaskContext<'_>, order: &Order) -> Result<Payment, Declined> {
        match order.cents {
            0 => Err(Declined),
            _ => Ok(Payment { reference: format!("ch-{}", order.id) }),
        }
    }
}

impl PriceListTasks for Shop {}

impl RefundTasks for Shop {}

#[cfg(test)]
mod untyped {
    include!(concat!(env!("OUT_DIR"), "/untyped.rs"));

    impl UntypedTasks for super::Shop {
        async fn charge(
            &self,
            _: &flow::TaskContext<'_>,
            order: &flow::Value,
        ) -> Result<flow::Value, flow::TaskError> {
            let id = order.get("id").cloned();
            Ok(flow::json!({ "reference": id.unwrap_or(flow::Value::Null) }))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use flow::{Engine, ExecutionType, StateMachine, json};

    use super::*;

    fn block_on<F: Future>(future: F) -> F::Output {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap()
            .block_on(future)
    }

    fn order(cents: u64) -> Order {
        Order { id: "o-17".to_owned(), cents }
    }

    #[test]
    fn a_typed_machine_runs() {
        let checkout = Engine::new().register(Checkout, Shop);
        let receipt = block_on(checkout.run(order(2500))).unwrap().output;
        assert_eq!((receipt.order.as_str(), receipt.payment.as_str()), ("o-17", "ch-o-17"));
        let error = block_on(checkout.run(order(0))).unwrap_err();
        assert_eq!((error.error(), error.state()), ("Declined", Some("Charge")));
        assert_eq!(Checkout.definition().execution_type, ExecutionType::Express);
    }

    #[test]
    fn a_machine_that_only_a_pattern_names_runs() {
        let prices = Engine::new().register(PriceList, Shop);
        let run = block_on(prices.run(json!([81, 0]))).unwrap();
        assert_eq!(run.output, json!([{ "gross": 100 }, { "gross": 19 }]));
    }

    flow::sfn! {
        machine InMacro from "workflows/refund.asl.yaml" { substitute { Limit = 1 } }
    }

    impl InMacroTasks for Shop {}

    #[test]
    fn definitions_in_yaml_run() {
        let refund = Engine::new().register(Refund, Shop);
        let run = block_on(refund.run(json!({ "cents": 5 }))).unwrap();
        assert_eq!(run.output, json!({ "refunded": 5 }));
        let refund = Engine::new().register(InMacro, Shop);
        assert_eq!(
            block_on(refund.run(json!({ "cents": 7 }))).unwrap().output,
            json!({ "refunded": 7 })
        );
    }

    #[test]
    fn a_second_output_has_its_own_module() {
        let untyped = Engine::new().register(untyped::Untyped, Shop);
        let run = block_on(untyped.run(json!({ "id": "o-18" }))).unwrap();
        assert_eq!(run.output, json!({ "order": "o-18", "payment": "o-18" }));
    }
}
