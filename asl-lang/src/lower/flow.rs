//! The data fields of a state as ordered steps.
//!
//! A [`Flow`] is built in the order AWS evaluates the fields. It knows which register holds the
//! data so far; a field that changes nothing adds no step.

use super::expression::{self, Data};
use super::liveness::uses;
use crate::ast::{Nullable, PayloadTemplate};
use crate::ir::query::Expected;
use crate::ir::{Expr, ExprKind, Let, Literal, Missing, Register, Type};
use crate::parse::location::Location;
use crate::path::{Path, ReferencePath, ReferenceSegment};
use crate::source::{Span, Spanned};

pub(super) struct Flow<'a> {
    steps: Vec<Let>,
    data: Data<'a>,
    /// The state, for steps that no field asked for.
    span: Span,
    /// Whether steps that nobody reads stay.
    unread_steps: bool,
}

impl<'a> Flow<'a> {
    /// A flow that starts from a register.
    pub(super) fn new(data: Data<'a>, span: Span, unread_steps: bool) -> Self {
        Flow { steps: Vec::new(), data, span, unread_steps }
    }

    /// What `$` means after the steps so far.
    pub(super) fn data(&self) -> Data<'a> {
        self.data
    }

    /// Adds a step, unless it would only hand on the data so far.
    pub(super) fn set(&mut self, register: Register, field: &'static str, value: Expr) {
        if value.kind != ExprKind::Register(self.data.register) {
            self.data = self.data.with(register, value.ty);
            self.steps.push(Let { register, value, field: Some(field) });
        }
    }

    pub(super) fn input_path(mut self, field: Option<&Spanned<Nullable<Path>>>) -> Self {
        if let Some(field) = field {
            let value = selected(field, self.data);
            self.set(Register::EffectiveInput, "InputPath", value);
        }
        self
    }

    /// `ItemsPath`.
    pub(super) fn items_path(mut self, field: Option<&Spanned<Path>>) -> Self {
        if let Some(path) = field {
            let value = expression::path(path.as_ref(), self.data, Missing::InvalidPath);
            self.set(Register::Items, "ItemsPath", value);
        }
        self
    }

    /// `Items`.
    pub(super) fn items(mut self, template: Option<&PayloadTemplate>) -> Self {
        if let Some(template) = template {
            let place = Location::Root.field("Items");
            let value = expression::typed_template(template, self.data, &place, Expected::Array);
            self.set(Register::Items, "Items", value);
        }
        self
    }

    /// `Parameters`, `Arguments` and `ResultSelector`.
    pub(super) fn template(
        mut self,
        register: Register,
        field: &'static str,
        template: Option<&PayloadTemplate>,
    ) -> Self {
        if let Some(template) = template {
            let place = Location::Root.field(field);
            let missing = &Missing::InvalidPath;
            let value = expression::template(template, self.data, missing, &place);
            self.set(register, field, value);
        }
        self
    }

    pub(super) fn result_path(mut self, field: Option<&Spanned<Nullable<ReferencePath>>>) -> Self {
        match field.map(|field| (&field.value, field.span)) {
            None => {}
            Some((Nullable::Null, _)) => self.data = self.data.with(Register::Input, Type::Any),
            Some((Nullable::Path(path), span)) => {
                let value = inserted(path, self.data, span);
                self.set(Register::Combined, "ResultPath", value);
            }
        }
        self
    }

    /// `OutputPath`.
    fn output_path(mut self, field: Option<&Spanned<Nullable<Path>>>) -> Self {
        let whole = self.data.whole(self.span);
        let value = field.map_or(whole, |field| selected(field, self.data));
        let field = (value.kind != ExprKind::Register(self.data.register)).then_some("OutputPath");
        self.data = self.data.with(Register::Output, value.ty);
        self.steps.push(Let { register: Register::Output, value, field });
        self
    }

    /// The last step of a state, choice rule or catcher, which stands at this place: `OutputPath`
    /// or `Output`, else the data as they are.
    pub(super) fn output(
        mut self,
        path: Option<&Spanned<Nullable<Path>>>,
        template: Option<&PayloadTemplate>,
        of: &Location<'_>,
    ) -> Self {
        let Some(template) = template else { return self.output_path(path) };
        let (missing, place) = (&Missing::InvalidPath, of.field("Output"));
        let value = expression::template(template, self.data, missing, &place);
        self.data = self.data.with(Register::Output, value.ty);
        self.steps.push(Let { register: Register::Output, value, field: Some("Output") });
        self
    }

    /// The steps, without those that cannot fail and whose registers nobody reads, unless they
    /// stay. `live_after` are the registers read after the last step.
    pub(super) fn finish(self, live_after: &[Register]) -> Vec<Let> {
        if self.unread_steps {
            return self.steps;
        }
        let mut live = live_after.to_vec();
        let mut kept: Vec<Let> = Vec::with_capacity(self.steps.len());
        for step in self.steps.into_iter().rev() {
            if live.contains(&step.register) || may_fail(&step.value) {
                live.extend(uses(&step.value));
                kept.push(step);
            }
        }
        kept.reverse();
        kept
    }
}

/// `InputPath` and `OutputPath`.
fn selected(field: &Spanned<Nullable<Path>>, data: Data<'_>) -> Expr {
    match &field.value {
        Nullable::Null => expression::literal(Literal::Object(Vec::new()), field.span),
        Nullable::Path(path) => expression::path(field.span.of(path), data, Missing::InvalidPath),
    }
}

fn inserted(path: &ReferencePath, data: Data<'_>, span: Span) -> Expr {
    let ty = match path.segments.first() {
        None => return data.whole(span),
        Some(ReferenceSegment::Member(_)) => Type::Object,
        Some(ReferenceSegment::Index(_)) => Type::Array,
    };
    let value = Box::new(data.whole(span));
    let kind = ExprKind::Insert { document: Register::Input, path: path.clone(), value };
    Expr { kind, ty, span }
}

fn may_fail(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Literal(_) | ExprKind::Register(_) => false,
        ExprKind::Object(members) => members.iter().any(|(_, value)| may_fail(value)),
        ExprKind::Array(elements) => elements.iter().any(may_fail),
        _ => true,
    }
}
