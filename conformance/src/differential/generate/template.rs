//! Payload templates and the data flow of states.

use sfn::value::{Array, Object};
use sfn::{Value, json};

use super::scene::{Kind, Scene};
use super::{Generator, data};

/// Names of members that templates make.
const NAMES: &[&str] = &["x", "y", "n", "list", "items", "text", "b-c", "user", "deep"];

impl Generator {
    /// A payload template, with a value that may come of it.
    pub(super) fn template(&mut self, scene: &Scene) -> (Value, Value) {
        self.object(scene, 2)
    }

    fn object(&mut self, scene: &Scene, depth: usize) -> (Value, Value) {
        let (mut template, mut value) = (Object::new(), Object::new());
        let first = self.random.below(NAMES.len());
        let count = self.random.between(1, 4);
        for name in NAMES.iter().cycle().skip(first).take(count) {
            match self.random.below(10) {
                0 | 1 => {
                    let literal = data::scalar(&mut self.random);
                    template.insert(*name, literal.clone());
                    value.insert(*name, literal);
                }
                2 if depth > 0 => {
                    let (inner, result) = self.object(scene, depth - 1);
                    template.insert(*name, inner);
                    value.insert(*name, result);
                }
                3 if depth > 0 => {
                    let (inner, result) = self.object(scene, depth - 1);
                    template.insert(*name, json!(["$.literal", inner]));
                    value.insert(*name, json!(["$.literal", result]));
                }
                _ => {
                    let (text, result) = self.computed(scene, Kind::Any);
                    template.insert(format!("{name}.$"), text);
                    value.insert(*name, result);
                }
            }
        }
        (template.into(), value.into())
    }

    /// Adds an `InputPath` now and then. Gives what `$` is after it.
    pub(super) fn input_path(&mut self, state: &mut Object, scene: &Scene) -> Scene {
        let document = match self.random.below(40) {
            0 => {
                state.insert("InputPath", Value::Null);
                json!({})
            }
            1..6 => {
                let kind = self.random.one_of(&[Kind::Object, Kind::Object, Kind::Any]);
                let (path, value) = self.path(scene, kind);
                state.insert("InputPath", path);
                value
            }
            _ => scene.document.clone(),
        };
        scene.seeing(document)
    }

    /// Adds `Parameters`, `ItemSelector` or another template now and then. Gives what is after it.
    pub(super) fn maybe_template(
        &mut self,
        state: &mut Object,
        field: &str,
        times: usize,
        scene: &Scene,
    ) -> Value {
        if !self.random.percent(times) {
            return scene.document.clone();
        }
        let (template, value) = self.template(scene);
        state.insert(field, template);
        value
    }

    /// Adds a `ResultPath` now and then. Gives what is after it.
    pub(super) fn result_path(&mut self, state: &mut Object, raw: &Value, result: Value) -> Value {
        let Some(members) = raw.as_object() else {
            return match self.random.below(30) {
                0 => {
                    state.insert("ResultPath", "$.x");
                    raw.clone()
                }
                1..10 => {
                    state.insert("ResultPath", Value::Null);
                    raw.clone()
                }
                _ => result,
            };
        };
        let names: Vec<&str> = members.keys().map(|name| name.as_str()).collect();
        let name = match self.random.below(3) {
            0 if !names.is_empty() => self.random.one_of(&names),
            _ => self.random.one_of(&["out", "result", "found", "x"]),
        };
        if self.mistake() {
            state.insert(
                "ResultPath",
                self.random.one_of(&["$['id'].inner", "$['n'][0]", "$['list'][7]"]),
            );
            return raw.clone();
        }
        let mut after = members.clone();
        let step = name.replace('\'', "\\'");
        match self.random.below(20) {
            0..3 => return result,
            3 => {
                state.insert("ResultPath", Value::Null);
            }
            4 => {
                state.insert("ResultPath", "$");
                return result;
            }
            5..8 => {
                let mut inner = match members.get(name) {
                    Some(Value::Object(inner)) => inner.clone(),
                    Some(_) if !self.mistake() => return result,
                    _ => Object::new(),
                };
                state.insert("ResultPath", format!("$['{step}'].inner"));
                inner.insert("inner", result);
                after.insert(name, inner);
            }
            8 => {
                let index = usize::from(self.mistake()) * 7;
                let array = members
                    .iter()
                    .find(|(_, value)| value.as_array().is_some_and(|array| !array.is_empty()));
                match array {
                    Some((name, _)) => {
                        let step = name.replace('\'', "\\'");
                        state.insert("ResultPath", format!("$['{step}'][{index}]"));
                    }
                    None => return result,
                }
            }
            _ => {
                state.insert("ResultPath", format!("$['{step}']"));
                after.insert(name, result);
            }
        }
        after.into()
    }

    /// Adds an `OutputPath` now and then. Gives what is after it.
    pub(super) fn output_path(
        &mut self,
        state: &mut Object,
        scene: &Scene,
        output: Value,
    ) -> Value {
        match self.random.below(50) {
            0 => {
                state.insert("OutputPath", Value::Null);
                json!({})
            }
            1..7 => {
                let kind = self.random.one_of(&[Kind::Object, Kind::Object, Kind::Any]);
                let (path, value) = self.path(&scene.seeing(output), kind);
                state.insert("OutputPath", path);
                value
            }
            _ => output,
        }
    }

    /// Adds `Assign` now and then. Gives the variables there are after it.
    pub(super) fn assign(&mut self, state: &mut Object, scene: &Scene, depth: usize) -> Scene {
        let mut after = scene.clone();
        if !self.random.percent(30) {
            return after;
        }
        let mut assign = Object::new();
        let first = self.random.below(4);
        for number in 0..self.random.between(1, 3) {
            let name = variable(depth, (first + number) % 4);
            if self.random.percent(25) {
                let (template, value) = self.template(scene);
                assign.insert(name.clone(), template);
                after.variables.insert(name, value);
            } else {
                let (text, value) = self.computed(scene, Kind::Any);
                assign.insert(format!("{name}.$"), text);
                after.variables.insert(name, value);
            }
        }
        state.insert("Assign", assign);
        after
    }

    /// A literal of any shape.
    pub(super) fn any(&mut self) -> Value {
        match self.random.below(6) {
            0 => data::scalar(&mut self.random),
            1 => {
                let items: Array = (0..3).map(|_| data::scalar(&mut self.random)).collect();
                items.into()
            }
            _ => data::document(&mut self.random),
        }
    }
}

/// A variable of a scope at this depth: no scope assigns those of the scopes around it.
pub(super) fn variable(depth: usize, number: usize) -> String {
    let letter = ["a", "b", "c", "d", "e"].get(depth).copied().unwrap_or("f");
    format!("{letter}{number}")
}
