//! Calls of intrinsic functions.

use std::borrow::Cow;

use asl_lang::intrinsic::split_template;
use asl_lang::ir::{self, ExprKind, IntrinsicFunction as Function, Literal};
use asl_runtime::data::intrinsic;
use asl_runtime::{Failure, Value};

use crate::expr::Expr;
use crate::scope::Scope;

/// A call, resolved.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    function: Function,
    arguments: Box<[Expr<'a>]>,
    /// The constant template of a `States.Format`, split at its placeholders.
    template: Option<Vec<String>>,
    /// The outermost call, as written.
    text: &'a str,
    /// The byte offsets of the field in the definition, and of this call in the outermost.
    place: (u32, u32),
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        function: Function,
        arguments: &'a [ir::Expr],
        text: &'a str,
        place: (u32, u32),
    ) -> Self {
        let template = match (function, arguments.first().map(|first| &first.kind)) {
            (Function::Format, Some(ExprKind::Literal(Literal::String(text)))) => {
                split_template(text)
            }
            _ => None,
        };
        Self { function, arguments: Expr::all(arguments), template, text, place }
    }

    pub(crate) fn value(&self, scope: &Scope<'_>) -> Result<Value, Failure> {
        let result = match self.function {
            Function::Array => return Expr::values(&self.arguments, scope).map(Value::Array),
            Function::Uuid => return Ok(intrinsic::uuid(self.random(scope))),
            Function::Format => return self.format(scope),
            Function::MathRandom if self.arguments.len() == 2 => {
                let [start, end] = &self.fixed(scope)?;
                intrinsic::math_random(start, end, self.random(scope))
            }
            Function::MathRandom => {
                let [start, end, seed] = &self.fixed(scope)?;
                intrinsic::math_random_seeded(start, end, seed)
            }
            Function::ArrayPartition => self.two(intrinsic::array_partition, scope)?,
            Function::ArrayContains => self.two(intrinsic::array_contains, scope)?,
            Function::ArrayRange => self.three(intrinsic::array_range, scope)?,
            Function::ArrayGetItem => self.two(intrinsic::array_get_item, scope)?,
            Function::ArrayLength => self.one(intrinsic::array_length, scope)?,
            Function::ArrayUnique => self.one(intrinsic::array_unique, scope)?,
            Function::Base64Encode => self.one(intrinsic::base64_encode, scope)?,
            Function::Base64Decode => self.one(intrinsic::base64_decode, scope)?,
            Function::Hash => self.two(intrinsic::hash, scope)?,
            Function::JsonMerge => self.three(intrinsic::json_merge, scope)?,
            Function::JsonToString => self.one(intrinsic::json_to_string, scope)?,
            Function::StringToJson => self.one(intrinsic::string_to_json, scope)?,
            Function::MathAdd => self.two(intrinsic::math_add, scope)?,
            Function::StringSplit => self.two(intrinsic::string_split, scope)?,
        };
        result.map_err(|error| error.in_call(self.text))
    }

    fn random(&self, scope: &Scope<'_>) -> u128 {
        scope.around.cx.random(self.place)
    }

    fn one<R>(&self, function: fn(&Value) -> R, scope: &Scope<'_>) -> Result<R, Failure> {
        let [a] = &self.fixed(scope)?;
        Ok(function(a))
    }

    fn two<R>(&self, function: fn(&Value, &Value) -> R, scope: &Scope<'_>) -> Result<R, Failure> {
        let [a, b] = &self.fixed(scope)?;
        Ok(function(a, b))
    }

    fn three<R>(
        &self,
        function: fn(&Value, &Value, &Value) -> R,
        scope: &Scope<'_>,
    ) -> Result<R, Failure> {
        let [a, b, c] = &self.fixed(scope)?;
        Ok(function(a, b, c))
    }

    /// The arguments of a function that has so many.
    fn fixed<'s, const N: usize>(
        &'s self,
        scope: &Scope<'s>,
    ) -> Result<[Cow<'s, Value>; N], Failure> {
        let mut values = [const { Cow::Owned(Value::Null) }; N];
        for (value, argument) in values.iter_mut().zip(&self.arguments) {
            *value = argument.reference(scope)?;
        }
        Ok(values)
    }

    fn format(&self, scope: &Scope<'_>) -> Result<Value, Failure> {
        let Some((template, arguments)) = self.arguments.split_first() else {
            return Ok(Value::Null);
        };
        // A template that has been split already is a constant: nothing of it is evaluated.
        let template = template.reference(scope)?;
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
            values.push(argument.reference(scope)?);
        }
        let values: Vec<&Value> = values.iter().map(|value| &**value).collect();
        let text = match &self.template {
            Some(parts) => intrinsic::format(parts, &values),
            None => intrinsic::format_template(&template, &values),
        };
        text.map_err(|error| error.in_call(self.text))
    }
}
