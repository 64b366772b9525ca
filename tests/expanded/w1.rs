//! What `sfn! { pub machine W1 from "benches/workflows/w1.asl.json"; }` expands to.
//!
//! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.

/// W1: 8 executed states, no Task
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct W1;
/// The state that an execution of [`W1`] is in, with its data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum W1State<'a> {
    /// `Init`, a Pass.
    Init {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Route`, a Choice.
    Route {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Shape`, a Pass.
    Shape {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Check`, a Choice.
    Check {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Calc`, a Pass.
    Calc {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Flag`, a Pass.
    Flag {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Project`, a Pass.
    Project {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Done`, a Succeed.
    Done {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Refund`, a Fail.
    Refund {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Gift`, a Fail.
    Gift {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Reject`, a Fail.
    Reject {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
}
/// The handlers of [`W1`]'s tasks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not serve the tasks of `W1`",
    note = "write `impl W1Tasks for {Self} {{ … }}` with a method for each task, or wrap a `TaskHandler` as `W1Handlers(…)`"
)]
pub trait W1Tasks: ::sfn::__private::Send + ::sfn::__private::Sync {}
/// Lets any `TaskHandler` serve the tasks of [`W1`].
#[derive(Debug, Clone, Copy, Default)]
pub struct W1Handlers<H>(
    /// The handler.
    pub H,
);
impl<H> W1Handlers<H> {
    /// `typed` serves the tasks that the handler does not handle.
    #[allow(dead_code, reason = "not every machine combines its handlers")]
    pub fn or<T: W1Tasks>(self, typed: T) -> ::sfn::__private::Either<Self, T> {
        ::sfn::__private::Either {
            dynamic: self,
            typed,
        }
    }
}
const _: () = {
    use ::sfn::__private as __rt;
    const _: () = __rt::check_abi(1);
    static DEFINITION: __rt::Definition<'static> = __rt::Definition {
        name: "W1",
        timeout: __rt::None,
        execution_type: __rt::ExecutionType::Standard,
        states: &STATES,
    };
    static STATES: [__rt::StateInfo<'static>; 11usize] = [
        __rt::StateInfo {
            name: "Init",
            state_type: __rt::StateType::Pass,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Route",
            state_type: __rt::StateType::Choice,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Shape",
            state_type: __rt::StateType::Pass,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Check",
            state_type: __rt::StateType::Choice,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Calc",
            state_type: __rt::StateType::Pass,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Flag",
            state_type: __rt::StateType::Pass,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Project",
            state_type: __rt::StateType::Pass,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Done",
            state_type: __rt::StateType::Succeed,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Refund",
            state_type: __rt::StateType::Fail,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Gift",
            state_type: __rt::StateType::Fail,
            task: __rt::None,
        },
        __rt::StateInfo {
            name: "Reject",
            state_type: __rt::StateType::Fail,
            task: __rt::None,
        },
    ];
    #[derive(Clone, Copy)]
    enum W1Tag {
        Init,
        Route,
        Shape,
        Check,
        Calc,
        Flag,
        Project,
        Done,
        Refund,
        Gift,
        Reject,
    }
    pub struct W1Frame {
        state: W1Tag,
        /// The raw input of the state; after the last state, the output.
        document: __rt::Value,
        /// The arguments of the task while it is called, then its result.
        work: __rt::Value,
    }
    impl W1Frame {
        /// `Init`, a Pass: benches/workflows/w1.asl.json:5:3
        #[inline]
        fn enter_init(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Init;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_init(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            let result = {
                static CONSTANT: __rt::LazyLock<__rt::Value> = __rt::LazyLock::new(|| __rt::object([
                    __rt::member("tax", __rt::Value::from(25i64)),
                    __rt::member("threshold", __rt::Value::from(100i64)),
                ]));
                __rt::Clone::clone(&*CONSTANT)
            };
            let combined = __rt::data::reference_path::insert_member(
                input,
                "$.cfg",
                __rt::Key::new("cfg"),
                result,
            )?;
            __rt::data::payload::check(&combined, "Init")?;
            self.enter_route(combined)
        }
        /// `Route`, a Choice: benches/workflows/w1.asl.json:14:3
        #[inline]
        fn enter_route(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Route;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_route(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            if __rt::data::compare::string_equals(
                __rt::Path::new(
                        "$.kind",
                        const { &[__rt::Member(__rt::Key::new("kind"))] },
                    )
                    .required_for_choice(&input)?,
                "refund",
            ) {
                return self.enter_refund(input);
            }
            if (__rt::data::compare::boolean_equals(
                __rt::Path::new(
                        "$.vip",
                        const { &[__rt::Member(__rt::Key::new("vip"))] },
                    )
                    .required_for_choice(&input)?,
                true,
            ))
                && (__rt::data::compare::numeric_less_than(
                    __rt::Path::new(
                            "$.amount",
                            const { &[__rt::Member(__rt::Key::new("amount"))] },
                        )
                        .required_for_choice(&input)?,
                    100i64,
                ))
            {
                return self.enter_gift(input);
            }
            if __rt::data::compare::numeric_greater_than(
                __rt::Path::new(
                        "$.amount",
                        const { &[__rt::Member(__rt::Key::new("amount"))] },
                    )
                    .required_for_choice(&input)?,
                200i64,
            ) {
                return self.enter_shape(input);
            }
            self.enter_reject(input)
        }
        /// `Shape`, a Pass: benches/workflows/w1.asl.json:43:3
        #[inline]
        fn enter_shape(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Shape;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_shape(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            let arguments = __rt::object([
                __rt::member(
                    "id",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.id",
                                const { &[__rt::Member(__rt::Key::new("id"))] },
                            )
                            .required_for_field(&input, "id.$", &input)?,
                    ),
                ),
                __rt::member(
                    "total",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.amount",
                                const { &[__rt::Member(__rt::Key::new("amount"))] },
                            )
                            .required_for_field(&input, "total.$", &input)?,
                    ),
                ),
                __rt::member(
                    "tax",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.cfg.tax",
                                const {
                                    &[
                                        __rt::Member(__rt::Key::new("cfg")),
                                        __rt::Member(__rt::Key::new("tax")),
                                    ]
                                },
                            )
                            .required_for_field(&input, "tax.$", &input)?,
                    ),
                ),
                __rt::member(
                    "channel",
                    __rt::Value::String(__rt::Str::from_static("web")),
                ),
            ]);
            let combined = __rt::data::reference_path::insert_member(
                input,
                "$.order",
                __rt::Key::new("order"),
                arguments,
            )?;
            __rt::data::payload::check(&combined, "Shape")?;
            self.enter_check(combined)
        }
        /// `Check`, a Choice: benches/workflows/w1.asl.json:54:3
        #[inline]
        fn enter_check(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Check;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_check(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            if __rt::data::compare::numeric_greater_than_equals(
                __rt::Path::new(
                        "$.order.total",
                        const {
                            &[
                                __rt::Member(__rt::Key::new("order")),
                                __rt::Member(__rt::Key::new("total")),
                            ]
                        },
                    )
                    .required_for_choice(&input)?,
                1000i64,
            ) {
                return self.enter_reject(input);
            }
            if __rt::data::compare::numeric_greater_than_equals(
                __rt::Path::new(
                        "$.order.total",
                        const {
                            &[
                                __rt::Member(__rt::Key::new("order")),
                                __rt::Member(__rt::Key::new("total")),
                            ]
                        },
                    )
                    .required_for_choice(&input)?,
                __rt::Path::new(
                        "$.cfg.threshold",
                        const {
                            &[
                                __rt::Member(__rt::Key::new("cfg")),
                                __rt::Member(__rt::Key::new("threshold")),
                            ]
                        },
                    )
                    .required_for_choice(&input)?,
            ) {
                return self.enter_calc(input);
            }
            self.enter_reject(input)
        }
        /// `Calc`, a Pass: benches/workflows/w1.asl.json:70:3
        #[inline]
        fn enter_calc(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Calc;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_calc(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            let arguments = __rt::object([
                __rt::member(
                    "label",
                    __rt::data::intrinsic::format(
                            ["order ", " total ", ""],
                            [
                                __rt::Path::new(
                                        "$.order.id",
                                        const {
                                            &[
                                                __rt::Member(__rt::Key::new("order")),
                                                __rt::Member(__rt::Key::new("id")),
                                            ]
                                        },
                                    )
                                    .required_for_argument(
                                        &input,
                                        "States.Format('order {} total {}', $.order.id, $.order.total)",
                                        &input,
                                    )?,
                                __rt::Path::new(
                                        "$.order.total",
                                        const {
                                            &[
                                                __rt::Member(__rt::Key::new("order")),
                                                __rt::Member(__rt::Key::new("total")),
                                            ]
                                        },
                                    )
                                    .required_for_argument(
                                        &input,
                                        "States.Format('order {} total {}', $.order.id, $.order.total)",
                                        &input,
                                    )?,
                            ],
                        )
                        .map_err(|error| {
                            error
                                .in_call(
                                    "States.Format('order {} total {}', $.order.id, $.order.total)",
                                )
                        })?,
                ),
                __rt::member(
                    "sum",
                    __rt::data::intrinsic::math_add(
                            __rt::Path::new(
                                    "$.order.total",
                                    const {
                                        &[
                                            __rt::Member(__rt::Key::new("order")),
                                            __rt::Member(__rt::Key::new("total")),
                                        ]
                                    },
                                )
                                .required_for_argument(
                                    &input,
                                    "States.MathAdd($.order.total, $.order.tax)",
                                    &input,
                                )?,
                            __rt::Path::new(
                                    "$.order.tax",
                                    const {
                                        &[
                                            __rt::Member(__rt::Key::new("order")),
                                            __rt::Member(__rt::Key::new("tax")),
                                        ]
                                    },
                                )
                                .required_for_argument(
                                    &input,
                                    "States.MathAdd($.order.total, $.order.tax)",
                                    &input,
                                )?,
                        )
                        .map_err(|error| {
                            error.in_call("States.MathAdd($.order.total, $.order.tax)")
                        })?,
                ),
            ]);
            let combined = __rt::data::reference_path::insert_member(
                input,
                "$.calc",
                __rt::Key::new("calc"),
                arguments,
            )?;
            __rt::data::payload::check(&combined, "Calc")?;
            self.enter_flag(combined)
        }
        /// `Flag`, a Pass: benches/workflows/w1.asl.json:79:3
        #[inline]
        fn enter_flag(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Flag;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_flag(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            let effective_input = __rt::Clone::clone(
                __rt::Path::new(
                        "$.calc.sum",
                        const {
                            &[
                                __rt::Member(__rt::Key::new("calc")),
                                __rt::Member(__rt::Key::new("sum")),
                            ]
                        },
                    )
                    .required(&input)?,
            );
            let combined = __rt::data::reference_path::insert(
                input,
                "$.order.grand",
                &[
                    __rt::data::reference_path::ReferenceSegment::Member(
                        __rt::Key::new("order"),
                    ),
                    __rt::data::reference_path::ReferenceSegment::Member(
                        __rt::Key::new("grand"),
                    ),
                ],
                effective_input,
            )?;
            __rt::data::payload::check(&combined, "Flag")?;
            self.enter_project(combined)
        }
        /// `Project`, a Pass: benches/workflows/w1.asl.json:85:3
        #[inline]
        fn enter_project(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Project;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_project(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            let arguments = __rt::object([
                __rt::member(
                    "id",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.order.id",
                                const {
                                    &[
                                        __rt::Member(__rt::Key::new("order")),
                                        __rt::Member(__rt::Key::new("id")),
                                    ]
                                },
                            )
                            .required_for_field(&input, "id.$", &input)?,
                    ),
                ),
                __rt::member(
                    "label",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.calc.label",
                                const {
                                    &[
                                        __rt::Member(__rt::Key::new("calc")),
                                        __rt::Member(__rt::Key::new("label")),
                                    ]
                                },
                            )
                            .required_for_field(&input, "label.$", &input)?,
                    ),
                ),
                __rt::member(
                    "grand",
                    __rt::Clone::clone(
                        __rt::Path::new(
                                "$.order.grand",
                                const {
                                    &[
                                        __rt::Member(__rt::Key::new("order")),
                                        __rt::Member(__rt::Key::new("grand")),
                                    ]
                                },
                            )
                            .required_for_field(&input, "grand.$", &input)?,
                    ),
                ),
                __rt::member(
                    "tags",
                    __rt::array([
                        __rt::Clone::clone(
                            __rt::Path::new(
                                    "$.kind",
                                    const { &[__rt::Member(__rt::Key::new("kind"))] },
                                )
                                .required_for_argument(
                                    &input,
                                    "States.Array($.kind, $.order.channel)",
                                    &input,
                                )?,
                        ),
                        __rt::Clone::clone(
                            __rt::Path::new(
                                    "$.order.channel",
                                    const {
                                        &[
                                            __rt::Member(__rt::Key::new("order")),
                                            __rt::Member(__rt::Key::new("channel")),
                                        ]
                                    },
                                )
                                .required_for_argument(
                                    &input,
                                    "States.Array($.kind, $.order.channel)",
                                    &input,
                                )?,
                        ),
                    ]),
                ),
            ]);
            __rt::data::payload::check(&arguments, "Project")?;
            self.enter_done(arguments)
        }
        /// `Done`, a Succeed: benches/workflows/w1.asl.json:95:3
        #[inline]
        fn enter_done(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Done;
            __rt::Ok(__rt::Command::Next)
        }
        fn step_done(&mut self) -> __rt::Step {
            let input = __rt::take(&mut self.document);
            self.end(input)
        }
        /// `Refund`, a Fail: benches/workflows/w1.asl.json:98:3
        #[inline]
        fn enter_refund(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Refund;
            __rt::Ok(__rt::Command::Next)
        }
        #[cold]
        fn step_refund(&mut self) -> __rt::Step {
            __rt::Err(
                __rt::Failure::from_optional(
                    __rt::Some(__rt::Str::from_static("Refund")),
                    __rt::Some(__rt::Str::from_static("refund")),
                ),
            )
        }
        /// `Gift`, a Fail: benches/workflows/w1.asl.json:103:3
        #[inline]
        fn enter_gift(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Gift;
            __rt::Ok(__rt::Command::Next)
        }
        #[cold]
        fn step_gift(&mut self) -> __rt::Step {
            __rt::Err(
                __rt::Failure::from_optional(
                    __rt::Some(__rt::Str::from_static("Gift")),
                    __rt::Some(__rt::Str::from_static("gift")),
                ),
            )
        }
        /// `Reject`, a Fail: benches/workflows/w1.asl.json:108:3
        #[inline]
        fn enter_reject(&mut self, input: __rt::Value) -> __rt::Step {
            self.document = input;
            self.state = W1Tag::Reject;
            __rt::Ok(__rt::Command::Next)
        }
        #[cold]
        fn step_reject(&mut self) -> __rt::Step {
            __rt::Err(
                __rt::Failure::from_optional(
                    __rt::Some(__rt::Str::from_static("Reject")),
                    __rt::Some(__rt::Str::from_static("reject")),
                ),
            )
        }
        /// The machine has ended with this output.
        #[inline]
        fn end(&mut self, output: __rt::Value) -> __rt::Step {
            self.document = output;
            __rt::Ok(__rt::Command::Succeed)
        }
    }
    impl __rt::StateMachine for W1 {
        type Input = __rt::Value;
        type Output = __rt::Value;
        type Frame = W1Frame;
        #[inline]
        fn definition(&self) -> &__rt::Definition<'_> {
            &DEFINITION
        }
        #[inline]
        fn frame(&self) -> W1Frame {
            W1Frame {
                state: W1Tag::Init,
                document: __rt::Value::Null,
                work: __rt::Value::Null,
            }
        }
        #[inline]
        fn start(
            &self,
            frame: &mut W1Frame,
            input: Self::Input,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.enter_init(__rt::accept_input(input)?)?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut W1Frame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            frame.enter_init(__rt::read_input(input)?)?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &W1Frame) -> &'a __rt::StateInfo<'a> {
            &STATES[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut W1Frame,
            _event: __rt::Event,
            _cx: &__rt::StepContext,
        ) -> __rt::Step {
            match frame.state {
                W1Tag::Init => frame.step_init(),
                W1Tag::Route => frame.step_route(),
                W1Tag::Shape => frame.step_shape(),
                W1Tag::Check => frame.step_check(),
                W1Tag::Calc => frame.step_calc(),
                W1Tag::Flag => frame.step_flag(),
                W1Tag::Project => frame.step_project(),
                W1Tag::Done => frame.step_done(),
                W1Tag::Refund => frame.step_refund(),
                W1Tag::Gift => frame.step_gift(),
                W1Tag::Reject => frame.step_reject(),
            }
        }
        fn complete(
            &self,
            frame: &mut W1Frame,
            result: __rt::Value,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.work = result;
            __rt::Ok(())
        }
        fn datum<'a>(
            &self,
            frame: &'a W1Frame,
            datum: __rt::Datum,
        ) -> __rt::Cow<'a, __rt::Value> {
            __rt::Cow::Borrowed(
                match datum {
                    __rt::Datum::Arguments => frame.arguments(),
                    __rt::Datum::Result => &frame.work,
                    _ => &frame.document,
                },
            )
        }
        #[inline]
        fn finish(
            &self,
            frame: &mut W1Frame,
        ) -> __rt::Result<Self::Output, __rt::Failure> {
            __rt::Ok(__rt::take(&mut frame.document))
        }
        fn finish_json(
            &self,
            frame: &mut W1Frame,
        ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
            __rt::Ok(frame.document.to_json())
        }
    }
    impl W1 {
        /// The state that an execution is in, with its data.
        #[allow(dead_code, reason = "not every caller looks into a running execution")]
        pub fn view<'a>(
            &self,
            frame: &'a <Self as __rt::StateMachine>::Frame,
        ) -> W1State<'a> {
            let input = &frame.document;
            match frame.state {
                W1Tag::Init => W1State::Init { input },
                W1Tag::Route => W1State::Route { input },
                W1Tag::Shape => W1State::Shape { input },
                W1Tag::Check => W1State::Check { input },
                W1Tag::Calc => W1State::Calc { input },
                W1Tag::Flag => W1State::Flag { input },
                W1Tag::Project => W1State::Project { input },
                W1Tag::Done => W1State::Done { input },
                W1Tag::Refund => W1State::Refund { input },
                W1Tag::Gift => W1State::Gift { input },
                W1Tag::Reject => W1State::Reject { input },
            }
        }
    }
    impl W1Frame {
        /// What the current state's task is called with.
        #[inline]
        fn arguments(&self) -> &__rt::Value {
            &self.document
        }
    }
    impl<T: W1Tasks> __rt::Dispatch<T> for W1 {
        #[inline]
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let _ = (frame, tasks, cx);
            __rt::Ok(__rt::Called::Done)
        }
    }
    impl<H: __rt::TaskHandler> __rt::Dispatch<W1Handlers<H>> for W1 {
        #[inline]
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a W1Handlers<H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
            __rt::accept_answer(&mut frame.work, answer, cx)
        }
    }
    impl<H: __rt::TaskHandler, T: W1Tasks> __rt::Dispatch<__rt::Either<W1Handlers<H>, T>>
    for W1 {
        #[inline]
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a __rt::Either<W1Handlers<H>, T>,
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
    "../../benches/workflows/w1.asl.json"
);
