//! Before the work of a state: what it is given.

use std::mem::take;
use std::num::NonZeroU32;

use asl_lang::ir::{self, ExprKind, Literal, Register};
use asl_runtime::data::{count, limit, payload};
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
    let computed = compute(&mut registers, Surroundings { variables: &frame.variables, cx });
    frame.document = registers.take(Register::Input);
    computed
}

/// `TimeoutSeconds`, `HeartbeatSeconds` and their paths.
#[derive(Debug)]
pub(super) enum Limit<'a> {
    Constant(Option<NonZeroU32>),
    Path { value: Expr<'a>, field: &'static str, text: &'a str },
}

impl<'a> Limit<'a> {
    pub(super) fn new(expr: Option<&'a ir::Expr>, field: &'static str) -> Self {
        match expr {
            None => Self::Constant(None),
            Some(expr) => match constant(expr) {
                Some(seconds) => Self::Constant(NonZeroU32::new(seconds)),
                None => Self::Path { value: Expr::new(expr), field, text: path_text(expr) },
            },
        }
    }

    /// The limit, if nothing has to be computed for it.
    pub(super) fn constant(&self) -> Option<Option<NonZeroU32>> {
        match self {
            Self::Constant(limit) => Some(*limit),
            Self::Path { .. } => None,
        }
    }

    pub(super) fn seconds(&self, scope: &Scope<'_>) -> Result<Option<NonZeroU32>, Failure> {
        match self {
            Self::Constant(limit) => Ok(*limit),
            Self::Path { value, field, text } => {
                limit::seconds(&*value.reference(scope)?, field, text).map(Some)
            }
        }
    }
}

/// A number of a Map, or the path to one.
#[derive(Debug)]
pub(super) enum Count<'a> {
    Constant(u32),
    Path { value: Expr<'a>, text: &'a str },
}

impl<'a> Count<'a> {
    pub(super) fn new(expr: &'a ir::Expr) -> Self {
        match constant(expr) {
            Some(number) => Self::Constant(number),
            None => Self::Path { value: Expr::new(expr), text: path_text(expr) },
        }
    }

    /// The number of this field.
    pub(super) fn number(&self, field: &str, scope: &Scope<'_>) -> Result<u32, Failure> {
        self.by(|value, text| count::natural(value, field, text), scope)
    }

    /// The number, by a function of the value at the path.
    pub(super) fn by(
        &self,
        number: impl FnOnce(&Value, &str) -> Result<u32, Failure>,
        scope: &Scope<'_>,
    ) -> Result<u32, Failure> {
        match self {
            Self::Constant(number) => Ok(*number),
            Self::Path { value, text } => number(&*value.reference(scope)?, text),
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

/// The path as written, for messages.
pub(super) fn path_text(expr: &ir::Expr) -> &str {
    match &expr.kind {
        ExprKind::Path { path, .. } => &path.text,
        _ => "$",
    }
}
