//! Which links lead back.

use super::Input;

/// For each link, whether it leads back to a box on the way from the first box: without these
/// links there is no circle.
pub(super) fn back_links(input: &Input) -> Vec<bool> {
    let mut outgoing = vec![Vec::new(); input.boxes.len()];
    for (index, link) in input.links.iter().enumerate() {
        if let Some(links) = outgoing.get_mut(link.from) {
            links.push(index);
        }
    }
    let mut back = vec![false; input.links.len()];
    let mut marks = vec![Mark::New; input.boxes.len()];
    for first in 0..input.boxes.len() {
        search(first, input, &outgoing, &mut marks, &mut back);
    }
    back
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    New,
    OnTheWay,
    Done,
}

/// Depth-first search, with its own stack: a definition may be a chain of any length.
fn search(
    first: usize,
    input: &Input,
    outgoing: &[Vec<usize>],
    marks: &mut [Mark],
    back: &mut [bool],
) {
    if marks[first] != Mark::New {
        return;
    }
    marks[first] = Mark::OnTheWay;
    let mut stack = vec![(first, 0)];
    while let Some((at, next)) = stack.last_mut() {
        let Some(&link) = outgoing[*at].get(*next) else {
            marks[*at] = Mark::Done;
            stack.pop();
            continue;
        };
        *next += 1;
        let to = input.links[link].to;
        match marks[to] {
            Mark::New => {
                marks[to] = Mark::OnTheWay;
                stack.push((to, 0));
            }
            Mark::OnTheWay => back[link] = true,
            Mark::Done => {}
        }
    }
}
