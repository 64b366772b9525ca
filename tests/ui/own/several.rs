//! All findings are reported at once.

sfn::sfn! {
    pub machine Order from "../definitions/several.asl.json";
}

fn main() {}
