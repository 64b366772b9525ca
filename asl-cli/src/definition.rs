//! A definition as the commands take it.

use asl_lang::diagnostic::{Code, Diagnostic};
use asl_lang::source::Source;
use asl_lang::{Compilation, Options};

/// A definition's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Definition {
    pub(crate) source: Source,
    /// The file has other things too, which the source does not show.
    pub(crate) is_inside: bool,
}

impl Definition {
    /// Checks it.
    pub(crate) fn check(&self, options: &Options) -> Vec<Diagnostic> {
        let (_, diagnostics) = asl_lang::check(&self.source, options);
        self.advised(diagnostics)
    }

    /// Compiles it.
    pub(crate) fn compile(&self, options: &Options) -> Compilation {
        let mut compilation = asl_lang::compile(&self.source, options);
        compilation.diagnostics = self.advised(compilation.diagnostics);
        compilation
    }

    /// Help in terms of this command where `asl-lang` knows only Rust's.
    fn advised(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for diagnostic in &mut diagnostics {
            if diagnostic.code == Code::UnfilledPlaceholder {
                let written = self.source.slice(diagnostic.span);
                let name = written.trim_start_matches("${").trim_end_matches('}');
                let help = format!("give it a value by `--set {name}=…`");
                let near = diagnostic.help.as_deref();
                let near = near.filter(|help| help.starts_with("there is a substitution"));
                diagnostic.help = Some(near.map_or(help, str::to_owned));
            }
        }
        diagnostics
    }
}
