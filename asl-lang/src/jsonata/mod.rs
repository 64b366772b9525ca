//! JSONata 2.0.6: from text to a tree with places.
//!
//! The language is the one of the [documentation](https://docs.jsonata.org); what that leaves open
//! follows the reference implementation, and so do codes and messages of errors.
//! `lexer` makes tokens, `parse` a tree by precedence, `process` the tree that evaluators need.
//! [`restrict`] has what Step Functions refuses.

pub mod ast;
pub mod signature;
