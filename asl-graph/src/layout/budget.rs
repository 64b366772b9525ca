//! What is too long to be drawn through.
//!
//! A link through a thousand ranks is a thousand vertices. Those of a machine made to be drawn
//! slowly would be many millions, and no one could follow the lines.

use super::{Input, acyclic, rank};
use std::collections::BTreeMap;

/// Lanes that a layout may have. A machine that people have written has some hundreds.
const MAX_LANES: usize = 20_000;

/// For each link, whether it is to be a [stub](super::Link::stub).
pub(crate) fn stubs(input: &Input) -> Vec<bool> {
    let back = acyclic::back_links(input);
    let ranks = rank::ranks(input, &back);
    let mut trunks: BTreeMap<_, (usize, Vec<usize>)> = BTreeMap::new();
    for (index, (link, &back)) in input.links.iter().zip(&back).enumerate() {
        let span = ranks[link.from].abs_diff(ranks[link.to]);
        if span > 2 {
            let (length, links) = trunks.entry((link.to, link.aside, back)).or_default();
            *length = span.max(*length);
            links.push(index);
        }
    }
    // Those go first of which many links have something.
    let mut trunks: Vec<(usize, Vec<usize>)> = trunks.into_values().collect();
    trunks.sort_by_key(|(length, links)| length / links.len());
    let mut stubs = vec![false; input.links.len()];
    let mut lanes = 0;
    for (length, links) in trunks {
        lanes += length;
        if lanes > MAX_LANES {
            links.iter().for_each(|&link| stubs[link] = true);
        }
    }
    stubs
}
