//! JSONPath in the dialect of Step Functions (Jayway's), as `$.order.lines[0].id`.
//!
//! Validation asks this parser whether a path is well formed, lowering puts the parsed [`Path`]
//! into the intermediate representation. [`filter`] has the conditions of `[?(…)]`.
//! [`ReferencePath`] is the part of the language that names a single place, for `ResultPath`.

mod bracket;
mod cursor;
pub mod filter;
mod parse;
mod print;
mod quoted;
mod reference;
mod syntax_error;
#[cfg(test)]
mod tests;

pub(crate) use cursor::Cursor;
pub use filter::Filter;
pub(crate) use parse::parse_prefix;
pub use reference::{ReferencePath, ReferenceSegment, parse_reference};
pub use syntax_error::SyntaxError;

/// Segments a path may have: more would nest data deeper than any JSON text may be.
const MAX_SEGMENTS: usize = 256;

/// A path: where it starts and the way from there.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The path as written, as messages quote it.
    pub text: String,
    /// Where it starts.
    pub root: Root,
    /// The way from there.
    pub segments: Vec<Segment>,
}

/// What a path starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// `$`: the data at hand.
    Input,
    /// `$$`: the context object.
    Context,
    /// `$name`: a workflow variable.
    Variable(String),
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Segment {
    /// `.name`, `['name']`: a member of an object.
    Member(String),
    /// `[0]`, `[-1]`: an element of an array, counted from the end when negative.
    Index(i32),
    /// `.*`, `[*]`: all members or elements.
    Wildcard,
    /// `['a','b']`: some members; at the end of a path an object of them.
    Members(Vec<String>),
    /// `[0,2]`: some elements.
    Indexes(Vec<i32>),
    /// `[1:3]`: the elements from `start` to before `end`.
    Slice {
        /// The first element; none for the array's own.
        start: Option<i32>,
        /// The element to stop before; none for the array's end.
        end: Option<i32>,
    },
    /// `[?(@.price > 10)]`: the elements for which a condition holds; of an object, it itself.
    Filter(Filter),
    /// `..`: the value and everything in it, to which the next segment is applied.
    Descendants,
    /// `.length()`: a function of what the path has led to.
    Function {
        /// Its name.
        name: String,
        /// What stands between the parentheses.
        arguments: String,
    },
}

/// Parses a path.
///
/// # Errors
/// The first place that does not parse.
///
/// # Examples
/// ```
/// use asl_lang::path::{self, Segment};
///
/// let path = path::parse("$.lines[0]")?;
/// assert_eq!(path.segments, [Segment::Member("lines".into()), Segment::Index(0)]);
/// assert_eq!(path.normalized(), "$['lines'][0]");
/// # Ok::<(), path::SyntaxError>(())
/// ```
pub fn parse(text: &str) -> Result<Path, SyntaxError> {
    let mut path = parse::parse_whole(text)?.path;
    path.text = text.to_owned();
    Ok(path)
}

impl Path {
    /// Whether the path is made of names and indexes alone.
    pub fn is_plain(&self) -> bool {
        self.selection().is_none()
    }

    /// The first segment that is more than a name or an index, as a noun for messages.
    pub(crate) fn selection(&self) -> Option<&'static str> {
        self.segments.iter().find_map(Segment::indefinite)
    }

    /// Whether the path leads to one value or nowhere. All others lead to an array, which may be
    /// empty.
    pub fn is_definite(&self) -> bool {
        is_definite(&self.segments)
    }

    /// The first function in the path, also in its filters. AWS knows none.
    pub fn function(&self) -> Option<&str> {
        function(&self.segments)
    }
}

/// See [`Path::is_definite`]; for the paths of filters too.
pub fn is_definite(segments: &[Segment]) -> bool {
    let places = match segments {
        [places @ .., Segment::Members(_)] => places,
        places => places,
    };
    places.iter().all(|segment| segment.indefinite().is_none())
}

fn function(segments: &[Segment]) -> Option<&str> {
    segments.iter().find_map(|segment| match segment {
        Segment::Function { name, .. } => Some(name.as_str()),
        Segment::Filter(filter) => {
            filter.condition.paths().into_iter().find_map(|path| function(&path.segments))
        }
        _ => None,
    })
}

impl Segment {
    /// What the segment is, as a noun for messages; none for a name or an index.
    fn indefinite(&self) -> Option<&'static str> {
        Some(match self {
            Segment::Member(_) | Segment::Index(_) => return None,
            Segment::Wildcard => "a wildcard",
            Segment::Members(_) => "a list of names",
            Segment::Indexes(_) => "a list of indexes",
            Segment::Slice { .. } => "a slice",
            Segment::Filter(_) => "a filter",
            Segment::Descendants => "a deep scan",
            Segment::Function { .. } => "a function",
        })
    }
}
