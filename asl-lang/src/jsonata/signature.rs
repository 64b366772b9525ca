//! Signatures of functions: `<s-nn?:s>`.
//!
//! See [Function signatures](https://docs.jsonata.org/programming#function-signatures).

/// What a function takes, by types.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Signature {
    /// What it takes, in order.
    pub parameters: Vec<SignatureParameter>,
}

/// A parameter of a [`Signature`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SignatureParameter {
    /// What it may be.
    pub types: Types,
    /// How many arguments it takes.
    pub count: Count,
    /// `-`: the context is taken if there is no argument for it.
    pub context: bool,
    /// `<…>` after an array: what its items have to be; after a function it has no effect. As it is
    /// written, such as `s`.
    pub subtype: Option<String>,
}

/// What an argument may be. One that is undefined fits anything but `Function`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Types {
    /// `s`, `n`, `b`, `l` or `o`.
    One(Type),
    /// `a`: an array; anything else becomes an array of one item.
    Array,
    /// `f`; an argument has to be there.
    Function,
    /// `j`: anything but a function.
    Json,
    /// `x`: anything.
    Any,
    /// `(…)`: one of these.
    Choice(Vec<Type>),
}

/// A type as signatures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// `s`.
    String,
    /// `n`.
    Number,
    /// `b`.
    Boolean,
    /// `l`.
    Null,
    /// `a`.
    Array,
    /// `o`.
    Object,
    /// `f`.
    Function,
}

/// How many arguments a parameter takes. Arguments are matched as a regular expression matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// One.
    One,
    /// `?`, or `-`: one if it fits, or none.
    Optional,
    /// `+`: as many as fit, at least one.
    Many,
    /// `-?`, `?-` or `??`: none, unless what follows does not fit without one.
    LazyOptional,
    /// `+?` or `+-`: one, or as many as what follows leaves.
    LazyMany,
}
