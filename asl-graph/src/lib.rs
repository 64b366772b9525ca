//! Draws state machines of the Amazon States Language.
//!
//! A [`Graph`] is made of an [`ir::Machine`](asl_lang::ir::Machine) and written as SVG, with a
//! layout of its own, or as text for Mermaid or Graphviz.
//!
//! ```
//! use asl_graph::{Graph, SvgOptions, Theme};
//! use asl_lang::{Options, compile, source::Source};
//!
//! let text = r#"{"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "End": true}}}"#;
//! let compilation = compile(&Source::new("greet.asl.json", text), &Options::default());
//! let graph = Graph::new(&compilation.machine.ok_or("errors in the definition")?);
//!
//! assert!(graph.to_svg(&SvgOptions::theme(Theme::Dark)).starts_with("<svg"));
//! assert!(graph.to_mermaid().starts_with("flowchart TD"));
//! assert!(graph.to_dot().starts_with("digraph"));
//! # Ok::<(), &str>(())
//! ```

mod dot;
mod drawing;
mod layout;
mod mermaid;
mod model;
mod svg;
mod text;

use asl_lang::ir::Machine;
use model::Model;
pub use svg::{SvgOptions, Theme};

/// A state machine as a graph: states, the ways between them, and containers for the branches of a
/// Parallel and the body of a Map.
///
/// What is written of it depends on the machine alone: the same text each time.
#[derive(Debug, Clone)]
pub struct Graph {
    model: Model,
}

impl Graph {
    /// The graph of a machine.
    pub fn new(machine: &Machine) -> Graph {
        Graph { model: Model::new(machine) }
    }

    /// The picture, as an SVG document that stands for itself.
    pub fn to_svg(&self, options: &SvgOptions) -> String {
        svg::svg(&self.model, options)
    }

    /// The graph as a [Mermaid](https://mermaid.js.org/syntax/flowchart.html) flowchart, which
    /// many places show that take Markdown.
    ///
    /// States are called `s0`, `s1` and so on in it, in the order of the definition.
    pub fn to_mermaid(&self) -> String {
        mermaid::mermaid(&self.model)
    }

    /// The graph in the [DOT language](https://graphviz.org/doc/info/lang.html) of Graphviz, with
    /// containers as clusters.
    ///
    /// States are called `s0`, `s1` and so on in it, in the order of the definition.
    pub fn to_dot(&self) -> String {
        dot::dot(&self.model)
    }
}
