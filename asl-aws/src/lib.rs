//! What AWS's services answer, as Step Functions sees it.
//!
//! The data is derived from the service models of [botocore](https://github.com/boto/botocore),
//! which Amazon publishes under the Apache License 2.0: see the file `NOTICE`. `cargo xtask
//! aws-shapes` writes it.

pub mod shapes;
