//! The order of the vertices on each rank: the heuristic of barycentres, with sweeps down and up.

use super::lanes::{Segment, Vertex};

/// Sweeps without an improvement after which there are no more.
const PATIENCE: usize = 4;
/// Vertices and segments that are looked at in all sweeps together, about.
const EFFORT: usize = 1_000_000;

/// The vertices on each rank, from left to right.
pub(super) fn layers(vertices: &[Vertex], segments: &[Segment]) -> Vec<Vec<usize>> {
    let graph = Neighbours::new(vertices.len(), segments);
    let mut layers = initial(vertices, &graph);
    let mut best = layers.clone();
    let mut fewest = crossings(&layers, &graph);
    let sweeps = (EFFORT / (vertices.len() + segments.len()).max(1)).clamp(2, 24);
    let mut without_improvement = 0;
    for sweep in 0..sweeps {
        if fewest == 0 || without_improvement == PATIENCE {
            break;
        }
        self::sweep(&mut layers, &graph, sweep % 2 == 0, sweep % 4 >= 2);
        exchange(&mut layers, &graph);
        let crossings = crossings(&layers, &graph);
        without_improvement += 1;
        if crossings < fewest {
            (fewest, without_improvement) = (crossings, 0);
            best.clone_from(&layers);
        }
    }
    best
}

/// The neighbours of each vertex on the ranks above and below.
pub(super) struct Neighbours {
    pub(super) above: Vec<Vec<usize>>,
    pub(super) below: Vec<Vec<usize>>,
}

impl Neighbours {
    pub(super) fn new(count: usize, segments: &[Segment]) -> Neighbours {
        let mut graph =
            Neighbours { above: vec![Vec::new(); count], below: vec![Vec::new(); count] };
        for segment in segments {
            graph.above[segment.lower].push(segment.upper);
            graph.below[segment.upper].push(segment.lower);
        }
        graph
    }
}

/// The order of a depth-first search from the first vertex, so that what belongs to one way is
/// side by side.
fn initial(vertices: &[Vertex], graph: &Neighbours) -> Vec<Vec<usize>> {
    let ranks = vertices.iter().map(|vertex| vertex.rank + 1).max().unwrap_or(0);
    let mut layers = vec![Vec::new(); ranks];
    let mut seen = vec![false; vertices.len()];
    for first in 0..vertices.len() {
        let mut stack = vec![first];
        while let Some(at) = stack.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            layers[vertices[at].rank].push(at);
            let unseen = |vertex: &&usize| !seen[**vertex];
            stack.extend(graph.above[at].iter().rev().filter(unseen));
            stack.extend(graph.below[at].iter().rev().filter(unseen));
        }
    }
    layers
}

/// Orders each rank by the mean place of the neighbours on the rank before it.
fn sweep(layers: &mut [Vec<usize>], graph: &Neighbours, down: bool, right: bool) {
    let neighbours = if down { &graph.above } else { &graph.below };
    let mut places = places(layers, neighbours.len());
    let mut ranks: Vec<usize> = (0..layers.len()).collect();
    if !down {
        ranks.reverse();
    }
    for rank in ranks {
        let layer = &mut layers[rank];
        reorder(layer, &places, neighbours, right);
        for (place, &vertex) in layer.iter().enumerate() {
            places[vertex] = place;
        }
    }
}

/// Sorts a rank; a vertex without neighbours keeps its place.
fn reorder(layer: &mut [usize], places: &[usize], neighbours: &[Vec<usize>], right: bool) {
    let mean = |vertex: usize| {
        let sum: usize = neighbours[vertex].iter().map(|&neighbour| places[neighbour]).sum();
        sum as f64 / neighbours[vertex].len() as f64
    };
    let free: Vec<usize> =
        (0..layer.len()).filter(|&at| !neighbours[layer[at]].is_empty()).collect();
    let mut sorted: Vec<(f64, usize)> =
        free.iter().map(|&at| (mean(layer[at]), layer[at])).collect();
    if right {
        sorted.reverse();
    }
    sorted.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    for (&at, (_, vertex)) in free.iter().zip(sorted) {
        layer[at] = vertex;
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

/// Exchanges neighbours on a rank where that leaves fewer crossings.
fn exchange(layers: &mut [Vec<usize>], graph: &Neighbours) {
    let mut places = places(layers, graph.above.len());
    for layer in layers {
        for at in 1..layer.len() {
            let (left, right) = (layer[at - 1], layer[at]);
            let count = |left: usize, right: usize| {
                pairs(&graph.above[left], &graph.above[right], &places)
                    + pairs(&graph.below[left], &graph.below[right], &places)
            };
            if count(right, left) < count(left, right) {
                layer.swap(at - 1, at);
                places.swap(left, right);
            }
        }
    }
}

/// The crossings of the segments of two vertices side by side.
fn pairs(left: &[usize], right: &[usize], places: &[usize]) -> usize {
    // Many neighbours are left to the sweeps: this would take their product.
    if left.len() * right.len() > 256 {
        return 0;
    }
    let crossed = |one: usize| right.iter().filter(|&&other| places[one] > places[other]).count();
    left.iter().map(|&one| crossed(one)).sum()
}

fn crossings(layers: &[Vec<usize>], graph: &Neighbours) -> usize {
    let places = places(layers, graph.above.len());
    layers.windows(2).map(|pair| between(&pair[0], pair[1].len(), graph, &places)).sum()
}

/// The crossings between a rank and the one below it, counted with a tree of sums.
fn between(upper: &[usize], width: usize, graph: &Neighbours, places: &[usize]) -> usize {
    let mut sums = vec![0; width + 1];
    let mut count = 0;
    let mut seen = 0;
    for &vertex in upper {
        let mut ends: Vec<usize> = graph.below[vertex].iter().map(|&end| places[end]).collect();
        ends.sort_unstable();
        for &end in &ends {
            count += seen - sum(&sums, end + 1);
        }
        for &end in &ends {
            add(&mut sums, end + 1);
            seen += 1;
        }
    }
    count
}

/// How many were added at places up to `at`.
fn sum(sums: &[usize], mut at: usize) -> usize {
    let mut sum = 0;
    while at > 0 {
        sum += sums[at];
        at &= at - 1;
    }
    sum
}

fn add(sums: &mut [usize], mut at: usize) {
    while at < sums.len() {
        sums[at] += 1;
        at += at & at.wrapping_neg();
    }
}
