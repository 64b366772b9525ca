//! The machine laid out: each scope by itself, from the inside out, and each container as a box of
//! the scope that holds it.

#[cfg(test)]
mod tests;

use crate::layout::{self, Input, Layout, Link, Point, Rect, Size};
use crate::model::{Edge, EdgeKind, Model, Node, Scope, StateNode};
use crate::text::{Font, one_line};

/// Name of a state.
pub(crate) const NAME: Font = Font { size: 14.0, bold: true };
/// What stands above the name.
pub(crate) const CAPTION: Font = Font { size: 11.0, bold: false };
/// Text in a badge.
pub(crate) const BADGE: Font = Font { size: 10.0, bold: true };
/// Text at an edge.
pub(crate) const LABEL: Font = Font { size: 11.0, bold: false };

/// From the left edge of a card to its text: the sign is in between.
pub(crate) const TEXT_LEFT: f64 = 56.0;
/// From the text to the right edge.
pub(crate) const TEXT_RIGHT: f64 = 16.0;
/// From the top of a card to the baseline of the caption, to that of the name, and of a further
/// line.
pub(crate) const BASELINES: (f64, f64, f64) = (22.0, 41.0, 18.0);
/// Height of a card with a name of one line, and of a container's head.
pub(crate) const CARD_HEIGHT: f64 = 56.0;
/// Height of a line of a label.
pub(crate) const LABEL_LINE: f64 = 14.0;
/// Room left and right of the text of a badge, the sign in it aside.
pub(crate) const BADGE_PADDING: f64 = 6.0;
/// Room for the sign in a badge.
pub(crate) const BADGE_SIGN: f64 = 13.0;
/// Distance between badges.
pub(crate) const BADGE_GAP: f64 = 4.0;

const NAME_WIDTH: (f64, f64) = (96.0, 216.0);
/// Caption and badges side by side are not wider, unless the badges are.
const CARD_TEXT: f64 = 280.0;
const BADGE_TEXT_WIDTH: f64 = 72.0;
const LABEL_WIDTH: f64 = 184.0;
const LABEL_LINES: usize = 3;
const LABEL_PADDING: Size = Size { width: 8.0, height: 3.0 };
/// Between a container's edge and what is in it.
const PADDING: f64 = 24.0;
/// Between the head of a container and what is in it.
const HEAD_GAP: f64 = 8.0;
/// Between branches.
pub(crate) const BRANCH_GAP: f64 = 48.0;
const PILL: Size = Size { width: 72.0, height: 32.0 };
const DOT: Size = Size { width: 12.0, height: 12.0 };
/// Around everything.
const MARGIN: f64 = 24.0;

/// Everything with its place on the canvas.
pub(crate) struct Drawing {
    /// Of the canvas.
    pub(crate) size: Size,
    /// The scopes by their ids.
    pub(crate) scopes: Vec<ScopeDrawing>,
}

/// A scope with its place.
#[derive(Clone, Default)]
pub(crate) struct ScopeDrawing {
    /// What it takes on the canvas.
    pub(crate) rect: Rect,
    /// The layout of its nodes and edges, on the canvas.
    pub(crate) layout: Layout,
    /// The texts of its nodes.
    pub(crate) cards: Vec<Card>,
    /// The lines of the labels of its edges.
    pub(crate) labels: Vec<Vec<String>>,
}

/// The texts of a node as they are shown, and its size.
#[derive(Debug, Clone, Default)]
pub(crate) struct Card {
    pub(crate) size: Size,
    pub(crate) name: Vec<String>,
    pub(crate) caption: String,
    pub(crate) retries: Option<String>,
    pub(crate) timeout: Option<String>,
}

impl Drawing {
    pub(crate) fn new(model: &Model) -> Drawing {
        let mut scopes = vec![ScopeDrawing::default(); model.scopes.len()];
        let mut inside_out: Vec<usize> = (0..scopes.len()).collect();
        inside_out.sort_by_key(|&index| std::cmp::Reverse((model.scopes[index].depth, index)));
        for &index in &inside_out {
            scopes[index] = draw(&model.scopes[index], &scopes);
        }
        let root = scopes.first().map_or(Size::default(), |root| root.layout.size);
        let mut drawing = Drawing {
            size: Size { width: root.width + 2.0 * MARGIN, height: root.height + 2.0 * MARGIN },
            scopes,
        };
        drawing.place(model, &inside_out);
        drawing
    }

    /// Moves the scopes to their places on the canvas, from the outside in.
    fn place(&mut self, model: &Model, inside_out: &[usize]) {
        if let Some(root) = self.scopes.first_mut() {
            root.shift(Point { x: MARGIN, y: MARGIN });
        }
        for &outer in inside_out.iter().rev() {
            for (node, at) in model.scopes[outer].nodes.iter().zip(0..) {
                let Node::State(state) = node else { continue };
                let Some(&rect) = self.scopes[outer].layout.boxes.get(at) else { continue };
                let widths = state.bodies.iter().filter_map(|&body| self.width(body));
                let gaps = state.bodies.len().saturating_sub(1) as f64 * BRANCH_GAP;
                let mut x = rect.x + (rect.width - widths.sum::<f64>() - gaps) / 2.0;
                for &body in &state.bodies {
                    let width = self.width(body).unwrap_or_default();
                    if let Some(body) = self.scopes.get_mut(body) {
                        body.shift(Point { x, y: rect.y + CARD_HEIGHT + HEAD_GAP });
                    }
                    x += width + BRANCH_GAP;
                }
            }
        }
    }

    fn width(&self, scope: usize) -> Option<f64> {
        self.scopes.get(scope).map(|scope| scope.rect.width)
    }
}

impl ScopeDrawing {
    fn shift(&mut self, by: Point) {
        let shift = |rect: &mut Rect| (rect.x, rect.y) = (rect.x + by.x, rect.y + by.y);
        shift(&mut self.rect);
        self.layout.boxes.iter_mut().for_each(shift);
        self.layout.labels.iter_mut().flatten().for_each(shift);
        self.layout.links.iter_mut().for_each(|route| route.shift(by.x, by.y));
        self.layout.trunks.iter_mut().for_each(|trunk| trunk.route.shift(by.x, by.y));
    }
}

/// Lays out a scope whose containers are done.
fn draw(scope: &Scope, done: &[ScopeDrawing]) -> ScopeDrawing {
    let cards: Vec<Card> = scope.nodes.iter().map(|node| card(node, scope.depth, done)).collect();
    let mut labels: Vec<Vec<String>> = scope.edges.iter().map(label).collect();
    let links = scope.edges.iter().zip(&labels).map(|(edge, label)| Link {
        from: edge.from,
        to: edge.to,
        aside: edge.kind == EdgeKind::Catch,
        label: (!label.is_empty()).then(|| label_size(label)),
        stub: false,
    });
    let mut input =
        Input { boxes: cards.iter().map(|card| card.size).collect(), links: links.collect() };
    let stubs = layout::stubs(&input);
    for ((link, label), _) in
        input.links.iter_mut().zip(&mut labels).zip(stubs).filter(|(_, stub)| *stub)
    {
        label.push(LABEL.shorten(&one_line(&format!("→ {}", scope.name(link.to))), LABEL_WIDTH));
        (link.label, link.stub) = (Some(label_size(label)), true);
    }
    let layout = layout::layout(&input);
    let Size { width, height } = layout.size;
    ScopeDrawing { rect: Rect { x: 0.0, y: 0.0, width, height }, layout, cards, labels }
}

fn card(node: &Node, depth: usize, done: &[ScopeDrawing]) -> Card {
    match node {
        Node::Start | Node::End => {
            let size = if depth <= 1 { PILL } else { DOT };
            Card { size, ..Card::default() }
        }
        Node::State(state) if state.bodies.is_empty() => state_card(state, NAME_WIDTH.1, 3),
        Node::State(state) => container(state, done),
    }
}

fn state_card(state: &StateNode, width: f64, lines: usize) -> Card {
    let short = |text: &String| BADGE.shorten(&one_line(text), BADGE_TEXT_WIDTH);
    let retries = state.retries.map(|retries| retries.to_string());
    let timeout = state.timeout.as_ref().map(short);
    let badges: f64 =
        [&retries, &timeout].into_iter().flatten().map(|text| badge_width(text)).sum();
    let name = NAME.wrap(&one_line(&state.name), width, lines);
    let caption =
        CAPTION.shorten(&one_line(&state.caption), (width.max(CARD_TEXT) - badges).min(width));
    let names = name.iter().map(|line| NAME.width(line)).fold(NAME_WIDTH.0, f64::max);
    let text = names.max(CAPTION.width(&caption) + badges);
    let size = Size {
        width: ((TEXT_LEFT + text + TEXT_RIGHT) / 8.0).ceil() * 8.0,
        height: CARD_HEIGHT + BASELINES.2 * name.len().saturating_sub(1) as f64,
    };
    Card { size, name, caption, retries, timeout }
}

/// Width of a badge with the distance to what is left of it.
pub(crate) fn badge_width(text: &str) -> f64 {
    BADGE.width(text) + BADGE_SIGN + 2.0 * BADGE_PADDING + BADGE_GAP
}

fn container(state: &StateNode, done: &[ScopeDrawing]) -> Card {
    let bodies = || state.bodies.iter().filter_map(|&body| done.get(body));
    let widths: f64 = bodies().map(|body| body.rect.width).sum();
    let gaps = state.bodies.len().saturating_sub(1) as f64 * BRANCH_GAP;
    let height = bodies().map(|body| body.rect.height).fold(0.0, f64::max);
    let width = widths + gaps + 2.0 * PADDING;
    let mut card = state_card(state, CARD_TEXT.max(width - TEXT_LEFT - TEXT_RIGHT), 1);
    card.size.width = card.size.width.max((width / 8.0).ceil() * 8.0);
    card.size.height = CARD_HEIGHT + HEAD_GAP + height + PADDING;
    card
}

/// The lines that are shown of the conditions of an edge.
fn label(edge: &Edge) -> Vec<String> {
    let conditions: Vec<String> = edge.conditions.iter().map(|text| one_line(text)).collect();
    match conditions.as_slice() {
        [condition] => LABEL.wrap(condition, LABEL_WIDTH, 2),
        conditions if conditions.len() <= LABEL_LINES => {
            conditions.iter().map(|condition| LABEL.shorten(condition, LABEL_WIDTH)).collect()
        }
        conditions => {
            let shown = conditions.iter().take(LABEL_LINES - 1);
            let more = format!("+ {} more", conditions.len() + 1 - LABEL_LINES);
            shown.map(|condition| LABEL.shorten(condition, LABEL_WIDTH)).chain([more]).collect()
        }
    }
}

fn label_size(lines: &[String]) -> Size {
    let width = lines.iter().map(|line| LABEL.width(line)).fold(0.0, f64::max);
    Size {
        width: (width + 2.0 * LABEL_PADDING.width).ceil(),
        height: lines.len() as f64 * LABEL_LINE + 2.0 * LABEL_PADDING.height,
    }
}
