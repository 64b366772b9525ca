//! The head of `sfn!`: from the macro's tokens to [`Declaration`]s.
//!
//! This is the first step. It reads what stands between the braces of `sfn! { … }`, says
//! everything that is wrong with it at once, and leaves the definition itself alone:
//! [`locate`](locate::locate) finds the file, `asl-lang` reads it, and the emitter makes Rust of
//! both.
//!
//! # Grammar
//!
//! ```text
//! sfn        = machine+
//! machine    = attribute* visibility "machine" Name input? output? (file | inline | dsl)
//! file       = "from" "path" (";" | body)
//! inline     = "=" (tokens | "text") (";" | "with" body)
//! tokens     = "{" JSON as tokens of Rust "}"
//! attribute  = doc comment | #[standard] | #[express] | #[warnings] | #[allow(…)] | #[timeout(1h)]
//! input      = "(" name ":" Type ")"
//! output     = "->" Type
//! body       = "{" (substitute | tasks)* "}"
//! substitute = "substitute" "{" (placeholder "=" literal),* "}"
//! tasks      = "tasks" "{" binding* "}"
//! binding    = doc comment* selector "=>" signature ";"
//! selector   = ("lambda" | "activity" | "machine" | "state" | "resource") "text"
//! signature  = "async" "fn" name "(" ((name ":")? "&"? Type)? ")" ("->" Type)?
//! ```
//!
//! A placeholder is an identifier, or a string where its name is none: `"AWS::Region"`. Its value
//! is a string, a number or a Boolean.
//!
//! A body without `from` or `=` is the typed DSL's, which `crate::dsl` reads. `types … from "…";` is
//! recognised, and answered with what to write instead.
//!
//! `#[allow(…)]` is handed on to the items that the caller sees. `#[cfg(…)]` is refused, since it
//! does its work on `sfn!` itself; so is everything else that would be lost.

mod attributes;
mod body;
mod findings;
mod limits;
pub mod locate;
mod machine;
mod model;
pub mod names;
mod parse;
mod recovery;
mod signature;
mod source;
mod substitutions;
mod tasks;
#[cfg(test)]
mod tests;
pub(crate) mod types;

pub use findings::Findings;
pub(crate) use findings::with_help;
pub use model::{
    Binding, Declaration, ExecutionType, InputType, OutputType, Selector, Source, Substitution,
    TaskPattern,
};
pub use parse::parse;

/// The words of the grammar that are not Rust's own.
mod keyword {
    syn::custom_keyword!(machine);
    syn::custom_keyword!(types);
    syn::custom_keyword!(from);
    syn::custom_keyword!(with);
    syn::custom_keyword!(substitute);
    syn::custom_keyword!(tasks);
    syn::custom_keyword!(lambda);
    syn::custom_keyword!(activity);
    syn::custom_keyword!(state);
    syn::custom_keyword!(resource);
}
