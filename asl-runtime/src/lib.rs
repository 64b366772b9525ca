//! asl-runtime
