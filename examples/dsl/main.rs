//! Ten workflows in the typed DSL of `sfn!`, each played through its ways on a clock whose days take
//! no time. Each asserts what comes of it.
//!
//! ```text
//! cargo run --example dsl                    # all
//! cargo run --example dsl -- polling loan    # some
//! ```

mod approval;
mod gather;
mod import;
mod ingestion;
mod loan;
mod media;
mod onboarding;
mod order_saga;
mod polling;
mod rollout;
mod stage;

use std::error::Error;

const NAMES: [&str; 10] = [
    "order_saga",
    "approval",
    "gather",
    "polling",
    "ingestion",
    "media",
    "loan",
    "onboarding",
    "import",
    "rollout",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = asked.iter().find(|name| !NAMES.contains(&name.as_str())) {
        return Err(format!("there is no example `{unknown}`: {}", NAMES.join(", ")).into());
    }
    for name in NAMES.iter().filter(|name| asked.is_empty() || asked.iter().any(|a| a == **name)) {
        match *name {
            "order_saga" => order_saga::run().await?,
            "approval" => approval::run().await?,
            "gather" => gather::run().await?,
            "polling" => polling::run().await?,
            "ingestion" => ingestion::run().await?,
            "media" => media::run().await?,
            "loan" => loan::run().await?,
            "onboarding" => onboarding::run().await?,
            "import" => import::run().await?,
            _ => rollout::run().await?,
        }
    }
    Ok(())
}
