//! The horizontal places, after Brandes and Köpf, “Fast and Simple Horizontal Coordinate
//! Assignment” (2001): vertices are aligned in blocks with a neighbour, four times, towards each
//! corner, and each vertex gets the mean of the two middle ones of its four places.

use super::lanes::{Segment, Vertex};

/// Distance between boxes.
const BOX_GAP: f64 = 40.0;
/// Distance of anything else.
const LANE_GAP: f64 = 16.0;

/// The centres of the vertices.
pub(super) fn centres(
    vertices: &[Vertex],
    segments: &[Segment],
    layers: &[Vec<usize>],
) -> Vec<f64> {
    let aligner = Aligner { vertices, segments: alignable(vertices, segments) };
    let corners = [(false, false), (false, true), (true, false), (true, true)];
    let mut places: Vec<Vec<f64>> =
        corners.iter().map(|&(up, right)| aligner.towards(layers, up, right)).collect();
    match_extents(vertices, &mut places);
    let middle = |vertex: usize| {
        let mut four: Vec<f64> = places.iter().map(|places| places[vertex]).collect();
        four.sort_by(f64::total_cmp);
        ((four[1] + four[2]) / 2.0).round()
    };
    (0..vertices.len()).map(middle).collect()
}

/// The segments that are worth a straight line: at both of their ends none weighs more.
fn alignable(vertices: &[Vertex], segments: &[Segment]) -> Vec<Segment> {
    let mut above = vec![0; vertices.len()];
    let mut below = vec![0; vertices.len()];
    for segment in segments {
        above[segment.lower] = segment.weight.max(above[segment.lower]);
        below[segment.upper] = segment.weight.max(below[segment.upper]);
    }
    let outweighed = |segment: &&Segment| {
        segment.weight == above[segment.lower] && segment.weight == below[segment.upper]
    };
    segments.iter().filter(outweighed).copied().collect()
}

struct Aligner<'a> {
    vertices: &'a [Vertex],
    segments: Vec<Segment>,
}

impl Aligner<'_> {
    /// Places as far towards a corner as they get. The layers are mirrored, so that this is always
    /// the upper left one.
    fn towards(&self, layers: &[Vec<usize>], up: bool, right: bool) -> Vec<f64> {
        let mut layers = layers.to_vec();
        if up {
            layers.reverse();
        }
        if right {
            layers.iter_mut().for_each(|layer| layer.reverse());
        }
        let blocks = self.blocks(&layers, up);
        let mut places = self.compact(&layers, &blocks);
        if right {
            places.iter_mut().for_each(|place| *place = -*place);
        }
        places
    }

    /// The root of the block of each vertex.
    fn blocks(&self, layers: &[Vec<usize>], up: bool) -> Vec<usize> {
        let places = places(layers, self.vertices.len());
        let mut neighbours = vec![Vec::new(); self.vertices.len()];
        for segment in &self.segments {
            let (before, after) =
                if up { (segment.lower, segment.upper) } else { (segment.upper, segment.lower) };
            neighbours[after].push((places[before], before));
        }
        neighbours.iter_mut().for_each(|around| around.sort_unstable());
        let mut roots: Vec<usize> = (0..self.vertices.len()).collect();
        let mut taken = vec![false; self.vertices.len()];
        for pair in layers.windows(2) {
            let crossed = self.crossed(&pair[0], &pair[1], &neighbours);
            let mut leftmost = 0;
            for &vertex in &pair[1] {
                let around = &neighbours[vertex];
                let middle = around.len().saturating_sub(1) / 2..around.len() / 2 + 1;
                for &(place, neighbour) in around.get(middle).unwrap_or_default() {
                    let is_line = self.is_line(vertex, neighbour);
                    let free = !taken[neighbour] && place >= leftmost && roots[vertex] == vertex;
                    if free && (is_line || !crossed(vertex, place)) {
                        taken[neighbour] = true;
                        roots[vertex] = roots[neighbour];
                        leftmost = place + 1;
                    }
                }
            }
        }
        roots
    }

    fn is_line(&self, one: usize, other: usize) -> bool {
        self.vertices[one].is_lane && self.vertices[other].is_lane
    }

    /// Tells whether a segment between two layers crosses one between lanes, which goes first.
    fn crossed(
        &self,
        before: &[usize],
        after: &[usize],
        neighbours: &[Vec<(usize, usize)>],
    ) -> impl Fn(usize, usize) -> bool {
        let mut ranges = vec![(0, before.len()); after.len()];
        let line = |vertex: usize| {
            let lane = neighbours[vertex].iter().find(|(_, other)| self.is_line(vertex, *other));
            lane.map(|(place, _)| *place)
        };
        let mut left = 0;
        for (at, &vertex) in after.iter().enumerate() {
            ranges[at].0 = left;
            left = line(vertex).map_or(left, |place| left.max(place));
        }
        let mut right = before.len();
        for (at, &vertex) in after.iter().enumerate().rev() {
            ranges[at].1 = right;
            right = line(vertex).map_or(right, |place| right.min(place));
        }
        let ranges: std::collections::HashMap<usize, (usize, usize)> =
            after.iter().copied().zip(ranges).collect();
        move |vertex, place| {
            ranges.get(&vertex).is_some_and(|&(left, right)| place < left || place > right)
        }
    }

    /// Places of blocks: as far left as they get, then as far right as the blocks beside let them.
    fn compact(&self, layers: &[Vec<usize>], roots: &[usize]) -> Vec<f64> {
        let mut after = vec![Vec::new(); roots.len()];
        let mut waiting_for = vec![0; roots.len()];
        for layer in layers {
            for pair in layer.windows(2) {
                let distance = distance(&self.vertices[pair[0]], &self.vertices[pair[1]]);
                after[roots[pair[0]]].push((roots[pair[1]], distance));
                waiting_for[roots[pair[1]]] += 1;
            }
        }
        let mut ready: Vec<usize> =
            (0..roots.len()).filter(|&at| roots[at] == at && waiting_for[at] == 0).collect();
        let mut places = vec![0.0_f64; roots.len()];
        let mut done = Vec::new();
        while let Some(block) = ready.pop() {
            done.push(block);
            for &(next, distance) in &after[block] {
                places[next] = places[next].max(places[block] + distance);
                waiting_for[next] -= 1;
                if waiting_for[next] == 0 {
                    ready.push(next);
                }
            }
        }
        for &block in done.iter().rev() {
            let room = after[block].iter().map(|(next, distance)| places[*next] - distance);
            if let Some(most) = room.min_by(f64::total_cmp) {
                places[block] = places[block].max(most);
            }
        }
        roots.iter().map(|&root| places[root]).collect()
    }
}

fn places(layers: &[Vec<usize>], count: usize) -> Vec<usize> {
    let mut places = vec![0; count];
    for layer in layers {
        for (place, &vertex) in layer.iter().enumerate() {
            places[vertex] = place;
        }
    }
    places
}

/// How far apart the centres of two vertices side by side are at least.
fn distance(left: &Vertex, right: &Vertex) -> f64 {
    let gap = if left.is_box && right.is_box { BOX_GAP } else { LANE_GAP };
    (left.size.width + right.size.width) / 2.0 + gap
}

/// Moves the four layouts onto the narrowest: those to the left by the left edge, the others by
/// the right one.
fn match_extents(vertices: &[Vertex], places: &mut [Vec<f64>]) {
    let extent = |places: &Vec<f64>| {
        let edges = places.iter().zip(vertices);
        edges.fold((f64::MAX, f64::MIN), |(left, right), (place, vertex)| {
            let half = vertex.size.width / 2.0;
            (left.min(place - half), right.max(place + half))
        })
    };
    let extents: Vec<(f64, f64)> = places.iter().map(extent).collect();
    let narrowest =
        extents.iter().min_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)));
    let Some(&(left, right)) = narrowest else { return };
    for (index, (places, extent)) in places.iter_mut().zip(&extents).enumerate() {
        let by = if index % 2 == 0 { left - extent.0 } else { right - extent.1 };
        places.iter_mut().for_each(|place| *place += by);
    }
}
