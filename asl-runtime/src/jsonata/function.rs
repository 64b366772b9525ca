//! The functions of JSONata as values.
//!
//! Follows [Functional programming](https://docs.jsonata.org/programming#defining-a-function) of
//! JSONata's documentation.

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use super::bound;
use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, View};
use super::regex::{self, Regex};
use super::signature::Signature;
use crate::value::{Str, Value};

/// A function.
#[derive(Debug, Clone)]
pub enum Function {
    /// One of the library.
    Builtin(&'static Builtin),
    /// One that the expression defines.
    Closure(Rc<Closure>),
    /// A regular expression: called with a string it gives its first match.
    Regex(Arc<Regex>),
    /// One that is an argument. It is called without a context, and does not count as true.
    Argument(Rc<Function>),
}

/// A function of the library.
#[derive(Debug)]
pub struct Builtin {
    /// Its name, without the `$`.
    pub name: &'static str,
    /// What it takes.
    pub signature: Signature,
    /// How many parameters it is defined with, as a higher-order function sees it.
    pub arity: usize,
    /// What it does with arguments that fit the signature.
    pub implementation: fn(&Evaluation, &Arguments<'_>) -> Result<Item, Error>,
}

/// The arguments of a call, fit to the signature: those that were left out are nothing.
#[derive(Debug)]
pub struct Arguments<'a> {
    /// The arguments.
    pub items: Vec<Item>,
    /// The context of the call.
    pub context: View<'a>,
}

impl Arguments<'_> {
    /// The argument at an index; nothing beyond the last.
    #[inline]
    #[must_use]
    pub fn at(&self, index: usize) -> View<'_> {
        self.items.get(index).map_or(View::Undefined, Item::view)
    }
}

/// A function that an expression defines.
pub struct Closure {
    /// How many parameters it has.
    pub arity: usize,
    /// What it takes, if that was said.
    pub signature: Option<Signature>,
    /// What it does.
    pub body: Box<Body>,
}

/// The body of a function that an expression defines.
pub type Body = dyn Fn(&Evaluation, Vec<Item>) -> Result<Tail, Error>;

/// What the body of a function ends with.
#[derive(Debug)]
pub enum Tail {
    /// A value.
    Done(Item),
    /// The call of a function, which needs the stack of this one no more.
    Call {
        /// The function.
        function: Item,
        /// Its name as it was called.
        name: Str,
        /// Its arguments. Its context is that of the call of the function that ends with it.
        arguments: Vec<Item>,
    },
}

impl Drop for Closure {
    fn drop(&mut self) {
        bound::drop_body(&mut self.body);
    }
}

impl fmt::Debug for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Closure").field("arity", &self.arity).finish_non_exhaustive()
    }
}

impl From<Function> for Item {
    fn from(function: Function) -> Self {
        Self::Function(function)
    }
}

impl Function {
    /// A function that an expression defines.
    pub fn closure(
        arity: usize,
        signature: Option<Signature>,
        body: impl Fn(&Evaluation, Vec<Item>) -> Result<Tail, Error> + 'static,
    ) -> Self {
        Self::Closure(Rc::new(Closure { arity, signature, body: Box::new(body) }))
    }

    /// How many parameters it has.
    #[must_use]
    pub fn arity(&self) -> usize {
        match self {
            Self::Builtin(builtin) => builtin.arity,
            Self::Closure(closure) => closure.arity,
            // The place to search from, too.
            Self::Regex(_) => 2,
            Self::Argument(function) => function.arity(),
        }
    }

    /// Whether it counts as true. The reference implementation says so of objects, and functions
    /// are some: but not those of JavaScript, which arguments and regular expressions become.
    pub(super) fn truth(&self) -> bool {
        matches!(self, Self::Builtin(_) | Self::Closure(_))
    }

    /// Whether it is the very same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Builtin(one), Self::Builtin(other)) => std::ptr::eq(*one, *other),
            (Self::Closure(one), Self::Closure(other)) => Rc::ptr_eq(one, other),
            (Self::Regex(one), Self::Regex(other)) => Arc::ptr_eq(one, other),
            (Self::Argument(one), Self::Argument(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// The function as an argument.
    fn into_argument(self) -> Self {
        match self {
            Self::Builtin(_) | Self::Closure(_) => Self::Argument(Rc::new(self)),
            Self::Regex(_) | Self::Argument(_) => self,
        }
    }

    /// Calls it, and what it ends with calling.
    ///
    /// # Errors
    /// Arguments that do not fit, and those of what it does.
    pub fn call(
        &self,
        cx: &Evaluation,
        name: &str,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Item, Error> {
        cx.deeper(|| {
            let mut tail = self.enter(cx, name, arguments, context)?;
            loop {
                match tail {
                    Tail::Done(item) => return Ok(item),
                    Tail::Call { function, name, arguments } => {
                        cx.count_call()?;
                        tail = callee(&function)?.enter(cx, &name, arguments, context)?;
                    }
                }
            }
        })
    }

    fn enter(
        &self,
        cx: &Evaluation,
        name: &str,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Tail, Error> {
        match self {
            Self::Builtin(builtin) => {
                let name = if name.is_empty() { builtin.name } else { name };
                builtin.call_as(cx, name, arguments, context).map(Tail::Done)
            }
            Self::Closure(closure) => {
                let arguments = match &closure.signature {
                    Some(signature) => signature.fit(name, arguments, context)?,
                    None => arguments,
                };
                (closure.body)(cx, arguments)
            }
            Self::Regex(regex) => regex::call(regex, cx, &arguments).map(Tail::Done),
            Self::Argument(function) => function.enter(cx, name, arguments, NO_CONTEXT),
        }
    }

    /// Calls it as one that has some of its arguments: by place, and without the context. One that
    /// the expression defines gets what it is given, whatever its signature says.
    fn call_partially(
        &self,
        cx: &Evaluation,
        name: &str,
        arguments: Vec<Item>,
    ) -> Result<Tail, Error> {
        cx.deeper(|| match self {
            Self::Closure(closure) => (closure.body)(cx, arguments),
            Self::Argument(function) => function.call_partially(cx, name, arguments),
            function => function.enter(cx, name, arguments, View::Undefined),
        })
    }
}

impl Builtin {
    /// Calls it.
    ///
    /// # Errors
    /// Arguments that do not fit, and those of what it does.
    pub fn call(
        &self,
        cx: &Evaluation,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Item, Error> {
        self.call_as(cx, self.name, as_arguments(arguments), context)
    }

    /// Calls it by another name, or for the function that messages are to name.
    fn call_as(
        &self,
        cx: &Evaluation,
        name: &str,
        arguments: Vec<Item>,
        context: View<'_>,
    ) -> Result<Item, Error> {
        let items = self.signature.fit(name, arguments, context)?;
        (self.implementation)(cx, &Arguments { items, context })?.checked()
    }
}

/// The function that is to be called.
///
/// # Errors
/// T1006: it is none.
pub fn callee(item: &Item) -> Result<&Function, Error> {
    match item {
        Item::Function(function) => Ok(function),
        _ => Err(Error::new("T1006", "Attempted to invoke a non-function")),
    }
}

/// A field is called that has the name of a function.
#[cold]
#[must_use]
pub fn meant(name: &str) -> Error {
    Error::new("T1005", format!("Attempted to invoke a non-function. Did you mean ${name}?"))
}

/// A field is partially applied that has the name of a function.
#[cold]
#[must_use]
pub fn partially_meant(name: &str) -> Error {
    Error::new(
        "T1007",
        format!("Attempted to partially apply a non-function. Did you mean ${name}?"),
    )
}

/// Calls what an expression gives, with a name for messages. The result is not
/// [settled](Item::settled) yet.
///
/// # Errors
/// T1006: it is no function. Arguments that do not fit, and those of what it does.
pub fn call(
    cx: &Evaluation,
    function: &Item,
    name: &str,
    arguments: Vec<Item>,
    context: View<'_>,
) -> Result<Item, Error> {
    callee(function)?.call(cx, name, as_arguments(arguments), context)
}

/// What a call is given: functions are arguments then.
fn as_arguments(mut arguments: Vec<Item>) -> Vec<Item> {
    for argument in &mut arguments {
        if let Item::Function(_) = argument
            && let Item::Function(function) = std::mem::take(argument)
        {
            *argument = Item::Function(function.into_argument());
        }
    }
    arguments
}

/// `$f(?, x)`: a function that has some of its arguments. `None` stands for those it waits for.
///
/// # Errors
/// T1008: it is no function.
pub fn partial(function: &Item, name: Str, given: Vec<Option<Item>>) -> Result<Item, Error> {
    let Item::Function(function) = function else {
        return Err(Error::new("T1008", "Attempted to partially apply a non-function"));
    };
    let (function, mut given) = (function.clone(), given);
    given.truncate(function.arity());
    let arity = given.iter().filter(|argument| argument.is_none()).count();
    let body = move |cx: &Evaluation, arguments: Vec<Item>| {
        let mut arguments = arguments.into_iter();
        let all = given.iter().map(|argument| match argument {
            Some(item) => item.clone(),
            None => arguments.next().unwrap_or_default(),
        });
        function.call_partially(cx, &name, all.collect())
    };
    Ok(Item::Function(Function::closure(arity, None, body)))
}

/// The context of what is called without one: as in the reference implementation null, which no
/// function takes for a string.
const NO_CONTEXT: View<'static> = View::Value(&Value::Null);

/// `f ~> g`: of two functions the one that calls `g` with what `f` gives; else `g` called with
/// the value.
///
/// # Errors
/// T2006: the right side is no function. Those of the call.
pub fn apply(cx: &Evaluation, left: Item, right: Item) -> Result<Item, Error> {
    let Item::Function(second) = right else {
        return Err(Error::new(
            "T2006",
            "The right side of the function application operator ~> must be a function",
        ));
    };
    match left {
        Item::Function(first) => {
            let body = move |cx: &Evaluation, arguments: Vec<Item>| {
                let argument = arguments.into_iter().next().unwrap_or_default();
                let between = first.call(cx, "f", vec![argument], NO_CONTEXT)?.settled();
                second.call(cx, "g", vec![between], NO_CONTEXT).map(Tail::Done)
            };
            Ok(Item::Function(Function::closure(1, None, body)))
        }
        value => second.call(cx, "", vec![value], NO_CONTEXT),
    }
}
