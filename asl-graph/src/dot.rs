//! Drawings in the language of Graphviz.

use crate::model::{EdgeKind, Kind, Model, Node, Scope, StateNode};
use crate::text::one_line;
use std::fmt::{self, Write};

const DEFAULTS: &str = "    graph [compound=true, rankdir=TB, fontname=\"Helvetica,Arial\", fontsize=12, style=rounded, \
bgcolor=\"#f8f9fb\", color=\"#c3cddb\", nodesep=0.4, ranksep=0.5]
    node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica,Arial\", fontsize=12, \
fillcolor=\"#ffffff\", color=\"#8290a5\", margin=\"0.2,0.1\"]
    edge [fontname=\"Helvetica,Arial\", fontsize=10, color=\"#8290a5\", fontcolor=\"#5b6779\"]
";

pub(crate) fn dot(model: &Model) -> String {
    let mut writer = Writer { model, text: String::new() };
    // Writing to a `String` does not fail.
    let _ = writer.document();
    writer.text
}

struct Writer<'a> {
    model: &'a Model,
    text: String,
}

impl Writer<'_> {
    fn document(&mut self) -> fmt::Result {
        writeln!(self.text, "digraph {} {{\n{DEFAULTS}", Quoted(&self.model.title))?;
        self.scope(0, 1)?;
        self.text.push_str("}\n");
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
        scope.edges.iter().try_for_each(|edge| {
            let ends = scope.nodes.get(edge.from).zip(scope.nodes.get(edge.to));
            let Some((from, to)) = ends else { return Ok(()) };
            self.indent(depth);
            let mut attributes: Vec<String> = Vec::new();
            let conditions: Vec<String> = edge.short_conditions().collect();
            if !conditions.is_empty() {
                attributes.push(format!("label={}", Quoted(&conditions.join("\n"))));
            }
            if edge.kind == EdgeKind::Catch {
                attributes.push("style=dashed, color=\"#d1373b\", fontcolor=\"#b02a30\"".into());
            }
            attributes.extend(cluster(from).map(|cluster| format!("ltail={cluster}")));
            attributes.extend(cluster(to).map(|cluster| format!("lhead={cluster}")));
            let (from, to) = (self.id(index, from, false), self.id(index, to, true));
            write!(self.text, "{from} -> {to}")?;
            if !attributes.is_empty() {
                write!(self.text, " [{}]", attributes.join(", "))?;
            }
            self.text.push('\n');
            Ok(())
        })
    }

    fn terminal(&mut self, scope: usize, node: &Node, depth: usize) -> fmt::Result {
        let word = if matches!(node, Node::Start) { "Start" } else { "End" };
        let look = match scope {
            0 => format!("label=\"{word}\", fontcolor=\"#ffffff\""),
            _ => "label=\"\", shape=circle, width=0.15".to_owned(),
        };
        self.indent(depth);
        let id = self.id(scope, node, true);
        writeln!(self.text, "{id} [{look}, fillcolor=\"#3b475a\", color=\"#3b475a\"]")
    }

    fn state(&mut self, state: &StateNode, depth: usize) -> fmt::Result {
        self.indent(depth);
        let label = format!("{}\n{}", one_line(&state.name), state.details());
        let colour = match state.kind {
            Kind::Lambda => "color=\"#ed7100\"",
            Kind::Task => "color=\"#4263eb\"",
            Kind::Pass => "color=\"#6b7a90\"",
            Kind::Choice => "shape=diamond, style=filled, color=\"#8250df\"",
            Kind::Wait => "color=\"#1c88c0\"",
            Kind::Succeed => "color=\"#1a9150\", fillcolor=\"#f1fbf5\"",
            Kind::Fail => "color=\"#d1373b\", fillcolor=\"#fff4f3\"",
            Kind::Parallel | Kind::Map => "color=\"#8290a5\"",
        };
        writeln!(self.text, "s{} [label={}, {colour}]", state.id.0, Quoted(&label))
    }

    fn container(&mut self, state: &StateNode, outer: &Scope, depth: usize) -> fmt::Result {
        let label = format!("{} · {}", one_line(&state.name), state.details());
        self.open(&format!("cluster_s{}", state.id.0), &label, depth)?;
        for (&body, number) in state.bodies.iter().zip(1..) {
            // A scope that is not deeper than this one is no body of it.
            if self.model.scopes.get(body).is_none_or(|body| body.depth <= outer.depth) {
                continue;
            }
            if state.bodies.len() == 1 {
                self.scope(body, depth + 1)?;
            } else {
                self.open(&format!("cluster_b{body}"), &format!("Branch {number}"), depth + 1)?;
                self.scope(body, depth + 2)?;
                self.close(depth + 1);
            }
        }
        self.close(depth);
        Ok(())
    }

    fn open(&mut self, name: &str, label: &str, depth: usize) -> fmt::Result {
        self.indent(depth);
        writeln!(self.text, "subgraph {name} {{")?;
        self.indent(depth + 1);
        writeln!(self.text, "label={}", Quoted(label))
    }

    fn close(&mut self, depth: usize) {
        self.indent(depth);
        self.text.push_str("}\n");
    }

    /// The node that an edge is tied to. Edges of containers are tied to a node within, the start
    /// for those that arrive, and cut off at the cluster's border.
    fn id(&self, scope: usize, node: &Node, arrives: bool) -> String {
        match node {
            Node::Start => format!("start{scope}"),
            Node::End => format!("end{scope}"),
            Node::State(state) => match state.bodies.first() {
                None => format!("s{}", state.id.0),
                Some(&body) => {
                    let nodes = self.model.scopes.get(body).map(|body| body.nodes.as_slice());
                    let ends = matches!(nodes.and_then(|nodes| nodes.last()), Some(Node::End));
                    format!("{}{body}", if ends && !arrives { "end" } else { "start" })
                }
            },
        }
    }

    fn indent(&mut self, depth: usize) {
        self.text.extend(std::iter::repeat_n("    ", depth));
    }
}

fn cluster(node: &Node) -> Option<String> {
    match node {
        Node::State(state) if !state.bodies.is_empty() => Some(format!("cluster_s{}", state.id.0)),
        _ => None,
    }
}

/// A text in quotes, with `\n` for the ends of lines.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                // Graphviz knows the entities of HTML.
                '&' => f.write_str("&amp;")?,
                _ => f.write_char(character)?,
            }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn texts_are_quoted() {
        assert_eq!(Quoted("a \"b\"\n\\N &lt;").to_string(), r#""a \"b\"\n\\N &amp;lt;""#);
    }
}
