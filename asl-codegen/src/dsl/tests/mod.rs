//! Machines with mistakes, each with its findings below the text that they underline; and what
//! nobody would write.

mod lowered;
mod refused;
mod robust;

use std::str::FromStr;

use proc_macro2::TokenStream;

use crate::declaration::{self, Findings, Source};

/// The Rust of the machines in a source, and what is wrong with them.
fn expand(source: &str) -> (TokenStream, Findings) {
    expand_tokens(TokenStream::from_str(source).unwrap())
}

fn expand_tokens(tokens: TokenStream) -> (TokenStream, Findings) {
    let (machines, mut findings) = declaration::parse(tokens);
    let facade = quote::quote! { ::sfn };
    let rust = machines.iter().filter_map(|machine| match &machine.source {
        Source::Dsl { group } => Some(super::expand(machine, group, &facade, &mut findings)),
        _ => None,
    });
    let rust = rust.collect();
    (rust, findings)
}

/// The order workflow, in which every part of the grammar is used.
const WHOLE: &str = r#"
    /// Charges a customer and ships the order.
    #[timeout(7d)]
    pub machine OrderFlow(order: Order) -> Receipt {
        tasks {
            async fn reserve(line: &Line) -> Result<Reservation, StockError>;
            #[resource("arn:aws:lambda:eu-central-1:123456789012:function:charge")]
            async fn charge(order: &Order) -> Result<Charge, ChargeError>;
            async fn approve(order: &Order) -> Approval;
            async fn ship(order: &Order, paid: &Charge) -> Shipment;
            async fn notify(order: &Order);
        }
        retry patient = "Transient" | "States.Timeout", interval = 2s;
        start => Check(order);
        state Check(order: Order) = choice {
            order.lines.is_empty() => Reject("EmptyOrder", "nothing to charge"),
            order.total > 1_000 => Review(order),
            _ => Reserve(order),
        }
        #[concurrency(10)]
        state Reserve(order: Order) = map line in &order.lines { ReserveLine = task reserve(line) } {
            reserved => Charge(order),
            catch "OutOfStock" as e => Reject(e.error, e.cause),
        }
        #[timeout(3d)] #[heartbeat(12h)]
        state Review(order: Order) = task callback approve(&order) {
            approval => Reserve(order),
            catch "States.Timeout" => Reject("NotReviewed", "nobody answered"),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0,
                max_delay = 20s, jitter = full)]
        state Charge(order: Order) = task charge(&order) {
            paid => Fulfil(order, paid),
            catch _ as e => CoolDown(e.cause),
        }
        state CoolDown(cause: String) = wait 15m => Again(cause);
        state Again(cause: String) = wait until cause.clone() => Reject("CardDeclined", cause);
        state Fulfil(order: Order, paid: Charge) = parallel {
            Ship = task ship(&order, &paid),
            #[retry(patient)]
            Notify = try task notify(&order),
        } {
            (shipment, told) => Told(order, shipment, told),
        }
        state Told(order: Order, shipment: Shipment, told: Result<(), Caught>) = match told {
            Ok(()) => Made(order, shipment),
            Err(e) if e.error == "Transient" && order.total < 9 => Charge(order),
            Err(_) => Again("nobody knows of it"),
        }
        state Made(order: Order, shipment: Shipment) = pass => Done(Receipt { order, shipment });
        state Done(receipt: Receipt) = succeed receipt;
        state Reject(error: ErrorName, cause: String) = fail(error, cause);
    }
"#;

#[test]
fn a_machine_without_mistakes_is_rust() {
    let (rust, findings) = expand(WHOLE);
    assert!(findings.is_empty(), "{:?}", findings.into_error());
    assert!(syn::parse2::<syn::File>(rust).is_ok());
}
