//! Forms of `sfn!` that are not supported yet.

sfn::sfn! {
    types crate::model from "src/model.rs";

    machine Outer(order: u8) -> u8 {
        start => Ship(order);
        state Ship(order: u8) = pass => Done(order);
        state Done(shipped: u8) = succeed shipped;
    }
}

fn main() {}
