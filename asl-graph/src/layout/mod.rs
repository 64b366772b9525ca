//! Where everything goes: a layered layout in the manner of Sugiyama, from a start at the top to
//! an end at the bottom.
//!
//! It knows boxes and links between them, and nothing of states. The steps, one file each:
//!
//! 1. [`acyclic`] finds the links that lead back.
//! 2. [`rank`] puts each box on a rank below those that lead to it. Boxes have the even ranks,
//!    labels the odd ones between.
//! 3. [`lanes`] makes links that span ranks into chains of vertices. Links of one kind to one box
//!    share a chain, so that a hundred catchers of one state are one line.
//! 4. [`order`] orders each rank so that few links cross.
//! 5. [`align`] finds the horizontal places, so that links are straight.
//! 6. [`route`] finds the vertical places, and draws the links as curves.
//!
//! Vertices of a rank have distances between them, links go straight down within a rank and bend
//! between ranks: that is why no link crosses a box and no label lies on another.

mod acyclic;
mod align;
mod budget;
mod lanes;
mod order;
mod rank;
mod route;
#[cfg(test)]
mod tests;

pub(crate) use budget::stubs;
pub(crate) use route::ARROW;

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A rectangle, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// What is to be laid out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Input {
    /// The boxes; the first is at the top.
    pub(crate) boxes: Vec<Size>,
    /// The links between them. Of those that start from one box, the first are drawn further left.
    pub(crate) links: Vec<Link>,
}

/// A link from one box to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Link {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// A link beside the main flow: it starts off the centre of its box, and the flow is
    /// straightened at its expense.
    pub(crate) aside: bool,
    /// Room for a label.
    pub(crate) label: Option<Size>,
    /// Whether it ends at its label, which then says where it leads.
    pub(crate) stub: bool,
}

/// Where everything is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// What the whole takes.
    pub(crate) size: Size,
    /// The boxes of the input.
    pub(crate) boxes: Vec<Rect>,
    /// The links of the input: the curve up to where it joins others, or to its end.
    pub(crate) links: Vec<Route>,
    /// The labels of the links.
    pub(crate) labels: Vec<Option<Rect>>,
    /// What links have in common on their way to a box.
    pub(crate) trunks: Vec<Trunk>,
}

/// The last part of the way of several links.
#[derive(Debug, Clone)]
pub(crate) struct Trunk {
    /// Whether its links are [aside](Link::aside).
    pub(crate) aside: bool,
    /// The curve.
    pub(crate) route: Route,
}

/// A curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Route {
    /// Where it starts.
    pub(crate) start: Point,
    /// How it goes on.
    pub(crate) steps: Vec<Step>,
    /// Whether it ends at a box, from above.
    pub(crate) arrow: bool,
}

/// A part of a curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// A straight line to a point.
    Line(Point),
    /// A Bézier curve with two control points to a point.
    Curve(Point, Point, Point),
}

/// Lays out.
pub(crate) fn layout(input: &Input) -> Layout {
    let back = acyclic::back_links(input);
    let ranks = rank::ranks(input, &back);
    let chains = lanes::chains(input, &back, &ranks);
    let layers = order::layers(&chains.vertices, &chains.segments);
    let centres = align::centres(&chains.vertices, &chains.segments, &layers);
    route::route(input, &chains, &layers, &centres)
}
