//! W2 with typed data, expanded by hand: what the typed DSL is to emit for
//!
//! ```text
//! pub machine TypedW2(order: Order) -> Receipt {
//!     start => Validate(order);
//!     state Validate(order: Order) = task validate(&order) {
//!         validation   => Charge(order, validation),
//!         catch _ as e => Compensate(order, e.error),
//!     }
//!     state Charge(order: Order, validation: Validation) = task charge(&order) {
//!         charge       => IsCharged(order, validation, charge),
//!         catch _ as e => Compensate(order, e.error),
//!     }
//!     state IsCharged(order: Order, validation: Validation, charge: Charge) = choice {
//!         charge.status == "PENDING" => Refused(Receipt::unshipped(order, validation, charge)),
//!         charge.status == "OK"      => Ship(order, validation, charge),
//!         _                          => Refused(Receipt::unshipped(order, validation, charge)),
//!     }
//!     state Ship(order: Order, validation: Validation, charge: Charge) = task ship(&order) {
//!         shipment     => Done(Receipt::shipped(order, validation, charge, shipment)),
//!         catch _ as e => Compensate(order, e.error),
//!     }
//!     state Compensate(order: Order, error: ErrorName) = pass => Refused(Receipt::refused(order, error));
//!     state Done(receipt: Receipt) = succeed receipt;
//!     state Refused(receipt: Receipt) = succeed receipt;
//! }
//! ```
//!
//! It has no payload limit, which its untyped twin has for the input, each result and each output:
//! here the two differ. Plain structs have no size as JSON until serde has walked them; a sum of
//! constants is a bound for types without strings and vectors only, and these are never too large.
//! The walk, over each string and each element, would come at each task, all of which is 150 to 220
//! instructions now, and at each new value. Before the typed DSL emits this code, it has to be
//! measured what such a walk costs if it only adds lengths up.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The order as it comes in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Its id.
    pub id: String,
    /// Who placed it.
    pub customer: String,
    /// What it costs.
    pub amount: i64,
    /// What was ordered.
    pub items: Vec<String>,
}

/// The answer of `validate`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// Whether the order is in order.
    pub ok: bool,
    /// The order's id.
    pub id: String,
}

/// The answer of `charge`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Charge {
    /// `OK` or `PENDING`.
    pub status: String,
    /// The payment's reference.
    #[serde(rename = "ref")]
    pub reference: String,
}

/// The answer of `ship`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shipment {
    /// The parcel's number.
    pub tracking: String,
}

/// What the machine gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Receipt {
    /// The order went through, or its charge is pending.
    Done {
        /// The order.
        #[serde(flatten)]
        order: Order,
        /// Its validation.
        validation: Validation,
        /// Its charge.
        charge: Charge,
        /// Its shipment, once there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        shipment: Option<Shipment>,
    },
    /// The order was refused.
    Refused {
        /// The order's id.
        id: String,
        /// Always true.
        refused: bool,
        /// Why.
        error: String,
    },
}

// ---------------------------------------------------------------- generated from here on

/// The machine `TypedW2`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TypedW2;

/// The state an execution of [`TypedW2`] is in, with its data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum TypedW2State<'a> {
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
        error: &'a str,
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

/// The tasks of [`TypedW2`].
pub trait TypedW2Tasks: Send + Sync {
    /// Called by the state `Validate`.
    fn validate(
        &self,
        cx: &__rt::TaskContext<'_>,
        order: &Order,
    ) -> impl __rt::Future<Output = __rt::Result<Validation, __rt::TaskError>> + __rt::Send;

    /// Called by the state `Charge`.
    fn charge(
        &self,
        cx: &__rt::TaskContext<'_>,
        order: &Order,
    ) -> impl __rt::Future<Output = __rt::Result<Charge, __rt::TaskError>> + __rt::Send;

    /// Called by the state `Ship`.
    fn ship(
        &self,
        cx: &__rt::TaskContext<'_>,
        order: &Order,
    ) -> impl __rt::Future<Output = __rt::Result<Shipment, __rt::TaskError>> + __rt::Send;
}

use sfn::__private as __rt;

/// The current state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TypedW2Tag {
    Validate,
    Charge,
    IsCharged,
    Ship,
    Compensate,
    Done,
    Refused,
}

/// The current state and the data that is still needed.
#[derive(Debug)]
pub struct TypedW2Frame {
    state: TypedW2Tag,
    order: __rt::Slot<Order>,
    validation: __rt::Slot<Validation>,
    charge: __rt::Slot<Charge>,
    shipment: __rt::Slot<Shipment>,
    error: __rt::Slot<__rt::Str>,
    receipt: __rt::Slot<Receipt>,
    retries: __rt::Retries<1>,
}

static STATES: [__rt::StateInfo<'static>; 7] = [
    __rt::StateInfo::new("Validate", __rt::StateType::Task).with_task(__rt::TaskInfo::new(
        "validate",
        "validate",
        __rt::TaskPattern::RequestResponse,
    )),
    __rt::StateInfo::new("Charge", __rt::StateType::Task).with_task(__rt::TaskInfo::new(
        "charge",
        "charge",
        __rt::TaskPattern::RequestResponse,
    )),
    __rt::StateInfo::new("IsCharged", __rt::StateType::Choice),
    __rt::StateInfo::new("Ship", __rt::StateType::Task).with_task(__rt::TaskInfo::new(
        "ship",
        "ship",
        __rt::TaskPattern::RequestResponse,
    )),
    __rt::StateInfo::new("Compensate", __rt::StateType::Pass),
    __rt::StateInfo::new("Done", __rt::StateType::Succeed),
    __rt::StateInfo::new("Refused", __rt::StateType::Succeed),
];

static DEFINITION: __rt::Definition<'static> = __rt::Definition {
    name: "TypedW2",
    fingerprint: __rt::Fingerprint::new(0),
    timeout: __rt::None,
    execution_type: __rt::ExecutionType::Standard,
    reads_context: false,
    states: &STATES,
};

static RETRY: [__rt::Retrier<'static>; 1] = [__rt::Retrier {
    error_equals: &[__rt::Str::from_static("Transient")],
    interval_seconds: 1,
    max_attempts: 2,
    backoff_rate: 1.0,
    max_delay_seconds: __rt::None,
    jitter: __rt::Jitter::None,
}];

type Step = __rt::Result<__rt::Command, __rt::Failure>;

const CALL: Step = __rt::Ok(__rt::Command::Call { timeout: __rt::None, heartbeat: __rt::None });

impl TypedW2Frame {
    // Validate, a Task
    fn enter_validate(&mut self, order: __rt::Given<Order>) -> Step {
        self.order.give(order);
        self.retries.reset();
        self.state = TypedW2Tag::Validate;
        __rt::Ok(__rt::Command::Next)
    }

    fn validate(&mut self, event: __rt::Event) -> Step {
        match event {
            __rt::Event::Enter | __rt::Event::Resume => CALL,
            __rt::Event::Succeeded => {
                let (order, validation) = (self.order.keep()?, self.validation.keep()?);
                self.enter_charge(order, validation)
            }
            __rt::Event::Failed(failure) => self.caught(failure),
        }
    }

    // Charge, a Task
    fn enter_charge(
        &mut self,
        order: __rt::Given<Order>,
        validation: __rt::Given<Validation>,
    ) -> Step {
        self.order.give(order);
        self.validation.give(validation);
        self.retries.reset();
        self.state = TypedW2Tag::Charge;
        __rt::Ok(__rt::Command::Next)
    }

    fn charge(&mut self, event: __rt::Event) -> Step {
        match event {
            __rt::Event::Enter | __rt::Event::Resume => CALL,
            __rt::Event::Succeeded => {
                let (order, validation, charge) =
                    (self.order.keep()?, self.validation.keep()?, self.charge.keep()?);
                self.enter_is_charged(order, validation, charge)
            }
            __rt::Event::Failed(failure) => self.caught(failure),
        }
    }

    // IsCharged, a Choice
    fn enter_is_charged(
        &mut self,
        order: __rt::Given<Order>,
        validation: __rt::Given<Validation>,
        charge: __rt::Given<Charge>,
    ) -> Step {
        self.order.give(order);
        self.validation.give(validation);
        self.charge.give(charge);
        self.state = TypedW2Tag::IsCharged;
        __rt::Ok(__rt::Command::Next)
    }

    fn is_charged(&mut self) -> Step {
        let status = &self.charge.get()?.status;
        if status != "PENDING" && status == "OK" {
            let (order, validation, charge) =
                (self.order.keep()?, self.validation.keep()?, self.charge.keep()?);
            return self.enter_ship(order, validation, charge);
        }
        let receipt = Receipt::Done {
            order: self.order.take()?,
            validation: self.validation.take()?,
            charge: self.charge.take()?,
            shipment: __rt::None,
        };
        self.enter_refused(__rt::Given::New(receipt))
    }

    // Ship, a Task
    fn enter_ship(
        &mut self,
        order: __rt::Given<Order>,
        validation: __rt::Given<Validation>,
        charge: __rt::Given<Charge>,
    ) -> Step {
        self.order.give(order);
        self.validation.give(validation);
        self.charge.give(charge);
        self.retries.reset();
        self.state = TypedW2Tag::Ship;
        __rt::Ok(__rt::Command::Next)
    }

    fn ship(&mut self, event: __rt::Event) -> Step {
        match event {
            __rt::Event::Enter | __rt::Event::Resume => CALL,
            __rt::Event::Succeeded => {
                let receipt = Receipt::Done {
                    order: self.order.take()?,
                    validation: self.validation.take()?,
                    charge: self.charge.take()?,
                    shipment: __rt::Some(self.shipment.take()?),
                };
                self.enter_done(__rt::Given::New(receipt))
            }
            __rt::Event::Failed(failure) => self.caught(failure),
        }
    }

    // Compensate, a Pass
    fn enter_compensate(
        &mut self,
        order: __rt::Given<Order>,
        error: __rt::Given<__rt::Str>,
    ) -> Step {
        self.order.give(order);
        self.error.give(error);
        self.validation.clear();
        self.charge.clear();
        self.state = TypedW2Tag::Compensate;
        __rt::Ok(__rt::Command::Next)
    }

    fn compensate(&mut self) -> Step {
        let receipt = Receipt::Refused {
            id: self.order.take()?.id,
            refused: true,
            error: self.error.take()?.to_string(),
        };
        self.enter_refused(__rt::Given::New(receipt))
    }

    // Done, a Succeed
    fn enter_done(&mut self, receipt: __rt::Given<Receipt>) -> Step {
        self.receipt.give(receipt);
        self.state = TypedW2Tag::Done;
        __rt::Ok(__rt::Command::Next)
    }

    // Refused, a Succeed
    fn enter_refused(&mut self, receipt: __rt::Given<Receipt>) -> Step {
        self.receipt.give(receipt);
        self.state = TypedW2Tag::Refused;
        __rt::Ok(__rt::Command::Next)
    }

    /// `Retry` and `Catch` of the three tasks, which are the same.
    #[cold]
    fn caught(&mut self, failure: __rt::Failure) -> Step {
        if let __rt::Some(retry) = self.retries.next(&RETRY, &failure) {
            return __rt::Ok(__rt::Command::Retry(retry));
        }
        if __rt::catches(&["States.ALL"], &failure) {
            let error = __rt::Str::from(failure.error().unwrap_or_default());
            let order = self.order.keep()?;
            return self.enter_compensate(order, __rt::Given::New(error));
        }
        __rt::Err(failure)
    }
}

impl __rt::StateMachine for TypedW2 {
    type Input = Order;
    type Output = Receipt;
    type Frame = TypedW2Frame;

    #[inline]
    fn definition(&self) -> &__rt::Definition<'_> {
        &DEFINITION
    }

    #[inline]
    fn frame(&self) -> TypedW2Frame {
        TypedW2Frame {
            state: TypedW2Tag::Validate,
            order: __rt::Slot::empty(),
            validation: __rt::Slot::empty(),
            charge: __rt::Slot::empty(),
            shipment: __rt::Slot::empty(),
            error: __rt::Slot::empty(),
            receipt: __rt::Slot::empty(),
            retries: __rt::Default::default(),
        }
    }

    #[inline]
    fn start(&self, frame: &mut TypedW2Frame, order: Order) -> __rt::Result<(), __rt::Failure> {
        frame.enter_validate(__rt::Given::New(order))?;
        __rt::Ok(())
    }

    fn start_json(
        &self,
        frame: &mut TypedW2Frame,
        input: &[u8],
    ) -> __rt::Result<(), __rt::Failure> {
        self.start(frame, __rt::decode_json(input)?)
    }

    #[inline]
    fn state<'a>(&'a self, frame: &TypedW2Frame) -> &'a __rt::StateInfo<'a> {
        &STATES[frame.state as usize]
    }

    #[inline]
    fn step(
        &self,
        frame: &mut TypedW2Frame,
        event: __rt::Event,
        _cx: &__rt::StepContext<'_>,
    ) -> Step {
        match frame.state {
            TypedW2Tag::Validate => frame.validate(event),
            TypedW2Tag::Charge => frame.charge(event),
            TypedW2Tag::IsCharged => frame.is_charged(),
            TypedW2Tag::Ship => frame.ship(event),
            TypedW2Tag::Compensate => frame.compensate(),
            TypedW2Tag::Done | TypedW2Tag::Refused => __rt::Ok(__rt::Command::Succeed),
        }
    }

    fn complete(
        &self,
        frame: &mut TypedW2Frame,
        result: __rt::Value,
    ) -> __rt::Result<(), __rt::Failure> {
        match frame.state {
            TypedW2Tag::Validate => frame.validation.put(__rt::decode_result(result)?),
            TypedW2Tag::Charge => frame.charge.put(__rt::decode_result(result)?),
            TypedW2Tag::Ship => frame.shipment.put(__rt::decode_result(result)?),
            _ => {}
        }
        __rt::Ok(())
    }

    fn datum<'a>(&self, frame: &'a TypedW2Frame, datum: __rt::Datum) -> Cow<'a, __rt::Value> {
        Cow::Owned(match datum {
            __rt::Datum::Input => match frame.state {
                TypedW2Tag::Validate => {
                    __rt::datum([("order", frame.order.value().map(__rt::erase))])
                }
                TypedW2Tag::Charge => __rt::datum([
                    ("order", frame.order.value().map(__rt::erase)),
                    ("validation", frame.validation.value().map(__rt::erase)),
                ]),
                TypedW2Tag::IsCharged | TypedW2Tag::Ship => __rt::datum([
                    ("order", frame.order.value().map(__rt::erase)),
                    ("validation", frame.validation.value().map(__rt::erase)),
                    ("charge", frame.charge.value().map(__rt::erase)),
                ]),
                TypedW2Tag::Compensate => __rt::datum([
                    ("order", frame.order.value().map(__rt::erase)),
                    ("error", frame.error.value().map(__rt::erase)),
                ]),
                TypedW2Tag::Done | TypedW2Tag::Refused => {
                    frame.receipt.value().map(__rt::erase).unwrap_or_default()
                }
            },
            __rt::Datum::Arguments => frame.order.value().map(__rt::erase).unwrap_or_default(),
            __rt::Datum::Result => match frame.state {
                TypedW2Tag::Validate => frame.validation.value().map(__rt::erase),
                TypedW2Tag::Charge => frame.charge.value().map(__rt::erase),
                TypedW2Tag::Ship => frame.shipment.value().map(__rt::erase),
                _ => __rt::None,
            }
            .unwrap_or_default(),
            _ => __rt::Value::Null,
        })
    }

    #[inline]
    fn finish(&self, frame: &mut TypedW2Frame) -> __rt::Result<Receipt, __rt::Failure> {
        frame.receipt.take()
    }

    fn finish_json(&self, frame: &mut TypedW2Frame) -> __rt::Result<Vec<u8>, __rt::Failure> {
        __rt::encode_json(&frame.receipt.take()?)
    }
}

impl TypedW2 {
    /// The state an execution is in, with its data.
    pub fn view<'a>(&self, frame: &'a TypedW2Frame) -> Option<TypedW2State<'a>> {
        __rt::Some(match frame.state {
            TypedW2Tag::Validate => TypedW2State::Validate { order: frame.order.value()? },
            TypedW2Tag::Charge => TypedW2State::Charge {
                order: frame.order.value()?,
                validation: frame.validation.value()?,
            },
            TypedW2Tag::IsCharged => TypedW2State::IsCharged {
                order: frame.order.value()?,
                validation: frame.validation.value()?,
                charge: frame.charge.value()?,
            },
            TypedW2Tag::Ship => TypedW2State::Ship {
                order: frame.order.value()?,
                validation: frame.validation.value()?,
                charge: frame.charge.value()?,
            },
            TypedW2Tag::Compensate => TypedW2State::Compensate {
                order: frame.order.value()?,
                error: frame.error.value()?,
            },
            TypedW2Tag::Done => TypedW2State::Done { receipt: frame.receipt.value()? },
            TypedW2Tag::Refused => TypedW2State::Refused { receipt: frame.receipt.value()? },
        })
    }
}

impl<T: TypedW2Tasks> __rt::Dispatch<T> for TypedW2 {
    #[inline]
    async fn call<'a>(
        &'a self,
        frame: &'a mut TypedW2Frame,
        tasks: &'a T,
        cx: &'a __rt::TaskContext<'_>,
    ) -> __rt::Result<__rt::Called, __rt::Failure> {
        match frame.state {
            TypedW2Tag::Validate => {
                let result = tasks.validate(cx, frame.order.get()?).await?;
                frame.validation.put(result);
            }
            TypedW2Tag::Charge => {
                let result = tasks.charge(cx, frame.order.get()?).await?;
                frame.charge.put(result);
            }
            TypedW2Tag::Ship => {
                let result = tasks.ship(cx, frame.order.get()?).await?;
                frame.shipment.put(result);
            }
            _ => {}
        }
        __rt::Ok(__rt::Called::Done)
    }
}
