//! The names that generated code gives to tasks and states.
//!
//! ASL's names are any text; Rust's are not. A [`Names`] turns the one into the other: readable,
//! always a valid identifier, and distinct within what it stands for (the methods of a trait, the
//! variants of an enum). The same names in the same order give the same identifiers.
//!
//! | name | variant | method |
//! |---|---|---|
//! | `Notify Customer` | `NotifyCustomer` | `notify_customer` |
//! | `订单-检查` | `订单检查` | `订单_检查` |
//! | `1st` | `State1st` | `task_1st` |
//! | `self` | `Self_` | `self_` |
//! | `🚀` | `State` | `task` |
//! | a second `Check!` | `Check2` | `check_2` |

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

/// Identifiers that are distinct among themselves.
#[derive(Debug, Clone)]
pub struct Names {
    case: Case,
    /// Stands for a name that has nothing to make an identifier of, and before one that begins
    /// with a digit.
    fallback: &'static str,
    /// The identifiers in use, each with the number that its next namesake tries first.
    taken: HashMap<String, u32>,
}

#[derive(Debug, Clone, Copy)]
enum Case {
    Snake,
    UpperSnake,
    UpperCamel,
}

impl Names {
    /// Names for the methods that serve tasks: `notify_customer`.
    pub fn task_methods() -> Self {
        Self::new(Case::Snake, "task")
    }

    /// Names for the variants of the enum of states: `NotifyCustomer`.
    pub fn state_variants() -> Self {
        Self::new(Case::UpperCamel, "State")
    }

    /// Names for machines: `OrderFlow`.
    pub fn machines() -> Self {
        Self::new(Case::UpperCamel, "Machine")
    }

    /// Names for functions and fields that belong to states: `notify_customer`.
    pub fn state_functions() -> Self {
        Self::new(Case::Snake, "state")
    }

    /// Names for what is constant about a machine: `ORDER_TOTAL`.
    pub fn constants() -> Self {
        Self::new(Case::UpperSnake, "PATH")
    }

    /// Names for local variables: `order_total`.
    pub fn locals() -> Self {
        Self::new(Case::Snake, "value")
    }

    fn new(case: Case, fallback: &'static str) -> Self {
        Self { case, fallback, taken: HashMap::new() }
    }

    /// Keeps an identifier from being given to anyone: one that the user chose.
    pub fn reserve(&mut self, identifier: &str) {
        let identifier = identifier.strip_prefix("r#").unwrap_or(identifier);
        self.taken.entry(identifier.nfc().collect()).or_insert(FIRST_NUMBER);
    }

    /// An identifier for the first of these names whose own is free; if none is, the first one's
    /// with a number.
    ///
    /// ```
    /// # use asl_codegen::declaration::names::Names;
    /// let mut names = Names::task_methods();
    /// assert_eq!(names.claim(["charge", "Charge Card"]), "charge");
    /// assert_eq!(names.claim(["charge", "Charge Again"]), "charge_again");
    /// assert_eq!(names.claim(["charge", "Charge"]), "charge_2");
    /// ```
    pub fn claim<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) -> String {
        let mut first = None;
        for name in names {
            let identifier = self.identifier(name);
            if let Entry::Vacant(free) = self.taken.entry(identifier.clone()) {
                free.insert(FIRST_NUMBER);
                return identifier;
            }
            first.get_or_insert(identifier);
        }
        self.numbered(&first.unwrap_or_else(|| self.fallback.to_owned()))
    }

    fn numbered(&mut self, identifier: &str) -> String {
        let separator = match self.case {
            Case::UpperCamel if !identifier.ends_with(char::is_numeric) => "",
            Case::Snake | Case::UpperSnake | Case::UpperCamel => "_",
        };
        // `r#`-less keywords end in `_` already.
        let stem = identifier.trim_end_matches('_');
        let mut number = self.taken.get(identifier).copied().unwrap_or(FIRST_NUMBER);
        loop {
            let candidate = format!("{stem}{separator}{number}");
            number += 1;
            if let Entry::Vacant(free) = self.taken.entry(candidate.clone()) {
                free.insert(FIRST_NUMBER);
                self.taken.insert(identifier.to_owned(), number);
                return candidate;
            }
        }
    }

    /// The identifier for a name, were it alone.
    fn identifier(&self, name: &str) -> String {
        // Compatibility forms (`①`, `ﬁ`, full width) are written with the letters they stand for:
        // rustc compares identifiers in normal form, and so has this.
        let words: String = name.nfkc().map(|c| if is_xid_continue(c) { c } else { ' ' }).collect();
        let cased = match self.case {
            Case::Snake => words.to_snake_case(),
            Case::UpperSnake => words.to_shouty_snake_case(),
            Case::UpperCamel => words.to_upper_camel_case(),
        };
        let mut identifier: String = cased.nfc().collect();
        let fallback = self.fallback;
        match (identifier.chars().next(), self.case) {
            (None, _) => return fallback.to_owned(),
            (Some(first), _) if is_xid_start(first) => {}
            (Some(_), Case::Snake | Case::UpperSnake) => {
                identifier = format!("{fallback}_{identifier}")
            }
            (Some(_), Case::UpperCamel) => identifier.insert_str(0, fallback),
        }
        if is_keyword(&identifier) {
            identifier.push('_');
        }
        identifier
    }
}

/// A name's second bearer is number two.
const FIRST_NUMBER: u32 = 2;

fn is_keyword(identifier: &str) -> bool {
    // `gen` is one since edition 2024, of which syn knows nothing.
    identifier == "gen" || syn::parse_str::<syn::Ident>(identifier).is_err()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn variant(name: &str) -> String {
        Names::state_variants().claim([name])
    }

    fn method(name: &str) -> String {
        Names::task_methods().claim([name])
    }

    #[test]
    fn names_become_identifiers() {
        let cases = [
            ("Notify Customer", "NotifyCustomer", "notify_customer"),
            ("charge-card_v2", "ChargeCardV2", "charge_card_v2"),
            ("HTTPRequest", "HttpRequest", "http_request"),
            ("订单-检查", "订单检查", "订单_检查"),
            ("Überprüfung", "Überprüfung", "überprüfung"),
            ("हिन्दी", "हिनदी", "हिन_दी"),
            ("1st", "State1st", "task_1st"),
            ("①", "State1", "task_1"),
            ("ﬁnd", "Find", "find"),
            ("\u{212a}elvin", "Kelvin", "kelvin"),
            ("self", "Self_", "self_"),
            ("Self", "Self_", "self_"),
            ("type", "Type", "type_"),
            ("r#type", "RType", "r_type"),
            ("gen", "Gen", "gen_"),
            ("Result", "Result", "result"),
            ("", "State", "task"),
            ("_", "State", "task"),
            ("🚀 🚀", "State", "task"),
            ("🚀 Launch", "Launch", "launch"),
            ("'; DROP TABLE", "DropTable", "drop_table"),
            ("${Charge.Arn}", "ChargeArn", "charge_arn"),
        ];
        for (name, expected_variant, expected_method) in cases {
            assert_eq!(variant(name), expected_variant, "variant of {name:?}");
            assert_eq!(method(name), expected_method, "method of {name:?}");
        }
    }

    #[test]
    fn namesakes_are_numbered_in_order() {
        let mut variants = Names::state_variants();
        let given = ["Check", "check", "check!", "Check2", "V1", "v-1", "Check2", "self", "SELF"]
            .map(|name| variants.claim([name]));
        assert_eq!(
            given,
            ["Check", "Check2", "Check3", "Check2_2", "V1", "V1_2", "Check2_3", "Self_", "Self2"]
        );
        let mut methods = Names::task_methods();
        let given = ["check", "Check", "check_2", "type", "Type", "🚀", ""]
            .map(|name| methods.claim([name]));
        assert_eq!(given, ["check", "check_2", "check_2_2", "type_", "type_2", "task", "task_2"]);
        let mut constants = Names::constants();
        let given = ["order total", "orderTotal", "straße", "strasse", "0", "🚀", "path"]
            .map(|name| constants.claim([name]));
        assert_eq!(
            given,
            ["ORDER_TOTAL", "ORDER_TOTAL_2", "STRASSE", "STRASSE_2", "PATH_0", "PATH", "PATH_2"]
        );
    }

    #[test]
    fn reserved_identifiers_are_not_given() {
        let mut methods = Names::task_methods();
        methods.reserve("r#charge");
        methods.reserve("u\u{308}ber");
        assert_eq!(methods.claim(["charge"]), "charge_2");
        assert_eq!(methods.claim(["Über"]), "über_2");
        assert_eq!(methods.claim([]), "task_2");
    }

    #[test]
    fn many_namesakes_are_named_at_once() {
        let mut variants = Names::state_variants();
        let given: HashSet<String> = (0..50_000).map(|_| variants.claim(["🚀"])).collect();
        assert_eq!(given.len(), 50_000);
    }

    proptest! {
        #[test]
        fn identifiers_are_valid_and_distinct(
            names in prop::collection::vec("\\PC{0,12}|[a-c1 _]{0,3}|self|r#fn|Self|gen", 1..40),
        ) {
            for make in
                [Names::task_methods, Names::state_variants, Names::constants, Names::locals]
            {
                let mut identifiers = make();
                let mut again = make();
                let mut seen = HashSet::new();
                for name in &names {
                    let identifier = identifiers.claim([name.as_str()]);
                    prop_assert_eq!(&identifier, &again.claim([name.as_str()]));
                    let parsed = syn::parse_str::<syn::Ident>(&identifier);
                    prop_assert!(parsed.is_ok(), "{:?} became {:?}", name, identifier);
                    let normal: String = identifier.nfc().collect();
                    prop_assert_eq!(&identifier, &normal);
                    prop_assert!(seen.insert(identifier));
                }
            }
        }
    }
}
