//! asl-codegen
