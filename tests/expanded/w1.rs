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
    const _: () = {
        static CFG: __rt::Path<'_> = __rt::Path::new(
            "$.cfg",
            &[__rt::Member(__rt::Key::new("cfg"))],
        );
        static KIND: __rt::Path<'_> = __rt::Path::new(
            "$.kind",
            &[__rt::Member(__rt::Key::new("kind"))],
        );
        static VIP: __rt::Path<'_> = __rt::Path::new(
            "$.vip",
            &[__rt::Member(__rt::Key::new("vip"))],
        );
        static AMOUNT: __rt::Path<'_> = __rt::Path::new(
            "$.amount",
            &[__rt::Member(__rt::Key::new("amount"))],
        );
        static ID: __rt::Path<'_> = __rt::Path::new(
            "$.id",
            &[__rt::Member(__rt::Key::new("id"))],
        );
        static CFG_TAX: __rt::Path<'_> = __rt::Path::new(
            "$.cfg.tax",
            &[__rt::Member(__rt::Key::new("cfg")), __rt::Member(__rt::Key::new("tax"))],
        );
        static ORDER: __rt::Path<'_> = __rt::Path::new(
            "$.order",
            &[__rt::Member(__rt::Key::new("order"))],
        );
        static ORDER_TOTAL: __rt::Path<'_> = __rt::Path::new(
            "$.order.total",
            &[
                __rt::Member(__rt::Key::new("order")),
                __rt::Member(__rt::Key::new("total")),
            ],
        );
        static CFG_THRESHOLD: __rt::Path<'_> = __rt::Path::new(
            "$.cfg.threshold",
            &[
                __rt::Member(__rt::Key::new("cfg")),
                __rt::Member(__rt::Key::new("threshold")),
            ],
        );
        static ORDER_ID: __rt::Path<'_> = __rt::Path::new(
            "$.order.id",
            &[__rt::Member(__rt::Key::new("order")), __rt::Member(__rt::Key::new("id"))],
        );
        static ORDER_TAX: __rt::Path<'_> = __rt::Path::new(
            "$.order.tax",
            &[__rt::Member(__rt::Key::new("order")), __rt::Member(__rt::Key::new("tax"))],
        );
        static CALC: __rt::Path<'_> = __rt::Path::new(
            "$.calc",
            &[__rt::Member(__rt::Key::new("calc"))],
        );
        static CALC_SUM: __rt::Path<'_> = __rt::Path::new(
            "$.calc.sum",
            &[__rt::Member(__rt::Key::new("calc")), __rt::Member(__rt::Key::new("sum"))],
        );
        static ORDER_GRAND: __rt::Path<'_> = __rt::Path::new(
            "$.order.grand",
            &[
                __rt::Member(__rt::Key::new("order")),
                __rt::Member(__rt::Key::new("grand")),
            ],
        );
        static CALC_LABEL: __rt::Path<'_> = __rt::Path::new(
            "$.calc.label",
            &[
                __rt::Member(__rt::Key::new("calc")),
                __rt::Member(__rt::Key::new("label")),
            ],
        );
        static ORDER_CHANNEL: __rt::Path<'_> = __rt::Path::new(
            "$.order.channel",
            &[
                __rt::Member(__rt::Key::new("order")),
                __rt::Member(__rt::Key::new("channel")),
            ],
        );
        const ID_KEY: __rt::Key<'_> = __rt::Key::new("id");
        const TOTAL_KEY: __rt::Key<'_> = __rt::Key::new("total");
        const TAX_KEY: __rt::Key<'_> = __rt::Key::new("tax");
        const CHANNEL_KEY: __rt::Key<'_> = __rt::Key::new("channel");
        const LABEL_KEY: __rt::Key<'_> = __rt::Key::new("label");
        const SUM_KEY: __rt::Key<'_> = __rt::Key::new("sum");
        const GRAND_KEY: __rt::Key<'_> = __rt::Key::new("grand");
        const TAGS_KEY: __rt::Key<'_> = __rt::Key::new("tags");
        impl W1Frame {
            /// `Init`, a Pass: benches/workflows/w1.asl.json:5:3
            #[inline]
            fn enter_init(&mut self) -> __rt::Step {
                self.state = W1Tag::Init;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_init(&mut self) -> __rt::Step {
                let result = {
                    static CONSTANT: __rt::LazyLock<__rt::Value> = __rt::LazyLock::new(||
                    __rt::object([
                        __rt::member("tax", __rt::Value::from(25)),
                        __rt::member("threshold", __rt::Value::from(100)),
                    ]));
                    __rt::Clone::clone(&*CONSTANT)
                };
                __rt::insert_output(result, &CFG, &mut self.document, "Init")?;
                self.enter_route()
            }
            /// `Route`, a Choice: benches/workflows/w1.asl.json:14:3
            #[inline]
            fn enter_route(&mut self) -> __rt::Step {
                self.state = W1Tag::Route;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_route(&mut self) -> __rt::Step {
                if __rt::data::compare::string_equals(
                    KIND.required_for_choice(&self.document)?,
                    "refund",
                ) {
                    return self.enter_refund();
                }
                if (__rt::data::compare::boolean_equals(
                    VIP.required_for_choice(&self.document)?,
                    true,
                ))
                    && (__rt::data::compare::numeric_less_than(
                        AMOUNT.required_for_choice(&self.document)?,
                        100,
                    ))
                {
                    return self.enter_gift();
                }
                if __rt::data::compare::numeric_greater_than(
                    AMOUNT.required_for_choice(&self.document)?,
                    200,
                ) {
                    return self.enter_shape();
                }
                self.enter_reject()
            }
            /// `Shape`, a Pass: benches/workflows/w1.asl.json:43:3
            #[inline]
            fn enter_shape(&mut self) -> __rt::Step {
                self.state = W1Tag::Shape;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_shape(&mut self) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(4);
                    template.path(&ID_KEY, &ID, &self.document)?;
                    template.path(&TOTAL_KEY, &AMOUNT, &self.document)?;
                    template.path(&TAX_KEY, &CFG_TAX, &self.document)?;
                    template
                        .value(
                            &CHANNEL_KEY,
                            __rt::Value::String(__rt::Str::from_static("web")),
                        );
                    template.build()
                };
                __rt::insert_output(arguments, &ORDER, &mut self.document, "Shape")?;
                self.enter_check()
            }
            /// `Check`, a Choice: benches/workflows/w1.asl.json:54:3
            #[inline]
            fn enter_check(&mut self) -> __rt::Step {
                self.state = W1Tag::Check;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_check(&mut self) -> __rt::Step {
                let order_total = ORDER_TOTAL.required_for_choice(&self.document)?;
                if __rt::data::compare::numeric_greater_than_equals(order_total, 1000) {
                    return self.enter_reject();
                }
                if __rt::data::compare::numeric_greater_than_equals(
                    order_total,
                    CFG_THRESHOLD.required_for_choice(&self.document)?,
                ) {
                    return self.enter_calc();
                }
                self.enter_reject()
            }
            /// `Calc`, a Pass: benches/workflows/w1.asl.json:70:3
            #[inline]
            fn enter_calc(&mut self) -> __rt::Step {
                self.state = W1Tag::Calc;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_calc(&mut self) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(2);
                    template
                        .value(
                            &LABEL_KEY,
                            __rt::data::intrinsic::format(
                                    &["order ", " total ", ""],
                                    &[
                                        ORDER_ID
                                            .required_for_argument(
                                                &self.document,
                                                "States.Format('order {} total {}', $.order.id, $.order.total)",
                                                &self.document,
                                            )?,
                                        ORDER_TOTAL
                                            .required_for_argument(
                                                &self.document,
                                                "States.Format('order {} total {}', $.order.id, $.order.total)",
                                                &self.document,
                                            )?,
                                    ],
                                )
                                .map_err(|error| {
                                    error
                                        .in_call(
                                            "States.Format('order {} total {}', $.order.id, $.order.total)",
                                        )
                                })?,
                        );
                    template
                        .value(
                            &SUM_KEY,
                            __rt::data::intrinsic::math_add(
                                    ORDER_TOTAL
                                        .required_for_argument(
                                            &self.document,
                                            "States.MathAdd($.order.total, $.order.tax)",
                                            &self.document,
                                        )?,
                                    ORDER_TAX
                                        .required_for_argument(
                                            &self.document,
                                            "States.MathAdd($.order.total, $.order.tax)",
                                            &self.document,
                                        )?,
                                )
                                .map_err(|error| {
                                    error.in_call("States.MathAdd($.order.total, $.order.tax)")
                                })?,
                        );
                    template.build()
                };
                __rt::insert_output(arguments, &CALC, &mut self.document, "Calc")?;
                self.enter_flag()
            }
            /// `Flag`, a Pass: benches/workflows/w1.asl.json:79:3
            #[inline]
            fn enter_flag(&mut self) -> __rt::Step {
                self.state = W1Tag::Flag;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_flag(&mut self) -> __rt::Step {
                let effective_input = __rt::cloned(CALC_SUM.required(&self.document)?);
                __rt::insert_output(
                    effective_input,
                    &ORDER_GRAND,
                    &mut self.document,
                    "Flag",
                )?;
                self.enter_project()
            }
            /// `Project`, a Pass: benches/workflows/w1.asl.json:85:3
            #[inline]
            fn enter_project(&mut self) -> __rt::Step {
                self.state = W1Tag::Project;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_project(&mut self) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(4);
                    template.path(&ID_KEY, &ORDER_ID, &self.document)?;
                    template.path(&LABEL_KEY, &CALC_LABEL, &self.document)?;
                    template.path(&GRAND_KEY, &ORDER_GRAND, &self.document)?;
                    template
                        .value(
                            &TAGS_KEY,
                            __rt::array([
                                __rt::cloned(
                                    KIND
                                        .required_for_argument(
                                            &self.document,
                                            "States.Array($.kind, $.order.channel)",
                                            &self.document,
                                        )?,
                                ),
                                __rt::cloned(
                                    ORDER_CHANNEL
                                        .required_for_argument(
                                            &self.document,
                                            "States.Array($.kind, $.order.channel)",
                                            &self.document,
                                        )?,
                                ),
                            ]),
                        );
                    template.build()
                };
                __rt::put(arguments, &mut self.document, "Project")?;
                self.enter_done()
            }
            /// `Done`, a Succeed: benches/workflows/w1.asl.json:95:3
            #[inline]
            fn enter_done(&mut self) -> __rt::Step {
                self.state = W1Tag::Done;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_done(&mut self) -> __rt::Step {
                __rt::Ok(__rt::Command::Succeed)
            }
            /// `Refund`, a Fail: benches/workflows/w1.asl.json:98:3
            #[inline]
            fn enter_refund(&mut self) -> __rt::Step {
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
            fn enter_gift(&mut self) -> __rt::Step {
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
            fn enter_reject(&mut self) -> __rt::Step {
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
        }
    };
    impl __rt::StateMachine for W1 {
        type Input = __rt::Value;
        type Output = __rt::Value;
        type Frame = W1Frame;
        #[inline]
        fn definition(&self) -> &__rt::Definition<'_> {
            static STATES: [__rt::StateInfo<'static>; 11] = [
                __rt::StateInfo::new("Init", __rt::StateType::Pass),
                __rt::StateInfo::new("Route", __rt::StateType::Choice),
                __rt::StateInfo::new("Shape", __rt::StateType::Pass),
                __rt::StateInfo::new("Check", __rt::StateType::Choice),
                __rt::StateInfo::new("Calc", __rt::StateType::Pass),
                __rt::StateInfo::new("Flag", __rt::StateType::Pass),
                __rt::StateInfo::new("Project", __rt::StateType::Pass),
                __rt::StateInfo::new("Done", __rt::StateType::Succeed),
                __rt::StateInfo::new("Refund", __rt::StateType::Fail),
                __rt::StateInfo::new("Gift", __rt::StateType::Fail),
                __rt::StateInfo::new("Reject", __rt::StateType::Fail),
            ];
            static DEFINITION: __rt::Definition<'static> = __rt::Definition {
                name: "W1",
                fingerprint: __rt::Fingerprint::new(8769169408155761801),
                timeout: __rt::None,
                execution_type: __rt::ExecutionType::Standard,
                reads_context: false,
                states: &STATES,
            };
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
            frame.document = __rt::accept_input(input)?;
            frame.enter_init()?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut W1Frame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::read_input(input)?;
            frame.enter_init()?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &W1Frame) -> &'a __rt::StateInfo<'a> {
            &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut W1Frame,
            _event: __rt::Event,
            _cx: &__rt::StepContext<'_>,
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
                    __rt::Datum::Assigned => &__rt::Value::Null,
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
    impl __rt::View for W1 {
        type State<'a> = W1State<'a>;
        fn view<'a>(&self, frame: &'a W1Frame) -> __rt::Option<W1State<'a>> {
            let input = &frame.document;
            __rt::Some(
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
                },
            )
        }
    }
    impl W1Frame {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &W1) -> __rt::untyped::Layout<'_, &'static __rt::str> {
            static LIVE: [__rt::untyped::Live<'static>; 11] = [
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT,
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
    impl __rt::Durable for W1 {
        fn checkpoint(
            &self,
            frame: &W1Frame,
            phase: __rt::Phase,
        ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
            let slots = __rt::untyped::Slots {
                document: &frame.document,
                work: &frame.work,
                retries: &[],
                credentials: __rt::None,
                variables: &[],
                children: __rt::None,
            };
            __rt::Ok(
                W1Frame::layout(self).save(frame.state as __rt::usize, phase, &slots),
            )
        }
        fn restore(
            &self,
            checkpoint: __rt::Checkpoint,
            _parent: __rt::Option<&W1Frame>,
        ) -> __rt::Result<W1Frame, __rt::RestoreError> {
            static TAGS: [W1Tag; 11] = [
                W1Tag::Init,
                W1Tag::Route,
                W1Tag::Shape,
                W1Tag::Check,
                W1Tag::Calc,
                W1Tag::Flag,
                W1Tag::Project,
                W1Tag::Done,
                W1Tag::Refund,
                W1Tag::Gift,
                W1Tag::Reject,
            ];
            let mut frame = __rt::StateMachine::frame(self);
            let mut slots = __rt::untyped::SlotsMut {
                document: &mut frame.document,
                work: &mut frame.work,
                credentials: __rt::None,
                variables: &mut [],
                children: __rt::None,
            };
            let state = W1Frame::layout(self).restore(checkpoint, &mut slots)?;
            frame.state = TAGS[state.index];
            __rt::Ok(frame)
        }
    }
    impl W1Frame {
        /// What the current state's task is called with.
        #[inline]
        fn arguments(&self) -> &__rt::Value {
            &self.document
        }
    }
    impl<__T: W1Tasks> __rt::Dispatch<__T> for W1 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a __T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let _ = (frame, tasks, cx);
            __rt::Ok(__rt::Called::Done)
        }
    }
    impl<__H: __rt::TaskHandler> __rt::Dispatch<W1Handlers<__H>> for W1 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a W1Handlers<__H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
            __rt::accept_answer(&mut frame.work, answer, cx)
        }
    }
    impl<
        __H: __rt::TaskHandler,
        __T: W1Tasks,
    > __rt::Dispatch<__rt::Either<W1Handlers<__H>, __T>> for W1 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W1Frame,
            tasks: &'a __rt::Either<W1Handlers<__H>, __T>,
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
