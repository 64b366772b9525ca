//! What every drawing keeps to, tried on definitions of the corpus and on made-up ones.

use super::{CARD_HEIGHT, Drawing};
use crate::layout::{Point, Rect, Route, Step};
use crate::model::{Model, Node};
use asl_lang::ir::Machine;
use asl_lang::source::Source;
use std::path::{Path, PathBuf};

#[test]
fn definitions_of_the_corpus() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ASL_CORPUS").map_or_else(beside, PathBuf::from);
    let folders = ["valid", "engine"].map(|folder| root.join("definitions").join(folder));
    let mut drawn = 0;
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: there is no corpus at {} (set ASL_CORPUS)", folder.display());
            return;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let Ok(file) =
                serde_json::from_slice::<serde_json::Value>(&std::fs::read(&path).unwrap())
            else {
                continue;
            };
            let name = path.file_stem().unwrap().to_string_lossy();
            if let Some(machine) = machine(&name, &file["definition"].to_string()) {
                check(&name, &machine);
                drawn += 1;
            }
        }
    }
    assert!(drawn > 300, "only {drawn} definitions were drawn");
}

#[test]
fn hostile_names() {
    let names = [
        "<script>alert(1)</script> & \"quotes\" 'single' ]]>",
        "line\nbreak\ttab\u{0}\u{7f}\u{fffe}",
        "\u{202e}مرحبا بالعالم\u{202c}",
        "👩‍👩‍👧‍👦🏳️‍🌈👩‍👩‍👧‍👦🏳️‍🌈👩‍👩‍👧‍👦🏳️‍🌈👩‍👩‍👧‍👦🏳️‍🌈👩‍👩‍👧‍👦",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "end",
        "subgraph",
        "Z\u{301}\u{301}\u{301}\u{301}\u{301}algo",
        "`$$x$$` #quot; %%{init}%% -->|x| [[y]] {{z}}",
    ];
    let mut states = serde_json::Map::new();
    for (index, name) in names.iter().enumerate() {
        let next = names[(index + 1) % names.len()];
        let state = serde_json::json!({
            "Type": "Choice",
            "Choices": [{ "Variable": "$.a", "StringEquals": name, "Next": next }],
            "Default": if index == 0 { "\u{1}" } else { names[0] },
        });
        states.insert((*name).to_owned(), state);
    }
    states.insert("\u{1}".to_owned(), serde_json::json!({ "Type": "Succeed" }));
    let definition =
        serde_json::json!({ "Comment": names[0], "StartAt": names[0], "States": states });
    check("hostile names", &machine(names[1], &definition.to_string()).unwrap());
}

#[test]
fn a_long_machine() {
    check("a long machine", &long_machine(200, |_| 199));
}

/// More lanes than are drawn: some links are stubs.
#[test]
fn a_machine_of_long_ways() {
    let machine = long_machine(400, |index| (index + 200).min(399));
    check("a machine of long ways", &machine);
    let svg = crate::Graph::new(&machine).to_svg(&crate::SvgOptions::default());
    assert!(svg.contains("→ S390</text>"));
}

/// A thousand states take milliseconds, or a second where everything is as slow as it gets; half a
/// minute would mean that something is not linear.
#[test]
fn a_thousand_states_are_quick() {
    let machine = long_machine(1_000, |index| (index * 7_919) % 1_000);
    let start = std::time::Instant::now();
    Drawing::new(&Model::new(&machine));
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}

/// A line of tasks, each with a catcher that leads to the state with some number.
fn long_machine(states: usize, caught: fn(usize) -> usize) -> Machine {
    let mut all = serde_json::Map::new();
    for index in 0..states {
        let state = serde_json::json!({
            "Type": "Task",
            "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:work",
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": format!("S{}", caught(index)) }],
            "Next": format!("S{}", index + 1),
        });
        all.insert(format!("S{index}"), state);
    }
    all.insert(format!("S{states}"), serde_json::json!({ "Type": "Succeed" }));
    let definition = serde_json::json!({ "StartAt": "S0", "States": all });
    machine("long", &definition.to_string()).unwrap()
}

/// Containers in containers, as deep as definitions may be.
#[test]
fn a_deep_machine() {
    let mut body = serde_json::json!({
        "StartAt": "S", "States": { "S": { "Type": "Pass", "End": true } }
    });
    for depth in 0..38 {
        let name = format!("S{depth}");
        let state = if depth % 2 == 0 {
            serde_json::json!({ "Type": "Parallel", "Branches": [body], "End": true })
        } else {
            serde_json::json!({ "Type": "Map", "ItemProcessor": body, "End": true })
        };
        body = serde_json::json!({ "StartAt": name, "States": { name.clone(): state } });
    }
    check("a deep machine", &machine("deep", &body.to_string()).unwrap());
}

fn machine(name: &str, definition: &str) -> Option<Machine> {
    let options = asl_lang::Options { open_placeholders: true, ..Default::default() };
    asl_lang::compile(&Source::new(name, definition), &options).machine
}

/// Draws a machine, and looks for everything that may be wrong with a drawing.
fn check(name: &str, machine: &Machine) {
    let model = Model::new(machine);
    let drawing = Drawing::new(&model);
    let canvas = Rect { width: drawing.size.width, height: drawing.size.height, ..Rect::default() };
    for (scope, placed) in model.scopes.iter().zip(&drawing.scopes) {
        let layout = &placed.layout;
        assert!(encloses(canvas, placed.rect), "{name}: a scope leaves the canvas");
        let rects: Vec<Rect> =
            layout.boxes.iter().chain(layout.labels.iter().flatten()).copied().collect();
        for (index, &rect) in rects.iter().enumerate() {
            assert!(encloses(placed.rect, rect), "{name}: {rect:?} leaves {:?}", placed.rect);
            for &other in &rects[..index] {
                assert!(!overlap(rect, other), "{name}: {rect:?} and {other:?} overlap");
            }
        }
        for route in layout.routes() {
            for point in route.points() {
                assert!(holds(placed.rect, point, 0.5), "{name}: {point:?} leaves its scope");
            }
        }
        assert_routes_avoid_boxes(name, &layout.boxes, layout.routes());
        for (node, &rect) in scope.nodes.iter().zip(&layout.boxes) {
            let Node::State(state) = node else { continue };
            let room = Rect { y: rect.y + CARD_HEIGHT, height: rect.height - CARD_HEIGHT, ..rect };
            for &body in &state.bodies {
                let body = drawing.scopes[body].rect;
                assert!(encloses(room, body), "{name}: {body:?} leaves its container {room:?}");
            }
        }
    }
    assert_texts(name, machine);
}

fn assert_routes_avoid_boxes<'a>(
    name: &str,
    boxes: &[Rect],
    routes: impl Iterator<Item = &'a Route>,
) {
    for route in routes {
        for point in samples(route) {
            let crossed = boxes.iter().find(|rect| holds(**rect, point, -1.0));
            assert!(crossed.is_none(), "{name}: {route:?} crosses {crossed:?}");
        }
    }
}

fn assert_texts(name: &str, machine: &Machine) {
    let graph = crate::Graph::new(machine);
    let options = crate::SvgOptions::default();
    let svg = graph.to_svg(&options);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let states = document.descendants().filter(|node| node.has_attribute("data-state"));
    assert_eq!(states.count(), machine.states.len(), "{name}");
    assert_eq!(svg, crate::Graph::new(machine).to_svg(&options), "{name}");
    for text in [graph.to_mermaid(), graph.to_dot()] {
        let lines = text.lines().map(str::trim_start);
        let nodes =
            lines.filter(|line| line.starts_with('s') && line[1..].starts_with(char::is_numeric));
        assert!(
            nodes.count() >= machine.states.iter().filter(|state| !is_container(state)).count()
        );
    }
}

fn is_container(state: &asl_lang::ir::State) -> bool {
    use asl_lang::ir::StateKind::{Map, Parallel};
    matches!(state.kind, Map(_) | Parallel(_))
}

/// Points on a curve.
fn samples(route: &Route) -> Vec<Point> {
    let mut at = route.start;
    let mut points = Vec::new();
    for step in &route.steps {
        let (first, second, to) = match *step {
            Step::Line(to) => (at, to, to),
            Step::Curve(first, second, to) => (first, second, to),
        };
        for part in 0..=16 {
            let t = f64::from(part) / 16.0;
            let weights = [
                (1.0 - t).powi(3),
                3.0 * t * (1.0 - t).powi(2),
                3.0 * t * t * (1.0 - t),
                t.powi(3),
            ];
            let points_of = [at, first, second, to];
            let sum = |of: fn(&Point) -> f64| {
                weights.iter().zip(&points_of).map(|(w, p)| w * of(p)).sum()
            };
            points.push(Point { x: sum(|point| point.x), y: sum(|point| point.y) });
        }
        at = to;
    }
    points
}

/// Whether a point is in a rectangle that is so much larger on each side.
fn holds(rect: Rect, point: Point, margin: f64) -> bool {
    let within =
        |from: f64, length: f64, at: f64| from - margin <= at && at <= from + length + margin;
    within(rect.x, rect.width, point.x) && within(rect.y, rect.height, point.y)
}

fn encloses(outer: Rect, inner: Rect) -> bool {
    let end = Point { x: inner.x + inner.width, y: inner.y + inner.height };
    holds(outer, Point { x: inner.x, y: inner.y }, 0.5) && holds(outer, end, 0.5)
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}
