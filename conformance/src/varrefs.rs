//! Recorded `variableReferences` of DescribeStateMachine.

use anyhow::Result;
use asl_lang::diagnostic::render;
use asl_lang::source::Source;
use asl_lang::{Options, api, check};
use sfn::Value;
use sfn::value::{Object, to_value};
use sfn_conformance::Verdict;

use crate::recorded::{self, Arguments, Case};

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    recorded::run(arguments, "varrefs", judge)
}

fn judge(case: &Case, _: &[Case]) -> Verdict {
    let source = Source::new("definition.asl.json", case.definition());
    let (definition, findings) = check(&source, &Options::default());
    let Some(definition) = definition else {
        let findings: String =
            findings.iter().map(|finding| render(finding, &source, false)).collect();
        return Verdict::Failed(format!("the definition is refused, which AWS took\n{findings}"));
    };
    let references = to_value(&api::variable_references(definition.machine())).unwrap_or_default();
    // AWS leaves the member out where nothing is read.
    let expected = match &case.variable_references {
        Value::Null => Value::Object(Object::new()),
        references => references.clone(),
    };
    case.compare(&expected, &references)
}
