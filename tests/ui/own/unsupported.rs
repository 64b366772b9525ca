//! What the language has and the compiler has not yet.

sfn::sfn! {
    pub machine Order from "../definitions/unsupported.asl.json";
}

fn main() {}
