//! Edges and their labels as SVG.

use super::cards::rectangle;
use super::xml::{Number, Text};
use crate::drawing::{LABEL_LINE, ScopeDrawing};
use crate::layout::{ARROW, Rect, Route, Step};
use crate::model::{Edge, EdgeKind, Scope};
use std::fmt::{Result, Write};

/// The edges of a scope, then their labels, which lie upon them.
pub(super) fn edges(svg: &mut String, scope: &Scope, placed: &ScopeDrawing) -> Result {
    for trunk in &placed.layout.trunks {
        write!(svg, "<g class=\"asl-edge asl-{}\">", class(trunk.aside))?;
        curve(svg, &trunk.route)?;
        writeln!(svg, "</g>")?;
    }
    for (edge, route) in scope.edges.iter().zip(&placed.layout.links) {
        write!(svg, "<g class=\"asl-edge asl-{}\">", class(edge.kind == EdgeKind::Catch))?;
        write!(svg, "<title>{}</title>", Text(&tooltip(scope, edge)))?;
        curve(svg, route)?;
        writeln!(svg, "</g>")?;
    }
    for ((edge, rect), lines) in scope.edges.iter().zip(&placed.layout.labels).zip(&placed.labels) {
        if let Some(rect) = rect {
            label(svg, scope, edge, *rect, lines)?;
        }
    }
    Ok(())
}

fn class(aside: bool) -> &'static str {
    if aside { "catch" } else { "flow" }
}

fn curve(svg: &mut String, route: &Route) -> Result {
    write!(svg, "<path d=\"M{} {}", Number(route.start.x), Number(route.start.y))?;
    let mut end = route.start;
    let last = route.steps.len().saturating_sub(1);
    for (index, step) in route.steps.iter().enumerate() {
        match *step {
            Step::Line(to) => {
                end = to;
                // The line ends within the head of the arrow, whose tip is sharp.
                let head = if route.arrow && index == last { ARROW / 2.0 } else { 0.0 };
                write!(svg, "L{} {}", Number(to.x), Number(to.y - head))?;
            }
            Step::Curve(first, second, to) => {
                end = to;
                for (sign, point) in [("C", first), (" ", second), (" ", to)] {
                    write!(svg, "{sign}{} {}", Number(point.x), Number(point.y))?;
                }
            }
        }
    }
    write!(svg, "\"/>")?;
    if route.arrow {
        let (left, right) = (Number(end.x - 4.5), Number(end.x + 4.5));
        let (x, tip, base) = (Number(end.x), Number(end.y - 1.0), Number(end.y - 1.0 - ARROW));
        write!(svg, "<path class=\"asl-head\" d=\"M{left} {base}L{x} {tip}L{right} {base}Z\"/>")?;
    }
    Ok(())
}

fn label(svg: &mut String, scope: &Scope, edge: &Edge, rect: Rect, lines: &[String]) -> Result {
    write!(svg, "<g class=\"asl-label asl-{}\">", class(edge.kind == EdgeKind::Catch))?;
    write!(svg, "<title>{}</title>", Text(&tooltip(scope, edge)))?;
    rectangle(svg, "asl-pill", rect, rect.height.min(20.0) / 2.0)?;
    let x = Number(rect.x + rect.width / 2.0);
    for (line, index) in lines.iter().zip(0u32..) {
        let y = Number(rect.y + 14.0 + LABEL_LINE * f64::from(index));
        write!(svg, "<text x=\"{x}\" y=\"{y}\">{}</text>", Text(line))?;
    }
    writeln!(svg, "</g>")
}

/// From where to where, and when.
fn tooltip(scope: &Scope, edge: &Edge) -> String {
    let mut text = format!("{} → {}", scope.name(edge.from), scope.name(edge.to));
    for condition in &edge.conditions {
        text.push('\n');
        text.push_str(condition);
    }
    text
}
