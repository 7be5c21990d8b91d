//! Runs the golden tables of tags: `tests/data/{tags,people,dates,lexicon}.toml`.

use std::collections::BTreeMap;

use banmian::Span;
use banmian::page::{Article, Block, Credit, Masthead, Page, Role};
use banmian::tags::{self, Entity, Kind, Lexicon};
use banmian::text::Passage;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table<T> {
    case: Vec<T>,
}

fn cases<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the table is there");
    toml::from_str::<Table<T>>(&text).expect("the table is TOML").case
}

/// Fails with everything that went wrong, a line a case.
fn all_right(failures: &[String]) {
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Person => '人',
        Kind::Place => '地',
        Kind::Organization => '机',
        Kind::Date => '时',
        Kind::Work => '书',
        Kind::Term => '语',
    }
}

#[derive(Deserialize)]
struct TagCase {
    name: String,
    text: String,
    #[serde(default)]
    all: bool,
}

/// Puts the marks of the tables into `text`.
fn marked(text: &str, keep: impl Fn(Kind) -> bool) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for tag in tags::tag(text, &Lexicon::default()).into_iter().filter(|tag| keep(tag.kind)) {
        out += &text[at..tag.span.start];
        out += &format!("〔{} {}〕", letter(tag.kind), tag.span.of(text));
        at = tag.span.end;
    }
    out + &text[at..]
}

fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '〔' => drop(chars.by_ref().nth(1)),
            '〕' => {}
            _ => out.push(c),
        }
    }
    out
}

#[test]
fn tags_of_single_texts() {
    let names = |kind| matches!(kind, Kind::Person | Kind::Place | Kind::Organization);
    let check = |case: &TagCase| {
        let keep = |kind| case.all || names(kind);
        let got = marked(&plain(&case.text), keep);
        (got != case.text).then(|| format!("{}: expected {} got {got}", case.name, case.text))
    };
    all_right(&cases::<TagCase>("tags.toml").iter().filter_map(check).collect::<Vec<_>>());
}

/// A page of one article with these paragraphs.
fn page(blocks: &[String], byline: &[String], issue: Option<&str>) -> Page {
    let text = blocks.concat();
    let mut article = Article::default();
    let mut at = 0;
    for block in blocks {
        let span = Span::new(at, at + block.len());
        article.blocks.push(Block { role: Role::Body, passage: Passage::new(&text, span), ink: vec![span] });
        at = span.end;
    }
    for name in byline {
        let start = text.find(name.as_str()).expect("the byline stands in a block");
        let span = Span::new(start, start + name.len());
        article.byline.push(Credit {
            name: name.clone(),
            role: Some("记者".into()),
            organization: None,
            span,
        });
    }
    let masthead = issue.map(|date| Masthead { date: Some(date.to_owned()), ..Masthead::default() });
    Page { masthead, articles: vec![article], ..Page::default() }
}

#[derive(Deserialize)]
struct PeopleCase {
    name: String,
    blocks: Vec<String>,
    #[serde(default)]
    byline: Vec<String>,
    expect: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    mentions: BTreeMap<String, usize>,
}

fn line(entity: &Entity) -> String {
    let or_dash =
        |list: Vec<String>, mark: &str| if list.is_empty() { "-".to_owned() } else { list.join(mark) };
    let role =
        |role: &tags::PersonRole| format!("{} @ {}", role.title, role.organization.as_deref().unwrap_or("-"));
    let roles = or_dash(entity.roles.iter().map(role).collect(), "; ");
    format!("{} {} | {} | {roles}", letter(entity.kind), entity.name, or_dash(entity.aliases.clone(), ", "))
}

#[test]
fn entities_of_pages() {
    let mut failures = Vec::new();
    for case in cases::<PeopleCase>("people.toml") {
        let entities = tags::entities(&page(&case.blocks, &case.byline, None), &Lexicon::default());
        let lines: Vec<String> = entities.iter().map(line).collect();
        for want in case.expect.iter().filter(|want| !lines.contains(want)) {
            failures.push(format!("{}: no {want} in {lines:?}", case.name));
        }
        for name in &case.absent {
            if entities.iter().any(|e| e.name == *name || e.aliases.contains(name)) {
                failures.push(format!("{}: {name} is there", case.name));
            }
        }
        for (name, want) in &case.mentions {
            let got = entities.iter().find(|e| e.name == *name).map_or(0, |e| e.mentions.len());
            if got != *want {
                failures.push(format!("{}: {name} {got} times, expected {want}", case.name));
            }
        }
    }
    all_right(&failures);
}

#[derive(Deserialize)]
struct DateCase {
    name: String,
    issue: Option<String>,
    text: String,
    dates: Vec<String>,
}

#[test]
fn dates_of_pages() {
    let check = |case: &DateCase| {
        let page = page(std::slice::from_ref(&case.text), &[], case.issue.as_deref());
        let mut got = Vec::new();
        for entity in tags::entities(&page, &Lexicon::default()) {
            let value = entity.value.as_deref().unwrap_or("-");
            got.extend(
                entity
                    .mentions
                    .iter()
                    .filter(|_| entity.kind == Kind::Date)
                    .map(|mention| (mention.at, format!("{} = {value}", page.text(mention.at)))),
            );
        }
        got.sort();
        let got: Vec<String> = got.into_iter().map(|(_, date)| date).collect();
        (got != case.dates).then(|| format!("{}: expected {:?} got {got:?}", case.name, case.dates))
    };
    all_right(&cases::<DateCase>("dates.toml").iter().filter_map(check).collect::<Vec<_>>());
}

#[derive(Deserialize)]
struct LexiconCase {
    name: String,
    text: String,
    #[serde(default)]
    bad: Vec<usize>,
    #[serde(default)]
    page: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[test]
fn lexicons() {
    let check = |case: &LexiconCase| {
        let lexicon = match Lexicon::parse(&case.text) {
            Ok(lexicon) => lexicon,
            Err(bad) => {
                let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
                return (lines != case.bad).then(|| format!("{}: {bad:?}", case.name));
            }
        };
        let forced = tags::tag(&case.page, &lexicon).into_iter().filter(|tag| tag.by == tags::By::Lexicon);
        let got: Vec<String> =
            forced.map(|tag| format!("{} {}", tag.span.of(&case.page), letter(tag.kind))).collect();
        (got != case.tags || !case.bad.is_empty()).then(|| format!("{}: {got:?}", case.name))
    };
    all_right(&cases::<LexiconCase>("lexicon.toml").iter().filter_map(check).collect::<Vec<_>>());
}

#[test]
fn tags_are_ordered_and_disjoint_on_any_text() {
    let texts = [
        "",
        "。",
        "《《“”》",
        "“（《",
        "市委书记",
        "·王·",
        "１２年月日",
        "𠮷野家王\u{200b}小明\r\n",
        "3—4—5日至",
        "、、等企业",
        "年年有余一日三餐十月十日十",
        "（（集团）公司）有限公司",
        "王某某某某某",
        "\u{feff}\u{3000}记者 \u{3000}李",
    ];
    for text in texts {
        let mut end = 0;
        for tag in tags::tag(text, &Lexicon::default()) {
            assert!(tag.span.start >= end && tag.span.end > tag.span.start, "{text}");
            assert!(!tag.span.of(text).is_empty());
            end = tag.span.end;
        }
    }
}

/// The word stands across the end of a line that a fixed width has made.
#[test]
fn a_lexicon_word_is_found_across_a_line_end() {
    let text = "云州举行秋季农产品展\n　　云州日报讯 展会昨天在城南开幕，\n白鹭谷合作联社带来了新米和菜油，前来选购\n的市民排起了长队，摊主们忙得不亦乐乎，白\n鹭谷合作联社的展台前人最多，新米很快售完。\n";
    let lexicon = Lexicon::parse("白鹭谷合作联社,机构\n").expect("the lexicon is right");
    let analysis = banmian::analyze(text, &banmian::Options { lexicon, ..Default::default() });
    let body = analysis.entities.iter().find(|entity| entity.name == "白鹭谷合作联社").expect("it is there");
    assert_eq!(body.mentions.len(), 2);
    assert!(body.mentions.iter().all(|mention| mention.by == tags::By::Lexicon));
}

fn places(text: &str) -> Vec<String> {
    let analysis = banmian::analyze(text, &banmian::Options::default());
    let places = analysis.entities.iter().filter(|entity| entity.kind == Kind::Place);
    places.map(|entity| entity.name.clone()).collect()
}

#[test]
fn the_place_of_the_paper_is_known_without_a_table() {
    let page = |paper: &str, name: &str| {
        format!(
            "{paper}\n2025年3月1日 星期六 第01版\n\n# 客商看好本地\n\n{paper}讯（记者 陆小满）多家企业计划在{name}建厂，希望更多\
             项目向{name}聚集。考察团昨日来到港口，了解货物吞吐量和区位条件，双方就用地、用电等事项深入交换了意见。\n"
        )
    };
    assert!(places(&page("汐川日报", "汐川")).contains(&"汐川".to_owned()));
    assert!(!places(&page("光明日报", "光明")).contains(&"光明".to_owned()));
}
