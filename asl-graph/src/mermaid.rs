//! Drawings as Mermaid flowcharts. Of Mermaid's diagrams these show nested containers with edges
//! between them, and take any text as a label.

use crate::model::{EdgeKind, Kind, Model, Node, Scope, StateNode};
use crate::text::one_line;
use std::fmt::{self, Write};

const CLASSES: &str = "    classDef terminal fill:#3b475a,stroke:#3b475a,color:#ffffff
    classDef lambda fill:#fff3e6,stroke:#ed7100,color:#16202f
    classDef task fill:#edf1ff,stroke:#4263eb,color:#16202f
    classDef pass fill:#f3f5f8,stroke:#6b7a90,color:#16202f
    classDef choice fill:#f5efff,stroke:#8250df,color:#16202f
    classDef wait fill:#e9f5fc,stroke:#1c88c0,color:#16202f
    classDef succeed fill:#e9f8ef,stroke:#1a9150,color:#16202f
    classDef fail fill:#fdeceb,stroke:#d1373b,color:#16202f
    classDef container fill:#eef2f7,stroke:#8290a5,color:#16202f
";

pub(crate) fn mermaid(model: &Model) -> String {
    let mut writer = Writer { model, text: String::new(), edges: 0, catches: Vec::new() };
    // Writing to a `String` does not fail.
    let _ = writer.document();
    writer.text
}

struct Writer<'a> {
    model: &'a Model,
    text: String,
    /// How many edges there are already: Mermaid knows them by their numbers.
    edges: usize,
    /// Which of them are catchers.
    catches: Vec<String>,
}

impl Writer<'_> {
    fn document(&mut self) -> fmt::Result {
        self.text.push_str("flowchart TD\n");
        self.scope(0, 1)?;
        self.text.push_str(CLASSES);
        if !self.catches.is_empty() {
            let catches = self.catches.join(",");
            writeln!(self.text, "    linkStyle {catches} stroke:#d1373b,color:#b02a30")?;
        }
        Ok(())
    }

    fn scope(&mut self, index: usize, depth: usize) -> fmt::Result {
        let Some(scope) = self.model.scopes.get(index) else { return Ok(()) };
        for node in &scope.nodes {
            match node {
                Node::Start | Node::End => self.terminal(index, node, depth)?,
                Node::State(state) if state.bodies.is_empty() => self.state(state, depth)?,
                Node::State(state) => self.container(state, scope, depth)?,
            }
        }
        self.edges(index, scope, depth)
    }

    fn terminal(&mut self, scope: usize, node: &Node, depth: usize) -> fmt::Result {
        let label = match (scope, node) {
            (0, Node::Start) => "([\"Start\"])",
            (0, _) => "([\"End\"])",
            _ => "((\" \"))",
        };
        self.indent(depth);
        writeln!(self.text, "{}{label}:::terminal", id(scope, node))
    }

    fn state(&mut self, state: &StateNode, depth: usize) -> fmt::Result {
        let (open, close) = if state.kind == Kind::Choice { ("{", "}") } else { ("[", "]") };
        self.indent(depth);
        let label = label(state, "<br/>");
        writeln!(self.text, "s{}{open}\"{label}\"{close}:::{}", state.id.0, class(state.kind))
    }

    fn container(&mut self, state: &StateNode, outer: &Scope, depth: usize) -> fmt::Result {
        let name = format!("s{}", state.id.0);
        self.open(&name, &label(state, " · "), depth)?;
        for (&body, number) in state.bodies.iter().zip(1..) {
            // A scope that is not deeper than this one is no body of it.
            if self.model.scopes.get(body).is_none_or(|body| body.depth <= outer.depth) {
                continue;
            }
            if state.bodies.len() == 1 {
                self.scope(body, depth + 1)?;
            } else {
                self.open(&format!("branch{body}"), &format!("Branch {number}"), depth + 1)?;
                self.scope(body, depth + 2)?;
                self.close(&format!("branch{body}"), depth + 1)?;
            }
        }
        self.close(&name, depth)
    }

    fn open(&mut self, name: &str, label: &str, depth: usize) -> fmt::Result {
        self.indent(depth);
        writeln!(self.text, "subgraph {name}[\"{label}\"]")?;
        self.indent(depth + 1);
        writeln!(self.text, "direction TB")
    }

    fn close(&mut self, name: &str, depth: usize) -> fmt::Result {
        self.indent(depth);
        writeln!(self.text, "end")?;
        self.indent(depth);
        writeln!(self.text, "class {name} container")
    }

    fn edges(&mut self, index: usize, scope: &Scope, depth: usize) -> fmt::Result {
        for edge in &scope.edges {
            let ends = scope.nodes.get(edge.from).zip(scope.nodes.get(edge.to));
            let Some((from, to)) = ends else { continue };
            let arrow = match edge.kind {
                EdgeKind::Flow => "-->",
                EdgeKind::Catch => "-.->",
            };
            if edge.kind == EdgeKind::Catch {
                self.catches.push(self.edges.to_string());
            }
            self.edges += 1;
            let conditions: Vec<String> =
                edge.short_conditions().map(|condition| escaped(&condition)).collect();
            self.indent(depth);
            write!(self.text, "{} {arrow}", id(index, from))?;
            if !conditions.is_empty() {
                write!(self.text, "|\"{}\"|", conditions.join("<br/>"))?;
            }
            writeln!(self.text, " {}", id(index, to))?;
        }
        Ok(())
    }

    fn indent(&mut self, depth: usize) {
        self.text.extend(std::iter::repeat_n("    ", depth));
    }
}

fn id(scope: usize, node: &Node) -> String {
    match node {
        Node::Start => format!("start{scope}"),
        Node::End => format!("finish{scope}"),
        Node::State(state) => format!("s{}", state.id.0),
    }
}

fn label(state: &StateNode, between: &str) -> String {
    format!("{}{between}{}", escaped(&one_line(&state.name)), escaped(&state.details()))
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Lambda => "lambda",
        Kind::Task => "task",
        Kind::Pass => "pass",
        Kind::Choice => "choice",
        Kind::Wait => "wait",
        Kind::Succeed => "succeed",
        Kind::Fail => "fail",
        Kind::Parallel | Kind::Map => "container",
    }
}

/// A text in a label in quotes. What could mean something to Mermaid, to Markdown or to HTML is
/// written by its number: at the beginning what makes a list, and `$$`, which makes a formula.
fn escaped(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = start.starts_with(['.', ')', '-', '+']).then_some(text.len() - start.len());
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let formula = character == '$' && before == '$';
        if formula || Some(at) == marker || "\"#&;<>\\`*|{}~".contains(character) {
            escaped.push_str(&format!("#{};", u32::from(character)));
        } else {
            escaped.push(character);
        }
        before = character;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn labels_are_escaped() {
        for (text, expected) in [
            ("Charge the card", "Charge the card"),
            ("a \"b\" <c>", "a #34;b#34; #60;c#62;"),
            ("1. First", "1#46; First"),
            ("- First", "#45; First"),
            ("$.a > $$.b", "$.a #62; $#36;.b"),
            ("#quot;", "#35;quot#59;"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
