//! A value beside a shape.

use asl_runtime::Value;
use asl_runtime::value::{Array, Object};

use super::model::{Bounds, Field, Service, Shape};
use super::resource::Target;
use super::{Mismatch, Mode, name};

/// The check of one result. It goes as deep as the result, and a value has a limited depth.
pub(super) struct Check<'a> {
    pub(super) service: &'a Service,
    pub(super) target: &'a Target,
    pub(super) mode: Mode,
}

impl Check<'_> {
    /// The whole result, whose fields may be JSON where the operation answers with text.
    pub(super) fn root(&self, shape: &Shape, result: &Value) -> Result<(), Mismatch> {
        match (shape, result) {
            (Shape::Structure(fields), Value::Object(object)) => {
                self.structure(fields, object, self.target.json)
            }
            _ => Ok(()),
        }
    }

    /// `field` is the field that the value belongs to, however deep it lies in lists and maps.
    fn value(&self, shape: usize, value: &Value, field: &str) -> Result<(), Mismatch> {
        let Some(shape) = self.service.shape(shape) else { return Ok(()) };
        let expected = |what| Err(Mismatch::Type(field.to_owned(), what));
        match (shape, value) {
            (Shape::Document, _)
            | (Shape::Boolean, Value::Bool(_))
            | (Shape::Timestamp, Value::String(_)) => Ok(()),
            (Shape::Structure(fields), Value::Object(object)) => {
                self.structure(fields, object, &[])
            }
            (Shape::List(of, bounds), Value::Array(array)) => self.list(*of, bounds, array, field),
            (Shape::Map(of, bounds), Value::Object(object)) => self.map(*of, bounds, object, field),
            (Shape::String(bounds), Value::String(text)) => {
                length(bounds, text.chars().count(), field)
            }
            (Shape::Enumeration(values), Value::String(text)) => enumeration(values, text, field),
            (Shape::Number(bounds), Value::Number(number)) => range(bounds, number.as_f64(), field),
            (Shape::Structure(_) | Shape::Map(..), _) => expected("an object"),
            (Shape::List(..), _) => expected("an array"),
            (Shape::String(_) | Shape::Enumeration(_) | Shape::Timestamp, _) => {
                expected("a string")
            }
            (Shape::Number(_), _) => expected("a number"),
            (Shape::Boolean, _) => expected("a boolean"),
        }
    }

    fn structure(&self, fields: &[Field], object: &Object, json: &[&str]) -> Result<(), Mismatch> {
        let fields: Vec<_> = fields.iter().map(|field| (self.name(field), field)).collect();
        if self.mode == Mode::Strict {
            let missing =
                |(name, field): &&(String, &Field)| field.required && object.get(name).is_none();
            if let Some((name, _)) = fields.iter().find(missing) {
                return Err(Mismatch::Missing(name.clone()));
            }
        }
        for (key, value) in object {
            let field =
                fields.iter().find(|(name, _)| **name == **key && !json.contains(&name.as_str()));
            if let Some((name, field)) = field {
                self.value(field.shape, value, name)?;
            }
        }
        Ok(())
    }

    fn list(&self, of: usize, bounds: &Bounds, array: &Array, field: &str) -> Result<(), Mismatch> {
        length(bounds, array.len(), field)?;
        array.iter().try_for_each(|item| self.value(of, item, field))
    }

    fn map(
        &self,
        of: usize,
        bounds: &Bounds,
        object: &Object,
        field: &str,
    ) -> Result<(), Mismatch> {
        length(bounds, object.len(), field)?;
        object.iter().try_for_each(|(_, value)| self.value(of, value, field))
    }

    fn name(&self, field: &Field) -> String {
        if self.target.sdk { name::sdk_field(&field.name) } else { name::capitalized(&field.name) }
    }
}

fn enumeration(values: &[String], text: &str, field: &str) -> Result<(), Mismatch> {
    if values.iter().any(|value| value == text) {
        return Ok(());
    }
    Err(Mismatch::Enumeration(field.to_owned()))
}

fn range(bounds: &Bounds, number: f64, field: &str) -> Result<(), Mismatch> {
    if bounds.least.is_some_and(|least| number < least) {
        return Err(Mismatch::TooSmall(field.to_owned()));
    }
    if bounds.most.is_some_and(|most| number > most) {
        return Err(Mismatch::TooLarge(field.to_owned()));
    }
    Ok(())
}

fn length(bounds: &Bounds, length: usize, field: &str) -> Result<(), Mismatch> {
    range(bounds, length as f64, field).map_err(|mismatch| match mismatch {
        Mismatch::TooSmall(field) => Mismatch::TooShort(field),
        _ => Mismatch::TooLong(field.to_owned()),
    })
}
