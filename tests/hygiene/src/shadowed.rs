//! Every name of the prelude and of the facade is something else here.

#![allow(non_camel_case_types, reason = "primitive types are shadowed too")]

macro_rules! types {
    ($($name:ident)*) => { $(
        /// Shadows a name.
        #[derive(Debug)]
        pub struct $name;
    )* };
}

macro_rules! traits {
    ($($name:ident)*) => { $(
        /// Shadows a name.
        pub trait $name {}
    )* };
}

macro_rules! modules {
    ($($name:ident)*) => { $(
        /// Shadows a name.
        pub mod $name {}
    )* };
}

types! {
    Result Option String Vec Box Some None Ok Err Rc Arc Cow LazyLock Duration NonZeroU32 Infallible
    u8 u16 u32 u64 usize i32 i64 f64 bool char str
    Value Number Object Str Path Member Index Literal Timestamp
    TaskContext TaskError TaskToken TaskRequest TaskInfo TaskPattern Answer Called Either
    Event Command Definition ExecutionType Failure Given Jitter Pause Retrier Retries Slot StateInfo
    StateType StepContext Datum Engine Workflow Run Start Step Tag Frame
}

traits! {
    Send Sync Sized Copy Clone Default Drop Fn FnMut FnOnce From Into AsRef Iterator Future
    Debug Display PartialEq Eq Hash ToString ToOwned StateMachine Dispatch TaskHandler Observer
}

modules! {
    std core alloc sfn rt __rt __private data asl_runtime serde
}

macro_rules! nothing {
    ($($name:ident)*) => { $(
        #[allow(unused_macros, reason = "it only shadows")]
        macro_rules! $name { () => { compile_error!("not this one") }; }
    )* };
}

nothing! { include_bytes include_str concat vec format matches panic assert json }

::sfn::sfn! {
    /// A machine with every type of state.
    pub machine Shadowed from "definitions/every_type.asl.json";

    /// The same with types.
    pub machine Typed(input: ::sfn::Value) -> ::std::option::Option<::sfn::Value>
        from "definitions/every_type.asl.json"
    {
        tasks {
            lambda "work" => async fn work(&::sfn::Value) -> ::core::result::Result<::sfn::Value, ::sfn::TaskError>;
            activity "ask" => async fn ask() -> ();
        }
    }
}

/// Serves both.
#[derive(Debug)]
pub struct Shop;

impl ShadowedTasks for Shop {
    async fn work(
        &self,
        _: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> ::core::result::Result<::sfn::Value, ::sfn::TaskError> {
        ::core::result::Result::Ok(::core::clone::Clone::clone(input))
    }

    async fn ask(
        &self,
        _: &::sfn::TaskContext<'_>,
        _: &::sfn::Value,
    ) -> ::core::result::Result<::sfn::Answer<::sfn::Value>, ::sfn::TaskError> {
        ::core::result::Result::Ok(::sfn::Answer::Done(::sfn::Value::Null))
    }
}

impl TypedTasks for Shop {
    async fn work(
        &self,
        _: &::sfn::TaskContext<'_>,
        input: &::sfn::Value,
    ) -> ::core::result::Result<::sfn::Value, ::sfn::TaskError> {
        ::core::result::Result::Ok(::core::clone::Clone::clone(input))
    }

    async fn ask(
        &self,
        _: &::sfn::TaskContext<'_>,
    ) -> ::core::result::Result<::sfn::Answer<()>, ::sfn::TaskError> {
        ::core::result::Result::Ok(::sfn::Answer::Done(()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Shadowed, Shop};

    #[test]
    fn it_runs() {
        let output = crate::run(Shadowed, Shop, ::sfn::json!({ "n": 3 }));
        ::std::assert_eq!(output, ::std::result::Result::Ok(::sfn::json!({ "n": 3, "text": "3" })));
    }
}
