//! Expressions, from the top down.

use sfn::Value;

use super::document::{NAMES, scalar};
use super::functions::{FUNCTIONS, INTEGER_PICTURES, PICTURES, REGEXES, TIME_PICTURES};
use crate::differential::random::Random;

/// What an expression is to give, mostly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Scalar,
    Number,
    String,
    Boolean,
    Array,
    Numbers,
    Strings,
    Object,
    Name,
    Regex,
    Pattern,
    Picture,
    IntegerPicture,
    TimePicture,
    /// A function that is called with so many arguments.
    Lambda(usize),
}

/// Writes one expression.
pub(super) struct Writer<'a> {
    pub(super) random: &'a mut Random,
    /// A value that may be the context.
    pub(super) context: Value,
    root: Value,
    /// Variables that may be read, without the `$`.
    pub(super) variables: Vec<String>,
    /// Variables that hold functions of so many parameters.
    functions: Vec<(String, usize)>,
    names: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(random: &'a mut Random, document: &Value) -> Self {
        Self {
            random,
            context: document.clone(),
            root: document.clone(),
            variables: Vec::new(),
            functions: Vec::new(),
            names: 0,
        }
    }

    /// An expression that stands alone.
    pub(super) fn whole(mut self, levels: usize) -> String {
        self.any(levels)
    }

    /// A name that no other variable has, mostly.
    pub(super) fn fresh(&mut self) -> String {
        if self.random.percent(10)
            && let Some(name) = self.variables.last()
        {
            return name.clone();
        }
        self.names += 1;
        format!("v{}", self.names)
    }

    /// What `write` writes where variables are known that are not afterwards.
    pub(super) fn scoped<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let (variables, functions) = (self.variables.len(), self.functions.len());
        let context = self.context.clone();
        let written = write(self);
        self.variables.truncate(variables);
        self.functions.truncate(functions);
        self.context = context;
        written
    }

    pub(super) fn any(&mut self, levels: usize) -> String {
        let kind = self.random.one_of(&[0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 9]);
        match kind {
            0 | 8 | 9 => self.path(levels),
            1 => self.expression(Kind::Number, levels),
            2 => self.expression(Kind::String, levels),
            3 => self.expression(Kind::Boolean, levels),
            4 => self.expression(Kind::Object, levels),
            5 => self.expression(Kind::Array, levels),
            6 => self.block(Kind::Any, levels),
            _ => self.call(Kind::Any, levels),
        }
    }

    pub(super) fn expression(&mut self, kind: Kind, levels: usize) -> String {
        if levels == 0 {
            return self.simple(kind);
        }
        if self.random.percent(5) && !matches!(kind, Kind::Lambda(_)) {
            return self.any(levels - 1);
        }
        let inner = levels - 1;
        match self.random.below(100) {
            0..=9 => return self.simple(kind),
            10..=16 if !matches!(kind, Kind::Lambda(_)) => return self.path(inner),
            17..=19 => return self.block(kind, inner),
            20..=22 if !matches!(kind, Kind::Lambda(_)) => {
                let condition = self.expression(Kind::Boolean, inner);
                let then = self.expression(kind, inner);
                if self.random.percent(20) {
                    return format!("({condition} ? {then})");
                }
                let otherwise = self.expression(kind, inner);
                return format!("({condition} ? {then} : {otherwise})");
            }
            23..=40 => return self.call(kind, inner),
            41..=43 if !matches!(kind, Kind::Lambda(_)) => return self.applied(kind, inner),
            44..=46 if !matches!(kind, Kind::Lambda(_)) => return self.own_call(kind, inner),
            _ => {}
        }
        match kind {
            Kind::Number => self.number(inner),
            Kind::String if self.random.percent(60) => {
                let (one, other) = (self.operand(Kind::Scalar, inner), self.any(inner));
                format!("{one} & {}", self.grouped(other))
            }
            Kind::Boolean => self.boolean(inner),
            Kind::Array | Kind::Numbers | Kind::Strings => self.array(kind, inner),
            Kind::Object => self.object(inner),
            Kind::Any => self.any(inner),
            Kind::Scalar => {
                let kind = self.scalar_kind();
                self.expression(kind, inner)
            }
            Kind::Lambda(arity) => self.lambda(arity, inner),
            kind => self.simple(kind),
        }
    }

    fn scalar_kind(&mut self) -> Kind {
        match self.random.below(3) {
            0 => Kind::Number,
            1 => Kind::String,
            _ => Kind::Boolean,
        }
    }

    fn operand(&mut self, kind: Kind, levels: usize) -> String {
        let text = self.expression(kind, levels);
        self.grouped(text)
    }

    /// In parentheses, mostly: else what stands around it takes part of it.
    fn grouped(&mut self, text: String) -> String {
        if self.random.percent(80) && text.contains([' ', '[', '{', '.']) {
            format!("({text})")
        } else {
            text
        }
    }

    fn number(&mut self, levels: usize) -> String {
        if self.random.percent(10) {
            return format!("-{}", self.operand(Kind::Number, levels));
        }
        let operator = self.random.one_of(&["+", "-", "*", "/", "%"]);
        let (one, other) = (self.operand(Kind::Number, levels), self.operand(Kind::Number, levels));
        format!("{one} {operator} {other}")
    }

    fn boolean(&mut self, levels: usize) -> String {
        match self.random.below(10) {
            0..=2 => {
                let operator = self.random.one_of(&["and", "or"]);
                let (one, other) =
                    (self.operand(Kind::Boolean, levels), self.operand(Kind::Boolean, levels));
                format!("{one} {operator} {other}")
            }
            3..=5 => {
                let operator = self.random.one_of(&["=", "!="]);
                let (one, other) =
                    (self.operand(Kind::Any, levels), self.operand(Kind::Any, levels));
                format!("{one} {operator} {other}")
            }
            6 => {
                let one = self.operand(Kind::Any, levels);
                format!("{one} in {}", self.operand(Kind::Array, levels))
            }
            _ => {
                let operator = self.random.one_of(&["<", "<=", ">", ">="]);
                let kind = self.random.percent(70);
                let kind = if kind { Kind::Number } else { Kind::String };
                let (one, other) = (self.operand(kind, levels), self.operand(kind, levels));
                format!("{one} {operator} {other}")
            }
        }
    }

    pub(super) fn array(&mut self, kind: Kind, levels: usize) -> String {
        let kind = match kind {
            Kind::Numbers => Kind::Number,
            Kind::Strings => Kind::String,
            _ => Kind::Any,
        };
        let length = self.random.one_of(&[0, 1, 1, 2, 2, 3, 4]);
        let mut items = Vec::new();
        for _ in 0..length {
            if self.random.percent(10) {
                let (first, last) = (self.random.below(4), self.random.below(7));
                items.push(format!("{first}..{last}"));
            } else {
                items.push(self.expression(kind, levels.min(1)));
            }
        }
        format!("[{}]", items.join(", "))
    }

    pub(super) fn object(&mut self, levels: usize) -> String {
        format!("{{{}}}", self.pairs(levels))
    }

    pub(super) fn pairs(&mut self, levels: usize) -> String {
        let mut pairs = Vec::new();
        for index in 0..self.random.one_of(&[0, 1, 1, 2, 2, 3]) {
            let key = match self.random.below(10) {
                0 => self.expression(Kind::String, levels),
                1 | 2 => self.path(0),
                _ => format!("\"{}{index}\"", self.random.one_of(&NAMES)),
            };
            pairs.push(format!("{key}: {}", self.any(levels)));
        }
        pairs.join(", ")
    }

    /// `($v := …; …)`
    fn block(&mut self, kind: Kind, levels: usize) -> String {
        self.scoped(|this| {
            let mut parts = Vec::new();
            for _ in 0..this.random.one_of(&[0, 1, 1, 2]) {
                let name = this.fresh();
                if this.random.percent(30) {
                    let arity = this.random.below(3);
                    // A function may call itself; nothing of this text ends that but limits.
                    let lambda = this.lambda(arity, levels.min(2));
                    parts.push(format!("${name} := {lambda}"));
                    this.functions.push((name, arity));
                } else {
                    let value = this.any(levels);
                    parts.push(format!("${name} := {value}"));
                    this.variables.push(name);
                }
            }
            parts.push(this.expression(kind, levels));
            format!("({})", parts.join("; "))
        })
    }

    fn lambda(&mut self, arity: usize, levels: usize) -> String {
        if self.random.percent(8) {
            let named = FUNCTIONS.get(self.random.below(FUNCTIONS.len()));
            return named.map_or("$string".to_owned(), |function| format!("${}", function.name));
        }
        self.scoped(|this| {
            let count = this.random.between(arity.min(1), arity);
            let mut parameters = Vec::new();
            for _ in 0..count {
                let name = this.fresh();
                parameters.push(format!("${name}"));
                this.variables.push(name);
            }
            let signature = match (count, this.random.below(12)) {
                (1, 0) => "<x:x>",
                (1, 1) => "<n-:n>",
                (1, 2) => "<a:a>",
                (1, 3) => "<s?:x>",
                (2, 0) => "<xn?:x>",
                (2, 1) => "<(sn)x:x>",
                _ => "",
            };
            let word = this.random.one_of(&["function", "function", "λ"]);
            let body = this.any(levels.min(2));
            format!("{word}({}){signature}{{ {body} }}", parameters.join(", "))
        })
    }

    /// A call of a function of the library, which is to give a kind of value.
    fn call(&mut self, kind: Kind, levels: usize) -> String {
        let fitting: Vec<_> = FUNCTIONS
            .iter()
            .filter(|function| {
                matches!(kind, Kind::Any | Kind::Lambda(_))
                    || function.value == kind
                    || matches!(kind, Kind::Numbers | Kind::Strings)
                        && function.value == Kind::Array
            })
            .collect();
        let Some(function) = fitting.get(self.random.below(fitting.len())) else {
            return self.simple(kind);
        };
        // An argument may come from the context, or be one too many.
        let least = if self.random.percent(90) { function.least.max(1) } else { function.least };
        let count =
            self.random.between(least.min(function.arguments.len()), function.arguments.len());
        let mut arguments = Vec::new();
        for kind in function.arguments.iter().take(count) {
            arguments.push(self.expression(*kind, levels));
        }
        if self.random.percent(1) {
            arguments.push(self.simple(Kind::Scalar));
        }
        if let Kind::Lambda(_) = kind {
            let place = self.random.below(arguments.len());
            if let Some(argument) = arguments.get_mut(place) {
                *argument = "?".to_owned();
            }
        }
        format!("${}({})", function.name, arguments.join(", "))
    }

    /// `value ~> $f(…)`
    fn applied(&mut self, kind: Kind, levels: usize) -> String {
        let mut text = self.operand(Kind::Any, levels);
        for _ in 0..self.random.one_of(&[1, 1, 1, 2]) {
            let function = match self.random.below(6) {
                0 => self.lambda(1, levels),
                1 => format!("|{}|{}|", self.path(0), self.object(levels.min(1))),
                2 => format!(
                    "|$|{}, [\"{}\"]|",
                    self.object(levels.min(1)),
                    self.random.one_of(&NAMES)
                ),
                3 => self.call(Kind::Lambda(1), levels),
                _ => self.call(kind, levels),
            };
            text = format!("{text} ~> {function}");
        }
        text
    }

    /// A call of a function that the expression defines.
    fn own_call(&mut self, kind: Kind, levels: usize) -> String {
        let count = self.functions.len();
        let known = self.functions.get(self.random.below(count)).cloned();
        let (function, arity) = known.unwrap_or_else(|| {
            let arity = self.random.below(3);
            (String::new(), arity)
        });
        let function =
            if function.is_empty() { self.lambda(arity, levels) } else { format!("${function}") };
        let mut arguments = Vec::new();
        for _ in 0..arity {
            arguments.push(self.expression(kind, levels.min(1)));
        }
        format!("{function}({})", arguments.join(", "))
    }

    pub(super) fn simple(&mut self, kind: Kind) -> String {
        let is_value = !matches!(kind, Kind::Lambda(_) | Kind::Regex | Kind::Name);
        let count = self.variables.len();
        if is_value
            && self.random.percent(35)
            && let Some(name) = self.variables.get(self.random.below(count))
        {
            return format!("${name}");
        }
        if is_value && self.random.percent(35) {
            return self.path(0);
        }
        match kind {
            Kind::Number => self
                .random
                .one_of(&["0", "1", "2", "3", "10", "-1", "0.5", "2.5", "1e3"])
                .to_owned(),
            Kind::Boolean => self.random.one_of(&["true", "false"]).to_owned(),
            Kind::Array => {
                self.random.one_of(&["[]", "[1, 2, 3]", "[1]", "$", "[\"a\", \"b\"]"]).to_owned()
            }
            Kind::Numbers => self.random.one_of(&["[1, 2, 3]", "[3, 1]", "[]", "5"]).to_owned(),
            Kind::Strings => self.random.one_of(&["[\"b\", \"a\"]", "[]", "\"x\""]).to_owned(),
            Kind::Object => self.random.one_of(&["{}", "{\"a\": 1}", "$", "$$"]).to_owned(),
            Kind::Name => format!("\"{}\"", self.random.one_of(&NAMES)),
            Kind::Regex => self.random.one_of(&REGEXES).to_owned(),
            Kind::Pattern if self.random.percent(40) => self.random.one_of(&REGEXES).to_owned(),
            Kind::Picture => format!("\"{}\"", self.random.one_of(&PICTURES)),
            Kind::IntegerPicture => format!("\"{}\"", self.random.one_of(&INTEGER_PICTURES)),
            Kind::TimePicture => format!("\"{}\"", self.random.one_of(&TIME_PICTURES)),
            Kind::Lambda(arity) => self.lambda(arity, 1),
            Kind::String | Kind::Pattern => self
                .random
                .one_of(&["\"a\"", "\"\"", "\"Hello\"", "'b'", "\"10\"", "\",\"", "\"é😀\""])
                .to_owned(),
            Kind::Any | Kind::Scalar => match self.random.below(8) {
                0 => "$".to_owned(),
                1 => "$$".to_owned(),
                _ => scalar(self.random).to_string(),
            },
        }
    }

    /// The document.
    pub(super) fn root(&self) -> Value {
        self.root.clone()
    }
}
