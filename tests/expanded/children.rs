//! What `sfn! { pub machine Children from "tests/expanded/children.asl.json"; }` expands to.
//!
//! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.

/// The state machine of `tests/expanded/children.asl.json`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Children;
/// The state that an execution of [`Children`] is in, with its data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ChildrenState<'a> {
    /// `Fork`, a Parallel.
    Fork {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `X`, a Pass.
    X {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Y`, a Task.
    Y {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Each`, a Map.
    Each {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `P`, a Pass.
    P {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Q`, a Choice.
    Q {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `W`, a Pass.
    W {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
}
/// The handlers of [`Children`]'s tasks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not serve the tasks of `Children`",
    note = "write `impl ChildrenTasks for {Self} {{ … }}` with a method for each task, or wrap a `TaskHandler` as `ChildrenHandlers(…)`"
)]
pub trait ChildrenTasks: ::sfn::__private::Send + ::sfn::__private::Sync {
    /// `arn:aws:states:::lambda:invoke`, called by `Y`.
    fn y(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
}
/// Lets any `TaskHandler` serve the tasks of [`Children`].
#[derive(Debug, Clone, Copy, Default)]
pub struct ChildrenHandlers<H>(
    /// The handler.
    pub H,
);
impl<H> ChildrenHandlers<H> {
    /// `typed` serves the tasks that the handler does not handle.
    #[allow(dead_code, reason = "not every machine combines its handlers")]
    pub fn or<T: ChildrenTasks>(self, typed: T) -> ::sfn::__private::Either<Self, T> {
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
    enum ChildrenTag {
        Fork,
        X,
        Y,
        Each,
        P,
        Q,
        W,
    }
    pub struct ChildrenFrame {
        state: ChildrenTag,
        /// The raw input of the state; after the last state, the output.
        document: __rt::Value,
        /// The arguments of the task while it is called, then its result.
        work: __rt::Value,
        /// `Credentials` of the task while it is called.
        credentials: __rt::Value,
        retries: __rt::Retries<1usize>,
        /// The variables. Those of inner scopes have no value outside.
        variables: [__rt::Option<__rt::Value>; 2],
        /// The places of those that were assigned when the last state was left.
        assigned: &'static [__rt::usize],
        /// What a Parallel or Map keeps while it runs.
        children: __rt::Children,
    }
    const _: () = {
        const FIRST_VARIABLE: __rt::usize = 0;
        const Y_VARIABLE: __rt::usize = 1;
        static A: __rt::Path<'_> = __rt::Path::new(
            "$.a",
            &[__rt::Member(__rt::Key::new("a"))],
        );
        static R: __rt::Path<'_> = __rt::Path::new(
            "$.r",
            &[__rt::Member(__rt::Key::new("r"))],
        );
        static PATH_0: __rt::Path<'_> = __rt::Path::new("$[0]", &[__rt::Index(0)]);
        static ERROR: __rt::Path<'_> = __rt::Path::new(
            "$.Error",
            &[__rt::Member(__rt::Key::new("Error"))],
        );
        static EXECUTION_NAME: __rt::Path<'_> = __rt::Path::new(
            "$$.Execution.Name",
            &[
                __rt::Member(__rt::Key::new("Execution")),
                __rt::Member(__rt::Key::new("Name")),
            ],
        );
        static STATE_NAME: __rt::Path<'_> = __rt::Path::new(
            "$$.State.Name",
            &[
                __rt::Member(__rt::Key::new("State")),
                __rt::Member(__rt::Key::new("Name")),
            ],
        );
        static MAP_ITEM_VALUE: __rt::Path<'_> = __rt::Path::new(
            "$$.Map.Item.Value",
            &[
                __rt::Member(__rt::Key::new("Map")),
                __rt::Member(__rt::Key::new("Item")),
                __rt::Member(__rt::Key::new("Value")),
            ],
        );
        static MAP_ITEM_INDEX: __rt::Path<'_> = __rt::Path::new(
            "$$.Map.Item.Index",
            &[
                __rt::Member(__rt::Key::new("Map")),
                __rt::Member(__rt::Key::new("Item")),
                __rt::Member(__rt::Key::new("Index")),
            ],
        );
        static FIRST_X: __rt::Path<'_> = __rt::Path::new(
            "$first.x",
            &[__rt::Member(__rt::Key::new("x"))],
        );
        static I: __rt::Path<'_> = __rt::Path::new(
            "$.i",
            &[__rt::Member(__rt::Key::new("i"))],
        );
        static Y: __rt::Path<'_> = __rt::Path::new("$y", &[]);
        const A_KEY: __rt::Key<'_> = __rt::Key::new("a");
        const X_KEY: __rt::Key<'_> = __rt::Key::new("x");
        const ID_KEY: __rt::Key<'_> = __rt::Key::new("id");
        const ROLE_ARN_KEY: __rt::Key<'_> = __rt::Key::new("RoleArn");
        const V_KEY: __rt::Key<'_> = __rt::Key::new("v");
        const I_KEY: __rt::Key<'_> = __rt::Key::new("i");
        const F_KEY: __rt::Key<'_> = __rt::Key::new("f");
        const LEN_KEY: __rt::Key<'_> = __rt::Key::new("len");
        const Y_KEY: __rt::Key<'_> = __rt::Key::new("y");
        const ALL_KEY: __rt::Key<'_> = __rt::Key::new("all");
        const N_KEY: __rt::Key<'_> = __rt::Key::new("n");
        /// `Retry` of `Fork`.
        static FORK_RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("States.ALL")],
                interval_seconds: 1,
                max_attempts: 3,
                backoff_rate: 2.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        impl ChildrenFrame {
            /// `Fork`, a Parallel: tests/expanded/children.asl.json:4:5
            #[inline]
            fn enter_fork(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = ChildrenTag::Fork;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_fork(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        __rt::put(
                            {
                                let mut template = __rt::Template::with_capacity(1);
                                template.path(&A_KEY, &A, &self.document)?;
                                template.build()
                            },
                            &mut self.work,
                            "Fork",
                        )?;
                        self.children.start_branches(2);
                        __rt::Ok(__rt::Command::Parallel {
                            branches: 2,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = self.children.finish();
                        __rt::insert_output(
                            __rt::cloned(&result),
                            &R,
                            &mut self.document,
                            "Fork",
                        )?;
                        let assigned = [
                            (
                                FIRST_VARIABLE,
                                __rt::cloned(
                                    PATH_0.required_for_field(&result, "first.$", &result)?,
                                ),
                            ),
                        ];
                        __rt::data::variable::assign(
                            assigned,
                            &mut self.variables,
                            "Fork",
                        )?;
                        self.assigned = &[FIRST_VARIABLE];
                        self.enter_each()
                    }
                    __rt::Event::Failed(failure) => {
                        self.children.clear();
                        if let __rt::Some(retry) = self
                            .retries
                            .next(&FORK_RETRY, &failure)
                        {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["States.ALL"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::put(
                                __rt::cloned(&error_output),
                                &mut self.document,
                                "Fork",
                            )?;
                            let assigned = [
                                (
                                    FIRST_VARIABLE,
                                    __rt::cloned(
                                        ERROR
                                            .required_for_field(
                                                &error_output,
                                                "first.$",
                                                &error_output,
                                            )?,
                                    ),
                                ),
                            ];
                            __rt::data::variable::assign(
                                assigned,
                                &mut self.variables,
                                "Fork",
                            )?;
                            self.assigned = &[FIRST_VARIABLE];
                            return self.enter_each();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            fn child_fork(&self, index: __rt::u32) -> __rt::Result<Self, __rt::Failure> {
                let mut child = self.new_child(__rt::cloned(&self.work));
                match index {
                    0 => child.enter_x()?,
                    1 => child.enter_y()?,
                    _ => return __rt::Err(__rt::no_child()),
                };
                __rt::Ok(child)
            }
            /// `X`, a Pass: tests/expanded/children.asl.json:17:13
            #[inline]
            fn enter_x(&mut self) -> __rt::Step {
                self.state = ChildrenTag::X;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_x(&mut self, cx: &__rt::StepContext<'_>) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(2);
                    template
                        .value(
                            &X_KEY,
                            __rt::data::intrinsic::math_add(
                                    A
                                        .required_for_argument(
                                            &self.document,
                                            "States.MathAdd($.a, 1)",
                                            &self.document,
                                        )?,
                                    &__rt::Value::from(1),
                                )
                                .map_err(|error| error.in_call("States.MathAdd($.a, 1)"))?,
                        );
                    template
                        .value(
                            &ID_KEY,
                            __rt::cloned(
                                EXECUTION_NAME
                                    .required_for_field(
                                        cx.context_object()?,
                                        "id.$",
                                        &self.document,
                                    )?,
                            ),
                        );
                    template.build()
                };
                __rt::put(arguments, &mut self.document, "X")?;
                self.assigned = &[];
                __rt::Ok(__rt::Command::Succeed)
            }
            /// `Y`, a Task: tests/expanded/children.asl.json:30:13
            #[inline]
            fn enter_y(&mut self) -> __rt::Step {
                self.state = ChildrenTag::Y;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_y(
                &mut self,
                event: __rt::Event,
                cx: &__rt::StepContext<'_>,
            ) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        self.credentials = {
                            let mut template = __rt::Template::with_capacity(1);
                            template
                                .value(
                                    &ROLE_ARN_KEY,
                                    __rt::cloned(
                                        STATE_NAME
                                            .required_for_field(
                                                cx.context_object()?,
                                                "RoleArn.$",
                                                &self.document,
                                            )?,
                                    ),
                                );
                            template.build()
                        };
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::put(result, &mut self.document, "Y")?;
                        self.assigned = &[];
                        __rt::Ok(__rt::Command::Succeed)
                    }
                    __rt::Event::Failed(failure) => __rt::Err(failure),
                }
            }
            /// `Each`, a Map: tests/expanded/children.asl.json:61:5
            #[inline]
            fn enter_each(&mut self) -> __rt::Step {
                self.state = ChildrenTag::Each;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_each(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let effective_input = R.required(&self.document)?;
                        let items = self
                            .children
                            .start_items(effective_input, effective_input, "$")?;
                        __rt::Ok(__rt::Command::Map {
                            items,
                            max_concurrency: 2,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = self.children.finish();
                        __rt::put(result, &mut self.document, "Each")?;
                        self.assigned = &[];
                        __rt::Ok(__rt::Command::Succeed)
                    }
                    __rt::Event::Failed(failure) => {
                        self.children.clear();
                        __rt::Err(failure)
                    }
                }
            }
            fn child_each(
                &self,
                _index: __rt::u32,
                cx: &__rt::StepContext<'_>,
            ) -> __rt::Result<Self, __rt::Failure> {
                let input = {
                    let mut template = __rt::Template::with_capacity(4);
                    template
                        .value(
                            &V_KEY,
                            __rt::cloned(
                                MAP_ITEM_VALUE
                                    .required_for_field(
                                        cx.context_object()?,
                                        "v.$",
                                        self.children.effective_input(),
                                    )?,
                            ),
                        );
                    template
                        .value(
                            &I_KEY,
                            __rt::cloned(
                                MAP_ITEM_INDEX
                                    .required_for_field(
                                        cx.context_object()?,
                                        "i.$",
                                        self.children.effective_input(),
                                    )?,
                            ),
                        );
                    template
                        .value(
                            &F_KEY,
                            __rt::cloned(
                                FIRST_X
                                    .required_for_field(
                                        __rt::data::variable::assigned(
                                            &self.variables[FIRST_VARIABLE],
                                            || {
                                                __rt::Path::new("$first.x", &[])
                                                    .missing_for_field("f.$", self.children.effective_input())
                                            },
                                        )?,
                                        "f.$",
                                        self.children.effective_input(),
                                    )?,
                            ),
                        );
                    template
                        .value(
                            &LEN_KEY,
                            __rt::data::intrinsic::array_length(
                                    self.children.effective_input(),
                                )
                                .map_err(|error| error.in_call("States.ArrayLength($)"))?,
                        );
                    template.build()
                };
                __rt::data::payload::check(&input, "Each")?;
                self.batch_each(input)
            }
            fn batch_each(
                &self,
                input: __rt::Value,
            ) -> __rt::Result<Self, __rt::Failure> {
                let mut child = self.new_child(input);
                child.enter_p()?;
                __rt::Ok(child)
            }
            /// `P`, a Pass: tests/expanded/children.asl.json:74:11
            #[inline]
            fn enter_p(&mut self) -> __rt::Step {
                self.state = ChildrenTag::P;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_p(&mut self) -> __rt::Step {
                let assigned = [
                    (
                        Y_VARIABLE,
                        __rt::cloned(
                            I.required_for_field(&self.document, "y.$", &self.document)?,
                        ),
                    ),
                ];
                __rt::data::variable::assign(assigned, &mut self.variables, "P")?;
                self.assigned = &[Y_VARIABLE];
                self.enter_q()
            }
            /// `Q`, a Choice: tests/expanded/children.asl.json:81:11
            #[inline]
            fn enter_q(&mut self) -> __rt::Step {
                self.state = ChildrenTag::Q;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_q(&mut self) -> __rt::Step {
                if __rt::data::compare::numeric_equals(
                    Y
                        .required_for_choice(
                            __rt::data::variable::assigned(
                                &self.variables[Y_VARIABLE],
                                || __rt::Path::new("$y", &[]).missing_for_choice(),
                            )?,
                        )?,
                    1,
                ) {
                    self.assigned = &[];
                    return self.enter_w();
                }
                self.assigned = &[];
                self.enter_w()
            }
            /// `W`, a Pass: tests/expanded/children.asl.json:92:11
            #[inline]
            fn enter_w(&mut self) -> __rt::Step {
                self.state = ChildrenTag::W;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_w(&mut self, cx: &__rt::StepContext<'_>) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(3);
                    template
                        .value(
                            &Y_KEY,
                            __rt::cloned(
                                Y
                                    .required_for_field(
                                        __rt::data::variable::assigned(
                                            &self.variables[Y_VARIABLE],
                                            || {
                                                __rt::Path::new("$y", &[])
                                                    .missing_for_field("y.$", &self.document)
                                            },
                                        )?,
                                        "y.$",
                                        &self.document,
                                    )?,
                            ),
                        );
                    template.value(&ALL_KEY, __rt::cloned(&self.document));
                    template
                        .value(
                            &N_KEY,
                            __rt::cloned(
                                STATE_NAME
                                    .required_for_field(
                                        cx.context_object()?,
                                        "n.$",
                                        &self.document,
                                    )?,
                            ),
                        );
                    template.build()
                };
                __rt::put(arguments, &mut self.document, "W")?;
                self.assigned = &[];
                __rt::Ok(__rt::Command::Succeed)
            }
        }
        impl ChildrenFrame {
            /// A branch or iteration with this input, before its first state.
            fn new_child(&self, input: __rt::Value) -> Self {
                Self {
                    document: input,
                    variables: __rt::Clone::clone(&self.variables),
                    ..ChildrenFrame {
                        state: ChildrenTag::Fork,
                        document: __rt::Value::Null,
                        work: __rt::Value::Null,
                        credentials: __rt::Value::Null,
                        retries: __rt::Default::default(),
                        variables: [const { __rt::None }; _],
                        assigned: &[],
                        children: __rt::Default::default(),
                    }
                }
            }
        }
    };
    impl __rt::StateMachine for Children {
        type Input = __rt::Value;
        type Output = __rt::Value;
        type Frame = ChildrenFrame;
        #[inline]
        fn definition(&self) -> &__rt::Definition<'_> {
            static STATES: [__rt::StateInfo<'static>; 7] = [
                __rt::StateInfo::new("Fork", __rt::StateType::Parallel),
                __rt::StateInfo::new("X", __rt::StateType::Pass).with_context(),
                __rt::StateInfo::new("Y", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                                "arn:aws:states:::lambda:invoke",
                                "Y",
                                __rt::TaskPattern::RequestResponse,
                            )
                            .with_credentials(),
                    )
                    .with_context(),
                __rt::StateInfo::new("Each", __rt::StateType::Map).with_context(),
                __rt::StateInfo::new("P", __rt::StateType::Pass),
                __rt::StateInfo::new("Q", __rt::StateType::Choice),
                __rt::StateInfo::new("W", __rt::StateType::Pass).with_context(),
            ];
            static DEFINITION: __rt::Definition<'static> = __rt::Definition {
                name: "Children",
                fingerprint: __rt::Fingerprint::new(8558278711605367703),
                timeout: __rt::None,
                execution_type: __rt::ExecutionType::Standard,
                reads_context: true,
                states: &STATES,
            };
            &DEFINITION
        }
        #[inline]
        fn frame(&self) -> ChildrenFrame {
            ChildrenFrame {
                state: ChildrenTag::Fork,
                document: __rt::Value::Null,
                work: __rt::Value::Null,
                credentials: __rt::Value::Null,
                retries: __rt::Default::default(),
                variables: [const { __rt::None }; _],
                assigned: &[],
                children: __rt::Default::default(),
            }
        }
        #[inline]
        fn start(
            &self,
            frame: &mut ChildrenFrame,
            input: Self::Input,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::accept_input(input)?;
            frame.enter_fork()?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut ChildrenFrame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::read_input(input)?;
            frame.enter_fork()?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &ChildrenFrame) -> &'a __rt::StateInfo<'a> {
            &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut ChildrenFrame,
            event: __rt::Event,
            cx: &__rt::StepContext<'_>,
        ) -> __rt::Step {
            match frame.state {
                ChildrenTag::Fork => frame.step_fork(event),
                ChildrenTag::X => frame.step_x(cx),
                ChildrenTag::Y => frame.step_y(event, cx),
                ChildrenTag::Each => frame.step_each(event),
                ChildrenTag::P => frame.step_p(),
                ChildrenTag::Q => frame.step_q(),
                ChildrenTag::W => frame.step_w(cx),
            }
        }
        fn complete(
            &self,
            frame: &mut ChildrenFrame,
            result: __rt::Value,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.work = result;
            __rt::Ok(())
        }
        fn datum<'a>(
            &self,
            frame: &'a ChildrenFrame,
            datum: __rt::Datum,
        ) -> __rt::Cow<'a, __rt::Value> {
            if let __rt::Datum::Assigned = datum {
                let names = ["first", "y"];
                let assigned = __rt::data::variable::named(
                    frame.assigned,
                    &names,
                    &frame.variables,
                );
                return __rt::Cow::Owned(assigned);
            }
            __rt::Cow::Borrowed(
                match datum {
                    __rt::Datum::Arguments => frame.arguments(),
                    __rt::Datum::Result => {
                        frame.children.outputs().unwrap_or(&frame.work)
                    }
                    __rt::Datum::Credentials => &frame.credentials,
                    __rt::Datum::Item(index) => {
                        frame.children.item(index).unwrap_or(&__rt::Value::Null)
                    }
                    _ => &frame.document,
                },
            )
        }
        fn child(
            &self,
            frame: &ChildrenFrame,
            index: __rt::u32,
            cx: &__rt::StepContext<'_>,
        ) -> __rt::Result<ChildrenFrame, __rt::Failure> {
            match frame.state {
                ChildrenTag::Fork => frame.child_fork(index),
                ChildrenTag::Each => frame.child_each(index, cx),
                _ => __rt::Err(__rt::no_child()),
            }
        }
        fn join(
            &self,
            frame: &mut ChildrenFrame,
            index: __rt::u32,
            child: ChildrenFrame,
        ) {
            frame.children.put(index, child.document);
        }
        #[inline]
        fn finish(
            &self,
            frame: &mut ChildrenFrame,
        ) -> __rt::Result<Self::Output, __rt::Failure> {
            __rt::Ok(__rt::take(&mut frame.document))
        }
        fn finish_json(
            &self,
            frame: &mut ChildrenFrame,
        ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
            __rt::Ok(frame.document.to_json())
        }
    }
    impl __rt::View for Children {
        type State<'a> = ChildrenState<'a>;
        fn view<'a>(&self, frame: &'a ChildrenFrame) -> __rt::Option<ChildrenState<'a>> {
            let input = &frame.document;
            __rt::Some(
                match frame.state {
                    ChildrenTag::Fork => ChildrenState::Fork { input },
                    ChildrenTag::X => ChildrenState::X { input },
                    ChildrenTag::Y => ChildrenState::Y { input },
                    ChildrenTag::Each => ChildrenState::Each { input },
                    ChildrenTag::P => ChildrenState::P { input },
                    ChildrenTag::Q => ChildrenState::Q { input },
                    ChildrenTag::W => ChildrenState::W { input },
                },
            )
        }
    }
    impl ChildrenFrame {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &Children) -> __rt::untyped::Layout<'_, &'static __rt::str> {
            static LIVE: [__rt::untyped::Live<'static>; 7] = [
                __rt::untyped::Live::INPUT
                    .at_work()
                    .after()
                    .arguments()
                    .retriers(1)
                    .branches(2),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().credentials(),
                __rt::untyped::Live::INPUT.fields().variables(&[0]),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.variables(&[1]),
                __rt::untyped::Live::INPUT.variables(&[1]),
            ];
            __rt::untyped::Layout {
                definition: __rt::StateMachine::definition(machine),
                live: &LIVE,
                variables: &["first", "y"],
            }
        }
    }
    impl __rt::Durable for Children {
        fn checkpoint(
            &self,
            frame: &ChildrenFrame,
            phase: __rt::Phase,
        ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
            let slots = __rt::untyped::Slots {
                document: &frame.document,
                work: &frame.work,
                retries: frame.retries.used(),
                credentials: __rt::Some(&frame.credentials),
                variables: &frame.variables,
                children: __rt::Some(&frame.children),
            };
            __rt::Ok(
                ChildrenFrame::layout(self)
                    .save(frame.state as __rt::usize, phase, &slots),
            )
        }
        fn restore(
            &self,
            checkpoint: __rt::Checkpoint,
            parent: __rt::Option<&ChildrenFrame>,
        ) -> __rt::Result<ChildrenFrame, __rt::RestoreError> {
            static TAGS: [ChildrenTag; 7] = [
                ChildrenTag::Fork,
                ChildrenTag::X,
                ChildrenTag::Y,
                ChildrenTag::Each,
                ChildrenTag::P,
                ChildrenTag::Q,
                ChildrenTag::W,
            ];
            let mut frame = __rt::StateMachine::frame(self);
            if let __rt::Some(parent) = parent {
                frame.variables = __rt::Clone::clone(&parent.variables);
            }
            let mut slots = __rt::untyped::SlotsMut {
                document: &mut frame.document,
                work: &mut frame.work,
                credentials: __rt::Some(&mut frame.credentials),
                variables: &mut frame.variables,
                children: __rt::Some(&mut frame.children),
            };
            let state = ChildrenFrame::layout(self).restore(checkpoint, &mut slots)?;
            frame.state = TAGS[state.index];
            frame.retries.restore(&state.retries);
            __rt::Ok(frame)
        }
    }
    impl ChildrenFrame {
        /// What the current state's task is called with.
        #[inline]
        fn arguments(&self) -> &__rt::Value {
            match self.state {
                ChildrenTag::Fork => &self.work,
                #[allow(
                    unreachable_patterns,
                    reason = "where every state makes its arguments"
                )]
                _ => &self.document,
            }
        }
    }
    impl<__T: ChildrenTasks> __rt::Dispatch<__T> for Children {
        async fn call<'a>(
            &'a self,
            frame: &'a mut ChildrenFrame,
            tasks: &'a __T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            match frame.state {
                ChildrenTag::Y => {
                    let result = tasks.y(cx, &frame.document).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => __rt::Ok(__rt::Called::Done),
            }
        }
    }
    impl<__H: __rt::TaskHandler> __rt::Dispatch<ChildrenHandlers<__H>> for Children {
        async fn call<'a>(
            &'a self,
            frame: &'a mut ChildrenFrame,
            tasks: &'a ChildrenHandlers<__H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
            __rt::accept_answer(&mut frame.work, answer, cx)
        }
    }
    impl<
        __H: __rt::TaskHandler,
        __T: ChildrenTasks,
    > __rt::Dispatch<__rt::Either<ChildrenHandlers<__H>, __T>> for Children {
        async fn call<'a>(
            &'a self,
            frame: &'a mut ChildrenFrame,
            tasks: &'a __rt::Either<ChildrenHandlers<__H>, __T>,
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
    "../../tests/expanded/children.asl.json"
);
