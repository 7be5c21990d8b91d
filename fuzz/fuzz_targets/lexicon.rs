//! A lexicon from a stranger, and a text that it is used on.
#![no_main]

use banmian::tags::Lexicon;
use banmian::{Options, analyze};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "渡口镇修桥完工\n渡口日报讯（记者 陆小满）镇长白石川说，桥昨日通行。\n";

fuzz_target!(|file: &str| {
    match Lexicon::parse(file) {
        Ok(lexicon) => drop(analyze(TEXT, &Options { lexicon, all_themes: true })),
        Err(lines) => assert!(!format!("{lines:?}").is_empty()),
    }
});
