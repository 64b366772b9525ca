//! Definitions and inputs, and whether they are refused.

use asl_lang::diagnostic::render;
use asl_lang::source::Source;
use asl_lang::{Options, ir};

use crate::case::{Case, MachineType, Refusal};
use crate::compare::Masks;
use crate::run::Replayed;
use crate::shard::{Job, Subject};
use crate::verdict::Verdict;

/// The machine of a job; else why its definition is refused.
///
/// # Errors
/// The definition has errors. They are given as people see them.
pub fn compile<J: Job>(job: &J) -> Result<ir::Machine, String> {
    let Subject::Machine { definition, machine_type } = job.subject() else {
        return Err("this is no machine".to_owned());
    };
    let source = Source::new(J::KIND, definition);
    let options = Options { machine_type: self::machine_type(machine_type), ..Options::default() };
    let compilation = asl_lang::compile(&source, &options);
    compilation.machine.ok_or_else(|| {
        let errors = compilation.diagnostics.iter().filter(|finding| finding.is_error());
        errors.map(|error| render(error, &source, false)).collect()
    })
}

/// Whether a definition that AWS refused is refused here too, in the same words.
pub fn refusal(replayed: &Replayed, refused: &Refusal) -> Verdict {
    if compile(replayed).is_ok() {
        let Refusal { code, message } = refused;
        return Verdict::Failed(format!(
            "the definition is taken, which AWS refuses: {code}: {message}"
        ));
    }
    let Replayed { case, .. } = replayed;
    let machine_type = machine_type(case.machine_type);
    let message = asl_lang::api::refusal(&case.definition(), machine_type).unwrap_or_default();
    refused.verdict(case, "InvalidDefinition", &message)
}

fn machine_type(machine_type: MachineType) -> asl_lang::MachineType {
    match machine_type {
        MachineType::Standard => asl_lang::MachineType::Standard,
        MachineType::Express => asl_lang::MachineType::Express,
    }
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
