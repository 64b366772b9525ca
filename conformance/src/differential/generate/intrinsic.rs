//! Calls of intrinsic functions.

use sfn::{Value, json};

use super::path::Expression;
use super::scene::{Kind, Scene};
use super::{Generator, data};

/// Calls inside calls.
const NESTED: usize = 3;

/// The functions by what they give.
const FUNCTIONS: &[(&str, Kind)] = &[
    ("Array", Kind::Array),
    ("ArrayPartition", Kind::Array),
    ("ArrayContains", Kind::Boolean),
    ("ArrayRange", Kind::Array),
    ("ArrayGetItem", Kind::Any),
    ("ArrayLength", Kind::Count),
    ("ArrayUnique", Kind::Array),
    ("Base64Encode", Kind::Text),
    ("Base64Decode", Kind::Text),
    ("Hash", Kind::Text),
    ("JsonMerge", Kind::Object),
    ("StringToJson", Kind::Any),
    ("JsonToString", Kind::Text),
    ("MathRandom", Kind::Number),
    ("MathAdd", Kind::Number),
    ("StringSplit", Kind::Array),
    ("UUID", Kind::Text),
    ("Format", Kind::Text),
];

/// Functions that AWS takes to give text.
const TEXTS: &[&str] = &["Format", "JsonToString", "Base64Encode", "Base64Decode", "Hash", "UUID"];

impl Generator {
    /// A path or a call that gives something of this kind.
    pub(super) fn computed(&mut self, scene: &Scene, kind: Kind) -> Expression {
        if self.random.percent(65) {
            return self.path(scene, kind);
        }
        self.call(scene, kind, NESTED).unwrap_or_else(|| self.path(scene, kind))
    }

    /// A path or a call for `ErrorPath` and `CausePath`.
    pub(super) fn computed_text(&mut self, scene: &Scene) -> Expression {
        if self.random.percent(60) {
            return self.reference(scene, Kind::Text);
        }
        let function = self.random.one_of(TEXTS);
        self.call_of(function, scene, NESTED)
    }

    /// A call that gives something of this kind, if any function does.
    fn call(&mut self, scene: &Scene, kind: Kind, depth: usize) -> Option<Expression> {
        let functions: Vec<&str> = FUNCTIONS
            .iter()
            .filter(|(_, gives)| kind == Kind::Any || *gives == kind)
            .map(|(name, _)| *name)
            .collect();
        if functions.is_empty() || depth == 0 {
            return None;
        }
        let function = self.random.one_of(&functions);
        Some(self.call_of(function, scene, depth))
    }

    fn call_of(&mut self, function: &str, scene: &Scene, depth: usize) -> Expression {
        let depth = depth.saturating_sub(1);
        let argument = |generator: &mut Self, kind| generator.argument(scene, kind, depth);
        let (arguments, value) = match function {
            "Array" => {
                let items: Vec<Expression> =
                    (0..self.random.below(4)).map(|_| argument(self, Kind::Any)).collect();
                let (texts, values): (Vec<String>, Vec<Value>) = items.into_iter().unzip();
                (texts, values.into())
            }
            "ArrayPartition" => {
                let (array, value) = argument(self, Kind::Array);
                (vec![array, self.random.between(1, 3).to_string()], json!([value]))
            }
            "ArrayContains" => {
                let (array, _) = argument(self, Kind::Array);
                (vec![array, argument(self, Kind::Any).0], true.into())
            }
            "ArrayRange" => {
                let last = self.random.between(3, 9).to_string();
                let range = vec![argument(self, Kind::Count).0, last, "2".to_owned()];
                (range, json!([1, 3]))
            }
            "ArrayGetItem" => {
                let (array, value) = argument(self, Kind::Array);
                let first = value.as_array().and_then(|items| items.first().cloned());
                if first.is_some() && self.random.percent(30) {
                    (vec![array, "0".to_owned()], first.unwrap_or_default())
                } else {
                    let index = if self.mistake() { "17" } else { "1" };
                    (vec![format!("States.Array('x', {array})"), index.to_owned()], value)
                }
            }
            "ArrayLength" => (vec![argument(self, Kind::Array).0], 2.into()),
            "ArrayUnique" => {
                let (array, value) = argument(self, Kind::Array);
                (vec![array], value)
            }
            "Base64Encode" => (vec![argument(self, Kind::Text).0], "YQ==".into()),
            "Base64Decode" => {
                let (text, value) = argument(self, Kind::Text);
                (vec![format!("States.Base64Encode({text})")], value)
            }
            "Hash" => {
                let algorithms = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];
                let algorithm = format!("'{}'", self.random.one_of(&algorithms));
                (vec![argument(self, Kind::Any).0, algorithm], "c0ffee".into())
            }
            "JsonMerge" => {
                let (one, value) = argument(self, Kind::Object);
                (vec![one, argument(self, Kind::Object).0, "false".to_owned()], value)
            }
            "StringToJson" if self.random.percent(50) => {
                let (any, value) = argument(self, Kind::Any);
                (vec![format!("States.JsonToString({any})")], value)
            }
            "StringToJson" => (vec![argument(self, Kind::Json).0], json!({})),
            "JsonToString" => (vec![argument(self, Kind::Any).0], "[]".into()),
            "MathRandom" => {
                let mut bounds = vec![argument(self, Kind::Count).0, "1000".to_owned()];
                if self.random.percent(50) {
                    bounds.push(argument(self, Kind::Count).0);
                }
                (bounds, 500.into())
            }
            "MathAdd" => {
                (vec![argument(self, Kind::Number).0, argument(self, Kind::Number).0], 3.into())
            }
            "StringSplit" => {
                let delimiters = self.random.one_of(&["'-'", "', '", "'.+;'"]).to_owned();
                (vec![argument(self, Kind::Text).0, delimiters], json!(["a", "b"]))
            }
            "UUID" => (Vec::new(), "uuid".into()),
            _ => {
                let count = self.random.between(1, 3);
                let template = format!("'{}'", ["{}", "a{}b", "\\{{}\\}"].concat());
                let template = match count {
                    3 => template,
                    count => format!("'{}'", "<{}>".repeat(count)),
                };
                let mut arguments = vec![template];
                arguments.extend((0..count).map(|_| argument(self, Kind::Any).0));
                (arguments, "formatted".into())
            }
        };
        let separator = self.random.one_of(&[", ", ","]);
        (format!("States.{function}({})", arguments.join(separator)), value)
    }

    /// An argument: a path, a literal or a call.
    fn argument(&mut self, scene: &Scene, kind: Kind, depth: usize) -> Expression {
        let chosen = self.random.below(10);
        if chosen < 3
            && let Some(call) = self.call(scene, kind, depth)
        {
            return call;
        }
        if chosen < 5
            && let Some(literal) = self.literal(kind)
        {
            return literal;
        }
        let (path, value) = self.path(scene, kind);
        match self.literal(kind) {
            // There is nothing of this kind to be seen.
            Some(literal) if !kind.admits(&value) && !self.mistake() => literal,
            None if !kind.admits(&value) && kind == Kind::Array => {
                ("States.Array(1, 2)".to_owned(), json!([1, 2]))
            }
            None if !kind.admits(&value) && kind == Kind::Object => {
                let text = "States.StringToJson('{\"a\":1}')".to_owned();
                (text, json!({ "a": 1 }))
            }
            _ => (path, value),
        }
    }

    fn literal(&mut self, kind: Kind) -> Option<Expression> {
        let value = match kind {
            Kind::Any if self.random.percent(20) => Value::Null,
            Kind::Any | Kind::Text => data::word(&mut self.random).into(),
            Kind::Boolean => self.random.percent(50).into(),
            Kind::Number => i64::try_from(self.random.below(9)).unwrap_or_default().into(),
            Kind::Count => 2.into(),
            Kind::Time => data::time(&mut self.random).into(),
            Kind::Json => "[1,2.5]".into(),
            Kind::Array | Kind::Object => return None,
        };
        let text = match value.as_str() {
            Some(text) => format!("'{text}'"),
            None => value.to_string(),
        };
        Some((text, value))
    }
}
