//! JSON text in and out of a [`Value`].

use super::{Error, Value, read, write};

impl Value {
    /// Reads JSON text.
    ///
    /// Of members with one name the last counts, in the place of the first. An integer that does
    /// not fit 64 bits becomes a float.
    ///
    /// # Errors
    /// Text that is not JSON or not UTF-8, a number beyond the range of a float, and arrays and
    /// objects nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    ///
    /// # Examples
    /// ```
    /// use asl_runtime::value::Value;
    ///
    /// let order = Value::from_json(br#"{ "id": "o-1" }"#)?;
    /// assert_eq!(order.to_json(), br#"{"id":"o-1"}"#);
    /// # Ok::<(), asl_runtime::value::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        read::read(text)
    }

    /// The same for text that may be nested so many levels deep.
    pub(crate) fn from_json_within(text: &[u8], levels: usize) -> Result<Self, Error> {
        read::read_within(text, levels)
    }

    /// The compact JSON.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // The bound counts six bytes for each byte of a string.
        let mut text = String::with_capacity((self.bounds().size / 4).min(4096) as usize);
        let Ok(()) = write::write(self, &mut text);
        text.into_bytes()
    }
}
