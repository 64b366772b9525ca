//! Values that no placeholder takes.

sfn::sfn! {
    machine Misspelt from "../definitions/placeholders.asl.json" {
        substitute { Reigon = "eu-west-1", Limit = 30, Table = "orders" }
    }
}

fn main() {}
