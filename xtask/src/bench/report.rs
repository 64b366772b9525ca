//! The numbers as tables.

use std::fmt::Write;

use super::measured::{Comparison, Numbers, Stack, Waiting};
use crate::table::{Align, Table};

/// Whether an aim is met, in words.
pub(crate) fn verdict(number: f64, aim: f64) -> &'static str {
    if number <= aim { "met" } else { "missed" }
}

/// What has an aim, one a line.
pub(super) fn aims(numbers: &Numbers) -> String {
    let mut text = String::new();
    for comparison in &numbers.comparisons {
        let Comparison { case, beside, ratio, aim, .. } = comparison;
        if let Some(aim) = *aim {
            let met = verdict(*ratio, aim);
            let _ = write!(text, "{case} / {beside}: ratio {ratio:.2}, aim {aim}, {met}");
            if let Some([baseline, measured]) = instructions(numbers, comparison) {
                let (ratio, met) = (measured / baseline, verdict(measured / baseline, aim));
                let _ = write!(text, "; in instructions {ratio:.2}, {met}");
            }
            text.push('\n');
        }
    }
    for waiting in &numbers.waiting {
        let Waiting { machine, execution_type, waits_in, driven_by, heap_bytes, aim, .. } = waiting;
        let verdict = verdict(*heap_bytes, *aim);
        let _ = writeln!(
            text,
            "{machine}, {execution_type}, waiting in a {waits_in}, by `{driven_by}`: \
             {heap_bytes:.0} bytes, aim {aim}, {verdict}"
        );
    }
    for Stack { nested, stack_bytes, aim } in &numbers.stacks {
        let verdict = verdict(*stack_bytes as f64, *aim);
        let _ = writeln!(
            text,
            "{nested} nested Parallels: {stack_bytes} bytes of stack, aim {aim}, {verdict}"
        );
    }
    text
}

/// Instructions of the baseline and of what is measured, if they were counted.
fn instructions(numbers: &Numbers, comparison: &Comparison) -> Option<[f64; 2]> {
    let counted = |runner: &str| numbers.instructions.as_ref()?.get(runner).copied();
    Some([counted(&comparison.baseline)?, counted(&comparison.measured)?])
}

/// Everything.
pub(super) fn tables(numbers: &Numbers) -> String {
    format!(
        "One execution, CPU time; baseline / measured where there are two numbers\n\n{}\n\
         One waiting execution or child, without its data\n\n{}\n\
         The stack under a task in nested Parallels\n\n{}",
        comparisons(numbers),
        waiting(&numbers.waiting),
        stacks(&numbers.stacks),
    )
}

fn comparisons(numbers: &Numbers) -> Table<11> {
    let mut table = Table::new([
        ("case", Align::Left),
        ("beside", Align::Left),
        ("baseline", Align::Right),
        ("measured", Align::Right),
        ("ratio", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
        ("allocations", Align::Right),
        ("bytes", Align::Right),
        ("instructions", Align::Right),
        ("handlers return", Align::Left),
    ]);
    for comparison in &numbers.comparisons {
        let Comparison { baseline, measured, ratio, aim, .. } = comparison;
        let allocated = |runner: &str| numbers.allocations.get(runner);
        let (allocations, bytes) = match (allocated(baseline), allocated(measured)) {
            (Some(baseline), Some(measured)) => (
                format!("{:.0} / {:.0}", baseline.allocations, measured.allocations),
                format!("{:.0} / {:.0}", baseline.bytes, measured.bytes),
            ),
            _ => Default::default(),
        };
        let instructions = match instructions(numbers, comparison) {
            Some([baseline, measured]) => {
                format!("{baseline:.0} / {measured:.0} = {:.2}", measured / baseline)
            }
            None => String::new(),
        };
        table.row([
            comparison.case.clone(),
            comparison.beside.clone(),
            format!("{:.0} ns", comparison.baseline_ns),
            format!("{:.0} ns", comparison.measured_ns),
            format!("{ratio:.2}"),
            aim.map(|aim| aim.to_string()).unwrap_or_default(),
            aim.map(|aim| verdict(*ratio, aim)).unwrap_or_default().to_owned(),
            allocations,
            bytes,
            instructions,
            comparison.handlers_return.clone(),
        ]);
    }
    table
}

fn waiting(waiting: &[Waiting]) -> Table<9> {
    let mut table = Table::new([
        ("machine", Align::Left),
        ("type", Align::Left),
        ("waits in", Align::Left),
        ("by", Align::Left),
        ("bytes", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
        ("future", Align::Right),
        ("frame", Align::Right),
    ]);
    for waiting in waiting {
        table.row([
            waiting.machine.clone(),
            waiting.execution_type.clone(),
            waiting.waits_in.clone(),
            waiting.driven_by.clone(),
            format!("{:.0}", waiting.heap_bytes),
            waiting.aim.to_string(),
            verdict(waiting.heap_bytes, waiting.aim).to_owned(),
            waiting.future_bytes.to_string(),
            waiting.frame_bytes.to_string(),
        ]);
    }
    table
}

fn stacks(stacks: &[Stack]) -> Table<4> {
    let mut table = Table::new([
        ("nested", Align::Right),
        ("bytes", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
    ]);
    for Stack { nested, stack_bytes, aim } in stacks {
        table.row([
            nested.to_string(),
            stack_bytes.to_string(),
            aim.to_string(),
            verdict(*stack_bytes as f64, *aim).to_owned(),
        ]);
    }
    table
}
