//! Reference paths: paths that name a place to write to.

use super::parse::parse_whole;
use super::{Root, Segment, SyntaxError};

/// A path to one place in the state input, as `ResultPath` takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferencePath {
    /// The path as written.
    pub text: String,
    /// The way from `$`.
    pub segments: Vec<ReferenceSegment>,
}

/// A step of a reference path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceSegment {
    /// `.name`, `['name']`: a member of an object.
    Member(String),
    /// `[0]`: an element of an array.
    Index(u32),
}

/// Parses a reference path: `$` followed by names and indexes.
///
/// # Errors
/// The first place that does not parse, or that a reference path may not have.
///
/// # Examples
/// ```
/// use asl_lang::path::{ReferenceSegment, parse_reference};
///
/// let path = parse_reference("$.lines[0]").unwrap();
/// assert_eq!(path.segments[1], ReferenceSegment::Index(0));
/// assert!(parse_reference("$.lines[*]").is_err());
/// ```
pub fn parse_reference(text: &str) -> Result<ReferencePath, SyntaxError> {
    let parsed = parse_whole(text)?;
    let start = text.len() - text.trim_start().len();
    let root_error = |what| {
        SyntaxError::new(
            start,
            format!("a reference path starts from the state input, not from {what}"),
        )
        .help("start the path with `$.`")
    };
    match parsed.path.root {
        Root::Input => {}
        Root::Context => return Err(root_error("the context object `$$`".to_owned())),
        Root::Variable(name) => return Err(root_error(format!("the variable `${name}`"))),
    }
    let mut segments = Vec::with_capacity(parsed.path.segments.len());
    for (segment, offset) in parsed.path.segments.into_iter().zip(parsed.offsets) {
        let segment = ReferenceSegment::try_from(segment).map_err(|refused| {
            SyntaxError::new(offset, format!("{refused} in a reference path"))
                .help("name one place with `.name`, `['name']` and `[0]` only")
        })?;
        segments.push(segment);
    }
    Ok(ReferencePath { text: text.to_owned(), segments })
}

impl TryFrom<Segment> for ReferenceSegment {
    /// What the segment is, as a noun.
    type Error = &'static str;

    fn try_from(segment: Segment) -> Result<Self, Self::Error> {
        match segment {
            Segment::Member(name) => Ok(ReferenceSegment::Member(name)),
            Segment::Index(index) => {
                let index = u32::try_from(index).map_err(|_| "a negative index")?;
                Ok(ReferenceSegment::Index(index))
            }
            other => Err(other.indefinite().unwrap_or("a selection")),
        }
    }
}
