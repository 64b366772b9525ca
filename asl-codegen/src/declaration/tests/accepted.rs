//! What is read.

use super::{read, show};

fn accepts(source: &str, expected: &str) {
    let (machines, findings) = read(source);
    assert_eq!(findings, [], "for {source}");
    let shown: Vec<String> = machines.iter().map(show).collect();
    assert_eq!(shown.join("\n\n"), expected, "for {source}");
}

#[test]
fn the_whole_head() {
    accepts(
        r#"
        /// Fulfils one order.
        #[express]
        #[warnings]
        #[allow(dead_code)]
        pub(crate) machine OrderFlow(order: crate::Order) -> Vec<Receipt> from "order.asl.json" {
            substitute { Table = "orders", Count = 3, Flag = true }
            tasks {
                /// Takes the money.
                lambda "charge" => async fn charge(ChargeRequest) -> Result<Charge, ChargeError>;
                state "Notify Customer" => async fn notify(request: &Value) -> Value;
            }
        }
        "#,
        r#"# [doc = " Fulfils one order."]
# [allow (dead_code)]
warnings
express [pub (crate)] OrderFlow from "order.asl.json"
input order: crate :: Order
output Vec < Receipt >
Table = orders
Count = 3
Flag = true
# [doc = " Takes the money."]
lambda "charge" => charge(_: ChargeRequest) -> Charge or ChargeError
state "Notify Customer" => notify(request: &Value) -> Value"#,
    );
}

#[test]
fn short_forms() {
    let cases = [
        (r#"machine A from "a";"#, r#"standard [] A from "a""#),
        (r##"#[standard] pub machine A from r#"a"#;"##, r##"standard [pub] A from r#"a"#"##),
        (r#"machine A from "a" {}"#, r#"standard [] A from "a""#),
        (r#"machine A from "a" { tasks {} substitute {} }"#, r#"standard [] A from "a""#),
        (r#"machine machine from "a";"#, r#"standard [] machine from "a""#),
        (r#"machine r#type from "a";"#, r#"standard [] r#type from "a""#),
        (r#"machine from from "from";"#, r#"standard [] from from "from""#),
        (r#"machine types from "a";"#, r#"standard [] types from "a""#),
        (r#"machine A(i: I,) from "a";"#, "standard [] A from \"a\"\ninput i: I"),
        (r#"machine A = {};"#, "standard [] A from { }"),
        (r#"machine A = { "B": [1] };"#, r#"standard [] A from { "B" : [1] }"#),
        (r##"machine A = r#"{}"#;"##, r##"standard [] A from r#"{}"#"##),
        ("machine A = \"{}\" with {}", "standard [] A from \"{}\""),
        (
            "machine A -> B = {} with { substitute { C = 1 } }",
            "standard [] A from { }\noutput B\nC = 1",
        ),
    ];
    for (source, expected) in cases {
        accepts(source, expected);
    }
}

#[test]
fn several_machines() {
    accepts(
        r#"machine A from "a"; /** B. */ pub machine B from "b" {} #[express] machine C from "c";"#,
        "standard [] A from \"a\"\n\n\
         # [doc = \" B. \"]\nstandard [pub] B from \"b\"\n\n\
         express [] C from \"c\"",
    );
}

#[test]
fn substitutions() {
    accepts(
        r##"machine A from "a" { substitute {
            Text = "a \"quoted\" \u{1F680}",
            Raw = r#"{"a": 1}"#,
            Minus = -3,
            Hex = 0xFF,
            Grouped = 1_000_000,
            Big = 123456789012345678901234567890,
            Float = -0.5,
            Whole = 1.,
            Exponent = 1e-7,
            Flag = false,
            type = "a keyword",
            r#match = "a raw keyword",
            "AWS::Region" = "eu-west-1",
            "Charge.Arn" = "arn",
        } }"##,
        "standard [] A from \"a\"\n\
         Text = a \"quoted\" \u{1F680}\n\
         Raw = {\"a\": 1}\n\
         Minus = -3\n\
         Hex = 255\n\
         Grouped = 1000000\n\
         Big = 123456789012345678901234567890\n\
         Float = -0.5\n\
         Whole = 1.0\n\
         Exponent = 1e-7\n\
         Flag = false\n\
         type = a keyword\n\
         match = a raw keyword\n\
         AWS::Region = eu-west-1\n\
         Charge.Arn = arn",
    );
}

#[test]
fn bindings() {
    let cases = [
        (r#"lambda "a" => async fn a();"#, r#"lambda "a" => a() -> ()"#),
        (r#"activity "a" => async fn a(A);"#, r#"activity "a" => a(_: A) -> ()"#),
        (r#"machine "a" => async fn a(A,) -> ();"#, r#"machine "a" => a(_: A) -> ()"#),
        (r#"state "a" => async fn a(_: A) -> B;"#, r#"state "a" => a(_: A) -> B"#),
        (r#"resource "a" => async fn a(&A) -> B;"#, r#"resource "a" => a(_: &A) -> B"#),
        (r#"lambda "a" => async fn a(x: &a::B) -> B;"#, r#"lambda "a" => a(x: &a :: B) -> B"#),
        (r#"lambda "a" => async fn a(a::B) -> B;"#, r#"lambda "a" => a(_: a :: B) -> B"#),
        (r#"lambda "a" => async fn a(::a::B) -> B;"#, r#"lambda "a" => a(_: :: a :: B) -> B"#),
        (
            r#"lambda "a" => async fn a((A, B)) -> [u8; 4];"#,
            r#"lambda "a" => a(_: (A , B)) -> [u8 ; 4]"#,
        ),
        (r#"lambda "a" => async fn a((A)) -> (B);"#, r#"lambda "a" => a(_: A) -> B"#),
        (
            r#"lambda "a" => async fn r#type(A) -> Option<B>;"#,
            r#"lambda "a" => r#type(_: A) -> Option < B >"#,
        ),
        (
            r#"lambda "a" => async fn a() -> std::result::Result<(), E,>;"#,
            r#"lambda "a" => a() -> () or E"#,
        ),
        (r#"lambda "a" => async fn a() -> Grid<{ 3 }>;"#, r#"lambda "a" => a() -> Grid < { 3 } >"#),
        (
            r#"lambda "a" => async fn a(selfish: self::A) -> B;"#,
            r#"lambda "a" => a(selfish: self :: A) -> B"#,
        ),
        (r#"lambda "a" => async fn a(self::A) -> B;"#, r#"lambda "a" => a(_: self :: A) -> B"#),
        (r#"lambda "a" => async fn a(&self::A) -> B;"#, r#"lambda "a" => a(_: &self :: A) -> B"#),
    ];
    for (source, expected) in cases {
        let expected = format!("standard [] A from \"a\"\n{expected}");
        accepts(&format!(r#"machine A from "a" {{ tasks {{ {source} }} }}"#), &expected);
    }
}

#[test]
fn types_in_the_invisible_groups_of_macros_are_seen() {
    use proc_macro2::{Delimiter, Group};
    use quote::quote;
    let group = |tokens| Group::new(Delimiter::None, tokens);
    let (input, output, path) =
        (group(quote!(&Order)), group(quote!(Result<A, B>)), group(quote!("order.asl.json")));
    let (machines, findings) = super::parse(quote! {
        machine A from #path { tasks { lambda "a" => async fn a(#input) -> #output; } }
    });
    assert!(findings.is_empty());
    let shown = machines.iter().map(show).collect::<String>();
    assert!(shown.ends_with("a(_: &Order) -> A or B"), "{shown}");
}
