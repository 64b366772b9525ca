//! Mistakes in the head of a machine.

sfn::sfn! {
    pub machine Order form "../definitions/order.asl.json";
    #[expres]
    machine Fast from "../definitions/order.asl.json";
    machine Borrowed(order: &Vec<u8>) -> &Vec<u8> from "../definitions/order.asl.json";
    machine Two(a: u8, b: u8) from "../definitions/order.asl.json";
    machine Tasks from "../definitions/order.asl.json" {
        tasks { lambda "charge" => fn charge(u8); }
        task { }
    }
}

fn main() {}
