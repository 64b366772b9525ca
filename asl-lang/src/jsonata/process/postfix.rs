//! What stands after an expression: predicates, groups, sorts and bindings of positions.

use super::path::{as_path, predicates_to_stages};
use super::{Code, Draft, Error, NodeKind, Processed, Processor, Span, Step, seek};
use crate::jsonata::ast::{Filter, Group, SortTerm, Stage};
use crate::jsonata::syntax::{SortTermSyntax, Syntax};

impl Processor {
    pub(super) fn filter(&mut self, left: Syntax, predicate: Syntax, span: Span) -> Processed {
        let mut draft = self.process(left)?;
        if draft.with_last_step(|step, _| step.node.group.is_some()) {
            return Err(Error::new(Code::S0209, span));
        }
        let predicate = self.process(predicate)?;
        if let Some(slots) = &predicate.seeking {
            draft.with_last_step(|step, seeking| {
                self.ancestry.seek_from_predicate(slots, step)?;
                seek(seeking, &predicate);
                Ok(())
            })?;
        }
        let filter = Filter { predicate: predicate.step.node, span };
        if draft.path().is_some() {
            draft.with_last_step(|step, _| step.stages.push(Stage::Filter(filter)));
        } else {
            draft.step.node.predicates.push(filter);
        }
        Ok(draft)
    }

    /// What a group seeks it does not find.
    pub(super) fn group(&mut self, left: Syntax, pairs: Vec<[Syntax; 2]>, span: Span) -> Processed {
        let mut draft = self.process(left)?;
        if draft.step.node.group.is_some() {
            return Err(Error::new(Code::S0210, span));
        }
        let pairs = self.pairs(pairs, &mut None)?;
        draft.step.node.group = Some(Box::new(Group { pairs, span }));
        Ok(draft)
    }

    pub(super) fn sort(
        &mut self,
        left: Syntax,
        terms: Vec<SortTermSyntax>,
        span: Span,
    ) -> Processed {
        let mut draft = as_path(self.process(left)?);
        let mut seeking = None;
        let term = |SortTermSyntax { descending, expression }| {
            Ok(SortTerm { descending, expression: self.part(expression, &mut seeking)? })
        };
        let terms = terms.into_iter().map(term).collect::<Result<_, Error>>()?;
        if let Some(path) = draft.path() {
            path.steps.push(Draft::new(NodeKind::Sort(terms), span).step);
        }
        draft.last_seeking = seeking;
        self.resolve(&mut draft)?;
        Ok(draft)
    }

    pub(super) fn focus(
        &mut self,
        left: Syntax,
        variable: String,
        span: Span,
        keep_array: bool,
    ) -> Processed {
        let mut draft = self.process(left)?;
        draft.with_last_step(|step, _| {
            if !step.stages.is_empty() || !step.node.predicates.is_empty() {
                return Err(Error::new(Code::S0215, span));
            }
            if matches!(step.node.kind, NodeKind::Sort(_)) {
                return Err(Error::new(Code::S0216, span));
            }
            step.node.keep_array |= keep_array;
            step.focus = Some(variable);
            step.tuple = true;
            Ok(())
        })?;
        Ok(draft)
    }

    pub(super) fn index(&mut self, left: Syntax, variable: String, span: Span) -> Processed {
        let draft = self.process(left)?;
        let is_path = matches!(draft.step.node.kind, NodeKind::Path(_));
        let mut draft = as_path(draft);
        draft.with_last_step(|step, _| {
            if !is_path {
                predicates_to_stages(step);
            }
            if step.stages.is_empty() {
                step.index = Some(variable);
            } else {
                step.stages.push(Stage::Index { variable, span });
            }
            step.tuple = true;
        });
        Ok(draft)
    }
}

impl Draft {
    /// What predicates and bindings after it belong to: its last step, or itself; with what that
    /// seeks.
    fn with_last_step<T>(
        &mut self,
        then: impl FnOnce(&mut Step, &mut Option<Vec<super::Slot>>) -> T,
    ) -> T {
        if matches!(&self.step.node.kind, NodeKind::Path(path) if !path.steps.is_empty())
            && let NodeKind::Path(path) = &mut self.step.node.kind
            && let Some(last) = path.steps.last_mut()
        {
            return then(last, &mut self.last_seeking);
        }
        then(&mut self.step, &mut self.seeking)
    }
}
