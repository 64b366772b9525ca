//! Amazon States Language, compiled to Rust.

pub use asl_runtime::*;

#[doc(hidden)]
pub mod __private {
    pub use asl_macros::sfn_with_facade;
    pub use asl_runtime::generated::*;
}

/// Compiles state machines at build time.
#[macro_export]
macro_rules! sfn {
    ($($tokens:tt)*) => {
        $crate::__private::sfn_with_facade! { [$crate] $($tokens)* }
    };
}
