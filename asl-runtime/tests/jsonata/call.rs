//! Calls of functions by name.

use asl_runtime::jsonata::picture::{Symbols, format_number};
use asl_runtime::jsonata::regex::Regex;
use asl_runtime::jsonata::{Error, integer, number, text, time};
use serde_json::{Value, json};

/// The moment that `$now()` gives in recorded results.
const NOW: f64 = 1_521_801_216_617.0;

pub(crate) enum Argument {
    Value(Value),
    Regex(Regex),
}

/// The result, or the error, or `undefined`. `None` if the function is not among those tested, or
/// does not take the arguments.
pub(crate) fn call(function: &str, arguments: &[Argument]) -> Option<Value> {
    let value = |index: usize| match arguments.get(index)? {
        Argument::Value(value) => Some(value),
        Argument::Regex(_) => None,
    };
    let string = |index: usize| value(index)?.as_str();
    let float = |index: usize| value(index)?.as_f64();
    let regex = |index: usize| match arguments.get(index)? {
        Argument::Regex(regex) => Some(regex),
        Argument::Value(_) => None,
    };
    Some(match function {
        "string" if float(0).is_some() => {
            json!({ "result": number::number_text(number::to_fifteen_digits(float(0)?)) })
        }
        "number" => shown(number::parse_number(string(0)?)),
        "round" => shown(Ok(number::round(float(0)?, float(1).unwrap_or(0.0)))),
        "power" => shown(number::power(float(0)?, float(1)?)),
        "sqrt" => shown(number::square_root(float(0)?)),
        "formatBase" => shown(number::format_base(float(0)?, float(1).unwrap_or(10.0))),
        "formatNumber" => {
            let mut symbols = Symbols::default();
            for (name, symbol) in value(2).and_then(Value::as_object).into_iter().flatten() {
                symbols.set(name, symbol.as_str()?);
            }
            shown(format_number(float(0)?, string(1)?, &symbols))
        }
        "formatInteger" => shown(integer::format_integer(float(0)?, string(1)?)),
        "parseInteger" => shown(integer::parse_integer(string(0)?, string(1)?)),
        "fromMillis" => shown(time::from_millis(float(0)?, string(1), string(2))),
        "toMillis" => match time::to_millis(string(0)?, string(1), NOW) {
            Ok(None) => json!({ "undefined": true }),
            other => shown(other),
        },
        "length" => shown(Ok(text::length(string(0)?))),
        "substring" => shown(Ok(text::substring(string(0)?, float(1)?, float(2)))),
        "substringBefore" => shown(Ok(text::substring_before(string(0)?, string(1)?))),
        "substringAfter" => shown(Ok(text::substring_after(string(0)?, string(1)?))),
        "trim" => shown(Ok(text::trim(string(0)?))),
        "pad" => shown(text::pad(string(0)?, float(1)?, string(2).unwrap_or_default())),
        "join" => {
            let texts = value(0)?.as_array()?.iter().map(Value::as_str);
            let texts = texts.collect::<Option<Vec<_>>>()?;
            shown(text::join(texts, string(1).unwrap_or_default()))
        }
        "split" => match regex(1) {
            Some(pattern) => shown(text::split_pattern(string(0)?, pattern, float(2))),
            None => shown(text::split_text(string(0)?, string(1)?, float(2))),
        },
        "replace" => match regex(1) {
            Some(pattern) => {
                shown(text::replace_pattern(string(0)?, pattern, string(2)?, float(3)))
            }
            None => shown(text::replace_text(string(0)?, string(1)?, string(2)?, float(3))),
        },
        "contains" => match regex(1) {
            Some(pattern) => shown(pattern.is_match(string(0)?)),
            None => shown(Ok(string(0)?.contains(string(1)?))),
        },
        "base64encode" => shown(Ok(text::base64_encode(string(0)?))),
        "base64decode" => shown(text::base64_decode(string(0)?)),
        "encodeUrl" => shown(text::encode_url(string(0)?)),
        "encodeUrlComponent" => shown(text::encode_url_component(string(0)?)),
        "decodeUrl" => shown(text::decode_url(string(0)?)),
        "decodeUrlComponent" => shown(text::decode_url_component(string(0)?)),
        _ => return None,
    })
}

fn shown<T: serde::Serialize>(result: Result<T, Error>) -> Value {
    match result {
        Ok(result) => json!({ "result": result }),
        Err(error) => json!({ "error": error.to_string() }),
    }
}
