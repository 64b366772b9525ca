//! Calls with literal arguments: strings, numbers, arrays and objects of them, and regular
//! expressions.

use asl_runtime::jsonata::regex::Regex;
use serde_json::{Map, Value};

use crate::call::Argument;

/// The name and the arguments of `$name(literal, …)`; `None` for any other expression.
pub(crate) fn parse(expression: &str) -> Option<(String, Vec<Argument>)> {
    let mut parser = Parser(expression.trim().strip_prefix('$')?);
    let (name, rest) = parser.0.split_once('(')?;
    if !name.chars().all(char::is_alphanumeric) {
        return None;
    }
    parser.0 = rest;
    let mut arguments = Vec::new();
    while !parser.take(')') {
        if !arguments.is_empty() && !parser.take(',') {
            return None;
        }
        arguments.push(parser.argument()?);
    }
    parser.0.is_empty().then(|| (name.to_owned(), arguments))
}

struct Parser<'a>(&'a str);

impl Parser<'_> {
    /// Takes a character after white space.
    fn take(&mut self, c: char) -> bool {
        self.0 = self.0.trim_start();
        let rest = self.0.strip_prefix(c);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn argument(&mut self) -> Option<Argument> {
        if !self.take('/') {
            return self.value().map(Argument::Value);
        }
        let mut escaped = false;
        let end = self.0.find(|c| {
            let ends = c == '/' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })?;
        let (pattern, rest) = (&self.0[..end], &self.0[end + 1..]);
        let flags = rest.len() - rest.trim_start_matches(['i', 'm']).len();
        self.0 = &rest[flags..];
        Regex::new(pattern, &rest[..flags]).ok().map(Argument::Regex)
    }

    fn value(&mut self) -> Option<Value> {
        if self.take('"') {
            return self.string('"');
        }
        if self.take('\'') {
            return self.string('\'');
        }
        if self.take('[') {
            let mut items = Vec::new();
            while !self.take(']') {
                if !items.is_empty() && !self.take(',') {
                    return None;
                }
                items.push(self.value()?);
            }
            return Some(Value::Array(items));
        }
        if self.take('{') {
            let mut members = Map::new();
            while !self.take('}') {
                if !members.is_empty() && !self.take(',') {
                    return None;
                }
                let Value::String(name) = self.value()? else { return None };
                let value = self.take(':').then(|| self.value())??;
                members.insert(name, value);
            }
            return Some(Value::Object(members));
        }
        let end = self.0.find([',', ')', ']', '}', ' '])?;
        let number = serde_json::from_str::<serde_json::Number>(&self.0[..end]).ok()?;
        self.0 = &self.0[end..];
        Some(Value::Number(number))
    }

    /// A string, whose escapes are those of JSON.
    fn string(&mut self, quote: char) -> Option<Value> {
        let mut json = "\"".to_owned();
        let mut characters = self.0.char_indices();
        while let Some((index, c)) = characters.next() {
            match c {
                _ if c == quote => {
                    self.0 = &self.0[index + 1..];
                    json.push('"');
                    return serde_json::from_str(&json).ok();
                }
                '\\' => match characters.next()?.1 {
                    '\'' => json.push('\''),
                    escaped => json.extend(['\\', escaped]),
                },
                '"' => json.push_str("\\\""),
                c if c.is_control() => json.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => json.push(c),
            }
        }
        None
    }
}
