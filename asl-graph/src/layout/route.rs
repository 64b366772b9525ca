//! The vertical places, and the curves.

use super::lanes::{Chain, Chains, TrunkChain};
use super::{Input, Layout, Point, Rect, Route, Size, Step, Trunk};

/// Distance between ranks where lines go straight, and where they go far to the side.
const RANK_GAP: (f64, f64) = (24.0, 56.0);
/// Length of an arrow's head.
pub(crate) const ARROW: f64 = 8.0;
/// How far from the centre of a box a line to the side starts or ends, at most.
const PORT: f64 = 48.0;

/// How far from a rank a loop turns, and by how much more the next of so many loops.
const TURN: f64 = 12.0;
const TURN_STEP: f64 = 4.0;
const TURN_STEPS: usize = 4;

/// Makes the layout of the centres of the vertices.
pub(super) fn route(
    input: &Input,
    chains: &Chains,
    layers: &[Vec<usize>],
    centres: &[f64],
) -> Layout {
    let ranks = Ranks::new(chains, layers, centres);
    let router = Router { chains, centres, ranks, users: users(chains), layers };
    let mut layout = Layout {
        boxes: (0..input.boxes.len()).map(|vertex| router.rect(vertex)).collect(),
        labels: chains.links.iter().map(|chain| chain.label.map(|at| router.rect(at))).collect(),
        links: Vec::new(),
        ..Layout::default()
    };
    for (chain, link) in chains.links.iter().zip(&input.links) {
        let mut pen = router.link(chain, link.aside);
        if let Some(trunk) = trunk_of(chains, chain).filter(|trunk| router.users[*trunk] == 1) {
            router.follow(&mut pen, &chains.trunks[trunk]);
        }
        layout.links.push(pen.route);
    }
    for (trunk, _) in chains.trunks.iter().zip(&router.users).filter(|(_, users)| **users > 1) {
        layout.trunks.push(Trunk { aside: trunk.aside, route: router.trunk(trunk) });
    }
    layout.fit();
    layout
}

/// The tops and bottoms of the ranks.
struct Ranks {
    tops: Vec<f64>,
    bottoms: Vec<f64>,
}

impl Ranks {
    fn new(chains: &Chains, layers: &[Vec<usize>], centres: &[f64]) -> Ranks {
        let mut bends = vec![0.0_f64; layers.len()];
        for segment in &chains.segments {
            let bend = (centres[segment.upper] - centres[segment.lower]).abs();
            let rank = chains.vertices[segment.upper].rank;
            bends[rank] = bends[rank].max(bend);
        }
        let mut ranks = Ranks { tops: Vec::new(), bottoms: Vec::new() };
        let mut y = 0.0;
        for ((layer, bend), turns) in layers.iter().zip(bends).zip(turns(chains, layers.len())) {
            let heights = layer.iter().map(|&vertex| chains.vertices[vertex].size.height);
            ranks.tops.push(y);
            y += heights.fold(0.0, f64::max);
            ranks.bottoms.push(y);
            let loops = if turns { TURN + TURN_STEP * TURN_STEPS as f64 } else { 0.0 };
            y += (RANK_GAP.0.max(loops) + bend * 0.06).min(RANK_GAP.1).round();
        }
        ranks
    }
}

/// For each rank whether a loop turns below it.
fn turns(chains: &Chains, ranks: usize) -> Vec<bool> {
    let mut turns = vec![false; ranks];
    let rank = |vertex: &usize| chains.vertices[*vertex].rank;
    let sources = chains.links.iter().filter(|chain| chain.back);
    let sources = sources.filter_map(|chain| chain.vertices.first()).map(rank);
    let ends = chains.trunks.iter().filter(|trunk| trunk.back);
    let ends =
        ends.filter_map(|trunk| trunk.vertices.last()).map(|end| rank(end).saturating_sub(1));
    sources.chain(ends).for_each(|rank| turns[rank] = true);
    turns
}

/// How many links use each trunk.
fn users(chains: &Chains) -> Vec<usize> {
    let mut users = vec![0; chains.trunks.len()];
    chains.links.iter().filter_map(|chain| trunk_of(chains, chain)).for_each(|at| users[at] += 1);
    users
}

/// The trunk that a chain ends at.
fn trunk_of(chains: &Chains, chain: &Chain) -> Option<usize> {
    chains.vertices[*chain.vertices.last()?].trunk
}

struct Router<'a> {
    chains: &'a Chains,
    centres: &'a [f64],
    ranks: Ranks,
    /// How many links use each trunk.
    users: Vec<usize>,
    layers: &'a [Vec<usize>],
}

impl Router<'_> {
    fn top(&self, vertex: usize) -> f64 {
        self.ranks.tops[self.chains.vertices[vertex].rank]
    }

    fn bottom(&self, vertex: usize) -> f64 {
        self.ranks.bottoms[self.chains.vertices[vertex].rank]
    }

    /// Boxes stand at the top of their rank, labels in the middle.
    fn rect(&self, vertex: usize) -> Rect {
        let Size { width, height } = self.chains.vertices[vertex].size;
        let room = self.bottom(vertex) - self.top(vertex) - height;
        let down = if self.chains.vertices[vertex].is_box { 0.0 } else { room / 2.0 };
        Rect { x: self.centres[vertex] - width / 2.0, y: self.top(vertex) + down, width, height }
    }

    /// Where a line to the side meets the edge of a box.
    fn port(&self, vertex: usize, towards: usize) -> f64 {
        let most = (self.chains.vertices[vertex].size.width / 4.0).min(PORT);
        let centre = self.centres[vertex];
        centre + (self.centres[towards] - centre).clamp(-most, most)
    }

    fn link(&self, chain: &Chain, aside: bool) -> Pen {
        let (start, rest) = match chain.vertices.split_first() {
            Some((&start, rest)) => (start, rest),
            None => return Pen::default(),
        };
        let next = rest.first().copied().unwrap_or(start);
        let beside = aside || chain.back;
        let x = if beside { self.port(start, next) } else { self.centres[start] };
        let rect = self.rect(start);
        let mut pen = Pen::at(Point { x, y: rect.y + rect.height });
        if let (true, Some(&lane)) = (chain.back, rest.get(1)) {
            self.loop_to(&mut pen, chain, start, lane);
            return pen;
        }
        pen.line(self.bottom(start));
        for (&before, &vertex) in chain.vertices.iter().zip(rest) {
            let to = &self.chains.vertices[vertex];
            if to.is_box {
                let x = if aside { self.port(vertex, before) } else { self.centres[vertex] };
                pen.arrive(Point { x, y: self.top(vertex) });
            } else {
                pen.bend(Point { x: self.centres[vertex], y: self.top(vertex) });
                if !to.is_lane {
                    pen.line(self.bottom(vertex));
                }
            }
        }
        pen
    }

    /// The first part of a loop: from below its box to the bottom of its lane, or into the lane
    /// where that is beside the box and no one else's.
    fn loop_to(&self, pen: &mut Pen, chain: &Chain, start: usize, lane: usize) {
        let to = Point { x: self.centres[lane], y: self.bottom(lane) };
        let alone = trunk_of(self.chains, chain).is_some_and(|trunk| self.users[trunk] == 1);
        if let Some(label) = chain.label {
            pen.line(self.bottom(start));
            self.under_label(pen, label, self.centres[start] < to.x);
            pen.bend(to);
        } else if alone && self.are_neighbours(start, lane) {
            pen.turn(pen.at.y + self.turn(lane), to.x);
        } else {
            pen.turn(to.y + self.turn(lane), to.x);
            pen.line(to.y);
        }
    }

    /// Whether two vertices stand side by side.
    fn are_neighbours(&self, one: usize, other: usize) -> bool {
        let layer = &self.layers[self.chains.vertices[one].rank];
        layer.windows(2).any(|pair| pair == [one, other] || pair == [other, one])
    }

    /// The curve of a trunk alone.
    fn trunk(&self, trunk: &TrunkChain) -> Route {
        let first = trunk.vertices[0];
        let y = if trunk.back { self.bottom(first) } else { self.top(first) };
        let mut pen = Pen::at(Point { x: self.centres[first], y });
        self.follow(&mut pen, trunk);
        pen.route
    }

    /// Draws a trunk from where its first vertex is met.
    fn follow(&self, pen: &mut Pen, trunk: &TrunkChain) {
        for &vertex in trunk.vertices.iter().filter(|vertex| self.chains.vertices[**vertex].is_lane)
        {
            let x = self.centres[vertex];
            let (near, far) = (self.top(vertex), self.bottom(vertex));
            let (near, far) = if trunk.back { (far, near) } else { (near, far) };
            // A loop may have come into its lane from the side.
            let is_within = trunk.back && pen.at.x == x && pen.at.y < near;
            if !is_within {
                pen.bend(Point { x, y: near });
            }
            pen.line(far);
        }
        let Some((&end, lanes)) = trunk.vertices.split_last() else { return };
        let before = lanes.last().copied().unwrap_or(end);
        let beside = trunk.back || trunk.aside;
        let x = if beside { self.port(end, before) } else { self.centres[end] };
        if trunk.back {
            pen.turn(self.top(end) - ARROW - self.turn(trunk.vertices[0]), x);
        }
        pen.arrive(Point { x, y: self.top(end) });
    }

    /// The height at which a loop turns, so far from the rank that it leaves or reaches. Loops to
    /// different boxes turn at different heights.
    fn turn(&self, lane: usize) -> f64 {
        let trunk = self.chains.vertices[lane].trunk.unwrap_or_default();
        TURN + TURN_STEP * (trunk % TURN_STEPS) as f64
    }

    /// Under the label of a loop: in at the side of its box, out at the side of its lane.
    fn under_label(&self, pen: &mut Pen, label: usize, rightwards: bool) {
        let rect = self.rect(label);
        let side = if rightwards { rect.width / 4.0 } else { -rect.width / 4.0 };
        let (centre, y, bottom) = (self.centres[label], self.top(label), rect.y + rect.height);
        pen.bend(Point { x: centre - side, y });
        let [first, second] = [-side, side].map(|side| Point { x: centre + side, y: bottom });
        pen.curve(first, second, Point { x: centre + side, y });
    }
}

/// Draws a route.
#[derive(Default)]
struct Pen {
    at: Point,
    route: Route,
}

impl Pen {
    fn at(start: Point) -> Pen {
        Pen { at: start, route: Route { start, ..Route::default() } }
    }

    /// Straight up or down.
    fn line(&mut self, y: f64) {
        if y == self.at.y {
            return;
        }
        self.at.y = y;
        match self.route.steps.last_mut() {
            Some(Step::Line(last)) if last.x == self.at.x => last.y = y,
            _ => self.route.steps.push(Step::Line(self.at)),
        }
    }

    /// Up or down with a bend to the side; both ends are vertical.
    fn bend(&mut self, to: Point) {
        if to.x == self.at.x {
            return self.line(to.y);
        }
        let pull = (to.y - self.at.y) * 0.7;
        let first = Point { x: self.at.x, y: self.at.y + pull };
        self.curve(first, Point { x: to.x, y: to.y - pull }, to);
    }

    /// Up or down to a height, to the side, and back towards where it came from.
    fn turn(&mut self, y: f64, x: f64) {
        let radius = TURN.min((x - self.at.x).abs() / 2.0);
        let (down, across) = ((y - self.at.y).signum() * radius, (x - self.at.x).signum() * radius);
        self.line(y - down);
        self.corner(Point { x: self.at.x, y }, Point { x: self.at.x + across, y });
        self.at.x = x - across;
        self.route.steps.push(Step::Line(self.at));
        self.corner(Point { x, y }, Point { x, y: y - down });
    }

    /// A quarter of a circle, but for a thousandth, to a point.
    fn corner(&mut self, corner: Point, to: Point) {
        let towards = |from: Point| Point {
            x: from.x + (corner.x - from.x) * 0.55,
            y: from.y + (corner.y - from.y) * 0.55,
        };
        self.curve(towards(self.at), towards(to), to);
    }

    fn curve(&mut self, first: Point, second: Point, to: Point) {
        self.at = to;
        self.route.steps.push(Step::Curve(first, second, to));
    }

    /// To a box from above.
    fn arrive(&mut self, to: Point) {
        self.bend(Point { x: to.x, y: to.y - ARROW });
        self.line(to.y);
        self.route.arrow = true;
    }
}

impl Layout {
    /// Moves everything so that it begins at the left edge, and takes the size of it all.
    fn fit(&mut self) {
        let rects = || self.boxes.iter().chain(self.labels.iter().flatten());
        let points: Vec<Point> = self.routes().flat_map(Route::points).collect();
        let left = rects().map(|rect| rect.x).chain(points.iter().map(|point| point.x));
        let left = left.min_by(f64::total_cmp).unwrap_or(0.0);
        let right =
            rects().map(|rect| rect.x + rect.width).chain(points.iter().map(|point| point.x));
        let right = right.max_by(f64::total_cmp).unwrap_or(0.0);
        let bottom =
            rects().map(|rect| rect.y + rect.height).chain(points.iter().map(|point| point.y));
        let height = bottom.max_by(f64::total_cmp).unwrap_or(0.0);
        self.size = Size { width: (right - left).ceil(), height: height.ceil() };
        self.boxes.iter_mut().for_each(|rect| rect.x -= left);
        self.labels.iter_mut().flatten().for_each(|rect| rect.x -= left);
        self.links.iter_mut().for_each(|route| route.shift(-left, 0.0));
        self.trunks.iter_mut().for_each(|trunk| trunk.route.shift(-left, 0.0));
    }

    /// All curves.
    pub(crate) fn routes(&self) -> impl Iterator<Item = &Route> {
        self.links.iter().chain(self.trunks.iter().map(|trunk| &trunk.route))
    }
}

impl Route {
    /// All points, those that only bend it too: the curve is within their hull.
    pub(crate) fn points(&self) -> Vec<Point> {
        let mut points = vec![self.start];
        for step in &self.steps {
            match *step {
                Step::Line(to) => points.push(to),
                Step::Curve(first, second, to) => points.extend([first, second, to]),
            }
        }
        points
    }

    /// Moves the curve.
    pub(crate) fn shift(&mut self, x: f64, y: f64) {
        let shift = |point: &mut Point| (point.x, point.y) = (point.x + x, point.y + y);
        shift(&mut self.start);
        for step in &mut self.steps {
            match step {
                Step::Line(to) => shift(to),
                Step::Curve(first, second, to) => [first, second, to].into_iter().for_each(shift),
            }
        }
    }
}
