//! Layouts of a few boxes.

use super::{Input, Layout, Link, Size, layout};

fn laid_out(boxes: usize, links: &[(usize, usize)]) -> Layout {
    let link = |&(from, to)| Link { from, to, aside: false, label: None, stub: false };
    let boxes = vec![Size { width: 100.0, height: 40.0 }; boxes];
    layout(&Input { boxes, links: links.iter().map(link).collect() })
}

#[test]
fn nothing_takes_no_room() {
    assert_eq!(laid_out(0, &[]).size, Size::default());
}

#[test]
fn a_line_is_straight() {
    let layout = laid_out(3, &[(0, 1), (1, 2)]);
    assert!(layout.boxes.iter().all(|rect| rect.x == 0.0));
    assert!(layout.links.iter().all(|route| route.steps.len() <= 2), "{:?}", layout.links);
}

#[test]
fn a_fork_is_even() {
    let layout = laid_out(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
    let x: Vec<f64> = layout.boxes.iter().map(|rect| rect.x).collect();
    assert_eq!(x, [70.0, 0.0, 140.0, 70.0]);
    assert_eq!(layout.boxes[1].y, layout.boxes[2].y);
}

#[test]
fn loops_go_beside_the_boxes() {
    let layout = laid_out(3, &[(0, 1), (1, 2), (2, 1), (1, 1)]);
    let [first, second, third] = layout.boxes[..] else { panic!() };
    assert!(first.y < second.y && second.y < third.y);
    assert!(layout.routes().filter(|route| route.arrow).count() >= 3);
    assert!(layout.size.width > 100.0);
}

#[test]
fn links_to_one_box_share_their_way() {
    let chain: Vec<(usize, usize)> = (0..20).map(|at| (at, at + 1)).collect();
    let far: Vec<(usize, usize)> = (0..15).map(|at| (at, 20)).collect();
    let layout = laid_out(21, &[chain, far].concat());
    assert_eq!(layout.trunks.len(), 1);
    assert!(layout.size.width < 200.0, "{:?}", layout.size);
}
