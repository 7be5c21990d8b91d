//! Runs the table of wrapped texts: `tests/data/wraps.toml`.

use banmian::page::{lines, paragraphs};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    situation: String,
    /// Read wrongly so far.
    #[serde(default)]
    unsolved: bool,
    text: String,
    paragraphs: Vec<String>,
}

#[test]
fn lines_broken_at_a_width() {
    let table: Table = toml::from_str(include_str!("data/wraps.toml")).expect("the table is TOML");
    let failures: Vec<String> = table.case.iter().filter_map(differs).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn differs(case: &Case) -> Option<String> {
    let fragments = paragraphs::paragraphs(&case.text, &lines::lines(&case.text));
    let shown: Vec<String> = fragments.into_iter().map(|fragment| fragment.passage.text).collect();
    let right = shown == case.paragraphs;
    if case.unsolved {
        return right.then(|| format!("{}\n  is solved: take off `unsolved`", case.situation));
    }
    (!right).then(|| {
        let (wanted, got) = (case.paragraphs.join("\n    "), shown.join("\n    "));
        format!("{}\n  wanted\n    {wanted}\n  got\n    {got}", case.situation)
    })
}
