//! The numbers as tables.

use std::fmt::Write;

use super::measured::{Comparison, Numbers, Waiting};
use crate::table::{Align, Table};

/// Whether an aim is met, in words.
pub(crate) fn verdict(number: f64, aim: f64) -> &'static str {
    if number <= aim { "met" } else { "missed" }
}

/// What has an aim, one a line.
pub(super) fn aims(numbers: &Numbers) -> String {
    let mut text = String::new();
    for comparison in &numbers.comparisons {
        let Comparison { case, by_hand, ratio, aim, .. } = comparison;
        if let Some(aim) = *aim {
            let verdict = verdict(*ratio, aim);
            let _ = writeln!(text, "{case} over {by_hand}: ratio {ratio:.2}, aim {aim}, {verdict}");
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
    text
}

/// Everything.
pub(super) fn tables(numbers: &Numbers) -> String {
    format!(
        "One execution, CPU time; by hand / compiled where there are two numbers\n\n{}\n\
         One waiting execution, without its data\n\n{}",
        comparisons(numbers),
        waiting(&numbers.waiting),
    )
}

fn comparisons(numbers: &Numbers) -> Table<11> {
    let mut table = Table::new([
        ("case", Align::Left),
        ("by hand over", Align::Left),
        ("by hand", Align::Right),
        ("compiled", Align::Right),
        ("ratio", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
        ("allocations", Align::Right),
        ("bytes", Align::Right),
        ("instructions", Align::Right),
        ("handlers return", Align::Left),
    ]);
    for comparison in &numbers.comparisons {
        let Comparison { native, compiled, ratio, aim, .. } = comparison;
        let allocated = |runner: &str| numbers.allocations.get(runner);
        let counted = |runner: &str| numbers.instructions.as_ref()?.get(runner).copied();
        let (allocations, bytes) = match (allocated(native), allocated(compiled)) {
            (Some(by_hand), Some(compiled)) => (
                format!("{:.0} / {:.0}", by_hand.allocations, compiled.allocations),
                format!("{:.0} / {:.0}", by_hand.bytes, compiled.bytes),
            ),
            _ => Default::default(),
        };
        let instructions = match (counted(native), counted(compiled)) {
            (Some(by_hand), Some(compiled)) => {
                format!("{by_hand:.0} / {compiled:.0} = {:.2}", compiled / by_hand)
            }
            _ => String::new(),
        };
        table.row([
            comparison.case.clone(),
            comparison.by_hand.clone(),
            format!("{:.0} ns", comparison.native_ns),
            format!("{:.0} ns", comparison.compiled_ns),
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
