//! Strings and objects that compiled expressions make part by part.

use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, View};
use super::number::integer;
use super::operand::Operand;
use super::text;
use crate::value::{Key, Member, Object, Str, StrBuilder, Value};

/// `a & b & …`
#[derive(Debug)]
pub struct Text<'a> {
    cx: &'a Evaluation,
    out: StrBuilder,
}

impl<'a> Text<'a> {
    /// No text.
    #[inline]
    #[must_use]
    pub fn new(cx: &'a Evaluation) -> Self {
        Self { cx, out: StrBuilder::default() }
    }

    /// Adds the text of a value.
    ///
    /// # Errors
    /// As [`text::write`].
    #[inline]
    pub fn push(&mut self, part: impl Operand) -> Result<(), Error> {
        match part.as_text() {
            Some(text) => self.push_text(text),
            None => match part.as_number() {
                Some(number) => self.push_number(number),
                None => part.with(|view| self.push_view(view)),
            },
        }
    }

    fn push_text(&mut self, text: &str) -> Result<(), Error> {
        self.out.push(text);
        self.cx.check_text(self.out.len())
    }

    fn push_number(&mut self, number: f64) -> Result<(), Error> {
        match integer(number) {
            Some(integer) => self.push_text(itoa::Buffer::new().format(integer)),
            None => self.push_view(Item::number(number).view()),
        }
    }

    #[inline(never)]
    fn push_view(&mut self, view: View<'_>) -> Result<(), Error> {
        let mut text = String::new();
        text::write(self.cx, view, &mut text)?;
        self.push_text(&text)
    }

    /// The string.
    #[inline]
    #[must_use]
    pub fn build(self) -> Item {
        Item::string(self.out.build())
    }
}

/// `{"name": value, …}` of names that are known and differ.
#[derive(Debug)]
pub struct Members {
    members: Vec<Member>,
    /// Made as soon as a value is no JSON.
    record: Option<Vec<(Str, Item)>>,
}

impl Members {
    /// An object without members, with room for so many.
    #[inline]
    #[must_use]
    pub fn with_capacity(members: usize) -> Self {
        Self { members: Vec::with_capacity(members), record: None }
    }

    /// Adds a member, unless it is nothing.
    pub fn push(&mut self, name: Key<'static>, value: impl Operand) {
        match value.into_item() {
            Item::Undefined => {}
            Item::Value(value) if self.record.is_none() => {
                self.members.push(Member::new(name, value));
            }
            item => self.push_slowly(name, item),
        }
    }

    #[inline(never)]
    fn push_slowly(&mut self, name: Key<'static>, item: Item) {
        let name = Str::from_static(name.name());
        match item.is_json().then(|| item.clone().into_value()).flatten() {
            Some(value) if self.record.is_none() => self.members.push(Member::named(name, value)),
            Some(value) => self.record.get_or_insert_default().push((name, Item::Value(value))),
            None => {
                let members = std::mem::take(&mut self.members);
                let object = Object::from_distinct(members);
                let record = self.record.get_or_insert_with(|| {
                    let members = object.iter();
                    members
                        .map(|(name, value)| (name.clone(), Item::Value(value.clone())))
                        .collect()
                });
                record.push((name, item));
            }
        }
    }

    /// The object.
    ///
    /// # Errors
    /// It is too deep or too large.
    #[inline]
    pub fn build(self) -> Result<Item, Error> {
        let object = match self.record {
            Some(record) => Item::object(record),
            None => Item::Value(Value::Object(Object::from_distinct(self.members))),
        };
        object.checked()
    }
}
