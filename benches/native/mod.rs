//! The benchmark workflows as a Rust programmer would write them by hand.

pub mod typed;
pub mod value;

/// An error name and a cause.
pub type Error = (String, String);

fn error(name: &str, cause: &str) -> Error {
    (name.into(), cause.into())
}

/// Retries `call` twice on `Transient`, one second apart.
macro_rules! with_retry {
    ($call:expr) => {{
        let mut retries = 0;
        loop {
            match $call.await {
                Err((name, _)) if name == "Transient" && retries < 2 => {
                    retries += 1;
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                }
                ended => break ended,
            }
        }
    }};
}
pub(crate) use with_retry;
