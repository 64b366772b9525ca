//! JSONata, walked over the library of the runtime.

mod eval;
mod frame;
mod node;
mod path;
mod resolve;
mod signature;

use std::rc::Rc;
use std::sync::Arc;

use asl_lang::ir::query as ir;
use asl_runtime::jsonata::{self, Error, Evaluation, Expected, Item};
use asl_runtime::{Failure, Value};

use self::frame::{Frame, Surroundings};
use self::node::{Node, Slots};
use self::resolve::Resolver;
use crate::scope::Scope;

/// An expression of JSONata, resolved.
#[derive(Debug)]
pub(crate) struct Query {
    text: Arc<str>,
    location: String,
    offset: u32,
    expected: Expected,
    program: Program,
}

/// What an expression computes.
#[derive(Debug)]
struct Program {
    body: Node,
    slots: Slots,
    sources: Box<[ir::Source]>,
}

impl Program {
    fn new(query: &ir::Query) -> Self {
        let resolver = Resolver { sources: &query.sources };
        Self {
            body: resolver.node(&query.body),
            slots: query.slots.iter().map(|slot| slot.is_shared).collect(),
            sources: query.sources.iter().copied().collect(),
        }
    }

    fn evaluate(
        &self,
        cx: &Evaluation,
        surroundings: Surroundings,
        context: &Item,
    ) -> Result<Item, Error> {
        let frame = Frame::new(cx, &self.slots, Rc::new(surroundings));
        frame.evaluate(&self.body, context.view())
    }
}

impl Query {
    pub(crate) fn new(query: &ir::Query, offset: u32) -> Self {
        Self {
            text: Arc::clone(&query.text),
            location: query.location.clone(),
            offset,
            expected: match query.expected {
                ir::Expected::Any => Expected::Any,
                ir::Expected::Boolean => Expected::Boolean,
                ir::Expected::Number => Expected::Number,
                ir::Expected::String => Expected::String,
                ir::Expected::Array => Expected::Array,
                ir::Expected::Object => Expected::Object,
            },
            program: Program::new(query),
        }
    }

    /// The value of the expression.
    pub(crate) fn value(&self, scope: &Scope<'_>) -> Result<Value, Failure> {
        let mut sources = Vec::with_capacity(self.program.sources.len());
        for source in &self.program.sources {
            sources.push(read(*source, scope)?);
        }
        let surroundings = Surroundings { sources: sources.into(), root: Item::Undefined };
        let site = jsonata::Query {
            text: &self.text,
            location: &self.location,
            offset: self.offset,
            expected: self.expected,
        };
        site.evaluate(scope.around.cx, |cx| {
            self.program.evaluate(cx, surroundings, &Item::Undefined)
        })
    }
}

fn read(source: ir::Source, scope: &Scope<'_>) -> Result<Item, Failure> {
    Ok(match source {
        ir::Source::Register(register) => Item::Value(scope.registers.get(register).clone()),
        ir::Source::Context => Item::Value(scope.around.cx.context_object()?.clone()),
        ir::Source::Variable(variable) => {
            let variable = scope.around.variables.get(variable.0 as usize);
            variable.cloned().flatten().map_or(Item::Undefined, Item::Value)
        }
        ir::Source::Binding(_) => Item::Undefined,
    })
}

/// An expression of JSONata that stands alone.
///
/// # Examples
/// ```
/// use asl_interpreter::Expression;
/// use asl_runtime::json;
/// use asl_runtime::jsonata::{Evaluation, Item, Limits};
///
/// let query = asl_lang::compile_expression("$sum(items.price) & currency", &[])?;
/// let input = json!({ "items": [{ "price": 1 }, { "price": 2 }], "currency": " EUR" });
/// let cx = Evaluation::new(Limits::default(), 0, 7);
/// let value = Expression::new(&query).evaluate(&cx, Item::from(input), &[]);
/// assert_eq!(value.unwrap().into_value(), Some(json!("3 EUR")));
/// # Ok::<_, asl_lang::jsonata::Error>(())
/// ```
#[derive(Debug)]
pub struct Expression(Program);

impl Expression {
    /// An expression that [`asl_lang::compile_expression`] made.
    #[must_use]
    pub fn new(query: &ir::Query) -> Self {
        Self(Program::new(query))
    }

    /// Its value for an input, with the values of the names that it was compiled with.
    ///
    /// # Errors
    /// Those of JSONata.
    pub fn evaluate(&self, cx: &Evaluation, input: Item, bindings: &[Item]) -> Result<Item, Error> {
        let sources = self.0.sources.iter().map(|source| match source {
            ir::Source::Binding(index) => {
                bindings.get(*index as usize).cloned().unwrap_or_default()
            }
            _ => Item::Undefined,
        });
        let context = jsonata::path::input(&input);
        let surroundings = Surroundings { sources: sources.collect(), root: input };
        self.0.evaluate(cx, surroundings, &context)
    }
}
