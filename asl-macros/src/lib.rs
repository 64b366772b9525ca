//! asl-macros
