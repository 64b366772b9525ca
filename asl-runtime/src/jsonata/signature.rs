//! What functions take, checked when they are called.
//!
//! Follows [Function signatures](https://docs.jsonata.org/programming#function-signatures) of
//! JSONata's documentation.

use std::borrow::Cow;
use std::fmt;

use super::error::Error;
use super::item::{Item, View};
use crate::value::Value;

/// The parameters of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature(pub Cow<'static, [Parameter]>);

/// A parameter of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// What it takes.
    pub types: Types,
    /// Whether it is an array, into which anything else is put.
    pub is_array: bool,
    /// The letter of the type of the array's items, if that was said.
    pub of: Option<char>,
    /// `-`: the context stands in for it.
    pub or_context: bool,
    /// `-` or `?`: it may be left out.
    pub is_optional: bool,
    /// `+`: it may come several times.
    pub is_repeated: bool,
}

/// Some of the types that a signature tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Types(u8);

impl Types {
    const LETTERS: &'static [u8] = b"nsblofam";

    /// Those of the letters `s`, `n`, `b`, `l`, `o`, `a`, `f`, and `m` for nothing.
    #[must_use]
    pub const fn of_letters(letters: &str) -> Self {
        let letters = letters.as_bytes();
        let mut types = 0;
        let mut index = 0;
        while index < letters.len() {
            types |= Self::bit(letters[index]);
            index += 1;
        }
        Self(types)
    }

    const fn bit(letter: u8) -> u8 {
        let mut index = 0;
        while index < Self::LETTERS.len() {
            if Self::LETTERS[index] == letter {
                return 1 << index;
            }
            index += 1;
        }
        0
    }

    /// The letters, without that for nothing.
    fn letters(self) -> String {
        let letters = Self::LETTERS.iter().filter(|letter| **letter != b'm' && self.has(**letter));
        letters.map(|letter| char::from(*letter)).collect()
    }

    const fn has(self, letter: u8) -> bool {
        self.0 & Self::bit(letter) != 0
    }
}

impl Parameter {
    /// `s`
    pub const STRING: Self = Self::of_types("sm");
    /// `n`
    pub const NUMBER: Self = Self::of_types("nm");
    /// `b`
    pub const BOOLEAN: Self = Self::of_types("bm");
    /// `o`
    pub const OBJECT: Self = Self::of_types("om");
    /// `f`
    pub const FUNCTION: Self = Self::of_types("f");
    /// `j`
    pub const JSON: Self = Self::of_types("asnblom");
    /// `x`
    pub const ANY: Self = Self::of_types("asnblfom");
    /// `a`
    pub const ARRAY: Self = Self { is_array: true, ..Self::ANY };

    /// A parameter of some types, by their letters.
    #[must_use]
    pub const fn of_types(letters: &str) -> Self {
        Self {
            types: Types::of_letters(letters),
            is_array: false,
            of: None,
            or_context: false,
            is_optional: false,
            is_repeated: false,
        }
    }

    /// `a<s>`: an array of items of one type.
    #[must_use]
    pub const fn array_of(letter: char) -> Self {
        Self { of: Some(letter), ..Self::ARRAY }
    }

    /// `-`: the context stands in for it.
    #[must_use]
    pub const fn or_context(self) -> Self {
        Self { or_context: true, is_optional: true, ..self }
    }

    /// `?`: it may be left out.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// `+`: it may come several times.
    #[must_use]
    pub const fn repeated(self) -> Self {
        Self { is_repeated: true, ..self }
    }

    fn takes(&self, letter: u8) -> bool {
        self.types.has(letter)
    }
}

impl Signature {
    /// A signature of these parameters.
    #[must_use]
    pub const fn new(parameters: &'static [Parameter]) -> Self {
        Self(Cow::Borrowed(parameters))
    }

    /// The arguments as the function gets them: the context where it stands in, single values
    /// in arrays.
    ///
    /// # Errors
    /// T0410, T0411, T0412: an argument, or the context in its place, has the wrong type.
    pub fn fit(
        &self,
        name: &str,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Vec<Item>, Error> {
        let parameters = &*self.0;
        let mut pairs = parameters.iter().zip(&arguments);
        if parameters.len() != arguments.len()
            || !pairs.all(|(parameter, item)| parameter.takes(letter(item.view())))
        {
            return self.share_out(name, arguments, context);
        }
        if parameters.iter().any(|parameter| parameter.is_array) {
            let fit = |(index, (parameter, item)): (usize, (&Parameter, Item))| {
                parameter.fit(name, index + 1, item)
            };
            return parameters.iter().zip(arguments).enumerate().map(fit).collect();
        }
        Ok(arguments)
    }

    #[inline(never)]
    fn share_out(
        &self,
        name: &str,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Vec<Item>, Error> {
        let letters: Vec<u8> = arguments.iter().map(|item| letter(item.view())).collect();
        let mut counts = Vec::with_capacity(self.0.len());
        if !shares(&self.0, &letters, &mut counts) {
            let index = self.first_wrong(&letters);
            return Err(mismatch(name, index + 1));
        }
        let mut arguments = arguments.into_iter();
        let mut fitted = Vec::with_capacity(arguments.len());
        let mut position = 1;
        for (parameter, count) in self.0.iter().zip(counts) {
            if count == 0 {
                fitted.push(parameter.stand_in(name, position, context)?);
                // As the reference implementation counts: one that is left out takes a place,
                // unless the context stands in.
                position += usize::from(!parameter.or_context);
            }
            let mut first = None;
            for item in arguments.by_ref().take(count) {
                let item = parameter.fit(name, position, item)?;
                fitted.push(if parameter.is_array {
                    item
                } else {
                    // As the reference implementation does: the first of them each time.
                    first.get_or_insert(item).clone()
                });
                position += 1;
            }
        }
        Ok(fitted)
    }

    /// The index of the first argument that no reading of the signature takes.
    fn first_wrong(&self, letters: &[u8]) -> usize {
        let mut good = 0;
        for end in 1..=self.0.len() {
            let parameters = self.0.get(..end).unwrap_or_default();
            let Some(taken) = prefix(parameters, letters) else { return good };
            good = taken;
        }
        good
    }
}

impl Parameter {
    /// What is passed if there is no argument.
    fn stand_in(&self, name: &str, position: usize, context: View<'_>) -> Result<Item, Error> {
        if !self.or_context {
            return Ok(Item::Undefined);
        }
        if !self.takes(letter(context)) {
            return Err(Error::new(
                "T0411",
                format!(
                    "Context value is not a compatible type with argument {position} of function {}",
                    named(name)
                ),
            ));
        }
        Ok(context.to_item())
    }

    fn fit(&self, name: &str, position: usize, item: Item) -> Result<Item, Error> {
        if !self.is_array || item.is_undefined() {
            return Ok(item);
        }
        let view = item.view();
        if let Some(of) = self.of {
            let mut items = view.items();
            let is_of = |item: View<'_>| char::from(letter(item)) == of;
            if !items.all(is_of) {
                return Err(wrong_items(name, position, of));
            }
        }
        Ok(if view.is_array() { item } else { Item::array(vec![item]) })
    }
}

/// T0410: an argument has a wrong type, or one that the function can do nothing with.
#[cold]
pub(super) fn mismatch(name: &str, position: usize) -> Error {
    let name = named(name);
    Error::new(
        "T0410",
        format!("Argument {position} of function {name} does not match function signature"),
    )
}

/// T0412: an argument is an array of something else.
#[cold]
pub(super) fn wrong_items(name: &str, position: usize, of: char) -> Error {
    Error::new(
        "T0412",
        format!(
            "Argument {position} of function {} must be an array of {:?}",
            named(name),
            plural(of)
        ),
    )
}

/// A function as messages show it: one without a name is `undefined`.
fn named(name: &str) -> String {
    if name.is_empty() { "undefined".to_owned() } else { format!("{name:?}") }
}

/// As it is written, without the type of the result.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|parameter| write!(f, "{parameter}"))
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.types {
            _ if self.is_array => f.write_str("a")?,
            types if types == Self::ANY.types => f.write_str("x")?,
            types if types == Self::JSON.types => f.write_str("j")?,
            types => match types.letters().as_str() {
                single if single.len() == 1 => f.write_str(single)?,
                several => write!(f, "({several})")?,
            },
        }
        if let Some(of) = self.of {
            write!(f, "<{of}>")?;
        }
        f.write_str(if self.or_context {
            "-"
        } else if self.is_optional {
            "?"
        } else if self.is_repeated {
            "+"
        } else {
            ""
        })
    }
}

/// The letter of a value's type in a signature.
fn letter(item: View<'_>) -> u8 {
    match item {
        View::Undefined => b'm',
        View::Value(Value::Null) => b'l',
        View::Value(Value::Bool(_)) => b'b',
        View::Value(Value::Number(_)) => b'n',
        View::Value(Value::String(_)) => b's',
        View::Value(Value::Array(_)) | View::List(_) | View::Tuples(_) => b'a',
        View::Value(Value::Object(_)) | View::Record(_) => b'o',
        View::Function(_) => b'f',
    }
}

fn plural(letter: char) -> &'static str {
    match letter {
        'a' => "arrays",
        'b' => "booleans",
        'f' => "functions",
        'n' => "numbers",
        'o' => "objects",
        's' => "strings",
        _ => "values",
    }
}

/// How many arguments each parameter takes, as many as it can, so that all are taken.
fn shares(parameters: &[Parameter], letters: &[u8], counts: &mut Vec<usize>) -> bool {
    let Some((parameter, rest)) = parameters.split_first() else { return letters.is_empty() };
    for count in parameter.counts(letters) {
        counts.push(count);
        if shares(rest, letters.get(count..).unwrap_or_default(), counts) {
            return true;
        }
        counts.pop();
    }
    false
}

/// How many arguments from the first on the parameters take; none if one finds no argument.
fn prefix(parameters: &[Parameter], letters: &[u8]) -> Option<usize> {
    let Some((parameter, rest)) = parameters.split_first() else { return Some(0) };
    parameter.counts(letters).find_map(|count| {
        prefix(rest, letters.get(count..).unwrap_or_default()).map(|taken| count + taken)
    })
}

impl Parameter {
    /// The numbers of arguments it could take, the most first.
    fn counts(&self, letters: &[u8]) -> impl Iterator<Item = usize> + use<> {
        let most = if self.is_repeated { letters.len() } else { 1 };
        let most = letters.iter().take(most).take_while(|letter| self.takes(**letter)).count();
        let least = usize::from(!self.is_optional);
        (least..=most).rev()
    }
}
