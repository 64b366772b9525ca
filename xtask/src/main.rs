//! Cargo tasks of this project.
fn main() {}
