//! Workflows in the typed DSL of `sfn!`.

mod order_saga;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    order_saga::run().await;
}
