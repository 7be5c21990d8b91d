//! Any text: no panic, every character accounted for once, every span on the borders of characters.
#![no_main]

use banmian::{Options, Report, analyze};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let analysis = analyze(text, &Options::default());
    let mut taken = vec![0u8; text.len()];
    let mut take = |span: banmian::Span| {
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
        taken[span.start..span.end].iter_mut().for_each(|n| *n = n.saturating_add(1));
    };
    for (_, _, block) in analysis.page.blocks() {
        block.ink.iter().copied().for_each(&mut take);
    }
    for unplaced in &analysis.page.unplaced {
        unplaced.spans.iter().copied().for_each(&mut take);
    }
    for (at, c) in text.char_indices() {
        assert!(taken[at] <= 1, "{c:?} at {at} stands in two places");
        assert!(taken[at] == 1 || !c.is_alphanumeric(), "{c:?} at {at} is lost");
    }
    let _ = Report::new(&analysis, None);
});
