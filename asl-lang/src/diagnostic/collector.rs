//! Where the findings of all passes come together.

use super::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Findings kept; more than a reader takes in, few enough to be made and shown quickly.
const LIMIT: usize = 100;

/// The findings so far.
///
/// They have to be taken out by [`into_vec`](Diagnostics::into_vec): in debug builds, dropping
/// findings nobody has looked at is a failed assertion.
#[derive(Debug, Default)]
#[must_use]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
    /// How many were left out, and how bad the worst of them is.
    omitted: Option<(usize, Severity)>,
}

impl Diagnostics {
    /// No findings yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let severity = diagnostic.severity;
        self.errors += usize::from(severity == Severity::Error);
        if self.is_full() {
            let (count, worst) = self.omitted.unwrap_or((0, severity));
            self.omitted = Some((count + 1, worst.max(severity)));
        } else {
            self.list.push(diagnostic);
        }
    }

    /// Whether further findings are only counted. Help that takes work can be left out then.
    pub fn is_full(&self) -> bool {
        self.list.len() >= LIMIT
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether the definition is refused.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// The findings in the order of the source.
    pub fn into_vec(mut self) -> Vec<Diagnostic> {
        let mut list = std::mem::take(&mut self.list);
        list.sort_by_key(|diagnostic| diagnostic.span);
        if let Some((count, severity)) = self.omitted.take() {
            let message = format!("{count} more findings are not shown");
            let mut more = Diagnostic::new(Code::TooManyFindings, message, Span::default())
                .help("change what is shown first");
            more.severity = severity;
            list.push(more);
        }
        list
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        let forgotten = !self.list.is_empty() && !std::thread::panicking();
        debug_assert!(!forgotten, "findings were dropped unseen: {:?}", self.list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: Code, at: u32) -> Diagnostic {
        Diagnostic::new(code, "m", Span::new(at, at))
    }

    #[test]
    fn findings_come_in_the_order_of_the_source() {
        let mut all = Diagnostics::new();
        all.push(finding(Code::WrongType, 9));
        all.push(finding(Code::DuplicateKey, 3));
        assert_eq!(all.errors(), 1);
        let at: Vec<u32> = all.into_vec().iter().map(|d| d.span.start).collect();
        assert_eq!(at, [3, 9]);
    }

    #[test]
    fn findings_beyond_the_limit_are_counted() {
        let mut all = Diagnostics::new();
        (0..LIMIT).for_each(|_| all.push(finding(Code::DuplicateKey, 0)));
        assert!(all.is_full() && !all.has_errors());
        all.push(finding(Code::WrongType, 0));
        all.push(finding(Code::DuplicateKey, 0));
        assert!(all.has_errors());
        let list = all.into_vec();
        assert_eq!(list.len(), LIMIT + 1);
        assert_eq!(list[LIMIT].message, "2 more findings are not shown");
        assert!(list[LIMIT].is_error());
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "dropped unseen")]
    fn findings_cannot_be_forgotten() {
        let mut all = Diagnostics::new();
        all.push(finding(Code::WrongType, 0));
        drop(all);
    }
}
