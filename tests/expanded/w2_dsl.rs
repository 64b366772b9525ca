//! What `W2_DSL` of `snapshots.rs` expands to.
//!
//! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.

use sfn::{ErrorName, TaskError};

use super::w2_typed::{Charge, Order, Receipt, Shipment, Validation};

/// The state machine `DslW2`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DslW2;
/// The state that an execution of [`DslW2`] is in, with its data.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "not every caller looks into a running execution")]
#[non_exhaustive]
pub enum DslW2State<'a> {
    /// `Validate`, a Task.
    Validate {
        /// Parameter of the state.
        order: &'a Order,
    },
    /// `Charge`, a Task.
    Charge {
        /// Parameter of the state.
        order: &'a Order,
        /// Parameter of the state.
        validation: &'a Validation,
    },
    /// `IsCharged`, a Choice.
    IsCharged {
        /// Parameter of the state.
        order: &'a Order,
        /// Parameter of the state.
        validation: &'a Validation,
        /// Parameter of the state.
        charge: &'a Charge,
    },
    /// `Ship`, a Task.
    Ship {
        /// Parameter of the state.
        order: &'a Order,
        /// Parameter of the state.
        validation: &'a Validation,
        /// Parameter of the state.
        charge: &'a Charge,
    },
    /// `Compensate`, a Pass.
    Compensate {
        /// Parameter of the state.
        order: &'a Order,
        /// Parameter of the state.
        error: &'a ErrorName,
    },
    /// `Done`, a Succeed.
    Done {
        /// Parameter of the state.
        receipt: &'a Receipt,
    },
    /// `Refused`, a Succeed.
    Refused {
        /// Parameter of the state.
        receipt: &'a Receipt,
    },
}
/// The handlers of [`DslW2`]'s tasks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not serve the tasks of `DslW2`",
    note = "write `impl DslW2Tasks for {Self} {{ … }}` with a method for each task, or wrap a `TaskHandler` as `DslW2Handlers(…)`"
)]
pub trait DslW2Tasks: ::sfn::__private::Send + ::sfn::__private::Sync {
    /// Called by `Validate`.
    fn validate(
        &self,
        cx: &::sfn::TaskContext<'_>,
        order: &Order,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<Validation, TaskError>,
    > + ::sfn::__private::Send;
    /// Called by `Charge`.
    fn charge(
        &self,
        cx: &::sfn::TaskContext<'_>,
        order: &Order,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<Charge, TaskError>,
    > + ::sfn::__private::Send;
    /// Called by `Ship`.
    fn ship(
        &self,
        cx: &::sfn::TaskContext<'_>,
        order: &Order,
    ) -> impl ::sfn::__private::Future<
        Output = ::sfn::__private::Result<Shipment, TaskError>,
    > + ::sfn::__private::Send;
}
/// Lets any `TaskHandler` serve the tasks of [`DslW2`].
#[derive(Debug, Clone, Copy, Default)]
pub struct DslW2Handlers<H>(
    /// The handler.
    pub H,
);
impl<H> DslW2Handlers<H> {
    /// `typed` serves the tasks that the handler does not handle.
    #[allow(dead_code, reason = "not every machine combines its handlers")]
    pub fn or<T: DslW2Tasks>(self, typed: T) -> ::sfn::__private::Either<Self, T> {
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
    enum DslW2Tag {
        Validate,
        Charge,
        IsCharged,
        Ship,
        Compensate,
        Done,
        Refused,
    }
    pub struct DslW2Frame {
        state: DslW2Tag,
        /// Whether the last state has been left.
        ended: __rt::bool,
        retries: __rt::Retries<1usize>,
        order: __rt::Slot<Order>,
        validation: __rt::Slot<Validation>,
        charge: __rt::Slot<Charge>,
        shipment: __rt::Slot<Shipment>,
        error: __rt::Slot<ErrorName>,
        receipt: __rt::Slot<Receipt>,
    }
    /// `Retry` of `Validate`, `Charge`, `Ship`.
    static VALIDATE_RETRY: [__rt::Retrier<'_>; 1] = [
        __rt::Retrier {
            error_equals: &[__rt::Str::from_static("Transient")],
            interval_seconds: 1,
            max_attempts: 2,
            backoff_rate: 1.0,
            max_delay_seconds: __rt::None,
            jitter: __rt::Jitter::None,
        },
    ];
    #[allow(dead_code, reason = "what a mistake in the machine has cut off")]
    #[allow(
        unused_parens,
        clippy::all,
        reason = "expressions of the caller's stand in others here"
    )]
    impl DslW2Frame {
        /// The start.
        #[allow(unused_variables, reason = "not every machine reads its input")]
        #[inline]
        fn begin(&mut self, order: Order) -> __rt::Step {
            let __arg_0: Order = order;
            self.enter_validate(__rt::Given::New(__arg_0))
        }
        /// Enters `Validate`.
        #[inline]
        fn enter_validate(&mut self, order: __rt::Given<Order>) -> __rt::Step {
            self.order.give(order);
            self.retries.reset();
            self.state = DslW2Tag::Validate;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Validate`, a Task.
        fn step_validate(&mut self, event: __rt::Event) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => {
                    __rt::Ok(__rt::Command::Call {
                        timeout: __rt::None,
                        heartbeat: __rt::None,
                    })
                }
                __rt::Event::Succeeded => {
                    self.enter_charge(self.order.keep()?, self.validation.keep()?)
                }
                __rt::Event::Failed(failure) => {
                    if let __rt::Some(retry) = self
                        .retries
                        .next(&VALIDATE_RETRY, &failure)
                    {
                        return __rt::Ok(__rt::Command::Retry(retry));
                    }
                    if __rt::catches(&["States.ALL"], &failure) {
                        let e = __rt::Caught::from(failure);
                        return {
                            let __arg_1: ErrorName = e.error;
                            self.enter_compensate(
                                self.order.keep()?,
                                __rt::Given::New(__arg_1),
                            )
                        };
                    }
                    __rt::Err(failure)
                }
            }
        }
        /// Enters `Charge`.
        #[inline]
        fn enter_charge(
            &mut self,
            order: __rt::Given<Order>,
            validation: __rt::Given<Validation>,
        ) -> __rt::Step {
            self.order.give(order);
            self.validation.give(validation);
            self.retries.reset();
            self.state = DslW2Tag::Charge;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Charge`, a Task.
        fn step_charge(&mut self, event: __rt::Event) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => {
                    __rt::Ok(__rt::Command::Call {
                        timeout: __rt::None,
                        heartbeat: __rt::None,
                    })
                }
                __rt::Event::Succeeded => {
                    self.enter_is_charged(
                        self.order.keep()?,
                        self.validation.keep()?,
                        self.charge.keep()?,
                    )
                }
                __rt::Event::Failed(failure) => {
                    if let __rt::Some(retry) = self
                        .retries
                        .next(&VALIDATE_RETRY, &failure)
                    {
                        return __rt::Ok(__rt::Command::Retry(retry));
                    }
                    if __rt::catches(&["States.ALL"], &failure) {
                        let e = __rt::Caught::from(failure);
                        return {
                            let __arg_1: ErrorName = e.error;
                            self.enter_compensate(
                                self.order.keep()?,
                                __rt::Given::New(__arg_1),
                            )
                        };
                    }
                    __rt::Err(failure)
                }
            }
        }
        /// Enters `IsCharged`.
        #[inline]
        fn enter_is_charged(
            &mut self,
            order: __rt::Given<Order>,
            validation: __rt::Given<Validation>,
            charge: __rt::Given<Charge>,
        ) -> __rt::Step {
            self.order.give(order);
            self.validation.give(validation);
            self.charge.give(charge);
            self.state = DslW2Tag::IsCharged;
            __rt::Ok(__rt::Command::Next)
        }
        /// `IsCharged`, a Choice.
        fn step_is_charged(&mut self) -> __rt::Step {
            let charge = self.charge.get()?;
            let holds: __rt::bool = (*charge).status != "PENDING"
                && (*charge).status == "OK";
            if holds {
                return {
                    self.enter_ship(
                        self.order.keep()?,
                        self.validation.keep()?,
                        self.charge.keep()?,
                    )
                };
            }
            let order = self.order.take()?;
            let validation = self.validation.take()?;
            let charge = self.charge.take()?;
            let __arg_0: Receipt = Receipt::Done {
                order,
                validation,
                charge,
                shipment: None,
            };
            self.enter_refused(__rt::Given::New(__arg_0))
        }
        /// Enters `Ship`.
        #[inline]
        fn enter_ship(
            &mut self,
            order: __rt::Given<Order>,
            validation: __rt::Given<Validation>,
            charge: __rt::Given<Charge>,
        ) -> __rt::Step {
            self.order.give(order);
            self.validation.give(validation);
            self.charge.give(charge);
            self.retries.reset();
            self.state = DslW2Tag::Ship;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Ship`, a Task.
        fn step_ship(&mut self, event: __rt::Event) -> __rt::Step {
            match event {
                __rt::Event::Enter | __rt::Event::Resume => {
                    __rt::Ok(__rt::Command::Call {
                        timeout: __rt::None,
                        heartbeat: __rt::None,
                    })
                }
                __rt::Event::Succeeded => {
                    let order = self.order.take()?;
                    let validation = self.validation.take()?;
                    let charge = self.charge.take()?;
                    let shipment = self.shipment.take()?;
                    let __arg_0: Receipt = Receipt::Done {
                        order,
                        validation,
                        charge,
                        shipment: Some(shipment),
                    };
                    self.enter_done(__rt::Given::New(__arg_0))
                }
                __rt::Event::Failed(failure) => {
                    if let __rt::Some(retry) = self
                        .retries
                        .next(&VALIDATE_RETRY, &failure)
                    {
                        return __rt::Ok(__rt::Command::Retry(retry));
                    }
                    if __rt::catches(&["States.ALL"], &failure) {
                        let e = __rt::Caught::from(failure);
                        return {
                            let __arg_1: ErrorName = e.error;
                            self.enter_compensate(
                                self.order.keep()?,
                                __rt::Given::New(__arg_1),
                            )
                        };
                    }
                    __rt::Err(failure)
                }
            }
        }
        /// Enters `Compensate`.
        #[inline]
        fn enter_compensate(
            &mut self,
            order: __rt::Given<Order>,
            error: __rt::Given<ErrorName>,
        ) -> __rt::Step {
            self.order.give(order);
            self.error.give(error);
            self.validation.clear();
            self.charge.clear();
            self.shipment.clear();
            self.state = DslW2Tag::Compensate;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Compensate`, a Pass.
        fn step_compensate(&mut self) -> __rt::Step {
            let order = self.order.take()?;
            let error = self.error.take()?;
            let __arg_0: Receipt = Receipt::Refused {
                id: order.id,
                refused: true,
                error: error.into(),
            };
            self.enter_refused(__rt::Given::New(__arg_0))
        }
        /// Enters `Done`.
        #[inline]
        fn enter_done(&mut self, receipt: __rt::Given<Receipt>) -> __rt::Step {
            self.receipt.give(receipt);
            self.order.clear();
            self.validation.clear();
            self.charge.clear();
            self.shipment.clear();
            self.state = DslW2Tag::Done;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Done`, a Succeed.
        fn step_done(&mut self) -> __rt::Step {
            self.ended = true;
            __rt::Ok(__rt::Command::Succeed)
        }
        /// Enters `Refused`.
        #[inline]
        fn enter_refused(&mut self, receipt: __rt::Given<Receipt>) -> __rt::Step {
            self.receipt.give(receipt);
            self.order.clear();
            self.validation.clear();
            self.charge.clear();
            self.error.clear();
            self.state = DslW2Tag::Refused;
            __rt::Ok(__rt::Command::Next)
        }
        /// `Refused`, a Succeed.
        fn step_refused(&mut self) -> __rt::Step {
            self.ended = true;
            __rt::Ok(__rt::Command::Succeed)
        }
    }
    #[allow(
        unused_parens,
        clippy::all,
        reason = "expressions of the caller's stand in others here"
    )]
    impl DslW2Frame {
        /// The output of the last state.
        fn output(&self) -> __rt::Value {
            match self.state {
                DslW2Tag::Done => {
                    self.receipt.value().map(__rt::erase).unwrap_or_default()
                }
                DslW2Tag::Refused => {
                    self.receipt.value().map(__rt::erase).unwrap_or_default()
                }
                #[allow(
                    unreachable_patterns,
                    reason = "where every state has such data"
                )]
                _ => __rt::Value::Null,
            }
        }
        /// The raw input of the current state.
        fn payload(&self) -> __rt::Result<__rt::Value, __rt::Failure> {
            __rt::Ok(
                match self.state {
                    DslW2Tag::Validate => {
                        self.order.value().map(__rt::erase).unwrap_or_default()
                    }
                    DslW2Tag::Charge => {
                        __rt::datum([
                            ("order", self.order.value().map(__rt::erase)),
                            ("validation", self.validation.value().map(__rt::erase)),
                        ])
                    }
                    DslW2Tag::IsCharged => {
                        __rt::datum([
                            ("order", self.order.value().map(__rt::erase)),
                            ("validation", self.validation.value().map(__rt::erase)),
                            ("charge", self.charge.value().map(__rt::erase)),
                        ])
                    }
                    DslW2Tag::Ship => {
                        __rt::datum([
                            ("order", self.order.value().map(__rt::erase)),
                            ("validation", self.validation.value().map(__rt::erase)),
                            ("charge", self.charge.value().map(__rt::erase)),
                        ])
                    }
                    DslW2Tag::Compensate => {
                        __rt::datum([
                            ("order", self.order.value().map(__rt::erase)),
                            ("error", self.error.value().map(__rt::erase)),
                        ])
                    }
                    DslW2Tag::Done => {
                        __rt::datum([("receipt", self.receipt.value().map(__rt::erase))])
                    }
                    DslW2Tag::Refused => {
                        __rt::datum([("receipt", self.receipt.value().map(__rt::erase))])
                    }
                    #[allow(
                        unreachable_patterns,
                        reason = "where every state has such data"
                    )]
                    _ => __rt::Value::Null,
                },
            )
        }
        /// What the current state's task is called with.
        fn arguments(&self) -> __rt::Result<__rt::Value, __rt::Failure> {
            __rt::Ok(
                match self.state {
                    DslW2Tag::Validate => {
                        let order = self.order.get()?;
                        __rt::datum([
                            (
                                "order",
                                {
                                    let argument: &Order = order;
                                    __rt::Some(__rt::erase(&argument))
                                },
                            ),
                        ])
                    }
                    DslW2Tag::Charge => {
                        let order = self.order.get()?;
                        __rt::datum([
                            (
                                "order",
                                {
                                    let argument: &Order = order;
                                    __rt::Some(__rt::erase(&argument))
                                },
                            ),
                        ])
                    }
                    DslW2Tag::Ship => {
                        let order = self.order.get()?;
                        __rt::datum([
                            (
                                "order",
                                {
                                    let argument: &Order = order;
                                    __rt::Some(__rt::erase(&argument))
                                },
                            ),
                        ])
                    }
                    #[allow(
                        unreachable_patterns,
                        reason = "where every state has such data"
                    )]
                    _ => __rt::Value::Null,
                },
            )
        }
        /// What its task or its children gave.
        fn result(&self) -> __rt::Value {
            match self.state {
                DslW2Tag::Validate => {
                    self.validation.value().map(__rt::erase).unwrap_or_default()
                }
                DslW2Tag::Charge => {
                    self.charge.value().map(__rt::erase).unwrap_or_default()
                }
                DslW2Tag::Ship => {
                    self.shipment.value().map(__rt::erase).unwrap_or_default()
                }
                #[allow(
                    unreachable_patterns,
                    reason = "where every state has such data"
                )]
                _ => __rt::Value::Null,
            }
        }
    }
    impl __rt::StateMachine for DslW2 {
        type Input = Order;
        type Output = Receipt;
        type Frame = DslW2Frame;
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
                __rt::StateInfo::new("Compensate", __rt::StateType::Pass),
                __rt::StateInfo::new("Done", __rt::StateType::Succeed),
                __rt::StateInfo::new("Refused", __rt::StateType::Succeed),
            ];
            static DEFINITION: __rt::Definition<'static> = __rt::Definition {
                name: "DslW2",
                fingerprint: __rt::Fingerprint::new(9545986787175019329),
                timeout: __rt::None,
                execution_type: __rt::ExecutionType::Standard,
                reads_context: false,
                states: &STATES,
            };
            &DEFINITION
        }
        #[inline]
        fn frame(&self) -> DslW2Frame {
            DslW2Frame {
                state: DslW2Tag::Validate,
                ended: false,
                retries: __rt::Default::default(),
                order: __rt::Slot::empty(),
                validation: __rt::Slot::empty(),
                charge: __rt::Slot::empty(),
                shipment: __rt::Slot::empty(),
                error: __rt::Slot::empty(),
                receipt: __rt::Slot::empty(),
            }
        }
        #[inline]
        fn start(
            &self,
            frame: &mut DslW2Frame,
            input: Self::Input,
        ) -> __rt::Result<(), __rt::Failure> {
            frame.begin(input)?;
            __rt::Ok(())
        }
        fn start_json(
            &self,
            frame: &mut DslW2Frame,
            input: &[__rt::u8],
        ) -> __rt::Result<(), __rt::Failure> {
            let input = __rt::decode_start::<Order>(input)?;
            frame.begin(input)?;
            __rt::Ok(())
        }
        #[inline]
        fn state<'a>(&'a self, frame: &DslW2Frame) -> &'a __rt::StateInfo<'a> {
            &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
        }
        #[inline]
        fn step(
            &self,
            frame: &mut DslW2Frame,
            event: __rt::Event,
            _cx: &__rt::StepContext<'_>,
        ) -> __rt::Step {
            match frame.state {
                DslW2Tag::Validate => frame.step_validate(event),
                DslW2Tag::Charge => frame.step_charge(event),
                DslW2Tag::IsCharged => frame.step_is_charged(),
                DslW2Tag::Ship => frame.step_ship(event),
                DslW2Tag::Compensate => frame.step_compensate(),
                DslW2Tag::Done => frame.step_done(),
                DslW2Tag::Refused => frame.step_refused(),
            }
        }
        fn complete(
            &self,
            frame: &mut DslW2Frame,
            result: __rt::Value,
        ) -> __rt::Result<(), __rt::Failure> {
            match frame.state {
                DslW2Tag::Validate => {
                    frame.validation.put(__rt::decode_result::<Validation>(result)?)
                }
                DslW2Tag::Charge => {
                    frame.charge.put(__rt::decode_result::<Charge>(result)?)
                }
                DslW2Tag::Ship => {
                    frame.shipment.put(__rt::decode_result::<Shipment>(result)?)
                }
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => {}
            }
            __rt::Ok(())
        }
        fn datum<'a>(
            &self,
            frame: &'a DslW2Frame,
            datum: __rt::Datum,
        ) -> __rt::Cow<'a, __rt::Value> {
            __rt::Cow::Owned(
                match datum {
                    __rt::Datum::Input if frame.ended => frame.output(),
                    __rt::Datum::Input => frame.payload().unwrap_or_default(),
                    __rt::Datum::Arguments => frame.arguments().unwrap_or_default(),
                    __rt::Datum::Result => frame.result(),
                    _ => __rt::Value::Null,
                },
            )
        }
        #[inline]
        fn finish(
            &self,
            frame: &mut DslW2Frame,
        ) -> __rt::Result<Self::Output, __rt::Failure> {
            match frame.state {
                DslW2Tag::Done => frame.receipt.take(),
                DslW2Tag::Refused => frame.receipt.take(),
                #[allow(
                    unreachable_patterns,
                    reason = "where there are no other states"
                )]
                _ => __rt::Err(__rt::no_output()),
            }
        }
        fn finish_json(
            &self,
            frame: &mut DslW2Frame,
        ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
            __rt::encode_json(&__rt::StateMachine::finish(self, frame)?)
        }
    }
    impl __rt::View for DslW2 {
        type State<'a> = DslW2State<'a>;
        fn view<'a>(&self, frame: &'a DslW2Frame) -> __rt::Option<DslW2State<'a>> {
            __rt::Some(
                match frame.state {
                    DslW2Tag::Validate => {
                        DslW2State::Validate {
                            order: frame.order.value()?,
                        }
                    }
                    DslW2Tag::Charge => {
                        DslW2State::Charge {
                            order: frame.order.value()?,
                            validation: frame.validation.value()?,
                        }
                    }
                    DslW2Tag::IsCharged => {
                        DslW2State::IsCharged {
                            order: frame.order.value()?,
                            validation: frame.validation.value()?,
                            charge: frame.charge.value()?,
                        }
                    }
                    DslW2Tag::Ship => {
                        DslW2State::Ship {
                            order: frame.order.value()?,
                            validation: frame.validation.value()?,
                            charge: frame.charge.value()?,
                        }
                    }
                    DslW2Tag::Compensate => {
                        DslW2State::Compensate {
                            order: frame.order.value()?,
                            error: frame.error.value()?,
                        }
                    }
                    DslW2Tag::Done => {
                        DslW2State::Done {
                            receipt: frame.receipt.value()?,
                        }
                    }
                    DslW2Tag::Refused => {
                        DslW2State::Refused {
                            receipt: frame.receipt.value()?,
                        }
                    }
                },
            )
        }
    }
    impl DslW2Frame {
        /// What checkpoints have to know of all frames.
        fn layout(machine: &DslW2) -> __rt::typed::Layout<'_> {
            static LIVE: [__rt::typed::Live<'static>; 7] = [
                __rt::typed::Live {
                    state: "Validate",
                    data: &[1],
                    results: &[2],
                    output: &[],
                    retriers: 1,
                },
                __rt::typed::Live {
                    state: "Charge",
                    data: &[1, 2],
                    results: &[3],
                    output: &[],
                    retriers: 1,
                },
                __rt::typed::Live {
                    state: "IsCharged",
                    data: &[1, 2, 3],
                    results: &[],
                    output: &[],
                    retriers: 0,
                },
                __rt::typed::Live {
                    state: "Ship",
                    data: &[1, 2, 3],
                    results: &[4],
                    output: &[],
                    retriers: 1,
                },
                __rt::typed::Live {
                    state: "Compensate",
                    data: &[1, 5],
                    results: &[],
                    output: &[],
                    retriers: 0,
                },
                __rt::typed::Live {
                    state: "Done",
                    data: &[6],
                    results: &[],
                    output: &[6],
                    retriers: 0,
                },
                __rt::typed::Live {
                    state: "Refused",
                    data: &[6],
                    results: &[],
                    output: &[6],
                    retriers: 0,
                },
            ];
            __rt::typed::Layout {
                definition: __rt::StateMachine::definition(machine),
                live: &LIVE,
                slots: &[
                    "output",
                    "order",
                    "validation",
                    "charge",
                    "shipment",
                    "error",
                    "receipt",
                ],
            }
        }
        /// What is in a slot.
        fn save(
            &self,
            slot: __rt::usize,
            _phase: __rt::Phase,
        ) -> __rt::Result<__rt::Option<__rt::Value>, __rt::Failure> {
            __rt::Ok(
                match slot {
                    1 => __rt::typed::save(&self.order)?,
                    2 => __rt::typed::save(&self.validation)?,
                    3 => __rt::typed::save(&self.charge)?,
                    4 => __rt::typed::save(&self.shipment)?,
                    5 => __rt::typed::save(&self.error)?,
                    6 => __rt::typed::save(&self.receipt)?,
                    _ => __rt::None,
                },
            )
        }
        /// Fills a slot.
        fn load(
            &mut self,
            slot: __rt::usize,
            value: __rt::Value,
        ) -> __rt::Result<(), __rt::typed::Misfit> {
            match slot {
                1 => {
                    __rt::typed::load::<Order>(&mut self.order, value)?;
                }
                2 => {
                    __rt::typed::load::<Validation>(&mut self.validation, value)?;
                }
                3 => {
                    __rt::typed::load::<Charge>(&mut self.charge, value)?;
                }
                4 => {
                    __rt::typed::load::<Shipment>(&mut self.shipment, value)?;
                }
                5 => {
                    __rt::typed::load::<ErrorName>(&mut self.error, value)?;
                }
                6 => {
                    __rt::typed::load::<Receipt>(&mut self.receipt, value)?;
                }
                _ => {}
            }
            __rt::Ok(())
        }
    }
    impl __rt::Durable for DslW2 {
        fn checkpoint(
            &self,
            frame: &DslW2Frame,
            phase: __rt::Phase,
        ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
            let mut value = |slot| frame.save(slot, phase);
            let state = frame.state as __rt::usize;
            DslW2Frame::layout(self).save(state, phase, frame.retries.used(), &mut value)
        }
        fn restore(
            &self,
            checkpoint: __rt::Checkpoint,
            _parent: __rt::Option<&DslW2Frame>,
        ) -> __rt::Result<DslW2Frame, __rt::RestoreError> {
            static TAGS: [DslW2Tag; 7] = [
                DslW2Tag::Validate,
                DslW2Tag::Charge,
                DslW2Tag::IsCharged,
                DslW2Tag::Ship,
                DslW2Tag::Compensate,
                DslW2Tag::Done,
                DslW2Tag::Refused,
            ];
            let mut frame = __rt::StateMachine::frame(self);
            frame.ended = checkpoint.phase == __rt::Phase::Ended;
            let mut put = |slot, value| frame.load(slot, value);
            let (state, retries) = DslW2Frame::layout(self)
                .restore(checkpoint, &mut put)?;
            frame.state = TAGS[state];
            frame.retries.restore(&retries);
            __rt::Ok(frame)
        }
    }
    impl<__T: DslW2Tasks> __rt::Dispatch<__T> for DslW2 {
        #[allow(
            unused_parens,
            clippy::all,
            reason = "expressions of the caller's stand in others here"
        )]
        async fn call<'a>(
            &'a self,
            frame: &'a mut DslW2Frame,
            tasks: &'a __T,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            match frame.state {
                DslW2Tag::Validate => {
                    let result = {
                        let order = frame.order.get()?;
                        let __arg_0: &Order = order;
                        tasks.validate(cx, __arg_0).await
                    };
                    let result = result.map_err(__rt::task_failure)?;
                    frame.validation.put(result);
                    __rt::Ok(__rt::Called::Done)
                }
                DslW2Tag::Charge => {
                    let result = {
                        let order = frame.order.get()?;
                        let __arg_0: &Order = order;
                        tasks.charge(cx, __arg_0).await
                    };
                    let result = result.map_err(__rt::task_failure)?;
                    frame.charge.put(result);
                    __rt::Ok(__rt::Called::Done)
                }
                DslW2Tag::Ship => {
                    let result = {
                        let order = frame.order.get()?;
                        let __arg_0: &Order = order;
                        tasks.ship(cx, __arg_0).await
                    };
                    let result = result.map_err(__rt::task_failure)?;
                    frame.shipment.put(result);
                    __rt::Ok(__rt::Called::Done)
                }
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => __rt::Ok(__rt::Called::Done),
            }
        }
    }
    impl<__H: __rt::TaskHandler> __rt::Dispatch<DslW2Handlers<__H>> for DslW2 {
        #[allow(
            unused_parens,
            clippy::all,
            reason = "expressions of the caller's stand in others here"
        )]
        async fn call<'a>(
            &'a self,
            frame: &'a mut DslW2Frame,
            tasks: &'a DslW2Handlers<__H>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            let arguments = frame.arguments()?;
            let answer = __rt::call_handler(&tasks.0, cx, &arguments).await?;
            __rt::accept_typed(
                answer,
                cx,
                |result| { __rt::StateMachine::complete(self, frame, result) },
            )
        }
    }
    impl<
        __H: __rt::TaskHandler,
        __T: DslW2Tasks,
    > __rt::Dispatch<__rt::Either<DslW2Handlers<__H>, __T>> for DslW2 {
        #[allow(
            unused_parens,
            clippy::all,
            reason = "expressions of the caller's stand in others here"
        )]
        async fn call<'a>(
            &'a self,
            frame: &'a mut DslW2Frame,
            tasks: &'a __rt::Either<DslW2Handlers<__H>, __T>,
            cx: &'a __rt::TaskContext<'_>,
        ) -> __rt::Result<__rt::Called, __rt::Failure> {
            if __rt::handles(&tasks.dynamic.0, cx) {
                __rt::Dispatch::call(self, frame, &tasks.dynamic, cx).await
            } else {
                __rt::Dispatch::call(self, frame, &tasks.typed, cx).await
            }
        }
    }
    const _: () = if !(__rt::raises(
        <TaskError as __rt::ErrorNames>::NAMES,
        "Transient",
    )) {
        ::core::panic!("the task `validate` raises no error `Transient`")
    };
    const _: () = if !(__rt::raises(
        <TaskError as __rt::ErrorNames>::NAMES,
        "Transient",
    )) {
        ::core::panic!("the task `charge` raises no error `Transient`")
    };
    const _: () = if !(__rt::raises(
        <TaskError as __rt::ErrorNames>::NAMES,
        "Transient",
    )) {
        ::core::panic!("the task `ship` raises no error `Transient`")
    };
};
impl DslW2 {
    /// The machine in the Amazon States Language, with JSONata. Others can run it if there
    /// are no [host expressions](Self::HOST_EXPRESSIONS) in it.
    #[allow(dead_code, reason = "not every machine is exported")]
    pub const DEFINITION: &'static ::sfn::__private::str = "{\n  \"QueryLanguage\": \"JSONata\",\n  \"StartAt\": \"Validate\",\n  \"States\": {\n    \"Validate\": {\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:validate\",\n      \"Arguments\": {\n        \"order\": \"{% $states.input %}\"\n      },\n      \"Retry\": [\n        {\n          \"ErrorEquals\": [\n            \"Transient\"\n          ],\n          \"IntervalSeconds\": 1,\n          \"MaxAttempts\": 2,\n          \"BackoffRate\": 1\n        }\n      ],\n      \"Catch\": [\n        {\n          \"ErrorEquals\": [\n            \"States.ALL\"\n          ],\n          \"Output\": {\n            \"order\": \"{% $states.input %}\",\n            \"error\": \"{% $states.errorOutput.Error %}\"\n          },\n          \"Next\": \"Compensate\"\n        }\n      ],\n      \"Output\": {\n        \"order\": \"{% $states.input %}\",\n        \"validation\": \"{% $states.result %}\"\n      },\n      \"Next\": \"Charge\"\n    },\n    \"Charge\": {\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:charge\",\n      \"Arguments\": {\n        \"order\": \"{% $states.input.order %}\"\n      },\n      \"Retry\": [\n        {\n          \"ErrorEquals\": [\n            \"Transient\"\n          ],\n          \"IntervalSeconds\": 1,\n          \"MaxAttempts\": 2,\n          \"BackoffRate\": 1\n        }\n      ],\n      \"Catch\": [\n        {\n          \"ErrorEquals\": [\n            \"States.ALL\"\n          ],\n          \"Output\": {\n            \"order\": \"{% $states.input.order %}\",\n            \"error\": \"{% $states.errorOutput.Error %}\"\n          },\n          \"Next\": \"Compensate\"\n        }\n      ],\n      \"Output\": {\n        \"order\": \"{% $states.input.order %}\",\n        \"validation\": \"{% $states.input.validation %}\",\n        \"charge\": \"{% $states.result %}\"\n      },\n      \"Next\": \"IsCharged\"\n    },\n    \"IsCharged\": {\n      \"Type\": \"Choice\",\n      \"Choices\": [\n        {\n          \"Condition\": \"{% $states.input.charge.status != \\\"PENDING\\\" and $states.input.charge.status = \\\"OK\\\" %}\",\n          \"Output\": {\n            \"order\": \"{% $states.input.order %}\",\n            \"validation\": \"{% $states.input.validation %}\",\n            \"charge\": \"{% $states.input.charge %}\"\n          },\n          \"Next\": \"Ship\"\n        }\n      ],\n      \"Output\": {\n        \"receipt\": \"{% $host(\\\"Receipt::Done { order, validation, charge, shipment: None }\\\") %}\"\n      },\n      \"Default\": \"Refused\"\n    },\n    \"Ship\": {\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:ship\",\n      \"Arguments\": {\n        \"order\": \"{% $states.input.order %}\"\n      },\n      \"Retry\": [\n        {\n          \"ErrorEquals\": [\n            \"Transient\"\n          ],\n          \"IntervalSeconds\": 1,\n          \"MaxAttempts\": 2,\n          \"BackoffRate\": 1\n        }\n      ],\n      \"Catch\": [\n        {\n          \"ErrorEquals\": [\n            \"States.ALL\"\n          ],\n          \"Output\": {\n            \"order\": \"{% $states.input.order %}\",\n            \"error\": \"{% $states.errorOutput.Error %}\"\n          },\n          \"Next\": \"Compensate\"\n        }\n      ],\n      \"Output\": {\n        \"receipt\": \"{% $host(\\\"Receipt::Done { order, validation, charge, shipment: Some(shipment) }\\\") %}\"\n      },\n      \"Next\": \"Done\"\n    },\n    \"Compensate\": {\n      \"Type\": \"Pass\",\n      \"Output\": {\n        \"receipt\": \"{% $host(\\\"Receipt::Refused { id: order.id, refused: true, error: error.into() }\\\") %}\"\n      },\n      \"Next\": \"Refused\"\n    },\n    \"Done\": {\n      \"Type\": \"Succeed\",\n      \"Output\": \"{% $states.input.receipt %}\"\n    },\n    \"Refused\": {\n      \"Type\": \"Succeed\",\n      \"Output\": \"{% $states.input.receipt %}\"\n    }\n  }\n}\n";
    /// The expressions of Rust for which JSONata has none that means the same. In the
    /// definition they stand as `$host("…")`.
    #[allow(dead_code, reason = "not every machine is exported")]
    pub const HOST_EXPRESSIONS: &'static [::sfn::__private::HostExpression] = &[
        ::sfn::__private::HostExpression::new(
            "IsCharged",
            "Output/receipt",
            "Receipt::Done { order, validation, charge, shipment: None }",
        ),
        ::sfn::__private::HostExpression::new(
            "Ship",
            "Output/receipt",
            "Receipt::Done { order, validation, charge, shipment: Some(shipment) }",
        ),
        ::sfn::__private::HostExpression::new(
            "Compensate",
            "Output/receipt",
            "Receipt::Refused { id: order.id, refused: true, error: error.into() }",
        ),
    ];
    /// Where the definition may not do what the machine does, since types are not what
    /// they look like: fields that serde renames, operators of types of your own. A test
    /// asserts that there is nothing.
    #[allow(
        dead_code,
        unused,
        clippy::all,
        reason = "expressions of the caller's, for their types"
    )]
    #[inline]
    pub fn check_export() -> ::sfn::__private::Vec<::sfn::__private::ExportMismatch> {
        use ::sfn::__private as __rt;
        use __rt::{Shaped as _, Unshaped as _};
        let mut check = __rt::ExportCheck::default();
        check
            .check(
                ["IsCharged", "Choices[0]/Condition", "charge"],
                __rt::Need::Fields(&["status"]),
                (&&__rt::type_of_place(|charge: &Charge| &(*charge))).shape(),
            );
        check
            .check(
                ["IsCharged", "Choices[0]/Condition", "charge.status"],
                __rt::Need::Comparable,
                (&&__rt::type_of_place(|charge: &Charge| &(*charge).status)).shape(),
            );
        check.finish()
    }
}
