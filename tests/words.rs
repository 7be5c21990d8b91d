//! Word segmentation: the golden table, and what holds for every text.

use banmian::tags::lexicon::{Entry, Lexicon, WordKind};
use banmian::words::{boundary, split, split_with};
use proptest::prelude::*;

#[derive(serde::Deserialize)]
struct Table {
    case: Vec<Case>,
    cut: Vec<Cut>,
}

#[derive(serde::Deserialize)]
struct Case {
    why: String,
    text: String,
    words: String,
    #[serde(default)]
    lexicon: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Cut {
    left: String,
    right: String,
    inside: bool,
}

fn table() -> Table {
    toml::from_str(include_str!("data/words.toml")).expect("the table is TOML")
}

fn lexicon(words: &[String]) -> Lexicon {
    let entry = |word: &String| Entry { word: word.clone(), kind: WordKind::Word, name: word.clone() };
    Lexicon::new(words.iter().map(entry).collect())
}

/// The words with a space between two; white space itself stands as `|`.
fn shown(text: &str, lexicon: &Lexicon) -> String {
    let words: Vec<&str> = split_with(text, lexicon)
        .into_iter()
        .map(|word| if word.of(text).trim().is_empty() { "|" } else { word.of(text) })
        .collect();
    words.join(" ")
}

#[test]
fn sentences_have_their_words() {
    for case in table().case {
        assert_eq!(shown(&case.text, &lexicon(&case.lexicon)), case.words, "{}", case.why);
    }
}

#[test]
fn cuts_inside_words_are_known() {
    for Cut { left, right, inside } in table().cut {
        let score = boundary(&left, &right);
        assert_eq!(score < 0.0, inside, "{left}|{right}: {score}");
    }
}

#[test]
fn a_cut_without_a_side_says_nothing() {
    assert_eq!(boundary("", "限"), 0.0);
    assert_eq!(boundary("机遇无", " \n"), 0.0);
}

/// Words follow one another without gaps from the start of the text to its end, and none is empty.
fn check_whole(text: &str, lexicon: &Lexicon) {
    let mut at = 0;
    for word in split_with(text, lexicon) {
        assert_eq!(word.start, at, "{text:?}");
        assert!(word.end > at && text.is_char_boundary(word.end), "{text:?}");
        at = word.end;
    }
    assert_eq!(at, text.len(), "{text:?}");
}

#[test]
fn odd_texts_are_whole() {
    for text in [
        "",
        " ",
        "\n\n",
        "。",
        "”",
        "\u{fffd}",
        "\0",
        "a",
        "中",
        "😀",
        "👨\u{200d}👩\u{200d}👧在看报",
        "𠮷野家",
        "e\u{301}",
        "\u{feff}标题",
        "（",
        "１",
        "𝟙𝟚",
    ] {
        check_whole(text, &Lexicon::default());
    }
}

#[test]
fn characters_made_of_several_stay_whole() {
    assert_eq!(shown("👨\u{200d}👩\u{200d}👧", &Lexicon::default()), "👨\u{200d}👩\u{200d}👧");
    assert_eq!(shown("e\u{301}e\u{301}", &Lexicon::default()), "e\u{301}e\u{301}");
}

#[test]
fn five_megabytes_without_a_line_end_are_read() {
    let marks = "全市经济平稳增长，居民收入不断提高。".repeat(2_500_000 / 54);
    let bare = "长江".repeat(2_500_000 / 6);
    check_whole(&(marks + &bare), &Lexicon::default());
}

#[test]
fn white_space_parts_words() {
    let text = "发展 \u{3000}\n机遇";
    let words: Vec<&str> = split(text).iter().map(|word| word.of(text)).collect();
    assert_eq!(words, ["发展", " \u{3000}\n", "机遇"]);
}

proptest! {
    #[test]
    fn any_text_is_whole(text in any::<String>()) {
        check_whole(&text, &Lexicon::default());
    }

    #[test]
    fn chinese_text_is_whole(text in "[一二三经济发展人民的了在，。“” \u{3000}\n１a9😀長經]{0,80}", user in "[经济發展a1 ]{1,4}") {
        check_whole(&text, &lexicon(&[user]));
    }

    #[test]
    fn boundary_is_a_number(left in any::<String>(), right in any::<String>()) {
        prop_assert!(boundary(&left, &right).is_finite());
    }
}
