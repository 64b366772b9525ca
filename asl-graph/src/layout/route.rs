//! The vertical places, and the curves.

use super::lanes::{Chain, Chains, TrunkChain};
use super::{Input, Layout, Point, Rect, Route, Size, Step, Trunk};

/// Distance between ranks where lines go straight, and where they go far to the side.
const RANK_GAP: (f64, f64) = (24.0, 56.0);
/// Length of an arrow's head.
pub(crate) const ARROW: f64 = 8.0;
/// How far from the centre of a box a line to the side starts or ends, at most.
const PORT: f64 = 48.0;

/// Makes the layout of the centres of the vertices.
pub(super) fn route(
    input: &Input,
    chains: &Chains,
    layers: &[Vec<usize>],
    centres: &[f64],
) -> Layout {
    let ranks = Ranks::new(chains, layers, centres);
    let router = Router { chains, centres, ranks };
    let users = router.users();
    let mut layout = Layout {
        boxes: (0..input.boxes.len()).map(|vertex| router.rect(vertex)).collect(),
        labels: chains.links.iter().map(|chain| chain.label.map(|at| router.rect(at))).collect(),
        links: Vec::new(),
        ..Layout::default()
    };
    for (chain, link) in chains.links.iter().zip(&input.links) {
        let mut pen = router.link(chain, link.aside);
        if let Some(trunk) = router.trunk_of(chain).filter(|trunk| users[*trunk] == 1) {
            router.follow(&mut pen, &chains.trunks[trunk]);
        }
        layout.links.push(pen.route);
    }
    for (trunk, _) in chains.trunks.iter().zip(users).filter(|(_, users)| *users > 1) {
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
        for (layer, bend) in layers.iter().zip(bends) {
            let heights = layer.iter().map(|&vertex| chains.vertices[vertex].size.height);
            ranks.tops.push(y);
            y += heights.fold(0.0, f64::max);
            ranks.bottoms.push(y);
            y += (RANK_GAP.0 + bend * 0.06).min(RANK_GAP.1).round();
        }
        ranks
    }
}

struct Router<'a> {
    chains: &'a Chains,
    centres: &'a [f64],
    ranks: Ranks,
}

impl Router<'_> {
    /// How many links use each trunk.
    fn users(&self) -> Vec<usize> {
        let mut users = vec![0; self.chains.trunks.len()];
        for trunk in self.chains.links.iter().filter_map(|chain| self.trunk_of(chain)) {
            users[trunk] += 1;
        }
        users
    }

    /// The trunk that a chain ends at.
    fn trunk_of(&self, chain: &Chain) -> Option<usize> {
        self.chains.vertices[*chain.vertices.last()?].trunk
    }

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
        pen.line(self.bottom(start));
        if let (true, Some(&lane)) = (chain.back, rest.get(1)) {
            self.turn(&mut pen, next, self.centres[start] < self.centres[lane], true);
            pen.bend(Point { x: self.centres[lane], y: self.bottom(lane) });
            return pen;
        }
        for &vertex in rest {
            let to = &self.chains.vertices[vertex];
            if to.is_box {
                pen.arrive(Point { x: self.centres[vertex], y: self.top(vertex) });
            } else {
                pen.bend(Point { x: self.centres[vertex], y: self.top(vertex) });
                if !to.is_lane {
                    pen.line(self.bottom(vertex));
                }
            }
        }
        pen
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
        for (index, &vertex) in trunk.vertices.iter().enumerate() {
            let x = self.centres[vertex];
            let Some(&next) = trunk.vertices.get(index + 1) else { break };
            let is_lane = self.chains.vertices[vertex].is_lane;
            match (trunk.back, is_lane) {
                (false, _) => {
                    pen.bend(Point { x, y: self.top(vertex) });
                    pen.line(self.bottom(vertex));
                }
                (true, true) => {
                    pen.bend(Point { x, y: self.bottom(vertex) });
                    pen.line(self.top(vertex));
                }
                (true, false) => self.turn(pen, vertex, pen.at.x < self.centres[next], false),
            }
        }
        if let Some(&end) = trunk.vertices.last() {
            let before = trunk.vertices.iter().rev().nth(1).copied().unwrap_or(end);
            let x = if trunk.back { self.port(end, before) } else { self.centres[end] };
            pen.arrive(Point { x, y: self.top(end) });
        }
    }

    /// Turns round within a vertex: at the bottom of a loop, coming from above, or at its top.
    fn turn(&self, pen: &mut Pen, vertex: usize, rightwards: bool, at_bottom: bool) {
        let size = self.chains.vertices[vertex].size;
        let side = if rightwards { size.width / 4.0 } else { -size.width / 4.0 };
        let centre = self.centres[vertex];
        let (y, beyond) = if at_bottom {
            let rect = self.rect(vertex);
            (self.top(vertex), rect.y + rect.height)
        } else {
            (self.bottom(vertex), self.top(vertex))
        };
        pen.bend(Point { x: centre - side, y });
        let end = Point { x: centre + side, y };
        pen.curve(Point { x: centre - side, y: beyond }, Point { x: centre + side, y: beyond }, end);
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
        if y != self.at.y {
            self.at.y = y;
            self.route.steps.push(Step::Line(self.at));
        }
    }

    /// Up or down with a bend to the side; both ends are vertical.
    fn bend(&mut self, to: Point) {
        if to.x == self.at.x {
            return self.line(to.y);
        }
        let middle = (self.at.y + to.y) / 2.0;
        self.curve(Point { x: self.at.x, y: middle }, Point { x: to.x, y: middle }, to);
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
        let right = rects().map(|rect| rect.x + rect.width).chain(points.iter().map(|point| point.x));
        let right = right.max_by(f64::total_cmp).unwrap_or(0.0);
        let bottom = rects().map(|rect| rect.y + rect.height).chain(points.iter().map(|point| point.y));
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
