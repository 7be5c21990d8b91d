//! Any bytes are a text or are refused.
#![no_main]

use banmian::text::decode::decode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(decoded) = decode(bytes) {
        assert!(decoded.text.len() <= bytes.len().saturating_mul(3) + 3);
    }
});
