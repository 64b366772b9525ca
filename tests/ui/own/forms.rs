//! Forms of `sfn!` that are not supported yet.

sfn::sfn! {
    pub machine Dsl(order: u8) -> u8 {
        start => Check(order);
        state Check(order: u8) = succeed order;
    }
}

fn main() {}
