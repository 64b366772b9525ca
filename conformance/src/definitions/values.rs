//! Values for the placeholders of a definition, so that a machine comes of it.

use asl_lang::json::Substitutions;
use asl_lang::source::Source;
use asl_lang::{Options, compile};

/// What may stand in the place of a placeholder.
const VALUES: [&str; 7] =
    ["arn:aws:lambda:us-east-1:123456789012:function:f", "1", "\"x\"", "[]", "{}", "true", "$.x"];

/// A placeholder's name and its value.
pub(super) type Value = (String, &'static str);

/// Values with which the definition has no errors: what its readers would have filled in is not
/// known, and its placeholders may stand in any place.
///
/// # Errors
/// There are none. What is wrong with the best that were found is given as people see it.
pub(super) fn find(source: &Source, placeholders: &[String]) -> Result<Vec<Value>, String> {
    let mut values: Vec<Value> = Vec::new();
    let mut errors = errors(source, &values);
    for name in placeholders {
        if errors.is_empty() {
            break;
        }
        for value in VALUES {
            values.push((name.clone(), value));
            let found = self::errors(source, &values);
            if found.len() < errors.len() {
                errors = found;
                break;
            }
            values.pop();
        }
    }
    if errors.is_empty() { Ok(values) } else { Err(errors.concat()) }
}

/// What is wrong with a definition.
fn errors(source: &Source, values: &[Value]) -> Vec<String> {
    let substitutions: Substitutions = values.iter().cloned().collect();
    let compilation = compile(source, &Options { substitutions, ..Options::default() });
    if compilation.machine.is_some() {
        return Vec::new();
    }
    let errors = compilation.diagnostics.iter().filter(|finding| finding.is_error());
    errors.map(|error| asl_lang::diagnostic::render(error, source, false)).collect()
}
