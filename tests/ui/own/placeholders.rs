//! Placeholders without a value, and with one that does not fit.

sfn::sfn! {
    machine Nothing from "../definitions/placeholders.asl.json";

    machine Wrong from "../definitions/placeholders.asl.json" {
        substitute { Region = "eu-west-1", Limit = "thirty" }
    }
}

fn main() {}
