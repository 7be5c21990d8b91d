//! Any line of a stream is answered by one line of JSON: a report or an error, never both.
#![no_main]

#[path = "../../src/command/answer.rs"]
#[allow(dead_code, reason = "the command uses more of it")]
mod answer;

use banmian::Options;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let line = answer::answer(&String::from_utf8_lossy(bytes), &Options::default());
    assert_eq!(line.iter().position(|&byte| byte == b'\n'), Some(line.len() - 1));
    let said: Value = serde_json::from_slice(&line).expect("an answer is JSON");
    assert!(said.get("id").is_some() && said.get("report").is_some() != said.get("error").is_some());
});
