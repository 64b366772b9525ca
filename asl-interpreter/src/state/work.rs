//! Before the work of a state: what it is given.

use std::mem::take;
use std::num::NonZeroU32;

use asl_lang::ir::{self, ExprKind, Literal, Register};
use asl_runtime::data::{count, limit, payload};
use asl_runtime::jsonata::field;
use asl_runtime::machine::StepContext;
use asl_runtime::{Failure, Value};

use crate::expr::Expr;
use crate::flow::Flow;
use crate::frame::Frame;
use crate::scope::{Registers, Scope, Surroundings};

/// The data flow before the work: `InputPath`, then `Parameters`.
#[derive(Debug)]
pub(super) struct Arguments<'a> {
    before: Flow<'a>,
    parameters: Option<Expr<'a>>,
    /// What holds the arguments, if that is not the raw input.
    made: Option<Register>,
}

impl<'a> Arguments<'a> {
    pub(super) fn new(enter: &'a [ir::Let]) -> Self {
        let (before, parameters) = match enter.split_last() {
            Some((last, before)) if last.register == Register::Arguments => {
                (before, Some(Expr::new(&last.value)))
            }
            _ => (enter, None),
        };
        let made = enter.last().map(|last| last.register);
        Self { before: Flow::entering(before), parameters, made }
    }

    /// Where the arguments are in the frame.
    pub(super) fn of<'f>(&self, frame: &'f Frame) -> &'f Value {
        if self.made.is_some() { &frame.work } else { &frame.document }
    }

    /// Whether they are the raw input.
    pub(super) fn are_input(&self) -> bool {
        self.made.is_none()
    }

    /// Puts the arguments into the frame. `fields` are evaluated between `InputPath` and
    /// `Parameters`.
    pub(super) fn make<R>(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
        fields: impl FnOnce(&Scope<'_>) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let (arguments, fields) = with_input(frame, cx, |registers, around| {
            self.before.run(registers, around, state)?;
            let fields = fields(&Scope { registers, around })?;
            if let Some(parameters) = &self.parameters {
                let arguments = parameters.value(&Scope { registers, around })?;
                if let Some(recorder) = around.recorder {
                    recorder.set(Register::Arguments, &arguments);
                }
                registers.set(Register::Arguments, arguments);
            }
            let arguments = self.made.map(|register| registers.take(register));
            if let Some(arguments) = &arguments {
                payload::check(arguments, state)?;
            }
            Ok((arguments, fields))
        })?;
        if let Some(arguments) = arguments {
            frame.work = arguments;
        }
        Ok(fields)
    }
}

/// Computes something from the raw input, which stays in the frame.
pub(super) fn with_input<R>(
    frame: &mut Frame,
    cx: &StepContext<'_>,
    compute: impl FnOnce(&mut Registers, Surroundings<'_>) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let mut registers = Registers::of_input(take(&mut frame.document));
    let computed = compute(&mut registers, frame.surroundings(cx));
    frame.document = registers.take(Register::Input);
    computed
}

/// `TimeoutSeconds`, `HeartbeatSeconds` and their paths.
#[derive(Debug)]
pub(super) enum Limit<'a> {
    Constant(Option<NonZeroU32>),
    Computed { value: Computed<'a>, field: &'static str },
}

impl<'a> Limit<'a> {
    pub(super) fn new(expr: Option<&'a ir::Expr>, field: &'static str) -> Self {
        match expr {
            None => Self::Constant(None),
            Some(expr) => match constant(expr) {
                Some(seconds) => Self::Constant(NonZeroU32::new(seconds)),
                None => Self::Computed { value: Computed::new(expr), field },
            },
        }
    }

    /// The limit, if nothing has to be computed for it.
    pub(super) fn constant(&self) -> Option<Option<NonZeroU32>> {
        match self {
            Self::Constant(limit) => Some(*limit),
            Self::Computed { .. } => None,
        }
    }

    pub(super) fn seconds(&self, scope: &Scope<'_>) -> Result<Option<NonZeroU32>, Failure> {
        match self {
            Self::Constant(limit) => Ok(*limit),
            Self::Computed { value, field } => {
                let by_path = |value: &Value, path: &str| limit::seconds(value, field, path);
                value.by(by_path, field::limit, scope).map(Some)
            }
        }
    }
}

/// A number of a Map, or what it is computed from.
#[derive(Debug)]
pub(super) enum Count<'a> {
    Constant(u32),
    Computed(Computed<'a>),
}

impl<'a> Count<'a> {
    pub(super) fn new(expr: &'a ir::Expr) -> Self {
        match constant(expr) {
            Some(number) => Self::Constant(number),
            None => Self::Computed(Computed::new(expr)),
        }
    }

    /// The number of this field.
    pub(super) fn natural(&self, field: &str, scope: &Scope<'_>) -> Result<u32, Failure> {
        let by_path = |value: &Value, path: &str| count::natural(value, field, path);
        self.by(by_path, field::natural, scope)
    }

    /// The number of this field, which in JSONata is above 0.
    pub(super) fn positive(&self, field: &str, scope: &Scope<'_>) -> Result<u32, Failure> {
        let by_path = |value: &Value, path: &str| count::natural(value, field, path);
        let by_query =
            |value: &Value, location: &str| field::positive(value, location).map(NonZeroU32::get);
        self.by(by_path, by_query, scope)
    }

    /// The number, by functions as those of [`Computed::by`].
    pub(super) fn by(
        &self,
        by_path: impl FnOnce(&Value, &str) -> Result<u32, Failure>,
        by_query: impl FnOnce(&Value, &str) -> Result<u32, Failure>,
        scope: &Scope<'_>,
    ) -> Result<u32, Failure> {
        match self {
            Self::Constant(number) => Ok(*number),
            Self::Computed(value) => value.by(by_path, by_query, scope),
        }
    }
}

/// The value of a field that is not a constant.
#[derive(Debug)]
pub(super) struct Computed<'a> {
    value: Expr<'a>,
    source: ComputedBy<'a>,
}

#[derive(Debug)]
enum ComputedBy<'a> {
    /// A path, as written.
    Path(&'a str),
    /// An expression of JSONata, by its location.
    Query(&'a str),
}

impl<'a> Computed<'a> {
    pub(super) fn new(expr: &'a ir::Expr) -> Self {
        let source = match &expr.kind {
            ExprKind::Query(query) => ComputedBy::Query(&query.location),
            ExprKind::Path { path, .. } => ComputedBy::Path(&path.text),
            _ => ComputedBy::Path("$"),
        };
        Self { value: Expr::new(expr), source }
    }

    /// What the field means, by a function of the value at a path, with the path, or of what an
    /// expression gave, with its location.
    pub(super) fn by<T>(
        &self,
        by_path: impl FnOnce(&Value, &str) -> Result<T, Failure>,
        by_query: impl FnOnce(&Value, &str) -> Result<T, Failure>,
        scope: &Scope<'_>,
    ) -> Result<T, Failure> {
        let value = self.value.reference(scope)?;
        match self.source {
            ComputedBy::Path(path) => by_path(&value, path),
            ComputedBy::Query(location) => by_query(&value, location),
        }
    }
}

fn constant(expr: &ir::Expr) -> Option<u32> {
    match &expr.kind {
        ExprKind::Literal(Literal::Integer(number)) => {
            Some(u32::try_from(*number).unwrap_or(u32::MAX))
        }
        _ => None,
    }
}
