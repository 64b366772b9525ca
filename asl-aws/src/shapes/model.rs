//! The model of one service: what its operations answer.
//!
//! As text it has a line for each operation that answers, its name and the number of a shape, then
//! an empty line, then a line for each shape, counted from 0:
//!
//! | line | shape |
//! |---|---|
//! | `s Name! 3 Other 4` | a structure: its fields, `!` after those that are required, and their shapes |
//! | `l 3 1..10`, `m 3` | a list or map, with the shape of what it holds, and its bounds if it has any |
//! | `t 1..`, `x` | a string; a blob |
//! | `e A` | an enumeration: values after tabs |
//! | `n ..5` | a number |
//! | `b`, `d`, `j` | a boolean, a timestamp, a document: any JSON |

use std::collections::HashMap;

/// What the operations of a service answer.
#[derive(Debug)]
pub(super) struct Service {
    /// By the operations' names in lower case.
    operations: HashMap<String, usize>,
    shapes: Vec<Shape>,
}

/// A type of a model.
#[derive(Debug)]
pub(super) enum Shape {
    Structure(Vec<Field>),
    List(usize, Bounds),
    Map(usize, Bounds),
    /// A string, or a blob, which is one in the data of a state.
    String(Bounds),
    Enumeration(Vec<String>),
    Number(Bounds),
    Boolean,
    Timestamp,
    /// Any JSON.
    Document,
}

/// A field of a structure.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) shape: usize,
}

/// What a number or a length may be.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    pub(super) least: Option<f64>,
    pub(super) most: Option<f64>,
}

impl Service {
    /// What an operation answers; its name is taken in any case.
    pub(super) fn output(&self, operation: &str) -> Option<&Shape> {
        self.shape(*self.operations.get(&operation.to_ascii_lowercase())?)
    }

    pub(super) fn shape(&self, number: usize) -> Option<&Shape> {
        self.shapes.get(number)
    }

    /// `None` if the text is no model.
    pub(super) fn read(text: &str) -> Option<Service> {
        let mut lines = text.lines();
        let operation = |line: &str| {
            let (name, shape) = line.split_once(' ')?;
            Some((name.to_ascii_lowercase(), shape.parse().ok()?))
        };
        let operations = lines
            .by_ref()
            .take_while(|line| !line.is_empty())
            .map(operation)
            .collect::<Option<_>>()?;
        let shapes = lines.map(shape).collect::<Option<_>>()?;
        Some(Service { operations, shapes })
    }

    #[cfg(test)]
    pub(super) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }
}

fn shape(line: &str) -> Option<Shape> {
    if let Some(values) = line.strip_prefix("e\t") {
        return Some(Shape::Enumeration(values.split('\t').map(str::to_owned).collect()));
    }
    let mut words = line.split(' ');
    Some(match words.next()? {
        "s" => Shape::Structure(fields(words)?),
        "l" => Shape::List(words.next()?.parse().ok()?, bounds(words.next())?),
        "m" => Shape::Map(words.next()?.parse().ok()?, bounds(words.next())?),
        "t" | "x" => Shape::String(bounds(words.next())?),
        "n" => Shape::Number(bounds(words.next())?),
        "b" => Shape::Boolean,
        "d" => Shape::Timestamp,
        "j" => Shape::Document,
        _ => return None,
    })
}

fn fields<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    while let Some(word) = words.next() {
        let name = word.strip_suffix('!').unwrap_or(word);
        fields.push(Field {
            name: name.to_owned(),
            required: name != word,
            shape: words.next()?.parse().ok()?,
        });
    }
    Some(fields)
}

fn bounds(word: Option<&str>) -> Option<Bounds> {
    let Some(word) = word else { return Some(Bounds::default()) };
    let (least, most) = word.split_once("..")?;
    let bound = |text: &str| match text {
        "" => Some(None),
        _ => text.parse().ok().map(Some),
    };
    Some(Bounds { least: bound(least)?, most: bound(most)? })
}
