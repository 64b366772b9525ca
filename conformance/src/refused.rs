//! Definitions and inputs, and whether they are refused.

use asl_lang::diagnostic::{self, Diagnostic, render};
use asl_lang::source::Source;
use asl_lang::{Options, ir};

use crate::case::{Case, MachineType, Refusal};
use crate::compare::Masks;
use crate::shard::{Job, Subject};
use crate::verdict::Verdict;

/// The machine of a job; else why its definition is refused.
///
/// # Errors
/// The definition has errors. They are given as people see them.
pub fn compile<J: Job>(job: &J) -> Result<ir::Machine, String> {
    let Some(source) = source(job) else { return Err("this is no machine".to_owned()) };
    check(job, &source).map_err(|found| {
        let errors = found.iter().filter(|finding| finding.is_error());
        errors.map(|error| render(error, &source, false)).collect()
    })
}

fn source<J: Job>(job: &J) -> Option<Source> {
    match job.subject() {
        Subject::Machine { definition, .. } => Some(Source::new(J::KIND, definition)),
        Subject::Expression { .. } => None,
    }
}

fn check<J: Job>(job: &J, source: &Source) -> Result<ir::Machine, Vec<Diagnostic>> {
    let machine_type = match job.subject() {
        Subject::Machine { machine_type: MachineType::Express, .. } => {
            asl_lang::MachineType::Express
        }
        _ => asl_lang::MachineType::Standard,
    };
    let options = Options { machine_type, ..Options::default() };
    let compilation = asl_lang::compile(source, &options);
    compilation.machine.ok_or(compilation.diagnostics)
}

/// Whether a definition that AWS refused is refused here too, in the same words.
pub fn refusal(job: &impl Job, case: &Case, refused: &Refusal) -> Verdict {
    let found = source(job).map(|source| check(job, &source));
    let Some(Err(found)) = found else {
        let Refusal { code, message } = refused;
        return Verdict::Failed(format!(
            "the definition is taken, which AWS refuses: {code}: {message}"
        ));
    };
    let message = diagnostic::refusal(&found).unwrap_or_default();
    refused.verdict(case, "InvalidDefinition", &message)
}

impl Refusal {
    /// Whether what was refused is refused here with the same error and in the same words.
    pub(crate) fn verdict(&self, case: &Case, code: &str, message: &str) -> Verdict {
        if self.code != code {
            return Verdict::differs("error", &self.code, code);
        }
        let expected = self.message.as_str().into();
        Verdict::of("message", Masks::of(case).compare(&expected, &message.into()))
    }
}

/// What is said of a case whose definition is refused, though AWS took it.
pub fn taken_by_aws(errors: &str) -> Verdict {
    Verdict::Failed(format!("the definition is refused, which AWS took\n{errors}"))
}
