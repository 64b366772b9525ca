//! Paths, most of which lead somewhere.

use sfn::Value;

use super::Generator;
use super::scene::{Kind, Scene};

/// A path or a call, with a value that may come of it.
pub(super) type Expression = (String, Value);

/// Levels below a root that paths go down.
const DEPTH: usize = 4;

impl Generator {
    /// A path to something of this kind, if there is any.
    pub(super) fn path(&mut self, scene: &Scene, kind: Kind) -> Expression {
        if self.mistake() {
            return (self.astray(scene), Value::Null);
        }
        if matches!(kind, Kind::Any | Kind::Array) && self.random.percent(20) {
            return self.selection(scene);
        }
        self.reference(scene, kind)
    }

    /// A path to one place.
    pub(super) fn reference(&mut self, scene: &Scene, kind: Kind) -> Expression {
        if self.mistake() {
            return (self.astray(scene), Value::Null);
        }
        let mut places = Vec::new();
        match self.random.below(10) {
            0 | 1 => self.below_context(scene, &mut places),
            2..5 => self.below_variables(scene, &mut places),
            _ => {}
        }
        places.retain(|(_, value)| kind.admits(value));
        if places.is_empty() {
            self.below("$", &scene.document, DEPTH, &mut places);
            places.retain(|(_, value)| kind.admits(value));
        }
        if places.is_empty() {
            self.below_variables(scene, &mut places);
            self.below_context(scene, &mut places);
            places.retain(|(_, value)| kind.admits(value));
        }
        if places.is_empty() {
            return ("$".to_owned(), scene.document.clone());
        }
        let place = self.random.below(places.len());
        places.swap_remove(place)
    }

    fn below_context(&mut self, scene: &Scene, places: &mut Vec<Expression>) {
        self.below("$$", &scene.context, DEPTH, places);
    }

    fn below_variables(&mut self, scene: &Scene, places: &mut Vec<Expression>) {
        for (name, value) in &scene.variables {
            self.below(&format!("${name}"), value, 2, places);
        }
    }

    /// Collects a place and those below it.
    fn below(&mut self, path: &str, value: &Value, depth: usize, places: &mut Vec<Expression>) {
        places.push((path.to_owned(), value.clone()));
        if depth == 0 {
            return;
        }
        match value {
            Value::Array(items) => {
                // How long arrays are varies more than anything else.
                if let Some(first) = items.first()
                    && self.random.percent(30)
                {
                    self.below(&format!("{path}[0]"), first, depth - 1, places);
                }
            }
            Value::Object(members) => {
                for (name, value) in members.iter() {
                    let step = self.step(name);
                    self.below(&format!("{path}{step}"), value, depth - 1, places);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, name: &str) -> String {
        let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
        if plain && self.random.percent(85) {
            format!(".{name}")
        } else {
            format!("['{}']", name.replace('\'', "\\'"))
        }
    }

    /// A path that leads nowhere.
    fn astray(&mut self, scene: &Scene) -> String {
        let mut places = Vec::new();
        self.below("$", &scene.document, 2, &mut places);
        let (place, _) = places.swap_remove(self.random.below(places.len()));
        match self.random.below(8) {
            0 => "$.nowhere".to_owned(),
            1 => "$.no.where".to_owned(),
            2 => format!("{place}[9]"),
            3 => format!("{place}.missing"),
            4 => format!("{place}.missing['at all']"),
            5 => format!("${}9", self.random.one_of(&["a", "b", "c"])),
            6 => "$$.Task.Token".to_owned(),
            _ => "$$.Map.Item.Value.missing".to_owned(),
        }
    }

    /// A path that selects.
    fn selection(&mut self, scene: &Scene) -> Expression {
        let (array, value) = self.reference(scene, Kind::Array);
        let items: Vec<Value> = value.as_array().map(|a| a.to_vec()).unwrap_or_default();
        let member = items.first().and_then(Value::as_object).and_then(|object| {
            let names: Vec<&str> = object.keys().map(|name| name.as_str()).collect();
            let name = self.random.one_of(&names);
            object.get(name).map(|value| (name.to_owned(), value.clone()))
        });
        let (path, found): (String, Vec<Value>) = match (member, self.random.below(9)) {
            (Some((name, value)), 0 | 1) => {
                let step = self.step(&name);
                (format!("{array}[*]{step}"), vec![value])
            }
            (Some((name, value)), 2..=5) => {
                let operand = format!("@{}", self.step(&name));
                let test = self.test(&operand, &value, scene);
                (format!("{array}[?({test})]"), items)
            }
            (None, 2..=5) => {
                let value = items.first().cloned().unwrap_or_default();
                let test = self.test("@", &value, scene);
                (format!("{array}[?({test})]"), items)
            }
            (Some((name, value)), 6) => {
                let step = self.step(&name);
                (format!("{array}..{}", step.trim_start_matches('.')), vec![value])
            }
            (_, 7) => {
                let slice =
                    self.random.one_of(&["[0:1]", "[:2]", "[-2:]", "[0,1]", "[1:]", "[-1:]"]);
                (format!("{array}{slice}"), items.into_iter().take(1).collect())
            }
            _ => (format!("{array}[*]"), items),
        };
        (path, found.into())
    }

    /// The test of a filter.
    fn test(&mut self, operand: &str, value: &Value, scene: &Scene) -> String {
        let literal = match value {
            Value::String(text) => format!("'{}'", text.replace('\'', "")),
            Value::Array(_) | Value::Object(_) => "1".to_owned(),
            other => other.to_string(),
        };
        let test = match self.random.below(8) {
            0 => operand.to_owned(),
            1 => format!("!({operand} == {literal})"),
            2 => format!("{operand} in [{literal}, 'apple', 3]"),
            3 => format!("{operand} =~ /.*[a-m].*/i"),
            4 => {
                let (path, _) = self.reference(&scene.seeing(scene.document.clone()), Kind::Any);
                let path = if path.starts_with("$.") { path } else { literal };
                format!("{operand} != {path}")
            }
            _ => {
                let operator = self.random.one_of(&["==", "!=", "<", "<=", ">", ">="]);
                format!("{operand} {operator} {literal}")
            }
        };
        match self.random.below(8) {
            0 => format!("{test} && {operand} != null"),
            1 => format!("{test} || {operand} > 2"),
            _ => test,
        }
    }
}
