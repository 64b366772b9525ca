//! Nodes as SVG.

use super::xml::{Number, Text};
use crate::drawing::{
    BADGE_GAP, BADGE_PADDING, BADGE_SIGN, BASELINES, BRANCH_GAP, CARD_HEIGHT, Card, Drawing,
    TEXT_LEFT, TEXT_RIGHT, badge_width,
};
use crate::layout::Rect;
use crate::model::{Kind, StateNode};
use std::fmt::{Result, Write};

/// Where a scope starts or ends: with a word on the outside, without one in a container.
pub(super) fn terminal(svg: &mut String, word: &str, rect: Rect) -> Result {
    let class = word.to_lowercase();
    write!(svg, "<g class=\"asl-terminal asl-{class}\"><title>{word}</title>")?;
    let radius = rect.height / 2.0;
    rectangle(svg, "asl-pill", rect, radius)?;
    if rect.width == rect.height && word == "End" {
        let Rect { x, y, width, height } = rect;
        let ring = Rect { x: x + 2.0, y: y + 2.0, width: width - 4.0, height: height - 4.0 };
        rectangle(svg, "asl-ring", ring, ring.height / 2.0)?;
    } else if rect.width > rect.height {
        let (x, y) = (rect.x + rect.width / 2.0, rect.y + radius + 4.5);
        write!(svg, "<text x=\"{}\" y=\"{}\">{word}</text>", Number(x), Number(y))?;
    }
    writeln!(svg, "</g>")
}

/// A state, as a card or as a container with a head.
pub(super) fn state(
    svg: &mut String,
    state: &StateNode,
    card: &Card,
    rect: Rect,
    drawing: &Drawing,
) -> Result {
    let (class, sign) = look(state.kind);
    write!(svg, "<g class=\"asl-state asl-{class}\" data-state=\"{}\">", Text(&state.name))?;
    write!(svg, "<title>{}</title>", Text(&tooltip(state)))?;
    rectangle(svg, "asl-shadow", Rect { y: rect.y + 2.0, ..rect }, 8.0)?;
    if state.bodies.is_empty() {
        rectangle(svg, "asl-card", rect, 8.0)?;
    } else {
        rectangle(svg, "asl-container", rect, 8.0)?;
        divisions(svg, state, rect, drawing)?;
    }
    let top = rect.y + (rect.height.min(card_height(card)) - 32.0) / 2.0;
    let tile = Rect { x: rect.x + 12.0, y: top, width: 32.0, height: 32.0 };
    rectangle(svg, "asl-tile", tile, 6.0)?;
    write!(
        svg,
        "<path class=\"asl-sign\" transform=\"translate({} {})\" d=\"{sign}\"/>",
        Number(tile.x + 6.0),
        Number(tile.y + 6.0)
    )?;
    let x = Number(rect.x + TEXT_LEFT);
    let y = Number(rect.y + BASELINES.0);
    write!(svg, "<text class=\"asl-caption\" x=\"{x}\" y=\"{y}\">{}</text>", Text(&card.caption))?;
    for (line, index) in card.name.iter().zip(0u32..) {
        let y = Number(rect.y + BASELINES.1 + BASELINES.2 * f64::from(index));
        write!(svg, "<text class=\"asl-name\" x=\"{x}\" y=\"{y}\">{}</text>", Text(line))?;
    }
    badges(svg, card, rect)?;
    writeln!(svg, "</g>")
}

fn card_height(card: &Card) -> f64 {
    CARD_HEIGHT + BASELINES.2 * card.name.len().saturating_sub(1) as f64
}

/// What does not fit on a card.
fn tooltip(state: &StateNode) -> String {
    let comment = state.comment.as_ref().map(|comment| format!("\n{comment}")).unwrap_or_default();
    format!("{}\n{}{comment}", state.name, state.caption)
}

/// Lines between branches.
fn divisions(svg: &mut String, state: &StateNode, rect: Rect, drawing: &Drawing) -> Result {
    for body in state.bodies.iter().skip(1).filter_map(|&body| drawing.scopes.get(body)) {
        let x = Number(body.rect.x - BRANCH_GAP / 2.0);
        let (top, bottom) = (Number(body.rect.y), Number(rect.y + rect.height - 24.0));
        write!(svg, "<path class=\"asl-division\" d=\"M{x} {top}V{bottom}\"/>")?;
    }
    Ok(())
}

/// Retries and timeout, from the upper right corner to the left.
fn badges(svg: &mut String, card: &Card, rect: Rect) -> Result {
    let mut right = rect.x + rect.width - TEXT_RIGHT + BADGE_PADDING;
    let badges = [
        (
            "timeout",
            "M5 0.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0 -8.4zM5 2.8V5L6.6 6",
            &card.timeout,
        ),
        ("retry", "M8.4 3.2A4 4 0 1 0 9 5.4M8.9 0.8V3.4H6.3", &card.retries),
    ];
    for (class, sign, text) in badges {
        let Some(text) = text else { continue };
        let width = badge_width(text) - BADGE_GAP;
        let pill = Rect { x: right - width, y: rect.y + 9.0, width, height: 16.0 };
        write!(svg, "<g class=\"asl-badge asl-{class}\">")?;
        rectangle(svg, "asl-pill", pill, 8.0)?;
        let (x, y) = (pill.x + BADGE_PADDING, pill.y + 3.0);
        write!(svg, "<path transform=\"translate({} {})\" d=\"{sign}\"/>", Number(x), Number(y))?;
        let (x, y) = (Number(x + BADGE_SIGN), Number(pill.y + 11.6));
        write!(svg, "<text x=\"{x}\" y=\"{y}\">{}</text></g>", Text(text))?;
        right = pill.x - BADGE_GAP;
    }
    Ok(())
}

pub(super) fn rectangle(svg: &mut String, class: &str, rect: Rect, radius: f64) -> Result {
    let Rect { x, y, width, height } = rect;
    let (x, y, width, height) = (Number(x), Number(y), Number(width), Number(height));
    write!(
        svg,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{}\"/>",
        Number(radius)
    )
}

/// Class of a type, and its sign in a square of 20 pixels.
fn look(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Lambda => ("lambda", "M5.5 3.5H8L14 16.5H16M9.4 8.4L4.5 16.5"),
        Kind::Task => ("task", "M11.5 2.5L5 11.5H9.5L8.5 17.5L15 8.5H10.5Z"),
        Kind::Pass => ("pass", "M3.5 10H16M11 5L16 10L11 15"),
        Kind::Choice => ("choice", "M10 2.5L17.5 10L10 17.5L2.5 10Z"),
        Kind::Wait => ("wait", "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0 -14ZM10 6V10L13 12"),
        Kind::Succeed => ("succeed", "M4 10.5L8.3 15L16 5.5"),
        Kind::Fail => ("fail", "M5 5L15 15M15 5L5 15"),
        Kind::Parallel => ("parallel", "M10 2.5V7M4 17V13Q4 10 7 10H13Q16 10 16 13V17M10 7V17"),
        Kind::Map => ("map", "M3 7.5H12.5V17H3ZM7.5 7V3H17V12.5H13"),
    }
}
