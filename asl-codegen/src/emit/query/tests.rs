//! Expressions as fields of states. `tests/queries` has what they compute, and as text what they
//! become.

use asl_lang::ir::query::{
    Expected, Node, NodeKind, Operator, Operators, Path, Query, Source, Step, StepKind,
};
use asl_lang::ir::{Literal, Register, VariableId};
use asl_lang::source::Span;
use quote::quote;

use crate::declaration::names::Names;
use crate::emit::constants::Constants;

fn node(kind: NodeKind) -> Node {
    Node { kind, span: Span::default() }
}

/// `$states.input.total`, of a source.
fn total(source: Source) -> Node {
    let step = |kind| Step {
        kind: StepKind::Each(node(kind)),
        stages: Vec::new(),
        focus: None,
        index: None,
        ancestor: None,
        is_tuple: false,
    };
    node(NodeKind::Path(Box::new(Path {
        steps: vec![step(NodeKind::Source(source)), step(NodeKind::Name("total".to_owned()))],
        is_absolute: true,
        keep_singleton: false,
        is_tuple: false,
        group: None,
        variables: Vec::new(),
    })))
}

/// The call of an expression, and what is beside the states.
fn emitted(query: &Query) -> String {
    let constants = Constants::new(Names::constants(), &[]);
    let site = constants.query(query, 7, None);
    let register = |_: Register| quote! { &self.document };
    let variable = |_: VariableId| quote! { self.variables[0] };
    let call = site.call(query, &register, &variable);
    let constants = constants.items();
    crate::rust::format(quote! { #constants fn f() { let value = #call; } }).unwrap()
}

fn query(text: &str, location: &str, expected: Expected, body: Node) -> Query {
    let sources = match &body.kind {
        NodeKind::Operators(_) => vec![Source::Register(Register::Input)],
        _ => vec![Source::Context],
    };
    Query {
        text: text.into(),
        location: location.to_owned(),
        expected,
        body,
        slots: Vec::new(),
        sources,
        functions: Vec::new(),
    }
}

#[test]
fn a_condition_is_a_boolean() {
    let rest = vec![(Operator::Greater, node(NodeKind::Literal(Literal::Integer(3))))];
    let first = Box::new(total(Source::Register(Register::Input)));
    let body = node(NodeKind::Operators(Operators { first, rest, is_text: false }));
    let text = "$states.input.total > 3";
    let query = query(text, "Choices[0]/Condition", Expected::Boolean, body);
    insta::assert_snapshot!(emitted(&query), @r#"
    const TOTAL_KEY: __rt::Key<'_> = __rt::Key::new("total");
    static CHOICES_0_CONDITION_QUERY: __query::Query<'_> = __query::Query {
        text: "$states.input.total > 3",
        location: "Choices[0]/Condition",
        offset: 7u32,
        expected: __query::Expected::Boolean,
    };
    /// `$states.input.total > 3`
    fn query_choices_0_condition(
        _: &__query::Evaluation,
        input: __query::View<'_>,
    ) -> __rt::Result<__rt::Option<__rt::bool>, __query::Error> {
        __query::compare::greater(__query::find_one(input, TOTAL_KEY), 3.0)
    }
    fn f() {
        let value = CHOICES_0_CONDITION_QUERY
            .holds(
                cx,
                |cx| query_choices_0_condition(cx, __query::View::Value(&self.document)),
            )?;
    }
    "#);
}

#[test]
fn the_context_object_is_asked_for_before_the_evaluation() {
    let text = "$states.context.total";
    let query = query(text, "Output/total", Expected::Any, total(Source::Context));
    insta::assert_snapshot!(emitted(&query), @r#"
    const TOTAL_KEY: __rt::Key<'_> = __rt::Key::new("total");
    static OUTPUT_TOTAL_QUERY: __query::Query<'_> = __query::Query {
        text: "$states.context.total",
        location: "Output/total",
        offset: 7u32,
        expected: __query::Expected::Any,
    };
    /// `$states.context.total`
    fn query_output_total(
        _: &__query::Evaluation,
        context: __query::View<'_>,
    ) -> __rt::Result<__query::Item, __query::Error> {
        __rt::Ok(__query::find_one(context, TOTAL_KEY).into_item())
    }
    fn f() {
        let value = {
            let context = cx.context_object()?;
            OUTPUT_TOTAL_QUERY
                .evaluate(cx, |cx| query_output_total(cx, __query::View::Value(context)))?
        };
    }
    "#);
}
