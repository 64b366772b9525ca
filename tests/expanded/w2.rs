//! What `sfn! { pub machine W2 from "benches/workflows/w2.asl.json"; }` expands to.
//!
//! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.

/// W2: three Tasks, Retry, Catch, Choice
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct W2;
/// The state that an execution of [`W2`] is in, with its data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum W2State<'a> {
    /// `Validate`, a Task.
    Validate {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Charge`, a Task.
    Charge {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `IsCharged`, a Choice.
    IsCharged {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Ship`, a Task.
    Ship {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Done`, a Succeed.
    Done {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Compensate`, a Pass.
    Compensate {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
    /// `Refused`, a Succeed.
    Refused {
        /// The state's raw input.
        input: &'a ::sfn::Value,
    },
}
/// The handlers of [`W2`]'s tasks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not serve the tasks of `W2`",
    note = "write `impl W2Tasks for {Self} {{ … }}` with a method for each task, or wrap a `TaskHandler` as `W2Handlers(…)`"
)]
pub trait W2Tasks: ::sfn::__private::Send + ::sfn::__private::Sync {
    /// `arn:aws:lambda:us-east-1:123456789012:function:validate`, called by `Validate`.
    fn validate(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:lambda:us-east-1:123456789012:function:charge`, called by `Charge`.
    fn charge(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
    /// `arn:aws:lambda:us-east-1:123456789012:function:ship`, called by `Ship`.
    fn ship(
        &self,
        cx: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<::sfn::Value, ::sfn::TaskError>,
    > + ::sfn::__private::Send;
}
/// Lets any `TaskHandler` serve the tasks of [`W2`].
#[derive(Debug, Clone, Copy, Default)]
pub struct W2Handlers<H>(
    /// The handler.
    pub H,
);
impl<H> W2Handlers<H> {
    /// `typed` serves the tasks that the handler does not handle.
    #[allow(dead_code, reason = "not every machine combines its handlers")]
    pub fn or<T: W2Tasks>(self, typed: T) -> ::sfn::__private::Either<Self, T> {
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
    enum W2Tag {
        Validate,
        Charge,
        IsCharged,
        Ship,
        Done,
        Compensate,
        Refused,
    }
    pub struct W2Frame {
        state: W2Tag,
        /// The raw input of the state; after the last state, the output.
        document: __rt::Value,
        /// The arguments of the task while it is called, then its result.
        work: __rt::Value,
        retries: __rt::Retries<1usize>,
    }
    const _: () = {
        static VALIDATION: __rt::Path<'_> = __rt::Path::new(
            "$.validation",
            &[__rt::Member(__rt::Key::new("validation"))],
        );
        static ERROR: __rt::Path<'_> = __rt::Path::new(
            "$.error",
            &[__rt::Member(__rt::Key::new("error"))],
        );
        static ID: __rt::Path<'_> = __rt::Path::new(
            "$.id",
            &[__rt::Member(__rt::Key::new("id"))],
        );
        static AMOUNT: __rt::Path<'_> = __rt::Path::new(
            "$.amount",
            &[__rt::Member(__rt::Key::new("amount"))],
        );
        static STATUS: __rt::Path<'_> = __rt::Path::new(
            "$.status",
            &[__rt::Member(__rt::Key::new("status"))],
        );
        static REF: __rt::Path<'_> = __rt::Path::new(
            "$.ref",
            &[__rt::Member(__rt::Key::new("ref"))],
        );
        static CHARGE: __rt::Path<'_> = __rt::Path::new(
            "$.charge",
            &[__rt::Member(__rt::Key::new("charge"))],
        );
        static CHARGE_STATUS: __rt::Path<'_> = __rt::Path::new(
            "$.charge.status",
            &[
                __rt::Member(__rt::Key::new("charge")),
                __rt::Member(__rt::Key::new("status")),
            ],
        );
        static SHIPMENT: __rt::Path<'_> = __rt::Path::new(
            "$.shipment",
            &[__rt::Member(__rt::Key::new("shipment"))],
        );
        static ERROR_ERROR: __rt::Path<'_> = __rt::Path::new(
            "$.error.Error",
            &[
                __rt::Member(__rt::Key::new("error")),
                __rt::Member(__rt::Key::new("Error")),
            ],
        );
        const ORDER_ID_KEY: __rt::Key<'_> = __rt::Key::new("orderId");
        const AMOUNT_KEY: __rt::Key<'_> = __rt::Key::new("amount");
        const STATUS_KEY: __rt::Key<'_> = __rt::Key::new("status");
        const REF_KEY: __rt::Key<'_> = __rt::Key::new("ref");
        const ID_KEY: __rt::Key<'_> = __rt::Key::new("id");
        const REFUSED_KEY: __rt::Key<'_> = __rt::Key::new("refused");
        const ERROR_KEY: __rt::Key<'_> = __rt::Key::new("error");
        /// `Retry` of `Validate`, `Charge`, `Ship`.
        static RETRY: [__rt::Retrier<'_>; 1] = [
            __rt::Retrier {
                error_equals: &[__rt::Str::from_static("Transient")],
                interval_seconds: 1,
                max_attempts: 2,
                backoff_rate: 1.0,
                max_delay_seconds: __rt::None,
                jitter: __rt::Jitter::None,
            },
        ];
        impl W2Frame {
            /// `Validate`, a Task: benches/workflows/w2.asl.json:5:3
            #[inline]
            fn enter_validate(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = W2Tag::Validate;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_validate(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &VALIDATION,
                            &mut self.document,
                            "Validate",
                        )?;
                        self.enter_charge()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY, &failure) {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["States.ALL"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::insert_output(
                                error_output,
                                &ERROR,
                                &mut self.document,
                                "Validate",
                            )?;
                            return self.enter_compensate();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `Charge`, a Task: benches/workflows/w2.asl.json:30:3
            #[inline]
            fn enter_charge(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = W2Tag::Charge;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_charge(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        let arguments = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.path(&ORDER_ID_KEY, &ID, &self.document)?;
                            template.path(&AMOUNT_KEY, &AMOUNT, &self.document)?;
                            template.build()
                        };
                        __rt::put(arguments, &mut self.work, "Charge")?;
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        let selected = {
                            let mut template = __rt::Template::with_capacity(2);
                            template.path(&STATUS_KEY, &STATUS, &result)?;
                            template.path(&REF_KEY, &REF, &result)?;
                            template.build()
                        };
                        __rt::insert_output(
                            selected,
                            &CHARGE,
                            &mut self.document,
                            "Charge",
                        )?;
                        self.enter_is_charged()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY, &failure) {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["States.ALL"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::insert_output(
                                error_output,
                                &ERROR,
                                &mut self.document,
                                "Charge",
                            )?;
                            return self.enter_compensate();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `IsCharged`, a Choice: benches/workflows/w2.asl.json:63:3
            #[inline]
            fn enter_is_charged(&mut self) -> __rt::Step {
                self.state = W2Tag::IsCharged;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_is_charged(&mut self) -> __rt::Step {
                let charge_status = CHARGE_STATUS.required_for_choice(&self.document)?;
                if __rt::data::compare::string_equals(charge_status, "PENDING") {
                    return self.enter_refused();
                }
                if __rt::data::compare::string_equals(charge_status, "OK") {
                    return self.enter_ship();
                }
                self.enter_refused()
            }
            /// `Ship`, a Task: benches/workflows/w2.asl.json:79:3
            #[inline]
            fn enter_ship(&mut self) -> __rt::Step {
                self.retries.reset();
                self.state = W2Tag::Ship;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_ship(&mut self, event: __rt::Event) -> __rt::Step {
                match event {
                    __rt::Event::Enter | __rt::Event::Resume => {
                        __rt::Ok(__rt::Command::Call {
                            timeout: __rt::None,
                            heartbeat: __rt::None,
                        })
                    }
                    __rt::Event::Succeeded => {
                        let result = __rt::take(&mut self.work);
                        __rt::insert_output(
                            result,
                            &SHIPMENT,
                            &mut self.document,
                            "Ship",
                        )?;
                        self.enter_done()
                    }
                    __rt::Event::Failed(failure) => {
                        if let __rt::Some(retry) = self.retries.next(&RETRY, &failure) {
                            return __rt::Ok(__rt::Command::Retry(retry));
                        }
                        if __rt::catches(&["States.ALL"], &failure) {
                            let error_output = failure.into_error_output();
                            __rt::insert_output(
                                error_output,
                                &ERROR,
                                &mut self.document,
                                "Ship",
                            )?;
                            return self.enter_compensate();
                        }
                        __rt::Err(failure)
                    }
                }
            }
            /// `Done`, a Succeed: benches/workflows/w2.asl.json:104:3
            #[inline]
            fn enter_done(&mut self) -> __rt::Step {
                self.state = W2Tag::Done;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_done(&mut self) -> __rt::Step {
                __rt::Ok(__rt::Command::Succeed)
            }
            /// `Compensate`, a Pass: benches/workflows/w2.asl.json:107:3
            #[inline]
            fn enter_compensate(&mut self) -> __rt::Step {
                self.state = W2Tag::Compensate;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_compensate(&mut self) -> __rt::Step {
                let arguments = {
                    let mut template = __rt::Template::with_capacity(3);
                    template.path(&ID_KEY, &ID, &self.document)?;
                    template.value(&REFUSED_KEY, __rt::Value::Bool(true));
                    template.path(&ERROR_KEY, &ERROR_ERROR, &self.document)?;
                    template.build()
                };
                __rt::put(arguments, &mut self.document, "Compensate")?;
                self.enter_refused()
            }
            /// `Refused`, a Succeed: benches/workflows/w2.asl.json:116:3
            #[inline]
            fn enter_refused(&mut self) -> __rt::Step {
                self.state = W2Tag::Refused;
                __rt::Ok(__rt::Command::Next)
            }
            fn step_refused(&mut self) -> __rt::Step {
                __rt::Ok(__rt::Command::Succeed)
            }
        }
    };
    impl __rt::StateMachine for W2 {
        type Input = __rt::Value;
        type Output = __rt::Value;
        type Frame = W2Frame;
        #[inline]
        fn definition(&self) -> &__rt::Definition<'_> {
            static STATES: [__rt::StateInfo<'static>; 7] = [
                __rt::StateInfo::new("Validate", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:lambda:us-east-1:123456789012:function:validate",
                            "validate",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("Charge", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:lambda:us-east-1:123456789012:function:charge",
                            "charge",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("IsCharged", __rt::StateType::Choice),
                __rt::StateInfo::new("Ship", __rt::StateType::Task)
                    .with_task(
                        __rt::TaskInfo::new(
                            "arn:aws:lambda:us-east-1:123456789012:function:ship",
                            "ship",
                            __rt::TaskPattern::RequestResponse,
                        ),
                    ),
                __rt::StateInfo::new("Done", __rt::StateType::Succeed),
                __rt::StateInfo::new("Compensate", __rt::StateType::Pass),
                __rt::StateInfo::new("Refused", __rt::StateType::Succeed),
            ];
            static DEFINITION: __rt::Definition<'static> = __rt::Definition {
                name: "W2",
                fingerprint: __rt::Fingerprint::new(2957893556069835572),
                timeout: __rt::None,
                execution_type: __rt::ExecutionType::Standard,
                reads_context: false,
                states: &STATES,
            };
            &DEFINITION
        }
        #[inline]
        fn frame(&self) -> W2Frame {
            W2Frame {
                state: W2Tag::Validate,
                document: __rt::Value::Null,
                work: __rt::Value::Null,
                retries: __rt::Default::default(),
            }
        }
        #[inline]
        fn start(
            &self,
            frame: &mut W2Frame,
            input: Self::Input,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::accept_input(input)?;
            frame.enter_validate()?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut W2Frame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            frame.document = __rt::read_input(input)?;
            frame.enter_validate()?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &W2Frame) -> &'a __rt::StateInfo<'a> {
            &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut W2Frame,
            event: __rt::Event,
            _cx: &__rt::StepContext<'_>,
        ) -> __rt::Step {
            match frame.state {
                W2Tag::Validate => frame.step_validate(event),
                W2Tag::Charge => frame.step_charge(event),
                W2Tag::IsCharged => frame.step_is_charged(),
                W2Tag::Ship => frame.step_ship(event),
                W2Tag::Done => frame.step_done(),
                W2Tag::Compensate => frame.step_compensate(),
                W2Tag::Refused => frame.step_refused(),
            }
        }
        fn complete(
            &self,
            frame: &mut W2Frame,
            result: __rt::Value,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.work = result;
            __rt::Ok(())
        }
        fn datum<'a>(
            &self,
            frame: &'a W2Frame,
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
            frame: &mut W2Frame,
        ) -> __rt::Result<Self::Output, __rt::Failure> {
            __rt::Ok(__rt::take(&mut frame.document))
        }
        fn finish_json(
            &self,
            frame: &mut W2Frame,
        ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
            __rt::Ok(frame.document.to_json())
        }
    }
    impl __rt::View for W2 {
        type State<'a> = W2State<'a>;
        fn view<'a>(&self, frame: &'a W2Frame) -> __rt::Option<W2State<'a>> {
            let input = &frame.document;
            __rt::Some(
                match frame.state {
                    W2Tag::Validate => W2State::Validate { input },
                    W2Tag::Charge => W2State::Charge { input },
                    W2Tag::IsCharged => W2State::IsCharged { input },
                    W2Tag::Ship => W2State::Ship { input },
                    W2Tag::Done => W2State::Done { input },
                    W2Tag::Compensate => W2State::Compensate { input },
                    W2Tag::Refused => W2State::Refused { input },
                },
            )
        }
    }
    impl W2Frame {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &W2) -> __rt::untyped::Layout<'_, &'static __rt::str> {
            static LIVE: [__rt::untyped::Live<'static>; 7] = [
                __rt::untyped::Live::INPUT.at_work().after().retriers(1),
                __rt::untyped::Live::INPUT.at_work().after().arguments().retriers(1),
                __rt::untyped::Live::INPUT,
                __rt::untyped::Live::INPUT.at_work().after().retriers(1),
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
    impl __rt::Durable for W2 {
        fn checkpoint(
            &self,
            frame: &W2Frame,
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
                W2Frame::layout(self).save(frame.state as __rt::usize, phase, &slots),
            )
        }
        fn restore(
            &self,
            checkpoint: __rt::Checkpoint,
            _parent: __rt::Option<&W2Frame>,
        ) -> __rt::Result<W2Frame, __rt::RestoreError> {
            static TAGS: [W2Tag; 7] = [
                W2Tag::Validate,
                W2Tag::Charge,
                W2Tag::IsCharged,
                W2Tag::Ship,
                W2Tag::Done,
                W2Tag::Compensate,
                W2Tag::Refused,
            ];
            let mut frame = __rt::StateMachine::frame(self);
            let mut slots = __rt::untyped::SlotsMut {
                document: &mut frame.document,
                work: &mut frame.work,
                credentials: __rt::None,
                variables: &mut [],
                children: __rt::None,
            };
            let state = W2Frame::layout(self).restore(checkpoint, &mut slots)?;
            frame.state = TAGS[state.index];
            frame.retries.restore(&state.retries);
            __rt::Ok(frame)
        }
    }
    impl W2Frame {
        /// What the current state's task is called with.
        #[inline]
        fn arguments(&self) -> &__rt::Value {
            match self.state {
                W2Tag::Charge => &self.work,
                #[allow(
                    unreachable_patterns,
                    reason = "where every state makes its arguments"
                )]
                _ => &self.document,
            }
        }
    }
    impl<__T: W2Tasks> __rt::Dispatch<__T> for W2 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W2Frame,
            tasks: &'a __T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            match frame.state {
                W2Tag::Validate => {
                    let result = tasks.validate(cx, &frame.document).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                W2Tag::Charge => {
                    let result = tasks.charge(cx, &frame.work).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                W2Tag::Ship => {
                    let result = tasks.ship(cx, &frame.document).await;
                    let result = result.map_err(__rt::task_failure)?;
                    __rt::accept_result(&mut frame.work, result, cx)
                }
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => __rt::Ok(__rt::Called::Done),
            }
        }
    }
    impl<__H: __rt::TaskHandler> __rt::Dispatch<W2Handlers<__H>> for W2 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W2Frame,
            tasks: &'a W2Handlers<__H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
            __rt::accept_answer(&mut frame.work, answer, cx)
        }
    }
    impl<
        __H: __rt::TaskHandler,
        __T: W2Tasks,
    > __rt::Dispatch<__rt::Either<W2Handlers<__H>, __T>> for W2 {
        async fn call<'a>(
            &'a self,
            frame: &'a mut W2Frame,
            tasks: &'a __rt::Either<W2Handlers<__H>, __T>,
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
    "../../benches/workflows/w2.asl.json"
);
