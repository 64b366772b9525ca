//! Bounds of what the functions take and make. JSONata itself has none; AWS has, unpublished ones.

use super::Error;
use crate::data::payload;

/// Bytes that a text may have which a function makes: four times what a state may hand on.
pub const MOST_TEXT: usize = 4 * payload::LIMIT;

/// Characters that a picture may have.
const MOST_PICTURE: usize = 10_000;

/// The text, unless it has more than [`MOST_TEXT`] bytes.
pub(super) fn check_text(bytes: usize) -> Result<(), Error> {
    if bytes > MOST_TEXT { Err(Error::memory()) } else { Ok(()) }
}

/// # Errors
/// The picture is longer than one that is meant to be read.
pub(super) fn check_picture(picture: &str) -> Result<(), Error> {
    if picture.len() > MOST_PICTURE {
        return Err(Error::without_code("The picture string is too long"));
    }
    Ok(())
}
