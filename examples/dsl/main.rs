//! Workflows in the typed DSL of `sfn!`.

mod order_saga;

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    order_saga::run().await
}
