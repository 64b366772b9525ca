//! What `sfn! { pub machine Hostile from "tests/hygiene/definitions/names.asl.json"; }` expands to.
//!
//! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.

/// The state machine of `tests/hygiene/definitions/names.asl.json`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hostile;
/// The state that an execution of [`Hostile`] is in, with its data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum HostileState<'a> {
    /// `self`, a Pass.
    Self_ {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Self`, a Task.
    Self2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `type`, a Choice.
    Type {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `fn`, a Pass.
    Fn {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `async`, a Task.
    Async {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `gen`, a Choice.
    Gen {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `try`, a Pass.
    Try {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Result`, a Task.
    Result {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Ok`, a Choice.
    Ok {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Some`, a Pass.
    Some {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Value`, a Task.
    Value {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Frame`, a Choice.
    Frame {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Tag`, a Pass.
    Tag {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `end`, a Task.
    End {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `arguments`, a Choice.
    Arguments {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `End`, a Pass.
    End2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Arguments`, a Task.
    Arguments2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `start`, a Choice.
    Start {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `state`, a Pass.
    State {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `State`, a Task.
    State2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `step`, a Choice.
    Step {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `enter`, a Pass.
    Enter {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `订单-检查`, a Task.
    订单检查 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Überprüfung`, a Choice.
    Überprüfung {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `🚀`, a Pass.
    State3 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `🚀 🚀`, a Task.
    State4 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// ``, a Choice.
    State5 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `_`, a Pass.
    State6 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `1st`, a Task.
    State1st {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `2`, a Choice.
    State2_2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `a`, a Pass.
    A {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `A`, a Task.
    A2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `a!`, a Choice.
    A3 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `a b`, a Pass.
    AB {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `a_b`, a Task.
    AB2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `aB`, a Choice.
    AB3 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `"quoted"`, a Pass.
    Quoted {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `'`, a Task.
    State7 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `'tick'`, a Choice.
    Tick {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `back\slash`, a Pass.
    BackSlash {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `new line`, a Task.
    NewLine {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `tab`, a Choice.
    Tab {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `*/`, a Pass.
    State8 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `// comment`, a Task.
    Comment {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `/* comment`, a Choice.
    Comment2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `#[doc]`, a Pass.
    Doc {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `{}`, a Task.
    State9 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `${x`, a Choice.
    X {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `nul\u{0}`, a Pass.
    Nul {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `\u{202e}right to left`, a Task.
    RightToLeft {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `​`, a Choice.
    State10 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `é`, a Pass.
    É {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `é`, a Task.
    É2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `ﬁ`, a Choice.
    Fi {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `fi`, a Pass.
    Fi2 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `r#type`, a Task.
    RType {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `--`, a Choice.
    State11 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong`, a Pass.
    Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy`, a Task.
    Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé`, a Choice.
    Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀`, a Pass.
    State12 {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
}
/// The handlers of [`Hostile`]'s tasks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not serve the tasks of `Hostile`",
    note = "write `impl HostileTasks for {Self} {{ … }}` with a method for each task, or wrap a `TaskHandler` as `HostileHandlers(…)`"
)]
pub trait HostileTasks: ::sfn::__private::Send + ::sfn::__private::Sync {
    /// `arn:aws:states:::sns:publish`, called by `Self`.
    fn self_(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `async`.
    fn async_(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `Result`.
    fn result(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `Value`.
    fn value(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `end`.
    fn end(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `Arguments`.
    fn arguments(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `State`.
    fn state(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `订单-检查`.
    fn 订单_检查(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `🚀 🚀`.
    fn task(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `1st`.
    fn task_1st(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `A`.
    fn a(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `a_b`.
    fn a_b(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `'`.
    fn task_2(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `new line`.
    fn new_line(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `// comment`.
    fn comment(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `{}`.
    fn task_3(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `\u{202e}right to left`.
    fn right_to_left(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `é`.
    fn é(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `r#type`.
    fn r_type(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:states:::sns:publish`, called by `loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy`.
    fn loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
}
/// Lets any `TaskHandler` serve the tasks of [`Hostile`].
#[derive(Debug, Clone, Copy, Default)]
pub struct HostileHandlers<H>(
    /// The handler.
    pub H,
);
impl<H> HostileHandlers<H> {
    /// `typed` serves the tasks that the handler does not handle.
    #[allow(dead_code, reason = "not every machine combines its handlers")]
    pub fn or<T: HostileTasks>(self, typed: T) -> ::sfn::__private::Either<Self, T> {
        ::sfn::__private::Either {
            dynamic: self,
            typed,
        }
    }
}
const _: () = {
    use ::sfn::__private as __rt;
    const _: () = __rt::check_abi(1);
    #[derive(Clone, Copy)]
    enum HostileTag {
        Self_,
        Self2,
        Type,
        Fn,
        Async,
        Gen,
        Try,
        Result,
        Ok,
        Some,
        Value,
        Frame,
        Tag,
        End,
        Arguments,
        End2,
        Arguments2,
        Start,
        State,
        State2,
        Step,
        Enter,
        订单检查,
        Überprüfung,
        State3,
        State4,
        State5,
        State6,
        State1st,
        State2_2,
        A,
        A2,
        A3,
        AB,
        AB2,
        AB3,
        Quoted,
        State7,
        Tick,
        BackSlash,
        NewLine,
        Tab,
        State8,
        Comment,
        Comment2,
        Doc,
        State9,
        X,
        Nul,
        RightToLeft,
        State10,
        É,
        É2,
        Fi,
        Fi2,
        RType,
        State11,
        Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong,
        Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy,
        Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé,
        State12,
    }
    pub struct HostileFrame {
        state: HostileTag,
        /// The raw input of the state; after the last state, the output.
        document: __rt::Value,
        /// The arguments of the task while it is called, then its result.
        work: __rt::Value,
        retries: __rt::Retries<1usize>,
    }
    const _: () = {
        static X: __rt::Path<'_> = __rt::Path::new(
            "$.x",
            &[__rt::Member(__rt::Key::new("x"))],
        );
        static R: __rt::Path<'_> = __rt::Path::new(
            "$['r']",
            &[__rt::Member(__rt::Key::new("r"))],
        );
        const SELF_KEY: __rt::Key<'_> = __rt::Key::new("Self");
        const AT_KEY: __rt::Key<'_> = __rt::Key::new("at");
        const ASYNC_KEY: __rt::Key<'_> = __rt::Key::new("async");
        const RESULT_KEY: __rt::Key<'_> = __rt::Key::new("Result");
        const VALUE_KEY: __rt::Key<'_> = __rt::Key::new("Value");
        const END_KEY: __rt::Key<'_> = __rt::Key::new("end");
        const ARGUMENTS_KEY: __rt::Key<'_> = __rt::Key::new("Arguments");
        const STATE_KEY: __rt::Key<'_> = __rt::Key::new("State");
        const 订单_检查_KEY: __rt::Key<'_> = __rt::Key::new("订单-检查");
        const KEY: __rt::Key<'_> = __rt::Key::new("🚀 🚀");
        const PATH_1ST_KEY: __rt::Key<'_> = __rt::Key::new("1st");
        const A_KEY: __rt::Key<'_> = __rt::Key::new("A");
        const A_B_KEY: __rt::Key<'_> = __rt::Key::new("a_b");
        const KEY_2: __rt::Key<'_> = __rt::Key::new("'");
        const NEW_LINE_KEY: __rt::Key<'_> = __rt::Key::new("new\nline");
        const COMMENT_KEY: __rt::Key<'_> = __rt::Key::new("// comment");
        const KEY_3: __rt::Key<'_> = __rt::Key::new("{}");
        const RIGHT_TO_LEFT_KEY: __rt::Key<'_> = __rt::Key::new("\u{202e}right to left");
        const É_KEY: __rt::Key<'_> = __rt::Key::new("é");
        const R_TYPE_KEY: __rt::Key<'_> = __rt::Key::new("r#type");
        const LOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOONGY_KEY: __rt::Key<
            '_,
        > = __rt::Key::new(
            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
        );
        /// `Retry` of `Self`.
        static SELF_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("Self")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `async`.
        static ASYNC_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("async")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `Result`.
        static RESULT_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("Result")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `Value`.
        static VALUE_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("Value")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `end`.
        static END_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("end")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `Arguments`.
        static ARGUMENTS_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("Arguments")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `State`.
        static STATE_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("State")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `订单-检查`.
        static 订单_检查_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("订单-检查")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `🚀 🚀`.
        static RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("🚀 🚀")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `1st`.
        static PATH_1ST_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("1st")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `A`.
        static A_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("A")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `a_b`.
        static A_B_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("a_b")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `'`.
        static RETRY_2: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("'")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `new line`.
        static NEW_LINE_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("new\nline")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `// comment`.
        static COMMENT_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("// comment")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `{}`.
        static RETRY_3: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("{}")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `\u{202e}right to left`.
        static RIGHT_TO_LEFT_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("\u{202e}right to left")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `é`.
        static É_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("é")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `r#type`.
        static R_TYPE_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("r#type")],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        /// `Retry` of `loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy`.
        static LOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOONGY_RETRY: [__rt::Retrier<
            '_,
        >; 1] = [
            __rt::Retrier {
                error_equals: &[
                    __rt::Str::from_static(
                        "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                    ),
                ],
                interval_seconds: 1,
                max_attempts: 1,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        impl HostileFrame {
            /// `self`, a Pass: tests/hygiene/definitions/names.asl.json:4:5
            #[inline]
            fn enter_self_(&mut self) -> __rt::Step {
                self.state = HostileTag::Self_;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_self_(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("self"));
                __rt::insert_output(result, &X, &mut self.document, "self")?;
                self.enter_self_2()
            }
            /// `Self`, a Task: tests/hygiene/definitions/names.asl.json:11:5
            #[inline]
            fn enter_self_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Self2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_self_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&SELF_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "Self")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "Self")?;
                        self.enter_type_()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&SELF_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["Self"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "Self")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `type`, a Choice: tests/hygiene/definitions/names.asl.json:38:5
            #[inline]
            fn enter_type_(&mut self) -> __rt::Step {
                self.state = HostileTag::Type;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_type_(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "type",
                ) {
                    return self.enter_self_();
                }
                self.enter_fn_()
            }
            /// `fn`, a Pass: tests/hygiene/definitions/names.asl.json:49:5
            #[inline]
            fn enter_fn_(&mut self) -> __rt::Step {
                self.state = HostileTag::Fn;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_fn_(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("fn"));
                __rt::insert_output(result, &X, &mut self.document, "fn")?;
                self.enter_async_()
            }
            /// `async`, a Task: tests/hygiene/definitions/names.asl.json:56:5
            #[inline]
            fn enter_async_(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Async;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_async_(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&ASYNC_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "async")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "async")?;
                        self.enter_gen_()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&ASYNC_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["async"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "async")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `gen`, a Choice: tests/hygiene/definitions/names.asl.json:83:5
            #[inline]
            fn enter_gen_(&mut self) -> __rt::Step {
                self.state = HostileTag::Gen;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_gen_(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "gen",
                ) {
                    return self.enter_self_();
                }
                self.enter_try_()
            }
            /// `try`, a Pass: tests/hygiene/definitions/names.asl.json:94:5
            #[inline]
            fn enter_try_(&mut self) -> __rt::Step {
                self.state = HostileTag::Try;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_try_(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("try"));
                __rt::insert_output(result, &X, &mut self.document, "try")?;
                self.enter_result()
            }
            /// `Result`, a Task: tests/hygiene/definitions/names.asl.json:101:5
            #[inline]
            fn enter_result(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Result;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_result(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&RESULT_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "Result")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "Result")?;
                        self.enter_ok()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&RESULT_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["Result"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "Result")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `Ok`, a Choice: tests/hygiene/definitions/names.asl.json:128:5
            #[inline]
            fn enter_ok(&mut self) -> __rt::Step {
                self.state = HostileTag::Ok;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_ok(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "Ok",
                ) {
                    return self.enter_self_();
                }
                self.enter_some()
            }
            /// `Some`, a Pass: tests/hygiene/definitions/names.asl.json:139:5
            #[inline]
            fn enter_some(&mut self) -> __rt::Step {
                self.state = HostileTag::Some;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_some(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("Some"));
                __rt::insert_output(result, &X, &mut self.document, "Some")?;
                self.enter_value()
            }
            /// `Value`, a Task: tests/hygiene/definitions/names.asl.json:146:5
            #[inline]
            fn enter_value(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Value;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_value(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&VALUE_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "Value")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "Value")?;
                        self.enter_frame()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&VALUE_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["Value"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "Value")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `Frame`, a Choice: tests/hygiene/definitions/names.asl.json:173:5
            #[inline]
            fn enter_frame(&mut self) -> __rt::Step {
                self.state = HostileTag::Frame;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_frame(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "Frame",
                ) {
                    return self.enter_self_();
                }
                self.enter_tag()
            }
            /// `Tag`, a Pass: tests/hygiene/definitions/names.asl.json:184:5
            #[inline]
            fn enter_tag(&mut self) -> __rt::Step {
                self.state = HostileTag::Tag;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_tag(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("Tag"));
                __rt::insert_output(result, &X, &mut self.document, "Tag")?;
                self.enter_end()
            }
            /// `end`, a Task: tests/hygiene/definitions/names.asl.json:191:5
            #[inline]
            fn enter_end(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::End;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_end(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&END_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "end")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "end")?;
                        self.enter_arguments()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&END_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["end"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "end")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `arguments`, a Choice: tests/hygiene/definitions/names.asl.json:218:5
            #[inline]
            fn enter_arguments(&mut self) -> __rt::Step {
                self.state = HostileTag::Arguments;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_arguments(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "arguments",
                ) {
                    return self.enter_self_();
                }
                self.enter_end_2()
            }
            /// `End`, a Pass: tests/hygiene/definitions/names.asl.json:229:5
            #[inline]
            fn enter_end_2(&mut self) -> __rt::Step {
                self.state = HostileTag::End2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_end_2(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("End"));
                __rt::insert_output(result, &X, &mut self.document, "End")?;
                self.enter_arguments_2()
            }
            /// `Arguments`, a Task: tests/hygiene/definitions/names.asl.json:236:5
            #[inline]
            fn enter_arguments_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Arguments2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_arguments_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&ARGUMENTS_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "Arguments")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "Arguments",
                        )?;
                        self.enter_start()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&ARGUMENTS_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["Arguments"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "Arguments")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `start`, a Choice: tests/hygiene/definitions/names.asl.json:263:5
            #[inline]
            fn enter_start(&mut self) -> __rt::Step {
                self.state = HostileTag::Start;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_start(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "start",
                ) {
                    return self.enter_self_();
                }
                self.enter_state()
            }
            /// `state`, a Pass: tests/hygiene/definitions/names.asl.json:274:5
            #[inline]
            fn enter_state(&mut self) -> __rt::Step {
                self.state = HostileTag::State;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("state"));
                __rt::insert_output(result, &X, &mut self.document, "state")?;
                self.enter_state_2()
            }
            /// `State`, a Task: tests/hygiene/definitions/names.asl.json:281:5
            #[inline]
            fn enter_state_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::State2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&STATE_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "State")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "State")?;
                        self.enter_step()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&STATE_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["State"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "State")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `step`, a Choice: tests/hygiene/definitions/names.asl.json:308:5
            #[inline]
            fn enter_step(&mut self) -> __rt::Step {
                self.state = HostileTag::Step;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_step(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "step",
                ) {
                    return self.enter_self_();
                }
                self.enter_enter()
            }
            /// `enter`, a Pass: tests/hygiene/definitions/names.asl.json:319:5
            #[inline]
            fn enter_enter(&mut self) -> __rt::Step {
                self.state = HostileTag::Enter;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_enter(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("enter"));
                __rt::insert_output(result, &X, &mut self.document, "enter")?;
                self.enter_订单_检查()
            }
            /// `订单-检查`, a Task: tests/hygiene/definitions/names.asl.json:326:5
            #[inline]
            fn enter_订单_检查(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::订单检查;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_订单_检查(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&订单_检查_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "订单-检查")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "订单-检查",
                        )?;
                        self.enter_überprüfung()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&订单_检查_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["订单-检查"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(
                                error_output,
                                &mut self.document,
                                "订单-检查",
                            )?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `Überprüfung`, a Choice: tests/hygiene/definitions/names.asl.json:353:5
            #[inline]
            fn enter_überprüfung(&mut self) -> __rt::Step {
                self.state = HostileTag::Überprüfung;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_überprüfung(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "Überprüfung",
                ) {
                    return self.enter_self_();
                }
                self.enter_state_3()
            }
            /// `🚀`, a Pass: tests/hygiene/definitions/names.asl.json:364:5
            #[inline]
            fn enter_state_3(&mut self) -> __rt::Step {
                self.state = HostileTag::State3;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_3(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("🚀"));
                __rt::insert_output(result, &X, &mut self.document, "🚀")?;
                self.enter_state_4()
            }
            /// `🚀 🚀`, a Task: tests/hygiene/definitions/names.asl.json:371:5
            #[inline]
            fn enter_state_4(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::State4;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_4(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "🚀 🚀")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "🚀 🚀",
                        )?;
                        self.enter_state_5()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY, &failure) {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["🚀 🚀"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "🚀 🚀")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// ``, a Choice: tests/hygiene/definitions/names.asl.json:398:5
            #[inline]
            fn enter_state_5(&mut self) -> __rt::Step {
                self.state = HostileTag::State5;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_5(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    " ",
                ) {
                    return self.enter_self_();
                }
                self.enter_state_6()
            }
            /// `_`, a Pass: tests/hygiene/definitions/names.asl.json:409:5
            #[inline]
            fn enter_state_6(&mut self) -> __rt::Step {
                self.state = HostileTag::State6;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_6(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("_"));
                __rt::insert_output(result, &X, &mut self.document, "_")?;
                self.enter_state_1st()
            }
            /// `1st`, a Task: tests/hygiene/definitions/names.asl.json:416:5
            #[inline]
            fn enter_state_1st(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::State1st;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_1st(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&PATH_1ST_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "1st")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "1st")?;
                        self.enter_state_2_2()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&PATH_1ST_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["1st"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "1st")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `2`, a Choice: tests/hygiene/definitions/names.asl.json:443:5
            #[inline]
            fn enter_state_2_2(&mut self) -> __rt::Step {
                self.state = HostileTag::State2_2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_2_2(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "2",
                ) {
                    return self.enter_self_();
                }
                self.enter_a()
            }
            /// `a`, a Pass: tests/hygiene/definitions/names.asl.json:454:5
            #[inline]
            fn enter_a(&mut self) -> __rt::Step {
                self.state = HostileTag::A;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("a"));
                __rt::insert_output(result, &X, &mut self.document, "a")?;
                self.enter_a_2()
            }
            /// `A`, a Task: tests/hygiene/definitions/names.asl.json:461:5
            #[inline]
            fn enter_a_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::A2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&A_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "A")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "A")?;
                        self.enter_a_3()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&A_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["A"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "A")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `a!`, a Choice: tests/hygiene/definitions/names.asl.json:488:5
            #[inline]
            fn enter_a_3(&mut self) -> __rt::Step {
                self.state = HostileTag::A3;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a_3(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "a!",
                ) {
                    return self.enter_self_();
                }
                self.enter_a_b()
            }
            /// `a b`, a Pass: tests/hygiene/definitions/names.asl.json:499:5
            #[inline]
            fn enter_a_b(&mut self) -> __rt::Step {
                self.state = HostileTag::AB;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a_b(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("a b"));
                __rt::insert_output(result, &X, &mut self.document, "a b")?;
                self.enter_a_b_2()
            }
            /// `a_b`, a Task: tests/hygiene/definitions/names.asl.json:506:5
            #[inline]
            fn enter_a_b_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::AB2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a_b_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&A_B_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "a_b")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "a_b")?;
                        self.enter_a_b_3()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&A_B_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["a_b"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "a_b")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `aB`, a Choice: tests/hygiene/definitions/names.asl.json:533:5
            #[inline]
            fn enter_a_b_3(&mut self) -> __rt::Step {
                self.state = HostileTag::AB3;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_a_b_3(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "aB",
                ) {
                    return self.enter_self_();
                }
                self.enter_quoted()
            }
            /// `"quoted"`, a Pass: tests/hygiene/definitions/names.asl.json:544:5
            #[inline]
            fn enter_quoted(&mut self) -> __rt::Step {
                self.state = HostileTag::Quoted;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_quoted(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("\"quoted\""));
                __rt::insert_output(result, &X, &mut self.document, "\"quoted\"")?;
                self.enter_state_7()
            }
            /// `'`, a Task: tests/hygiene/definitions/names.asl.json:551:5
            #[inline]
            fn enter_state_7(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::State7;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_7(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&KEY_2, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "'")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "'")?;
                        self.enter_tick()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY_2, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["'"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "'")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `'tick'`, a Choice: tests/hygiene/definitions/names.asl.json:578:5
            #[inline]
            fn enter_tick(&mut self) -> __rt::Step {
                self.state = HostileTag::Tick;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_tick(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "`tick`",
                ) {
                    return self.enter_self_();
                }
                self.enter_back_slash()
            }
            /// `back\slash`, a Pass: tests/hygiene/definitions/names.asl.json:589:5
            #[inline]
            fn enter_back_slash(&mut self) -> __rt::Step {
                self.state = HostileTag::BackSlash;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_back_slash(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("back\\slash"));
                __rt::insert_output(result, &X, &mut self.document, "back\\slash")?;
                self.enter_new_line()
            }
            /// `new line`, a Task: tests/hygiene/definitions/names.asl.json:596:5
            #[inline]
            fn enter_new_line(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::NewLine;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_new_line(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&NEW_LINE_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "new\nline")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "new\nline",
                        )?;
                        self.enter_tab()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&NEW_LINE_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["new\nline"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "new\nline")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `tab`, a Choice: tests/hygiene/definitions/names.asl.json:623:5
            #[inline]
            fn enter_tab(&mut self) -> __rt::Step {
                self.state = HostileTag::Tab;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_tab(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "tab\t",
                ) {
                    return self.enter_self_();
                }
                self.enter_state_8()
            }
            /// `*/`, a Pass: tests/hygiene/definitions/names.asl.json:634:5
            #[inline]
            fn enter_state_8(&mut self) -> __rt::Step {
                self.state = HostileTag::State8;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_8(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("*/"));
                __rt::insert_output(result, &X, &mut self.document, "*/")?;
                self.enter_comment()
            }
            /// `// comment`, a Task: tests/hygiene/definitions/names.asl.json:641:5
            #[inline]
            fn enter_comment(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Comment;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_comment(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&COMMENT_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "// comment")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "// comment",
                        )?;
                        self.enter_comment_2()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&COMMENT_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["// comment"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "// comment")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `/* comment`, a Choice: tests/hygiene/definitions/names.asl.json:668:5
            #[inline]
            fn enter_comment_2(&mut self) -> __rt::Step {
                self.state = HostileTag::Comment2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_comment_2(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "/* comment",
                ) {
                    return self.enter_self_();
                }
                self.enter_doc()
            }
            /// `#[doc]`, a Pass: tests/hygiene/definitions/names.asl.json:679:5
            #[inline]
            fn enter_doc(&mut self) -> __rt::Step {
                self.state = HostileTag::Doc;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_doc(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("#[doc]"));
                __rt::insert_output(result, &X, &mut self.document, "#[doc]")?;
                self.enter_state_9()
            }
            /// `{}`, a Task: tests/hygiene/definitions/names.asl.json:686:5
            #[inline]
            fn enter_state_9(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::State9;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_9(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&KEY_3, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "{}")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "{}")?;
                        self.enter_x()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY_3, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["{}"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "{}")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `${x`, a Choice: tests/hygiene/definitions/names.asl.json:713:5
            #[inline]
            fn enter_x(&mut self) -> __rt::Step {
                self.state = HostileTag::X;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_x(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "${x",
                ) {
                    return self.enter_self_();
                }
                self.enter_nul()
            }
            /// `nul\u{0}`, a Pass: tests/hygiene/definitions/names.asl.json:724:5
            #[inline]
            fn enter_nul(&mut self) -> __rt::Step {
                self.state = HostileTag::Nul;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_nul(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("nul\0"));
                __rt::insert_output(result, &X, &mut self.document, "nul\0")?;
                self.enter_right_to_left()
            }
            /// `\u{202e}right to left`, a Task: tests/hygiene/definitions/names.asl.json:731:5
            #[inline]
            fn enter_right_to_left(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::RightToLeft;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_right_to_left(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&RIGHT_TO_LEFT_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "\u{202e}right to left")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "\u{202e}right to left",
                        )?;
                        self.enter_state_10()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&RIGHT_TO_LEFT_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["\u{202e}right to left"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(
                                error_output,
                                &mut self.document,
                                "\u{202e}right to left",
                            )?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `​`, a Choice: tests/hygiene/definitions/names.asl.json:758:5
            #[inline]
            fn enter_state_10(&mut self) -> __rt::Step {
                self.state = HostileTag::State10;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_10(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "\u{200b}",
                ) {
                    return self.enter_self_();
                }
                self.enter_é()
            }
            /// `é`, a Pass: tests/hygiene/definitions/names.asl.json:769:5
            #[inline]
            fn enter_é(&mut self) -> __rt::Step {
                self.state = HostileTag::É;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_é(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("e\u{301}"));
                __rt::insert_output(result, &X, &mut self.document, "e\u{301}")?;
                self.enter_é_2()
            }
            /// `é`, a Task: tests/hygiene/definitions/names.asl.json:776:5
            #[inline]
            fn enter_é_2(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::É2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_é_2(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&É_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "é")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "é")?;
                        self.enter_fi()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&É_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["é"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "é")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `ﬁ`, a Choice: tests/hygiene/definitions/names.asl.json:803:5
            #[inline]
            fn enter_fi(&mut self) -> __rt::Step {
                self.state = HostileTag::Fi;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_fi(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "ﬁ",
                ) {
                    return self.enter_self_();
                }
                self.enter_fi_2()
            }
            /// `fi`, a Pass: tests/hygiene/definitions/names.asl.json:814:5
            #[inline]
            fn enter_fi_2(&mut self) -> __rt::Step {
                self.state = HostileTag::Fi2;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_fi_2(&mut self) -> __rt::Step {
                let result = __rt::Value::String(__rt::Str::from_static("fi"));
                __rt::insert_output(result, &X, &mut self.document, "fi")?;
                self.enter_r_type()
            }
            /// `r#type`, a Task: tests/hygiene/definitions/names.asl.json:821:5
            #[inline]
            fn enter_r_type(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::RType;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_r_type(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.value(&R_TYPE_KEY, __rt::Value::from(1));
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "r#type")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(result, &R, &mut self.document, "r#type")?;
                        self.enter_state_11()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&R_TYPE_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["r#type"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(error_output, &mut self.document, "r#type")?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `--`, a Choice: tests/hygiene/definitions/names.asl.json:848:5
            #[inline]
            fn enter_state_11(&mut self) -> __rt::Step {
                self.state = HostileTag::State11;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_11(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "--",
                ) {
                    return self.enter_self_();
                }
                self.enter_looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong()
            }
            /// `looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong`, a Pass: tests/hygiene/definitions/names.asl.json:859:5
            #[inline]
            fn enter_looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong(
                &mut self,
            ) -> __rt::Step {
                self.state = HostileTag::Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong(
                &mut self,
            ) -> __rt::Step {
                let result = __rt::Value::String(
                    __rt::Str::from_static(
                        "looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong",
                    ),
                );
                __rt::insert_output(
                    result,
                    &X,
                    &mut self.document,
                    "looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong",
                )?;
                self.enter_loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy()
            }
            /// `loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy`, a Task: tests/hygiene/definitions/names.asl.json:866:5
            #[inline]
            fn enter_loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy(
                &mut self,
            ) -> __rt::Step {
                self.retries.reset();
                self.state = HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy(
                &mut self,
                event: __rt::Event,
            ) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template
                                .value(
                                    &LOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOONGY_KEY,
                                    __rt::Value::from(1),
                                );
                            template.value(&AT_KEY, __rt::cloned(&self.document));
                            template.build()
                        };
                        __rt::put(
                            arguments,
                            &mut self.work,
                            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                        )?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &R,
                            &mut self.document,
                            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                        )?;
                        self.enter_éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self
                            .retries
                            .next(
                                &LOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOONGY_RETRY,
                                &failure,
                            )
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(
                            &[
                                "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                            ],
                            &failure,
                        ) {
                            let error_output = failure.into_error_output();
                            __rt::put(
                                error_output,
                                &mut self.document,
                                "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                            )?;
                            return self.enter_self_();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé`, a Choice: tests/hygiene/definitions/names.asl.json:893:5
            #[inline]
            fn enter_éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé(
                &mut self,
            ) -> __rt::Step {
                self.state = HostileTag::Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé(
                &mut self,
            ) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    X.required_for_choice(&self.document)?,
                    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                ) {
                    return self.enter_self_();
                }
                self.enter_state_12()
            }
            /// `🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀`, a Pass: tests/hygiene/definitions/names.asl.json:904:5
            #[inline]
            fn enter_state_12(&mut self) -> __rt::Step {
                self.state = HostileTag::State12;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_state_12(&mut self) -> __rt::Step {
                let result = __rt::Value::String(
                    __rt::Str::from_static(
                        "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                    ),
                );
                __rt::insert_output(
                    result,
                    &X,
                    &mut self.document,
                    "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                )?;
                __rt::Ok(__rt::Command::Succeed)
            }
        }
    };
    impl __rt::StateMachine for Hostile {
        type Input = __rt::Value;
        type Output = __rt::Value;
        type Frame = HostileFrame;
        #[inline]
        fn definition(&self) -> &__rt::Definition<'_> {
            static STATES: [__rt::StateInfo<'static>; 61] = [
                __rt::StateInfo::new("self", __rt::StateType::Pass),
                __rt::StateInfo::new("Self", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "Self",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("type", __rt::StateType::Choice),
                __rt::StateInfo::new("fn", __rt::StateType::Pass),
                __rt::StateInfo::new("async", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "async",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("gen", __rt::StateType::Choice),
                __rt::StateInfo::new("try", __rt::StateType::Pass),
                __rt::StateInfo::new("Result", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "Result",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("Ok", __rt::StateType::Choice),
                __rt::StateInfo::new("Some", __rt::StateType::Pass),
                __rt::StateInfo::new("Value", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "Value",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("Frame", __rt::StateType::Choice),
                __rt::StateInfo::new("Tag", __rt::StateType::Pass),
                __rt::StateInfo::new("end", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "end",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("arguments", __rt::StateType::Choice),
                __rt::StateInfo::new("End", __rt::StateType::Pass),
                __rt::StateInfo::new("Arguments", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "Arguments",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("start", __rt::StateType::Choice),
                __rt::StateInfo::new("state", __rt::StateType::Pass),
                __rt::StateInfo::new("State", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "State",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("step", __rt::StateType::Choice),
                __rt::StateInfo::new("enter", __rt::StateType::Pass),
                __rt::StateInfo::new("订单-检查", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "订单-检查",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("Überprüfung", __rt::StateType::Choice),
                __rt::StateInfo::new("🚀", __rt::StateType::Pass),
                __rt::StateInfo::new("🚀 🚀", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "🚀 🚀",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new(" ", __rt::StateType::Choice),
                __rt::StateInfo::new("_", __rt::StateType::Pass),
                __rt::StateInfo::new("1st", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "1st",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("2", __rt::StateType::Choice),
                __rt::StateInfo::new("a", __rt::StateType::Pass),
                __rt::StateInfo::new("A", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "A",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("a!", __rt::StateType::Choice),
                __rt::StateInfo::new("a b", __rt::StateType::Pass),
                __rt::StateInfo::new("a_b", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "a_b",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("aB", __rt::StateType::Choice),
                __rt::StateInfo::new("\"quoted\"", __rt::StateType::Pass),
                __rt::StateInfo::new("'", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "'",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("`tick`", __rt::StateType::Choice),
                __rt::StateInfo::new("back\\slash", __rt::StateType::Pass),
                __rt::StateInfo::new("new\nline", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "new\nline",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("tab\t", __rt::StateType::Choice),
                __rt::StateInfo::new("*/", __rt::StateType::Pass),
                __rt::StateInfo::new("// comment", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "// comment",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("/* comment", __rt::StateType::Choice),
                __rt::StateInfo::new("#[doc]", __rt::StateType::Pass),
                __rt::StateInfo::new("{}", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "{}",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("${x", __rt::StateType::Choice),
                __rt::StateInfo::new("nul\0", __rt::StateType::Pass),
                __rt::StateInfo::new("\u{202e}right to left", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "\u{202e}right to left",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("\u{200b}", __rt::StateType::Choice),
                __rt::StateInfo::new("e\u{301}", __rt::StateType::Pass),
                __rt::StateInfo::new("é", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "é",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("ﬁ", __rt::StateType::Choice),
                __rt::StateInfo::new("fi", __rt::StateType::Pass),
                __rt::StateInfo::new("r#type", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "r#type",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("--", __rt::StateType::Choice),
                __rt::StateInfo::new(
                    "looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong",
                    __rt::StateType::Pass,
                ),
                __rt::StateInfo::new(
                        "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                        __rt::StateType::Task,
                    )
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:states:::sns:publish",
                            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new(
                    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                    __rt::StateType::Choice,
                ),
                __rt::StateInfo::new(
                    "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                    __rt::StateType::Pass,
                ),
            ];
            static DEFINITION: __rt::Definition<'static> = __rt::Definition {
                name: "Hostile",
                fingerprint: __rt::Fingerprint::new(11724757751136013116),
                timeout: __rt::None,
                execution_type: __rt::ExecutionType::Standard,
                reads_context: false,
                states: &STATES,
            };
            &DEFINITION
        }
        #[inline]
        fn frame(&self) -> HostileFrame {
            HostileFrame {
                state: HostileTag::Self_,
                document: __rt::Value::Null,
                work: __rt::Value::Null,
                retries: __rt::Default::default(),
            }
        }
        #[inline]
        fn start(
            &self,
            frame: &mut HostileFrame,
            input: Self::Input,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::accept_input(input)?;
            frame.enter_self_()?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut HostileFrame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::read_input(input)?;
            frame.enter_self_()?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &HostileFrame) -> &'a __rt::StateInfo<'a> {
            &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut HostileFrame,
            event: __rt::Event,
            _cx: &__rt::StepContext<'_>,
        ) -> __rt::Step {
            match frame.state {
                HostileTag::Self_ => frame.step_self_(),
                HostileTag::Self2 => frame.step_self_2(event),
                HostileTag::Type => frame.step_type_(),
                HostileTag::Fn => frame.step_fn_(),
                HostileTag::Async => frame.step_async_(event),
                HostileTag::Gen => frame.step_gen_(),
                HostileTag::Try => frame.step_try_(),
                HostileTag::Result => frame.step_result(event),
                HostileTag::Ok => frame.step_ok(),
                HostileTag::Some => frame.step_some(),
                HostileTag::Value => frame.step_value(event),
                HostileTag::Frame => frame.step_frame(),
                HostileTag::Tag => frame.step_tag(),
                HostileTag::End => frame.step_end(event),
                HostileTag::Arguments => frame.step_arguments(),
                HostileTag::End2 => frame.step_end_2(),
                HostileTag::Arguments2 => frame.step_arguments_2(event),
                HostileTag::Start => frame.step_start(),
                HostileTag::State => frame.step_state(),
                HostileTag::State2 => frame.step_state_2(event),
                HostileTag::Step => frame.step_step(),
                HostileTag::Enter => frame.step_enter(),
                HostileTag::订单检查 => frame.step_订单_检查(event),
                HostileTag::Überprüfung => frame.step_überprüfung(),
                HostileTag::State3 => frame.step_state_3(),
                HostileTag::State4 => frame.step_state_4(event),
                HostileTag::State5 => frame.step_state_5(),
                HostileTag::State6 => frame.step_state_6(),
                HostileTag::State1st => frame.step_state_1st(event),
                HostileTag::State2_2 => frame.step_state_2_2(),
                HostileTag::A => frame.step_a(),
                HostileTag::A2 => frame.step_a_2(event),
                HostileTag::A3 => frame.step_a_3(),
                HostileTag::AB => frame.step_a_b(),
                HostileTag::AB2 => frame.step_a_b_2(event),
                HostileTag::AB3 => frame.step_a_b_3(),
                HostileTag::Quoted => frame.step_quoted(),
                HostileTag::State7 => frame.step_state_7(event),
                HostileTag::Tick => frame.step_tick(),
                HostileTag::BackSlash => frame.step_back_slash(),
                HostileTag::NewLine => frame.step_new_line(event),
                HostileTag::Tab => frame.step_tab(),
                HostileTag::State8 => frame.step_state_8(),
                HostileTag::Comment => frame.step_comment(event),
                HostileTag::Comment2 => frame.step_comment_2(),
                HostileTag::Doc => frame.step_doc(),
                HostileTag::State9 => frame.step_state_9(event),
                HostileTag::X => frame.step_x(),
                HostileTag::Nul => frame.step_nul(),
                HostileTag::RightToLeft => frame.step_right_to_left(event),
                HostileTag::State10 => frame.step_state_10(),
                HostileTag::É => frame.step_é(),
                HostileTag::É2 => frame.step_é_2(event),
                HostileTag::Fi => frame.step_fi(),
                HostileTag::Fi2 => frame.step_fi_2(),
                HostileTag::RType => frame.step_r_type(event),
                HostileTag::State11 => frame.step_state_11(),
                HostileTag::Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong => {
                    frame
                        .step_looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong()
                }
                HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy => {
                    frame
                        .step_loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy(
                            event,
                        )
                }
                HostileTag::Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé => {
                    frame
                        .step_éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé()
                }
                HostileTag::State12 => frame.step_state_12(),
            }
        }
        fn complete(
            &self,
            frame: &mut HostileFrame,
            result: __rt::Value,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.work = result;
            __rt::Ok(())
        }
        fn datum<'a>(
            &self,
            frame: &'a HostileFrame,
            datum: __rt::Datum,
        ) -> __rt::Cow<'a, __rt::Value> {
            __rt::Cow::Borrowed(
                match datum {
                    __rt::Datum::Arguments => frame.arguments(),
                    __rt::Datum::Result => &frame.work,
                    __rt::Datum::Assigned => &__rt::Value::Null,
                    _ => &frame.document,
                },
            )
        }
        #[inline]
        fn finish(
            &self,
            frame: &mut HostileFrame,
        ) -> __rt::Result<Self::Output, __rt::Failure> {
            __rt::Ok(__rt::take(&mut frame.document))
        }
        fn finish_json(
            &self,
            frame: &mut HostileFrame,
        ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
            __rt::Ok(frame.document.to_json())
        }
    }
    impl __rt::View for Hostile {
        type State<'a> = HostileState<'a>;
        fn view<'a>(&self, frame: &'a HostileFrame) -> __rt::Option<HostileState<'a>> {
            let input = &frame.document;
            __rt::Some(
                match frame.state {
                    HostileTag::Self_ => HostileState::Self_ { input },
                    HostileTag::Self2 => HostileState::Self2 { input },
                    HostileTag::Type => HostileState::Type { input },
                    HostileTag::Fn => HostileState::Fn { input },
                    HostileTag::Async => HostileState::Async { input },
                    HostileTag::Gen => HostileState::Gen { input },
                    HostileTag::Try => HostileState::Try { input },
                    HostileTag::Result => HostileState::Result { input },
                    HostileTag::Ok => HostileState::Ok { input },
                    HostileTag::Some => HostileState::Some { input },
                    HostileTag::Value => HostileState::Value { input },
                    HostileTag::Frame => HostileState::Frame { input },
                    HostileTag::Tag => HostileState::Tag { input },
                    HostileTag::End => HostileState::End { input },
                    HostileTag::Arguments => HostileState::Arguments { input },
                    HostileTag::End2 => HostileState::End2 { input },
                    HostileTag::Arguments2 => HostileState::Arguments2 { input },
                    HostileTag::Start => HostileState::Start { input },
                    HostileTag::State => HostileState::State { input },
                    HostileTag::State2 => HostileState::State2 { input },
                    HostileTag::Step => HostileState::Step { input },
                    HostileTag::Enter => HostileState::Enter { input },
                    HostileTag::订单检查 => {
                        HostileState::订单检查 {
                            input,
                        }
                    }
                    HostileTag::Überprüfung => {
                        HostileState::Überprüfung {
                            input,
                        }
                    }
                    HostileTag::State3 => HostileState::State3 { input },
                    HostileTag::State4 => HostileState::State4 { input },
                    HostileTag::State5 => HostileState::State5 { input },
                    HostileTag::State6 => HostileState::State6 { input },
                    HostileTag::State1st => HostileState::State1st { input },
                    HostileTag::State2_2 => HostileState::State2_2 { input },
                    HostileTag::A => HostileState::A { input },
                    HostileTag::A2 => HostileState::A2 { input },
                    HostileTag::A3 => HostileState::A3 { input },
                    HostileTag::AB => HostileState::AB { input },
                    HostileTag::AB2 => HostileState::AB2 { input },
                    HostileTag::AB3 => HostileState::AB3 { input },
                    HostileTag::Quoted => HostileState::Quoted { input },
                    HostileTag::State7 => HostileState::State7 { input },
                    HostileTag::Tick => HostileState::Tick { input },
                    HostileTag::BackSlash => HostileState::BackSlash { input },
                    HostileTag::NewLine => HostileState::NewLine { input },
                    HostileTag::Tab => HostileState::Tab { input },
                    HostileTag::State8 => HostileState::State8 { input },
                    HostileTag::Comment => HostileState::Comment { input },
                    HostileTag::Comment2 => HostileState::Comment2 { input },
                    HostileTag::Doc => HostileState::Doc { input },
                    HostileTag::State9 => HostileState::State9 { input },
                    HostileTag::X => HostileState::X { input },
                    HostileTag::Nul => HostileState::Nul { input },
                    HostileTag::RightToLeft => HostileState::RightToLeft { input },
                    HostileTag::State10 => HostileState::State10 { input },
                    HostileTag::É => HostileState::É { input },
                    HostileTag::É2 => HostileState::É2 { input },
                    HostileTag::Fi => HostileState::Fi { input },
                    HostileTag::Fi2 => HostileState::Fi2 { input },
                    HostileTag::RType => HostileState::RType { input },
                    HostileTag::State11 => HostileState::State11 { input },
                    HostileTag::Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong => {
                        HostileState::Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong {
                            input,
                        }
                    }
                    HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy => {
                        HostileState::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy {
                            input,
                        }
                    }
                    HostileTag::Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé => {
                        HostileState::Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé {
                            input,
                        }
                    }
                    HostileTag::State12 => HostileState::State12 { input },
                },
            )
        }
    }
    impl HostileFrame {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &Hostile) -> __rt::untyped::Layout<'_, &'static __rt::str> {
            static LIVE: [__rt::untyped::Live<'static>; 61] = [
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
            ];
            __rt::untyped::Layout {
                definition: __rt::StateMachine::definition(machine),
                live: &LIVE,
                variables: &[],
            }
        }
    }
    impl __rt::Durable for Hostile {
        fn checkpoint(
            &self,
            frame: &HostileFrame,
            phase: __rt::Phase,
        ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
            let slots = __rt::untyped::Slots {
                document: &frame.document,
                work: &frame.work,
                retries: frame.retries.used(),
                credentials: __rt::None,
                variables: &[],
                children: __rt::None,
            };
            __rt::Ok(
                HostileFrame::layout(self)
                    .save(frame.state as __rt::usize, phase, &slots),
            )
        }
        fn restore(
            &self,
            checkpoint: __rt::Checkpoint,
            _parent: __rt::Option<&HostileFrame>,
        ) -> __rt::Result<HostileFrame, __rt::RestoreError> {
            static TAGS: [HostileTag; 61] = [
                HostileTag::Self_,
                HostileTag::Self2,
                HostileTag::Type,
                HostileTag::Fn,
                HostileTag::Async,
                HostileTag::Gen,
                HostileTag::Try,
                HostileTag::Result,
                HostileTag::Ok,
                HostileTag::Some,
                HostileTag::Value,
                HostileTag::Frame,
                HostileTag::Tag,
                HostileTag::End,
                HostileTag::Arguments,
                HostileTag::End2,
                HostileTag::Arguments2,
                HostileTag::Start,
                HostileTag::State,
                HostileTag::State2,
                HostileTag::Step,
                HostileTag::Enter,
                HostileTag::订单检查,
                HostileTag::Überprüfung,
                HostileTag::State3,
                HostileTag::State4,
                HostileTag::State5,
                HostileTag::State6,
                HostileTag::State1st,
                HostileTag::State2_2,
                HostileTag::A,
                HostileTag::A2,
                HostileTag::A3,
                HostileTag::AB,
                HostileTag::AB2,
                HostileTag::AB3,
                HostileTag::Quoted,
                HostileTag::State7,
                HostileTag::Tick,
                HostileTag::BackSlash,
                HostileTag::NewLine,
                HostileTag::Tab,
                HostileTag::State8,
                HostileTag::Comment,
                HostileTag::Comment2,
                HostileTag::Doc,
                HostileTag::State9,
                HostileTag::X,
                HostileTag::Nul,
                HostileTag::RightToLeft,
                HostileTag::State10,
                HostileTag::É,
                HostileTag::É2,
                HostileTag::Fi,
                HostileTag::Fi2,
                HostileTag::RType,
                HostileTag::State11,
                HostileTag::Looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong,
                HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy,
                HostileTag::Éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé,
                HostileTag::State12,
            ];
            let mut frame = __rt::StateMachine::frame(self);
            let mut slots = __rt::untyped::SlotsMut {
                document: &mut frame.document,
                work: &mut frame.work,
                credentials: __rt::None,
                variables: &mut [],
                children: __rt::None,
            };
            let state = HostileFrame::layout(self).restore(checkpoint, &mut slots)?;
            frame.state = TAGS[state.index];
            frame.retries.restore(&state.retries);
            __rt::Ok(frame)
        }
    }
    impl HostileFrame {
        /// What the current state's task is called with.
        #[inline]
        fn arguments(&self) -> &__rt::Value {
            match self.state {
                HostileTag::Self2
                | HostileTag::Async
                | HostileTag::Result
                | HostileTag::Value
                | HostileTag::End
                | HostileTag::Arguments2
                | HostileTag::State2
                | HostileTag::订单检查
                | HostileTag::State4
                | HostileTag::State1st
                | HostileTag::A2
                | HostileTag::AB2
                | HostileTag::State7
                | HostileTag::NewLine
                | HostileTag::Comment
                | HostileTag::State9
                | HostileTag::RightToLeft
                | HostileTag::É2
                | HostileTag::RType
                | HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy => {
                    &self.work
                }
                #[allow(
                    unreachable_patterns,
                    reason = "where every state makes its arguments"
                )]
                _ => &self.document,
            }
        }
    }
    impl<__T: HostileTasks> __rt::Dispatch<__T> for Hostile {
        async fn call<'a>(
            &'a self,
            frame: &'a mut HostileFrame,
            tasks: &'a __T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            match frame.state {
                HostileTag::Self2 => {
                    let result = tasks.self_(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Async => {
                    let result = tasks.async_(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Result => {
                    let result = tasks.result(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Value => {
                    let result = tasks.value(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::End => {
                    let result = tasks.end(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Arguments2 => {
                    let result = tasks.arguments(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::State2 => {
                    let result = tasks.state(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::订单检查 => {
                    let result = tasks.订单_检查(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::State4 => {
                    let result = tasks.task(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::State1st => {
                    let result = tasks.task_1st(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::A2 => {
                    let result = tasks.a(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::AB2 => {
                    let result = tasks.a_b(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::State7 => {
                    let result = tasks.task_2(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::NewLine => {
                    let result = tasks.new_line(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Comment => {
                    let result = tasks.comment(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::State9 => {
                    let result = tasks.task_3(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::RightToLeft => {
                    let result = tasks.right_to_left(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::É2 => {
                    let result = tasks.é(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::RType => {
                    let result = tasks.r_type(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                HostileTag::Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy => {
                    let result = tasks
                        .loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooongy(
                            cx,
                            &frame.work,
                        )
                        .await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => __rt::Ok(__rt::Called::Done),
            }
        }
    }
    impl<__H: __rt::TaskHandler> __rt::Dispatch<HostileHandlers<__H>> for Hostile {
        async fn call<'a>(
            &'a self,
            frame: &'a mut HostileFrame,
            tasks: &'a HostileHandlers<__H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
            __rt::accept_answer(&mut frame.work, answer, cx)
        }
    }
    impl<
        __H: __rt::TaskHandler,
        __T: HostileTasks,
    > __rt::Dispatch<__rt::Either<HostileHandlers<__H>, __T>> for Hostile {
        async fn call<'a>(
            &'a self,
            frame: &'a mut HostileFrame,
            tasks: &'a __rt::Either<HostileHandlers<__H>, __T>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            if __rt::handles(&tasks.dynamic.0, cx) {
                __rt::Dispatch::call(self, frame, &tasks.dynamic, cx).await
            } else {
                __rt::Dispatch::call(self, frame, &tasks.typed, cx).await
            }
        }
    }
};
const _: &[::core::primitive::u8] = ::core::include_bytes!(
    "../../tests/hygiene/definitions/names.asl.json"
);
