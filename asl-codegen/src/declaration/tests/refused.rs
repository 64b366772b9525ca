//! What is refused: each source with its findings below the text that they underline, and what is
//! understood in spite of them.

use std::str::FromStr;

use proc_macro2::TokenStream;

use super::super::{Declaration, parse};

#[test]
fn heads() {
    let sources = [
        "",
        "pub",
        "#[express]",
        "struct A;",
        "machine",
        "machine ;",
        "machine _ from \"a\";",
        "machine type from \"a\";",
        "machine A<T> from \"a\";",
        "machine A() from \"a\";",
        "machine A(Order) from \"a\";",
        "machine A(a: A, b: B) from \"a\";",
        "machine A(a: &A) from \"a\";",
        "machine A(mut a: A) from \"a\";",
        "machine A(a: ) from \"a\";",
        "machine A -> &B from \"a\";",
        "machine A -> from \"a\";",
        "machine A -> impl B from \"a\";",
        "machine A -> (Vec<B C>) from \"a\";",
        "machine A from \"a\"; ; machine B from \"b\";",
        "machine A from \"a\"; machine A from \"b\";",
        "machine A B from \"a\"; machine C fom \"c\"; machine D from \"d\";",
        "types crate::model from \"src/model.rs\"; machine A from \"a\";",
        "types crate model; machine A from \"a\";",
    ];
    snapshot("heads", &render(&sources, names));
}

#[test]
fn attributes() {
    let sources = [
        "#[express(1)] machine A from \"a\";",
        "#[express] #[standard] machine A from \"a\";",
        "#[express] #[express] machine A from \"a\";",
        "#[warnings(all)] machine A from \"a\";",
        "#[warnings] #[warnings] machine A from \"a\";",
        "#[warn(x)] machine A from \"a\";",
        "#[timeout(1h)] machine A from \"a\";",
        "#[cfg(test)] machine A from \"a\";",
        "#[derive(Debug)] #[a::b(c)] #[expect(x)] machine A from \"a\";",
        "#[3] machine A from \"a\";",
        "#![express] machine A from \"a\";",
    ];
    snapshot("attributes", &render(&sources, names));
}

#[test]
fn sources() {
    let sources = [
        "machine A",
        "machine A;",
        "machine A(a: A) -> B;",
        "machine A from",
        "machine A from;",
        "machine A from a;",
        "machine A from b\"a\";",
        "machine A from concat!(\"a\");",
        "machine A from \"\";",
        "machine A from \"a\"",
        "machine A from \"a\" machine B from \"b\";",
        "machine A = { \"StartAt\": \"B\" }",
        "machine A = { \"StartAt\": \"B\" } machine C from \"c\";",
        "machine A = r#\"{}\"#",
        "machine A = {} { substitute { B = } } machine C from \"c\";",
        "machine A = {} with; machine C from \"c\";",
        "machine A = {} with { substitute { B = } };",
        "machine A = \"{}\" { tasks {} }",
        "machine A from \"a\" with { tasks {} }",
        "machine A = [];",
        "machine A = b\"{}\";",
        "machine A =",
        "machine A = 3;",
    ];
    snapshot("sources", &render(&sources, names));
}

#[test]
fn blocks() {
    let sources = [
        "machine A from \"a\" {};",
        "machine A from \"a\" { task {} }",
        "machine A from \"a\" { substitute }",
        "machine A from \"a\" { substitute; tasks {} tasks {} substitute {} substitute {} }",
        "machine A from \"a\" { lambda \"a\" => async fn a(); tasks { x } }",
        "machine A from \"a\" { async fn a(); }",
    ];
    snapshot("blocks", &render(&sources, names));
}

#[test]
fn substitutions() {
    let values = [
        "A",
        "A =",
        "A = ,",
        "A = x",
        "A = -",
        "A = -\"x\"",
        "A = -true",
        "A = 3u8",
        "A = 1.0f32",
        "A = 'c'",
        "A = b\"x\"",
        "A = null",
        "A = {}",
        "A == 1",
        "A => 1",
        "A: 1",
        "3 = 1",
        "_ = 1",
        "$A = 1",
        "\"\" = 1",
        "\"${A}\" = 1",
        "AWS::Region = \"x\"",
        "A.Arn = 1",
        "A = 1 B = 2",
        "A = 1; B = 2",
        "A = 1,, B = 2",
        "A = 1, A = 2, B = x, C = 3",
        "A = 1, r#A = 2, \"A\" = 3",
    ];
    let sources =
        values.map(|values| format!("machine M from \"m\" {{ substitute {{ {values} }} }}"));
    let names = |machines: &[Declaration]| {
        let values = machines.iter().flat_map(|machine| &machine.substitutions);
        values.map(|value| value.name.clone()).collect()
    };
    snapshot("substitutions", &render(&sources, names));
}

#[test]
fn selectors() {
    let tasks = [
        "x",
        "lambda",
        "lambda charge => async fn a();",
        "lambda \"\" => async fn a();",
        "lambda b\"a\" => async fn a();",
        "lambda \"a\"",
        "lambda \"a\" async fn a();",
        "lambda \"a\" -> async fn a();",
        "lambda \"a\", lambda \"b\" => async fn b();",
        "async fn a();",
        "fn a();",
        "lamda \"a\" => async fn a(); state \"b\" => async fn b();",
        "lambda \"a\" => async fn a();;",
        "#[inline] lambda \"a\" => async fn a();",
        "lambda \"a\" => async fn a(); lambda \"a\" => async fn b();",
        "lambda \"a\" => async fn a(); state \"a\" => async fn a();",
    ];
    snapshot("selectors", &render_tasks(&tasks));
}

#[test]
fn signatures() {
    let tasks = [
        "lambda \"a\" =>",
        "lambda \"a\" => fn a();",
        "lambda \"a\" => pub(crate) async fn a();",
        "lambda \"a\" => unsafe fn a();",
        "lambda \"a\" => async a();",
        "lambda \"a\" => async fn ();",
        "lambda \"a\" => async fn type();",
        "lambda \"a\" => async fn a;",
        "lambda \"a\" => async fn a<T>(T);",
        "lambda \"a\" => async fn a(A) where A: B;",
        "lambda \"a\" => async fn a() {}",
        "lambda \"a\" => async fn a() -> A { A } state \"b\" => async fn b();",
        "lambda \"a\" => async fn a()",
        "lambda \"a\" => async fn a() -> A",
        "lambda \"a\" => async fn a() state \"b\" => async fn b();",
        "lambda \"a\" => async fn a() /** b */ state \"b\" => async fn b();",
        "lambda \"a\" => async fn a(), state \"b\" => async fn b();",
        "lambda \"a\" => async fn a() -> A B; state \"b\" => async fn b();",
    ];
    snapshot("signatures", &render_tasks(&tasks));
}

#[test]
fn inputs() {
    let tasks = [
        "lambda \"a\" => async fn a(A, B) -> C;",
        "lambda \"a\" => async fn a(A, B, C) -> C;",
        "lambda \"a\" => async fn a(&self, A);",
        "lambda \"a\" => async fn a(self: &Self, &TaskContext, A);",
        "lambda \"a\" => async fn a(&'a mut self);",
        "lambda \"a\" => async fn a(cx: &sfn::TaskContext, a: A);",
        "lambda \"a\" => async fn a(mut a: A);",
        "lambda \"a\" => async fn a(&mut A);",
        "lambda \"a\" => async fn a(&'a A);",
        "lambda \"a\" => async fn a(&str);",
        "lambda \"a\" => async fn a(&[u8]);",
        "lambda \"a\" => async fn a([u8]);",
        "lambda \"a\" => async fn a(&dyn A);",
        "lambda \"a\" => async fn a(impl A);",
        "lambda \"a\" => async fn a(&&A);",
        "lambda \"a\" => async fn a((a, b): (A, B));",
        "lambda \"a\" => async fn a(A B);",
        "lambda \"a\" => async fn a(,);",
        "lambda \"a\" => async fn a(Vec<A B>);",
    ];
    snapshot("inputs", &render_tasks(&tasks));
}

#[test]
fn outputs() {
    let tasks = [
        "lambda \"a\" => async fn a() -> ;",
        "lambda \"a\" => async fn a() -> Result<A>;",
        "lambda \"a\" => async fn a() -> io::Result;",
        "lambda \"a\" => async fn a() -> &A;",
        "lambda \"a\" => async fn a() -> &str;",
        "lambda \"a\" => async fn a() -> &&[u8];",
        "lambda \"a\" => async fn a() -> Result<&A, B>;",
        "lambda \"a\" => async fn a() -> impl Future<Output = A>;",
        "lambda \"a\" => async fn a() -> fn();",
        "lambda \"a\" => async fn a() -> _;",
    ];
    snapshot("outputs", &render_tasks(&tasks));
}

#[test]
fn all_findings_are_reported_at_once() {
    let sources = ["#[fast] machine A() -> &B from \"\" { substitute { C = x, D = 1, D = 2 } \
           tasks { lambda \"e\" => fn e(F, G) lambda => async fn h(); state \"i\" => async fn i(); } \
           more {} } machin J from \"j\"; machine K from \"k\" {};"];
    snapshot("all_findings_are_reported_at_once", &render(&sources, names));
}

fn snapshot(name: &str, rendered: &str) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, rendered);
    });
}

fn names(machines: &[Declaration]) -> Vec<String> {
    machines.iter().map(|machine| machine.name.to_string()).collect()
}

fn render_tasks(tasks: &[&str]) -> String {
    let sources: Vec<String> = tasks
        .iter()
        .map(|tasks| format!("machine M from \"m\" {{ tasks {{ {tasks} }} }}"))
        .collect();
    render(&sources, |machines| {
        let bindings = machines.iter().flat_map(|machine| &machine.bindings);
        bindings.map(|binding| binding.method.to_string()).collect()
    })
}

/// Each source, which is one line, with carets and messages below it.
fn render(
    sources: &[impl AsRef<str>],
    understood: impl Fn(&[Declaration]) -> Vec<String>,
) -> String {
    let mut lines = Vec::new();
    for source in sources {
        let source = source.as_ref();
        let (machines, findings) = parse(TokenStream::from_str(source).unwrap());
        lines.push(format!("  {source}"));
        let error = findings.into_error().unwrap_or_else(|| panic!("{source} is accepted"));
        for error in error {
            let range = error.span().byte_range();
            let indent = " ".repeat(2 + source[..range.start].chars().count());
            let carets = "^".repeat(source[range].chars().count());
            // What is not written anywhere is underlined by rustc at `sfn!` itself.
            lines.push(if carets.is_empty() { "  sfn!".to_owned() } else { indent + &carets });
            lines.extend(error.to_string().lines().map(|line| format!("    {line}")));
        }
        lines.push(format!("  understood: {}\n", understood(&machines).join(", ")));
    }
    lines.join("\n")
}
