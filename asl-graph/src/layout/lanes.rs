//! Links as chains of vertices, one on each rank.

use super::{Input, Link, Size};
use std::collections::HashMap;

/// Room for a line that goes through a rank.
const LANE: Size = Size { width: 8.0, height: 0.0 };

/// A box, or something that stands on a rank like a box.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vertex {
    pub(super) rank: usize,
    pub(super) size: Size,
    /// Whether a line goes straight through it.
    pub(super) is_lane: bool,
    /// Whether it is one of the boxes of the input.
    pub(super) is_box: bool,
    /// The trunk that it is part of.
    pub(super) trunk: Option<usize>,
}

/// A connection between neighbouring ranks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// How much it matters that it is straight.
    pub(super) weight: u8,
    /// The link that it was made for.
    link: usize,
}

/// The way of a link: the vertices up to where it joins a trunk, or to its end.
#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    /// The vertices, its box first.
    pub(super) vertices: Vec<usize>,
    /// Whether it leads up.
    pub(super) back: bool,
    /// Where the label is.
    pub(super) label: Option<usize>,
}

/// The common way of links to a box, in the direction of the arrow. The last vertex is the box.
#[derive(Debug, Clone, Default)]
pub(super) struct TrunkChain {
    pub(super) vertices: Vec<usize>,
    pub(super) back: bool,
    pub(super) aside: bool,
}

/// Everything that stands on ranks. The boxes come first.
#[derive(Debug, Default)]
pub(super) struct Chains {
    pub(super) vertices: Vec<Vertex>,
    pub(super) segments: Vec<Segment>,
    pub(super) links: Vec<Chain>,
    pub(super) trunks: Vec<TrunkChain>,
}

/// Makes chains of links.
pub(super) fn chains(input: &Input, back: &[bool], ranks: &[usize]) -> Chains {
    let boxes = input.boxes.iter().zip(ranks);
    let vertex = |(&size, &rank)| Vertex { rank, size, is_lane: false, is_box: true, trunk: None };
    let mut builder = Builder {
        chains: Chains { vertices: boxes.map(vertex).collect(), ..Chains::default() },
        trunks: HashMap::new(),
        link: 0,
    };
    let mut order: Vec<usize> = (0..input.links.len()).collect();
    // The longest first, so that those that join find a trunk that is long enough.
    order.sort_by_key(|&index| {
        let Link { from, to, label, .. } = input.links[index];
        std::cmp::Reverse((ranks[from].abs_diff(ranks[to]), label.is_none()))
    });
    let mut chains = vec![Chain::default(); input.links.len()];
    for index in order {
        let link = input.links[index];
        builder.link = index;
        chains[index] =
            if back[index] && !link.stub { builder.back(link) } else { builder.forward(link) };
    }
    builder.chains.links = chains;
    builder.chains.segments.sort_by_key(|segment| segment.link);
    builder.chains
}

struct Builder {
    chains: Chains,
    /// The trunk to a box, by kind and direction.
    trunks: HashMap<(usize, bool, bool), usize>,
    /// The link that chains are made for.
    link: usize,
}

impl Builder {
    fn forward(&mut self, link: Link) -> Chain {
        let (top, bottom) = (self.rank(link.from), self.rank(link.to));
        let mut chain = Chain { vertices: vec![link.from], ..Chain::default() };
        let mut joins_at = top + 1;
        if let Some(size) = link.label {
            let label = self.vertex(joins_at, size);
            chain.vertices.push(label);
            chain.label = Some(label);
            self.connect(link.from, label, weight(link));
            joins_at += 1;
        }
        if link.stub {
            return chain;
        }
        let joint = if joins_at == bottom { link.to } else { self.joint(link, joins_at, false) };
        let last = chain.vertices.last().copied().unwrap_or(link.from);
        self.connect(last, joint, weight(link));
        chain.vertices.push(joint);
        chain
    }

    /// A link up: it leaves its box downwards, turns, goes up beside the boxes, and turns again.
    fn back(&mut self, link: Link) -> Chain {
        let bottom = self.rank(link.from);
        let size = link.label.unwrap_or(LANE);
        let turn = self.vertex(bottom + 1, size);
        let joint = self.joint(link, bottom, true);
        self.connect(link.from, turn, 1);
        self.connect(joint, turn, 2);
        let label = link.label.map(|_| turn);
        Chain { vertices: vec![link.from, turn, joint], back: true, label }
    }

    /// The vertex of the trunk to the link's end on this rank.
    fn joint(&mut self, link: Link, rank: usize, back: bool) -> usize {
        let key = (link.to, link.aside, back);
        let trunk = match self.trunks.get(&key) {
            Some(&trunk) => trunk,
            None => {
                let trunk = self.trunk(link, rank, back);
                self.trunks.insert(key, trunk);
                trunk
            }
        };
        let start = self.chains.trunks[trunk].vertices[0];
        // The first trunk made is the longest.
        let at = rank.abs_diff(self.rank(start));
        self.chains.trunks[trunk].vertices.get(at).copied().unwrap_or(link.to)
    }

    fn trunk(&mut self, link: Link, start: usize, back: bool) -> usize {
        let end = self.rank(link.to);
        let trunk = self.chains.trunks.len();
        let mut ranks: Vec<usize> =
            if back { (end..=start).collect() } else { (start..end).collect() };
        if back {
            ranks.reverse();
        }
        let mut vertices: Vec<usize> = ranks.iter().map(|&rank| self.lane(rank, trunk)).collect();
        if back {
            vertices.push(self.vertex(end.saturating_sub(1), LANE));
        }
        vertices.push(link.to);
        for pair in vertices.windows(2) {
            let (first, second) = (pair[0], pair[1]);
            let lanes = self.chains.vertices[first].is_lane && self.chains.vertices[second].is_lane;
            let weight = if lanes { 4 } else { weight(link) };
            let down = self.rank(first) < self.rank(second);
            let (upper, lower) = if down { (first, second) } else { (second, first) };
            self.connect(upper, lower, weight);
        }
        self.chains.trunks.push(TrunkChain { vertices, back, aside: link.aside });
        trunk
    }

    fn rank(&self, vertex: usize) -> usize {
        self.chains.vertices[vertex].rank
    }

    fn lane(&mut self, rank: usize, trunk: usize) -> usize {
        let lane = Vertex { rank, size: LANE, is_lane: true, is_box: false, trunk: Some(trunk) };
        self.chains.vertices.push(lane);
        self.chains.vertices.len() - 1
    }

    fn vertex(&mut self, rank: usize, size: Size) -> usize {
        let vertex = Vertex { rank, size, is_lane: false, is_box: false, trunk: None };
        self.chains.vertices.push(vertex);
        self.chains.vertices.len() - 1
    }

    fn connect(&mut self, upper: usize, lower: usize, weight: u8) {
        self.chains.segments.push(Segment { upper, lower, weight, link: self.link });
    }
}

fn weight(link: Link) -> u8 {
    if link.aside { 1 } else { 3 }
}
