//! Drawings as SVG.

mod cards;
mod edges;
mod style;
mod xml;

use crate::drawing::Drawing;
use crate::model::{Model, Node};
use std::fmt::Write;
use xml::{Number, Text};

/// How a picture looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SvgOptions {
    /// The colours.
    pub theme: Theme,
    /// What the picture is called, for those who do not see it; the file's name by default.
    pub title: Option<String>,
}

impl SvgOptions {
    /// These colours, and defaults for the rest.
    ///
    /// ```
    /// use asl_graph::{SvgOptions, Theme};
    ///
    /// let mut options = SvgOptions::theme(Theme::Light);
    /// options.title = Some("How an order is fulfilled".to_owned());
    /// ```
    pub fn theme(theme: Theme) -> SvgOptions {
        SvgOptions { theme, title: None }
    }
}

/// Colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader prefers (`prefers-color-scheme`). Light where nothing is known of that.
    #[default]
    Auto,
}

/// The picture as a document of its own, which may also be put into a page as it is.
pub(crate) fn svg(model: &Model, options: &SvgOptions) -> String {
    let drawing = Drawing::new(model);
    let mut svg = String::new();
    // Writing to a `String` does not fail.
    let _ = write(&mut svg, model, &drawing, options);
    svg
}

fn write(
    svg: &mut String,
    model: &Model,
    drawing: &Drawing,
    options: &SvgOptions,
) -> std::fmt::Result {
    let (width, height) = (Number(drawing.size.width), Number(drawing.size.height));
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"asl-graph\" role=\"img\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
    )?;
    writeln!(svg, "<title>{}</title>", Text(options.title.as_ref().unwrap_or(&model.title)))?;
    if let Some(comment) = &model.comment {
        writeln!(svg, "<desc>{}</desc>", Text(comment))?;
    }
    writeln!(svg, "<style>\n{}</style>", style::css(options.theme))?;
    writeln!(
        svg,
        "<rect class=\"asl-canvas\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"12\"/>",
        Number(drawing.size.width - 1.0),
        Number(drawing.size.height - 1.0)
    )?;
    // Containers before what is in them.
    let mut outside_in: Vec<usize> = (0..model.scopes.len()).collect();
    outside_in.sort_by_key(|&index| (model.scopes[index].depth, index));
    for index in outside_in {
        let (scope, placed) = (&model.scopes[index], &drawing.scopes[index]);
        for (at, node) in scope.nodes.iter().enumerate() {
            let (rect, card) = (placed.layout.boxes[at], &placed.cards[at]);
            match node {
                Node::Start => cards::terminal(svg, "Start", rect)?,
                Node::End => cards::terminal(svg, "End", rect)?,
                Node::State(state) => cards::state(svg, state, card, rect, drawing)?,
            }
        }
        edges::edges(svg, scope, placed)?;
    }
    writeln!(svg, "</svg>")
}
