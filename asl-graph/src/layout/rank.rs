//! On which rank a box is.

use super::Input;

/// The rank of each box: an even number, two more than that of the lowest box that leads to it.
pub(super) fn ranks(input: &Input, back: &[bool]) -> Vec<usize> {
    let mut ranks = vec![0; input.boxes.len()];
    let mut waiting_for = vec![0; input.boxes.len()];
    let mut outgoing = vec![Vec::new(); input.boxes.len()];
    for (link, _) in input.links.iter().zip(back).filter(|(_, back)| !**back) {
        outgoing[link.from].push(link.to);
        waiting_for[link.to] += 1;
    }
    let mut ready: Vec<usize> = (0..ranks.len()).filter(|&at| waiting_for[at] == 0).collect();
    while let Some(at) = ready.pop() {
        for &to in &outgoing[at] {
            ranks[to] = ranks[to].max(ranks[at] + 2);
            waiting_for[to] -= 1;
            if waiting_for[to] == 0 {
                ready.push(to);
            }
        }
    }
    make_room(input, back, &mut ranks);
    ranks
}

/// Links that lead back come from above too: there has to be a rank above their ends.
fn make_room(input: &Input, back: &[bool], ranks: &mut [usize]) {
    let mut ends = input.links.iter().zip(back).filter(|(_, back)| **back);
    if ends.any(|(link, _)| ranks[link.to] == 0) {
        ranks.iter_mut().for_each(|rank| *rank += 2);
    }
}
