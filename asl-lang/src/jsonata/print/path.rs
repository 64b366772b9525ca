//! Paths. What follows a step is written in an order in which it means the same again.

use std::fmt::{Formatter, Result, Write as _};

use super::listed;
use crate::jsonata::ast::{Node, NodeKind, Path, SortTerm, Stage, Step};
use crate::jsonata::text;

/// Where `[]` is written that is said of the path itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Nowhere: it is not, or that of its first step says it too.
    No,
    /// After the step of this index: after its sort, or after what binds its position.
    Step(usize),
    /// After the group.
    Group,
}

pub(super) fn write(path: &Path, node: &Node, f: &mut Formatter<'_>) -> Result {
    let kept = kept(path, node);
    let mut group = node.group.as_deref();
    for (index, step) in path.steps.iter().enumerate() {
        if index > 0 && !matches!(step.node.kind, NodeKind::Sort(_)) {
            f.write_char('.')?;
        }
        match &step.node.kind {
            // A name that says `[]` says it of its path too, but a string does not.
            NodeKind::Name(name) if index == 0 && step.node.keep_array && !node.keep_array => {
                f.write_str(&text::quoted(name))?;
            }
            kind => write!(f, "{kind}")?,
        }
        write_rest(step, path, index == 0, kept == Kept::Step(index), f)?;
        let next = path.steps.get(index + 1).map(|next| &next.node.kind);
        let is_negated = matches!(step.node.kind, NodeKind::Negate(_)) && step.node.group.is_none();
        // A step behind `-a` would be one of what is negated, but for what stands between.
        if is_negated && next.is_some_and(|next| !matches!(next, NodeKind::Sort(_))) {
            group.take().iter().try_for_each(|group| write!(f, "{group}"))?;
        }
    }
    group.iter().try_for_each(|group| write!(f, "{group}"))?;
    if kept == Kept::Group { f.write_str("[]") } else { Ok(()) }
}

pub(super) fn write_kind(kind: &NodeKind, f: &mut Formatter<'_>) -> Result {
    match kind {
        NodeKind::Sort(terms) => {
            let term = |SortTerm { descending, expression }: &SortTerm| {
                format!("{}{expression}", if *descending { ">" } else { "" })
            };
            let terms: Vec<String> = terms.iter().map(term).collect();
            f.write_str("^(")?;
            listed(f, &terms, ", ")?;
            f.write_char(')')
        }
        _ => Ok(()),
    }
}

fn kept(path: &Path, node: &Node) -> Kept {
    let first = path.steps.first();
    let said_by_first = first
        .is_some_and(|first| first.node.keep_array && matches!(first.node.kind, NodeKind::Name(_)));
    if !node.keep_array || said_by_first {
        return Kept::No;
    }
    if node.group.is_some() {
        return Kept::Group;
    }
    let sorts = |step: &Step| matches!(step.node.kind, NodeKind::Sort(_));
    Kept::Step(path.steps.iter().position(sorts).unwrap_or(0))
}

/// What follows what a step evaluates.
fn write_rest(
    step: &Step,
    path: &Path,
    is_first: bool,
    kept: bool,
    f: &mut Formatter<'_>,
) -> Result {
    let name = matches!(step.node.kind, NodeKind::Name(_));
    // `a[]@$v` says it of the path, `a@$v[]` of the step alone.
    let late = is_first && name && !path.keep_singleton && step.focus.is_some();
    // That of an application is what its functions say.
    if step.node.keep_array && !late && !matches!(step.node.kind, NodeKind::Apply(_)) {
        f.write_str("[]")?;
    }
    step.focus.iter().try_for_each(|focus| write!(f, "@${focus}"))?;
    if step.node.keep_array && late {
        f.write_str("[]")?;
    }
    step.node.predicates.iter().try_for_each(|filter| write!(f, "{filter}"))?;
    // No predicate may follow a group.
    let is_filter = |stage: &&Stage| matches!(stage, Stage::Filter(_));
    let before = match (&step.node.group, &step.index) {
        (Some(_), None) => step.stages.iter().take_while(is_filter).count(),
        _ => 0,
    };
    let (before, after) = step.stages.split_at(before);
    before.iter().try_for_each(|stage| write_stage(stage, f))?;
    step.node.group.iter().try_for_each(|group| write!(f, "{group}"))?;
    let mut kept = kept;
    if matches!(step.node.kind, NodeKind::Sort(_)) && std::mem::take(&mut kept) {
        f.write_str("[]")?;
    }
    if let Some(index) = &step.index {
        write!(f, "#${index}")?;
        if std::mem::take(&mut kept) {
            f.write_str("[]")?;
        }
    }
    for stage in after {
        write_stage(stage, f)?;
        if matches!(stage, Stage::Index { .. }) && std::mem::take(&mut kept) {
            f.write_str("[]")?;
        }
    }
    Ok(())
}

fn write_stage(stage: &Stage, f: &mut Formatter<'_>) -> Result {
    match stage {
        Stage::Filter(filter) => write!(f, "{filter}"),
        Stage::Index { variable, .. } => write!(f, "#${variable}"),
    }
}
