//! Runs the golden tables of a page's parts: `tests/data/{bylines,datelines,mastheads,sheets,wraps}.toml`.

use banmian::Span;
use banmian::page::{Article, Block, Credit, Role, fields, lines, names, paragraphs, signs};
use banmian::text::Passage;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table<T> {
    case: Vec<T>,
}

/// Fails with everything that a table says otherwise, a line a case.
fn check<T: for<'de> Deserialize<'de>>(file: &str, differs: impl Fn(&T) -> Option<String>) {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the table is there");
    let cases = toml::from_str::<Table<T>>(&text).expect("the table is TOML").case;
    let failures: Vec<String> = cases.iter().filter_map(differs).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn unless_equal(text: &str, shown: &str, expected: &str) -> Option<String> {
    (shown != expected).then(|| format!("{text}\n  wanted {expected}\n  got    {shown}"))
}

#[derive(Deserialize)]
struct Byline {
    text: String,
    credits: String,
}

#[test]
fn names_in_credits() {
    check("bylines.toml", |case: &Byline| {
        let shown = |found: &names::Credited| {
            let name: String = found.span.of(&case.text).split_whitespace().collect();
            let role = found.role.as_deref().unwrap_or("-").replace(' ', "_");
            let organization = found.organization.as_deref().map(|o| format!("@{o}")).unwrap_or_default();
            format!("{name}:{role}{organization}")
        };
        let all: Vec<String> = names::credited(&case.text).iter().map(shown).collect();
        unless_equal(&case.text, &all.join(" "), &case.credits)
    });
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Dateline {
    credit: String,
    body: String,
    then: String,
    caption: String,
    dateline: String,
    byline: String,
    from: String,
    to: String,
}

#[test]
fn fields_of_articles() {
    check("datelines.toml", |case: &Dateline| {
        let parts = [
            (Role::Credit, &case.credit),
            (Role::Body, &case.body),
            (Role::Body, &case.then),
            (Role::Caption, &case.caption),
        ];
        let article = filled(parts.into_iter().filter(|(_, text)| !text.is_empty()));
        let or_dash = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        let dateline = article.dateline.as_ref();
        let dateline =
            dateline.map(|d| [&d.agency, &d.place, &d.date].map(or_dash).join(" ")).unwrap_or_default();
        let credit = |c: &Credit| format!("{} {}", or_dash(&c.role), c.name);
        let byline: Vec<String> = article.byline.iter().map(credit).collect();
        let continued = article.continued.unwrap_or_default();
        let shown = [
            dateline,
            byline.join(", "),
            continued.from.unwrap_or_default(),
            continued.to.unwrap_or_default(),
        ];
        let expected = [&case.dateline, &case.byline, &case.from, &case.to];
        unless_equal(&case.body, &shown.join(" | "), &expected.map(String::as_str).join(" | "))
    });
}

/// An article of one block a text, its fields read.
fn filled<'c>(parts: impl Iterator<Item = (Role, &'c String)>) -> Article {
    let mut article = Article::default();
    for (role, text) in parts {
        let all = Span::new(0, text.len());
        article.blocks.push(Block { role, passage: Passage::new(text, all), ink: vec![all] });
    }
    fields::fill(&mut article);
    article
}

#[derive(Deserialize)]
struct Line {
    text: String,
    signs: String,
}

#[test]
fn signs_of_the_page() {
    check("mastheads.toml", |case: &Line| {
        let signs = signs::signs(&case.text);
        let parts = [signs.paper, signs.date.as_deref(), signs.label];
        unless_equal(&case.text, &parts.map(|part| part.unwrap_or("-")).join(" "), &case.signs)
    });
}

#[derive(Deserialize)]
struct Wrap {
    situation: String,
    /// Read wrongly so far.
    #[serde(default)]
    unsolved: bool,
    text: String,
    paragraphs: Vec<String>,
}

#[test]
fn lines_broken_at_a_width() {
    check("wraps.toml", |case: &Wrap| {
        let fragments = paragraphs::paragraphs(&case.text, &lines::lines(&case.text));
        let shown: Vec<String> = fragments.into_iter().map(|fragment| fragment.passage.text).collect();
        let differs =
            unless_equal(&case.situation, &shown.join("\n         "), &case.paragraphs.join("\n         "));
        match (case.unsolved, differs) {
            (true, None) => Some(format!("{}\n  is solved: take off `unsolved`", case.situation)),
            (true, Some(_)) => None,
            (false, differs) => differs,
        }
    });
}

#[derive(Deserialize)]
struct Sheets {
    situation: String,
    text: String,
    pages: Vec<String>,
}

#[test]
fn pages_of_a_text() {
    check("sheets.toml", |case: &Sheets| {
        let page = banmian::analyze(&case.text, &banmian::Options::default()).page;
        let title = |article: &Article| {
            let title = article.blocks.iter().find(|block| block.role == Role::Title);
            title.map_or("-", |block| block.passage.text.as_str()).to_owned()
        };
        let shown = page.sheets.iter().map(|sheet| {
            let masthead = sheet.masthead.clone().unwrap_or_default();
            let label = masthead.page.or(masthead.date).unwrap_or_else(|| "-".to_owned());
            let titles: Vec<String> = page.articles[sheet.articles.clone()].iter().map(title).collect();
            format!("{label}: {}", titles.join("，"))
        });
        let shown: Vec<String> = shown.collect();
        unless_equal(&case.situation, &shown.join("\n         "), &case.pages.join("\n         "))
    });
}
