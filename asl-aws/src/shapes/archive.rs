//! The file that has the models of all services, each compressed by itself and read when it is first
//! asked for.
//!
//! Four bytes have the length of the index, least significant first; the index follows, a line for
//! each service: its name, where its model begins after the index, and the model's length.

use std::collections::HashMap;
use std::io::Read;
use std::sync::{LazyLock, OnceLock};

use flate2::read::DeflateDecoder;

use super::model::Service;

static DATA: &[u8] = include_bytes!("../../data/shapes.bin");

static INDEX: LazyLock<HashMap<&'static str, Entry>> =
    LazyLock::new(|| index(DATA).unwrap_or_default());

struct Entry {
    compressed: &'static [u8],
    service: OnceLock<Option<Service>>,
}

/// The model of a service, by the name that `aws-sdk` integrations have for it.
pub(super) fn service(name: &str) -> Option<&'static Service> {
    let entry = INDEX.get(name)?;
    entry.service.get_or_init(|| read(entry.compressed)).as_ref()
}

/// The names of all services.
#[cfg(test)]
pub(super) fn services() -> impl Iterator<Item = &'static str> {
    INDEX.keys().copied()
}

fn index(data: &'static [u8]) -> Option<HashMap<&'static str, Entry>> {
    let (length, rest) = data.split_first_chunk()?;
    let (index, models) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let entry = |line: &'static str| {
        let mut words = line.split(' ');
        let name = words.next()?;
        let start: usize = words.next()?.parse().ok()?;
        let length: usize = words.next()?.parse().ok()?;
        let compressed = models.get(start..start + length)?;
        Some((name, Entry { compressed, service: OnceLock::new() }))
    };
    str::from_utf8(index).ok()?.lines().map(entry).collect()
}

fn read(compressed: &[u8]) -> Option<Service> {
    let mut text = String::new();
    DeflateDecoder::new(compressed).read_to_string(&mut text).ok()?;
    Service::read(&text)
}
