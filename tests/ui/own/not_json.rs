//! Text that is not JSON, not UTF-8, not there at all.

sfn::sfn! {
    machine NotJson from "../definitions/not_json.asl.json";
    machine NotUtf8 from "../definitions/not_utf8.asl.json";
    machine Empty from "../definitions/empty.asl.json";
}

fn main() {}
