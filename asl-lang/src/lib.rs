//! Amazon States Language: from text to diagnostics and to the intermediate representation.
//!
//! [`compile`] is the whole way; [`check`] stops before lowering.
//!
//! ```
//! use asl_lang::{Options, compile, source::Source};
//!
//! let text = r#"{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}"#;
//! let compilation = compile(&Source::new("done.asl.json", text), &Options::default());
//! assert!(compilation.machine.is_some());
//! assert!(compilation.diagnostics.is_empty());
//! ```

pub mod ast;
pub mod diagnostic;
pub mod intrinsic;
pub mod ir;
pub mod json;
pub mod jsonata;
pub mod lower;
pub mod parse;
pub mod path;
pub mod source;
pub mod validate;

use diagnostic::{Diagnostic, Diagnostics};
use json::Substitutions;
pub use lower::compile_expression;
use source::Source;
use validate::Validated;

/// What a compilation depends on beside the source.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Values for `${Placeholder}`s.
    pub substitutions: Substitutions,
    /// Leaves placeholders without a value open. Where one stands in the place of a JSON value,
    /// the definition is checked, but no machine comes of it.
    pub open_placeholders: bool,
    /// What the machine will be: some states are for Standard machines only.
    pub machine_type: MachineType,
}

/// The type of a machine. They differ in limits and promises, not in the language.
///
/// See [Choosing workflow type](https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MachineType {
    /// At most one year and 25,000 events, every state exactly once.
    #[default]
    Standard,
    /// At most five minutes.
    Express,
}

/// What came of a definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Compilation {
    /// The machine; none if there is an error, or a placeholder was left open.
    pub machine: Option<ir::Machine>,
    /// What its states and tasks are called, also where there are errors: empty only if the text
    /// has no shape at all.
    pub outline: ir::Outline,
    /// What was found, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles a definition to the intermediate representation.
pub fn compile(source: &Source, options: &Options) -> Compilation {
    let mut diagnostics = Diagnostics::new();
    let (machine, outline) = match validated(source, options, &mut diagnostics) {
        Ok(definition) => (Some(lower::lower(&definition)), lower::outline(definition.machine())),
        Err(outline) => (None, outline),
    };
    Compilation { machine, outline, diagnostics: diagnostics.into_vec() }
}

/// Checks a definition, without lowering it.
pub fn check(source: &Source, options: &Options) -> (Option<Validated>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new();
    let definition = validated(source, options, &mut diagnostics);
    (definition.ok(), diagnostics.into_vec())
}

/// Reads, parses and validates.
///
/// # Errors
/// The definition has errors, or a placeholder was left open. What can be known of it comes back.
fn validated(
    source: &Source,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Result<Validated, ir::Outline> {
    let document =
        json::read(source, &options.substitutions, options.open_placeholders, diagnostics);
    let open = options.open_placeholders;
    let tree = document.root.and_then(|root| parse::parse(&root, source, open, diagnostics));
    let tree = tree.ok_or_else(ir::Outline::default)?;
    let definition = validate::validate(tree, source, options, diagnostics)
        .map_err(|definition| lower::outline(&definition))?;
    if document.open { Err(lower::outline(definition.machine())) } else { Ok(definition) }
}
