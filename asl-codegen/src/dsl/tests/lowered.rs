//! Machines in the intermediate representation.

use asl_lang::ir::{ExprKind, StateKind};

use super::WHOLE;
use crate::dsl::{lower, lower_file};

#[test]
fn the_states_are_those_that_are_written() {
    let machines = lower(WHOLE.parse().unwrap()).unwrap();
    let [whole] = machines.as_slice() else { panic!("{machines:?}") };
    assert_eq!(whole.name, "OrderFlow");
    let names: Vec<&str> = whole.machine.states.iter().map(|state| state.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Check",
            "Reserve",
            "ReserveLine",
            "Review",
            "Charge",
            "CoolDown",
            "Again",
            "Fulfil",
            "Ship",
            "Notify",
            "NotifyFailed",
            "Told",
            "Made",
            "Done",
            "Reject",
        ]
    );
    let host: Vec<_> = whole
        .host_expressions
        .iter()
        .map(|host| (host.state.as_str(), host.field.as_str(), host.rust.as_str()))
        .collect();
    let transient = "matches!(told, Err(e) if e.error == \"Transient\" && order.total < 9)";
    assert_eq!(
        host,
        [
            ("Review", "Arguments", "task callback approve"),
            ("Told", "Choices[0]/Condition", "matches!(told, Ok(()))"),
            ("Told", "Choices[1]/Condition", transient),
        ]
    );
    assert_eq!(whole.machine.comment.as_deref(), Some("Charges a customer and ships the order."));
}

#[test]
fn a_host_expression_is_a_node_that_says_its_rust() {
    let text = r#"
        mod flows { fn f() { sfn::sfn! {
            machine First(items: Vec<u64>) -> u64 {
                start => Check(items);
                state Check(items: Vec<u64>) = choice {
                    items.iter().any(|item| *item > 5) => Done(1),
                    _ => Done(0),
                }
                state Done(count: u64) = succeed count;
            }
            machine FromFile from "nowhere.asl.json";
        } } }
        sfn! { machine Second { start => Done; state Done = succeed; } }
    "#;
    let machines = lower_file(text).unwrap();
    let [first, second] = machines.as_slice() else { panic!("{machines:?}") };
    assert_eq!((first.name.as_str(), second.name.as_str()), ("First", "Second"));
    assert_eq!(second.host_expressions, []);
    let StateKind::Choice(choice) = &first.machine.states[0].kind else { panic!("no choice") };
    let ExprKind::Query(query) = &choice.rules[0].condition.kind else { panic!("no query") };
    assert_eq!(query.host_expression(), Some("items.iter().any(|item| *item > 5)"));
}

#[test]
fn text_is_no_placeholder() {
    let text = r#"
        machine Text(a: String) -> String {
            start => A(a);
            state A(a: String) = choice {
                a == "${Name}" => Done(format!("${{{a}}}")),
                a.trim() == "${Name}" => Done("${Name}"),
                _ => Done(a),
            }
            state Done(a: String) = succeed a;
        }
    "#;
    let machines = lower(text.parse().unwrap());
    assert!(machines.is_ok(), "{}", machines.unwrap_err());
}

#[test]
fn mistakes_are_told() {
    let error = lower_file("sfn! { machine A { start => B; state A = succeed; } }").unwrap_err();
    assert!(error.to_string().starts_with("there is no state `B`"), "{error}");
    assert!(lower_file("fn (").is_err());
    assert_eq!(
        lower_file("macro_rules! sfn { () => {} } struct sfn; fn f() { sfn!(a) }").ok(),
        None
    );
    assert_eq!(lower_file("").unwrap(), []);
}
