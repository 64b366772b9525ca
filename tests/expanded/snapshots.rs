//! The files of this crate are what `sfn!` makes of their definitions.
//!
//! After a change of the emission, look at the new ones by
//! `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded --test snapshots; git diff tests/expanded`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::Path;

/// The files with the declarations they come from.
const SNAPSHOTS: [(&str, &str); 5] = [
    ("w1.rs", r#"pub machine W1 from "benches/workflows/w1.asl.json";"#),
    ("w2.rs", r#"pub machine W2 from "benches/workflows/w2.asl.json";"#),
    ("children.rs", r#"pub machine Children from "tests/expanded/children.asl.json";"#),
    ("hostile.rs", r#"pub machine Hostile from "tests/hygiene/definitions/names.asl.json";"#),
    ("w2_dsl.rs", W2_DSL),
];

/// W2 in the typed DSL: the machine that `w2_typed.rs` writes by hand.
const W2_DSL: &str = r#"
    pub machine DslW2(order: Order) -> Receipt {
        tasks {
            async fn validate(order: &Order) -> Result<Validation, TaskError>;
            async fn charge(order: &Order) -> Result<Charge, TaskError>;
            async fn ship(order: &Order) -> Result<Shipment, TaskError>;
        }
        start => Validate(order);
        #[retry("Transient", interval = 1s, max_attempts = 2, backoff = 1)]
        state Validate(order: Order) = task validate(&order) {
            validation   => Charge(order, validation),
            catch _ as e => Compensate(order, e.error),
        }
        #[retry("Transient", interval = 1s, max_attempts = 2, backoff = 1)]
        state Charge(order: Order, validation: Validation) = task charge(&order) {
            charge       => IsCharged(order, validation, charge),
            catch _ as e => Compensate(order, e.error),
        }
        state IsCharged(order: Order, validation: Validation, charge: Charge) = choice {
            charge.status != "PENDING" && charge.status == "OK" => Ship(order, validation, charge),
            _ => Refused(Receipt::Done { order, validation, charge, shipment: None }),
        }
        #[retry("Transient", interval = 1s, max_attempts = 2, backoff = 1)]
        state Ship(order: Order, validation: Validation, charge: Charge) = task ship(&order) {
            shipment =>
                Done(Receipt::Done { order, validation, charge, shipment: Some(shipment) }),
            catch _ as e => Compensate(order, e.error),
        }
        state Compensate(order: Order, error: ErrorName) = pass => Refused(Receipt::Refused {
            id: order.id,
            refused: true,
            error: error.into(),
        });
        state Done(receipt: Receipt) = succeed receipt;
        state Refused(receipt: Receipt) = succeed receipt;
    }"#;

/// What the machine in the DSL names of its caller's.
const W2_TYPES: &str = "\
use sfn::{ErrorName, TaskError};

use super::w2_typed::{Charge, Order, Receipt, Shipment, Validation};

";

/// The text of a snapshot.
fn expand(declaration: &str, root: &Path) -> String {
    let facade = "::sfn".parse().unwrap();
    let caller = asl_codegen::Caller::in_crate(root);
    let tokens = asl_codegen::expand(declaration.parse().unwrap(), &facade, &caller);
    let code = asl_codegen::rust::format(tokens).unwrap();
    // The one thing that differs from machine to machine.
    let code = code.replace(&format!("\"{}/", root.display()), "\"../../");
    let (what, types) = match declaration {
        W2_DSL => ("`W2_DSL` of `snapshots.rs`".to_owned(), W2_TYPES),
        _ => (format!("`sfn! {{ {declaration} }}`"), ""),
    };
    format!(
        "//! What {what} expands to.\n\
         //!\n\
         //! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.\n\
         \n\
         {types}{code}"
    )
}

#[test]
fn the_files_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.parent().and_then(Path::parent).unwrap();
    let mut outdated = Vec::new();
    for (file, declaration) in SNAPSHOTS {
        let path = folder.join(file);
        let expanded = expand(declaration, root);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &expanded).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = kept.lines().zip(expanded.lines()).position(|(kept, now)| kept != now);
        if kept != expanded {
            let line =
                differs.unwrap_or_else(|| kept.lines().count().min(expanded.lines().count()));
            outdated.push(format!("{file}:{}: {:?}", line + 1, expanded.lines().nth(line)));
        }
    }
    assert!(
        outdated.is_empty(),
        "generated code has changed; read it with `UPDATE_EXPECT=1 cargo test -p \
         sfn-tests-expanded; git diff tests/expanded`\n{}",
        outdated.join("\n")
    );
}

#[test]
fn the_same_declaration_gives_the_same_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.parent().and_then(Path::parent).unwrap();
    for (_, declaration) in SNAPSHOTS {
        assert_eq!(expand(declaration, root), expand(declaration, root));
    }
}
