//! Paths: they follow a value that may be the context, so that they mostly lead somewhere.

use sfn::Value;

use super::document::NAMES;
use super::expression::{Kind, Writer};

impl Writer<'_> {
    pub(super) fn path(&mut self, levels: usize) -> String {
        self.scoped(|this| this.steps(levels))
    }

    fn steps(&mut self, levels: usize) -> String {
        let mut text = self.first(levels);
        let mut has_group = false;
        for index in 0..self.random.one_of(&[0, 1, 1, 1, 2, 2, 3]) {
            if index == 0 && self.random.percent(50) {
                self.stages(&mut text, levels);
            }
            text.push('.');
            let step = self.step(levels);
            text.push_str(&step);
            self.stages(&mut text, levels);
        }
        if levels > 0 && self.random.percent(7) {
            let term = self.short(levels);
            let direction = self.random.one_of(&["", "", "<", ">"]);
            text.push_str(&format!("^({direction}{term})"));
            if self.random.percent(20) {
                let position = self.random.below(2);
                text.push_str(&format!("[{position}]"));
            }
        }
        if levels > 0 && self.random.percent(5) {
            has_group = true;
            let pairs = self.pairs(levels.min(2));
            text.push_str(&format!("{{{pairs}}}"));
        }
        if !has_group && self.random.percent(5) {
            text.push_str("[]");
        }
        text
    }

    fn first(&mut self, levels: usize) -> String {
        let count = self.variables.len();
        match self.random.below(20) {
            0 | 1 => "$".to_owned(),
            2 | 3 => {
                self.context = self.root();
                "$$".to_owned()
            }
            4 | 5 if count > 0 => {
                let variable = self.variables.get(self.random.below(count)).cloned();
                format!("${}", variable.unwrap_or_default())
            }
            6 if levels > 0 => format!("({})", self.any(levels - 1)),
            7 if levels > 0 => self.array(Kind::Any, levels - 1),
            8 if levels > 0 => self.object(levels - 1),
            _ => self.step(0),
        }
    }

    fn step(&mut self, levels: usize) -> String {
        match self.random.below(40) {
            0 | 1 => "*".to_owned(),
            2 => "**".to_owned(),
            3 | 4 if levels > 0 => format!("({})", self.any(levels - 1)),
            5 | 6 if levels > 0 => self.object(levels - 1),
            7 if levels > 0 => self.array(Kind::Any, levels - 1),
            8 if levels > 0 => {
                let name =
                    self.random.one_of(&["$string", "$type", "$keys", "$count", "$uppercase"]);
                let argument = self.random.one_of(&["", "", "$"]);
                format!("{name}({argument})")
            }
            9 | 10 => "%".to_owned(),
            11 => "$".to_owned(),
            12 => "\"a\"".to_owned(),
            _ => self.name(),
        }
    }

    /// A name that the context has, mostly; the context is then what is there.
    fn name(&mut self) -> String {
        let mut names = Vec::new();
        names_of(&self.context, &mut names);
        let name = if names.is_empty() || self.random.percent(8) {
            self.random.one_of(&NAMES).to_owned()
        } else {
            self.random.one_of(&names)
        };
        self.context = member(&self.context, &name).unwrap_or_default();
        if name.contains(' ') { format!("`{name}`") } else { name }
    }

    /// Predicates and what binds variables.
    fn stages(&mut self, text: &mut String, levels: usize) {
        if self.random.percent(5) {
            let name = self.fresh();
            text.push_str(&format!("@${name}"));
            self.variables.push(name);
        }
        if self.random.percent(5) {
            let name = self.fresh();
            text.push_str(&format!("#${name}"));
            self.variables.push(name);
        }
        while self.random.percent(18) {
            let predicate = match self.random.below(10) {
                0..=2 => self.random.one_of(&["0", "1", "-1", "2", "0.7"]).to_owned(),
                3 => self.random.one_of(&["[0, 1]", "[0..1]", "true", "$", "[-1, 0]"]).to_owned(),
                4..=6 => {
                    let path = self.short(levels);
                    let operator = self.random.one_of(&["=", "!=", ">", "<", "and", "in"]);
                    format!("{path} {operator} {}", self.simple(Kind::Scalar))
                }
                _ => self.short(levels),
            };
            text.push_str(&format!("[{predicate}]"));
        }
        if self.random.percent(2) {
            text.push_str("[]");
        }
    }

    fn short(&mut self, levels: usize) -> String {
        let context = self.context.clone();
        let text = if levels > 1 && self.random.percent(40) {
            self.any(levels.min(2) - 1)
        } else {
            self.name()
        };
        self.context = context;
        text
    }
}

fn names_of(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(object) => names.extend(object.keys().map(ToString::to_string)),
        Value::Array(array) => array.iter().for_each(|item| names_of(item, names)),
        _ => {}
    }
}

fn member(value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Object(object) => object.get(name).cloned(),
        Value::Array(array) => {
            let found: Vec<Value> = array.iter().filter_map(|item| member(item, name)).collect();
            if found.is_empty() { None } else { Some(Value::from(found)) }
        }
        _ => None,
    }
}
