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

pub mod api;
pub mod ast;
pub mod diagnostic;
pub mod explain;
pub mod fingerprint;
pub mod intrinsic;
pub mod ir;
pub mod json;
pub mod jsonata;
pub mod lower;
pub mod parse;
pub mod path;
pub mod source;
pub mod validate;
#[cfg(feature = "yaml")]
pub mod yaml;

use diagnostic::{Diagnostic, Diagnostics};
use json::{Document, Substitutions};
pub use lower::compile_expression;
use source::{Format, Source, Span};
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
    /// Tells of findings, as AWS does, that may only follow from another: that nothing leads to a
    /// state, where a transition misses its target.
    pub consequences: bool,
    /// Keeps the steps of a machine that nobody reads, for who looks into what each field makes.
    pub unread_steps: bool,
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
        Ok(definition) => {
            (Some(lower::lower(&definition, options)), lower::outline(definition.machine()))
        }
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
    let document = read(source, options, diagnostics);
    let open = options.open_placeholders;
    let tree = document.root.and_then(|root| parse::parse(&root, source, open, diagnostics));
    let tree = tree.ok_or_else(ir::Outline::default)?;
    let definition = validate::validate(tree, source, options, diagnostics)
        .map_err(|definition| lower::outline(&definition))?;
    if document.open { Err(lower::outline(definition.machine())) } else { Ok(definition) }
}

/// Reads a source in its format.
fn read(source: &Source, options: &Options, diagnostics: &mut Diagnostics) -> Document {
    let (substitutions, open) = (&options.substitutions, options.open_placeholders);
    match source.format() {
        Format::Json => json::read(source, substitutions, open, diagnostics),
        #[cfg(feature = "yaml")]
        Format::Yaml => yaml::read(source, substitutions, open, diagnostics),
        #[cfg(not(feature = "yaml"))]
        Format::Yaml => {
            diagnostics.push(format_disabled());
            Document { root: None, open: false }
        }
    }
}

/// A definition is in a format that is read only with a feature.
fn format_disabled() -> Diagnostic {
    let message = "definitions in YAML are read only with the feature `yaml`";
    let help = "write `features = [\"yaml\"]` in Cargo.toml: at `sfn` for `sfn!`, at \
                `asl-codegen` for a build script";
    Diagnostic::new(diagnostic::Code::FormatDisabled, message, Span::default()).help(help)
}

#[cfg(all(test, not(feature = "yaml")))]
mod tests {
    use super::*;

    #[test]
    fn without_its_feature_yaml_is_refused() {
        let source = Source::from_bytes("a.asl.yml", b"StartAt: Done").unwrap_or_else(|_| panic!());
        let (definition, findings) = check(&source, &Options::default());
        assert!(definition.is_none());
        let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(told, ["definitions in YAML are read only with the feature `yaml`"]);
    }
}
