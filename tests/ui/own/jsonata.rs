//! What is wrong with an expression is shown at its place in there.

sfn::sfn! {
    pub machine Order from "../definitions/jsonata.asl.json";
}

fn main() {}
