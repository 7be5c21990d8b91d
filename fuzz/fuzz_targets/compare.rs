//! Reports from a stranger.
#![no_main]

use banmian::compare::{Stored, compare};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reports) = serde_json::from_slice::<Vec<Stored>>(bytes) {
        let _ = compare(&reports);
    }
});
