//! What is refused.

use super::expand;

/// Machines with the task `charge` that start in `A`.
fn with_states(states: &[&str]) -> Vec<String> {
    let machine = |states: &&str| {
        format!(
            "machine M(o: O) -> R {{ tasks {{ async fn charge(o: &O) -> Result<R, E>; }} \
             start => A(o); {states} }}"
        )
    };
    states.iter().map(machine).collect()
}

const A: &str = "state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;";

#[test]
fn machines() {
    let sources = [
        "machine M { }".to_owned(),
        "machine M { start => A; }".to_owned(),
        "machine M { start => A; start => A; state A = succeed; };".to_owned(),
        "machine M { start => A state A = succeed; }".to_owned(),
        "#[timeout(1)] machine M { start => A; state A = succeed; }".to_owned(),
        "#[timeout(0s)] machine M { start => A; state A = succeed; }".to_owned(),
        "#[warnings] machine M { start => A; state A = succeed; }".to_owned(),
        "machine M { tasks { async fn a(); } tasks { } start => A; state A = succeed; }".to_owned(),
        "machine M { start => A; stat A = succeed; state A = succeed; }".to_owned(),
        "machine M { something; start => A; state A = succeed; }".to_owned(),
        // What is missing at the end stands at its brace.
        "machine M(o: u64) -> u64 { start => A(o); state A(o: u64) = succeed o +}".to_owned(),
        "machine M { start => A; state A = pass => }".to_owned(),
        "machine M { start => A; state A = succeed; state}".to_owned(),
        "machine M { start => A; state A = succeed; #[doc = \"a comment\"] }".to_owned(),
        "machine M(o: O) { let a = 3; let b: B 3; let c: C = 3 let d: &D = 3; start => A(a, b, c, d); \
         state A(a: A, b: B, c: C, d: D) = succeed; }"
            .to_owned(),
        "machine M(o: O) { let o: O = 3; let a: A = o; let a: A = o; let mut c: C = 3; #[x] let d: D = 3; \
         start => A(o); state A(a: A) = succeed; }"
            .to_owned(),
        "machine M(o: O) { let a: A = o; let b: B = a; start => A(o); state A(o: O) = succeed; }"
            .to_owned(),
    ];
    snapshot("machines", &render(&sources));
}

#[test]
fn tasks() {
    let tasks = [
        "fn charge(o: &O) -> R;",
        "async fn charge(&O) -> R;",
        "async fn charge(o: &O, o: &O) -> R;",
        "async fn charge(&self, o: &O) -> R;",
        "async fn charge(o: &O, cx: &TaskContext<'_>) -> R;",
        "async fn charge(o: &O) -> R { }",
        "async fn charge(o: &O) -> &R;",
        "async fn charge(o: &O) -> R; async fn charge(o: &O) -> R;",
        "async fn charge(o: &O) -> R; async fn other();",
        "#[inline] async fn charge(o: &O) -> R;",
        "#[resource(3)] async fn charge(o: &O) -> R;",
    ];
    let machine =
        |tasks: &&str| format!("machine M(o: O) -> R {{ tasks {{ {tasks} }} start => A(o); {A} }}");
    snapshot("tasks", &render(&tasks.iter().map(machine).collect::<Vec<_>>()));
}

#[test]
fn states() {
    let states = [
        "state A(o: O) = task charge(&o) { r => Bee(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => Elsewhere(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => B } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => B(r, o) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => A(o) }",
        "state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r; \
         state C = succeed;",
        "state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r; \
         state B(r: R) = succeed r;",
        "state A(o: O, o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "state A(o) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: &O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task chrage(&o) { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge() { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o); state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => B(r), s => B(s) } state B(r: R) = succeed r;",
        "state A(o: O) = tusk charge(&o) { r => B(r) } state B(r: R) = succeed r; state C = pass;",
        "state A(o: O) { } state match = succeed; state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => charge(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o, &o) { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r => A(r);",
        "state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = fail(r) { r => A(r) }",
        "state A(o: O) = task charge(&o) { r => C(r) } state C(r: R) = task job charge(&r) \
         { r => B(r) } state B(r: R) = succeed r;",
    ];
    snapshot("states", &render(&with_states(&states)));
}

#[test]
fn choices_and_waits() {
    let states = [
        "state A(o: O) = choice { o.a => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = choice { _ => B(o.r), o.a => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = choice { o.a as u32 < 3 => B(o.r), _ => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = choice { o.a? => B(o.r), o.b.await => B(o.r), { return } => B(o.r), \
         _ => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = wait 15 => B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = wait 15y => B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = wait 99999d => B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = wait soon => B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = wait 15m B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = pass B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = fail(o.a, o.b, o.c);",
    ];
    let sources: Vec<String> = with_states(&states)
        .iter()
        .map(|source| source.replace("tasks { async fn charge(o: &O) -> Result<R, E>; } ", ""))
        .collect();
    snapshot("choices_and_waits", &render(&sources));
}

#[test]
fn children() {
    let states = [
        "state A(o: O) = parallel { } { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = parallel { task charge(&o) } { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = task charge(&o), C = task charge(&o) } { (r, _) => B(r) } \
         state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = task charge(&o) } { (r,) => C(r) } state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = machine M(o), D = task charge(&o) } { (r, _) => B(r) } \
         state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = machine Sub(o, o), D = task charge(&o) } { (r, _) => B(r) } \
         state B(r: R) = succeed r;",
        "#[retry(_)] state A(o: O) = parallel { #[timeout(1s)] C = machine Sub(o), \
         D = task charge(&o) } { (r, _) => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = map i in o.items { C = task charge(i) } { r => B(r) } \
         state B(r: R) = succeed r;",
        "state A(o: O) = map i in &o.items { C = task charge(i), D = task charge(i) } \
         { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = map in &o.items { C = task charge(i) } { r => B(r) } \
         state B(r: R) = succeed r;",
    ];
    snapshot("children", &render(&with_states(&states)));
}

#[test]
fn attributes_and_errors() {
    let attributes = [
        "#[timeout(1500ms)]",
        "#[timeout(1s)] #[timeout(1s)]",
        "#[timeout(10s)] #[heartbeat(10s)]",
        "#[concurrency(3)]",
        "#[concurrency(some)]",
        "#[concurrency(0)]",
        "#[concurrency(99999999999)]",
        "#[timeuot(3s)]",
        "#[serde::skip]",
        "#[timeout]",
        "#[timeout(3s, 4s)]",
        "#[heartbeat(99999999999999999999s)]",
        "#[heartbeat = 3]",
        "#[retries(3)]",
        "#[retry]",
        "#[retry()]",
        "#[retry(\"X\", max_attemps = 3)]",
        "#[retry(\"X\", max_attempts 3)]",
        "#[retry(\"X\" interval = 3s)]",
        "#[retry(\"X\", 3)]",
        "#[retry(\"X\", max_attempts = 1.5)]",
        "#[retry(\"X\", max_attempts = -1)]",
        "#[retry(\"X\", max_attempts = 999999999999)]",
        "#[retry(\"X\", interval = 0s)]",
        "#[retry(\"X\", interval = \"1s\")]",
        "#[retry(\"X\", interval = 1.5s)]",
        "#[retry(\"X\", backoff = 1e999)]",
        "#[retry(\"X\", backoff = fast)]",
        "#[retry(\"X\", backoff = -2.0)]",
        "#[retry(\"X\", jitter = \"full\")]",
        "#[retry(\"X\", max_delay = 367d)]",
        "#[retry(\"X\" | \"X\")] #[retry(\"Y\")] #[retry(\"X\")]",
        "#[retry(\"X\", every = 3)]",
        "#[retry(\"X\", interval = 3)]",
        "#[retry(\"X\", backoff = 0.5)]",
        "#[retry(\"X\", jitter = some)]",
        "#[retry(\"X\", interval = 5s, max_delay = 5s)]",
        "#[retry(\"X\", interval = 5s, interval = 5s)]",
        "#[retry(_)] #[retry(\"X\")]",
        "#[retry(\"States.ALL\" | \"X\")]",
        "#[retry(\"States.Runtime\")]",
        "#[retry(\"States.Timeuot\")]",
    ];
    let machine = |attribute: &&str| format!("{attribute} {A}");
    let sources: Vec<String> = attributes.iter().map(machine).collect();
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    let mut all = with_states(&sources);
    all.extend(with_states(&[
        "state A(o: O) = task charge(&o) { r => B(r), catch X => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) { r => B(r), catch _ => C, catch \"X\" => C } \
         state B(r: R) = succeed r; state C = fail;",
        "state A(o: O) = task charge(&o) { r => B(r) } #[timeout(3s)] state B(r: R) = succeed r;",
    ]));
    all.push(
        "machine M { tasks { async fn a(); } start => A; state A = task a() { () => B, \
         catch \"X\" => B } state B = succeed; }"
            .to_owned(),
    );
    snapshot("attributes_and_errors", &render(&all));
}

#[test]
fn matches() {
    let states = [
        "state A(o: O) = match o.a { } state B(r: R) = succeed r;",
        "state A(o: O) = match { X => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = match o.a; state B(r: R) = succeed r;",
        "state A(o: O) = match o.a { X(r) => B(r), Y => Bee(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = match o.a { X(r) = B(r), Y => B(o.r) } state B(r: R) = succeed r;",
        "state A(o: O) = match o.a { X(r) if => B(r), Y => B(o.r, 3) } state B(r: R) = succeed r;",
        "state A(o: O) = match o.a? { X(r) if r.b.await => B(r), Y => B(o.r) } \
         state B(r: R) = succeed r;",
        "#[retry(_)] state A(o: O) = match o.a { _ => B(o.r) } state B(r: R) = succeed r;",
    ];
    let sources: Vec<String> = with_states(&states)
        .iter()
        .map(|source| source.replace("tasks { async fn charge(o: &O) -> Result<R, E>; } ", ""))
        .collect();
    snapshot("matches", &render(&sources));
}

#[test]
fn shared_retries_and_tried_tasks() {
    let states = [
        "retry slow = \"X\", interval = 2s; state A(o: O) = task charge(&o) { r => B(r) } \
         state B(r: R) = succeed r;",
        "retry slow = _; #[retry(slwo)] state A(o: O) = task charge(&o) { r => B(r) } \
         state B(r: R) = succeed r;",
        "#[retry(slow)] state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "retry slow = _; retry slow = _; #[retry(slow)] \
         state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "retry slow _; state A(o: O) = task charge(&o) { r => B(r) } state B(r: R) = succeed r;",
        "retry slow = _, often = 3; #[retry(slow)] state A(o: O) = task charge(&o) { r => B(r) } \
         state B(r: R) = succeed r;",
        "retry slow = _ #[retry(slow)] state A(o: O) = task charge(&o) { r => B(r) } \
         state B(r: R) = succeed r;",
        "retry slow = \"States.Timeuot\"; #[retry(slow)] state A(o: O) = task charge(&o) \
         { r => B(r) } state B(r: R) = succeed r;",
        "retry slow = _; #[retry(slow)] #[retry(\"X\")] state A(o: O) = task charge(&o) \
         { r => B(r) } state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) => B(o.r) state B(r: R) = succeed r;",
        "state A(o: O) = task charge(&o) -> B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = try machine Sub(o), D = try task charge(&o) } => B(o.r); \
         state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = try charge(&o) } => B(o.r); state B(r: R) = succeed r;",
        "state A(o: O) = parallel { C = try task charge(&o) } => CFailed(o.r); \
         state CFailed(r: R) = succeed r;",
        "state A(o: O) = parallel { C = try task charge(&o) } => CFailed; state B = succeed;",
    ];
    snapshot("shared_retries_and_tried_tasks", &render(&with_states(&states)));
}

fn snapshot(name: &str, rendered: &str) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, rendered);
    });
}

/// Each source, which is one line, with carets and messages below it.
fn render(sources: &[String]) -> String {
    let mut lines = Vec::new();
    for source in sources {
        let (rust, findings) = expand(source);
        lines.push(format!("  {source}"));
        let error = findings.into_error().unwrap_or_else(|| panic!("{source} is accepted"));
        for error in error {
            let range = error.span().byte_range();
            let indent = " ".repeat(2 + source[..range.start].chars().count());
            let carets = "^".repeat(source[range].chars().count());
            lines.push(if carets.is_empty() { "  sfn!".to_owned() } else { indent + &carets });
            lines.extend(error.to_string().lines().map(|line| format!("    {line}")));
        }
        // What is left of the machine is Rust.
        assert!(syn::parse2::<syn::File>(rust).is_ok(), "{source}");
        lines.push(String::new());
    }
    lines.join("\n")
}
