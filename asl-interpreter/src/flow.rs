//! The data flow of a state: before its work, and on its way out.

use asl_lang::ir::{self, ExprKind, Register};
use asl_lang::lower::last_uses;
use asl_runtime::data::payload;
use asl_runtime::{Failure, Value};

use crate::expr::{Expr, Place};
use crate::scope::{Registers, Scope, Surroundings};

/// Steps that set one register after the other.
#[derive(Debug)]
pub(crate) struct Flow<'a>(Box<[Step<'a>]>);

#[derive(Debug)]
struct Step<'a> {
    register: Register,
    value: StepValue<'a>,
    /// Whether it is the output, of whose size nothing is known yet.
    measured: bool,
}

/// What a register gets. Values that no later step reads are moved.
#[derive(Debug)]
enum StepValue<'a> {
    Taken(Register),
    Inserted { document: Register, place: Place<'a>, value: Register, last: bool },
    Computed(Expr<'a>),
}

impl<'a> Flow<'a> {
    /// A flow that leaves the registers alone that it starts from.
    pub(crate) fn entering(steps: impl IntoIterator<Item = &'a ir::Let>) -> Self {
        let step = |step: &'a ir::Let| Step {
            register: step.register,
            value: StepValue::Computed(Expr::new(&step.value)),
            measured: false,
        };
        Self(steps.into_iter().map(step).collect())
    }

    /// A flow that ends with the output. `live_after` are the registers read after it.
    pub(crate) fn leaving(steps: &'a [ir::Let], live_after: &[Register]) -> Self {
        let last = last_uses(steps, live_after);
        let step = |(step, last): (&'a ir::Let, Vec<Register>)| Step {
            register: step.register,
            value: StepValue::new(&step.value, &last),
            // The raw input has been checked already.
            measured: step.register == Register::Output
                && step.value.kind != ExprKind::Register(Register::Input),
        };
        Self(steps.iter().zip(last).map(step).collect())
    }

    /// Whether it does nothing but to hand on the raw input.
    pub(crate) fn hands_on_input(&self) -> bool {
        matches!(
            &*self.0,
            [Step {
                register: Register::Output,
                value: StepValue::Taken(Register::Input)
                    | StepValue::Computed(Expr::Register(Register::Input)),
                ..
            }]
        )
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets the registers.
    pub(crate) fn run(
        &self,
        registers: &mut Registers,
        around: Surroundings<'_>,
        state: &str,
    ) -> Result<(), Failure> {
        for step in &self.0 {
            let value = step.value.evaluate(registers, around)?;
            if step.measured {
                payload::check(&value, state)?;
            }
            if let Some(recorder) = around.recorder {
                recorder.set(step.register, &value);
            }
            registers.set(step.register, value);
        }
        Ok(())
    }
}

impl<'a> StepValue<'a> {
    fn new(expr: &'a ir::Expr, last: &[Register]) -> Self {
        match &expr.kind {
            ExprKind::Register(register) if last.contains(register) => Self::Taken(*register),
            ExprKind::Insert { document, path, value } => match value.kind {
                // The value may be the document itself, which then has to stay for it.
                ExprKind::Register(value) if value != *document && last.contains(document) => {
                    let (place, last) = (Place::new(path), last.contains(&value));
                    Self::Inserted { document: *document, place, value, last }
                }
                _ => Self::Computed(Expr::new(expr)),
            },
            _ => Self::Computed(Expr::new(expr)),
        }
    }

    #[inline]
    fn evaluate(
        &self,
        registers: &mut Registers,
        around: Surroundings<'_>,
    ) -> Result<Value, Failure> {
        match self {
            Self::Taken(register) => Ok(registers.take(*register)),
            Self::Inserted { document, place, value, last } => {
                let document = registers.take(*document);
                let value =
                    if *last { registers.take(*value) } else { registers.get(*value).clone() };
                place.put(document, value)
            }
            Self::Computed(expr) => expr.value(&Scope { registers, around }),
        }
    }
}
