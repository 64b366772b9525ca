//! `asl explain`: what the registry of findings says.

use std::io::{self, Write};

use asl_lang::diagnostic::{Code, suggestion};

use crate::cli::Explain;
use crate::problem::{Problem, Status};
use crate::terminal::{Output, harmless};

pub(super) fn explain(args: &Explain, output: &mut Output) -> Result<Status, Problem> {
    let Some(asked) = &args.code else {
        for code in Code::ALL {
            writeln!(output, "{}  {}", code.id(), code.title())?;
        }
        return Ok(Status::Fine);
    };
    let is_meant = |code: &&Code| {
        code.id().eq_ignore_ascii_case(asked)
            || code.aws().is_some_and(|aws| aws.eq_ignore_ascii_case(asked))
    };
    let codes: Vec<Code> = Code::ALL.iter().filter(is_meant).copied().collect();
    if codes.is_empty() {
        return Err(unknown(asked));
    }
    for (number, code) in codes.into_iter().enumerate() {
        if number > 0 {
            writeln!(output)?;
        }
        write(code, output)?;
    }
    Ok(Status::Fine)
}

fn write(code: Code, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "{}: {}", code.id(), code.title())?;
    if let Some(aws) = code.aws() {
        writeln!(output, "AWS: {aws}")?;
    }
    writeln!(output, "\n{}", code.explanation())
}

fn unknown(asked: &str) -> Problem {
    let known = Code::ALL.iter().flat_map(|code| [Some(code.id()), code.aws()]).flatten();
    let near = suggestion(&asked.to_ascii_uppercase(), known);
    let help = near.map_or_else(
        || "`asl explain` lists all codes".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Problem::new(format!("there is no code `{}`: {help}", harmless(asked)))
}
