//! Themes on labelled pages: tests/data/themes.toml.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use banmian::page::Page;
use banmian::tags::lexicon::{Entry, WordKind};
use banmian::tags::{Entity, Kind, Lexicon};
use banmian::themes::{self, Gist, Origin, Theme};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    page: Vec<Case>,
}

/// One page with what an editor would name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Theme and the articles it must be found in, counted from 1.
    themes: BTreeMap<String, Vec<usize>>,
    #[serde(default)]
    not_themes: Vec<String>,
    /// The category of each article.
    #[serde(default)]
    categories: Vec<String>,
    /// The user's words.
    #[serde(default)]
    lexicon: String,
    /// Themes that stand nowhere and are reported for that when asked for.
    #[serde(default)]
    unmentioned: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    organizations: Vec<String>,
    articles: Vec<String>,
}

fn cases() -> Vec<Case> {
    toml::from_str::<Table>(include_str!("data/themes.toml")).expect("a readable table").page
}

impl Case {
    fn words(&self) -> Lexicon {
        Lexicon::parse(&self.lexicon).expect("a readable lexicon")
    }

    fn read(&self) -> (Page, Vec<Entity>, Gist) {
        let page = support::page(&self.articles);
        let kinds = [
            (Kind::Person, &self.people),
            (Kind::Place, &self.places),
            (Kind::Organization, &self.organizations),
        ];
        let entities: Vec<Entity> = kinds
            .iter()
            .flat_map(|(kind, names)| names.iter().map(|name| support::entity(&page, *kind, name)))
            .collect();
        let gist = themes::read(&page, &entities, &self.words());
        (page, entities, gist)
    }
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| !"“”‘’「」『』".contains(*c)).collect()
}

fn names(theme: &Theme) -> BTreeSet<String> {
    std::iter::once(&theme.name).chain(&theme.variants).map(|n| bare(n)).collect()
}

fn articles(theme: &Theme) -> BTreeSet<usize> {
    theme.mentions.iter().map(|m| m.at.article + 1).collect()
}

#[test]
fn every_labelled_theme_is_found_in_its_articles_and_no_false_one() {
    let mut misses = Vec::new();
    for case in cases() {
        let (_, _, gist) = case.read();
        let list: Vec<&str> = gist.themes.iter().map(|t| t.name.as_str()).collect();
        for (name, wanted) in &case.themes {
            match gist.themes.iter().take(10).find(|t| names(t).contains(name)) {
                None => misses.push(format!("{}: no theme {name} in {list:?}", case.name)),
                Some(theme) if !wanted.iter().all(|a| articles(theme).contains(a)) => {
                    misses.push(format!("{}: {name} in {:?}, not {wanted:?}", case.name, articles(theme)));
                }
                Some(_) => (),
            }
        }
        for name in &case.not_themes {
            if gist.themes.iter().any(|t| names(t).contains(name)) {
                misses.push(format!("{}: {name} is no theme; {list:?}", case.name));
            }
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.join("\n"));
}

#[test]
fn articles_have_their_categories() {
    let mut misses = Vec::new();
    for case in cases() {
        let (_, _, gist) = case.read();
        for (i, wanted) in case.categories.iter().enumerate() {
            let got = gist.articles[i].category.as_ref().map_or("", |c| c.name);
            if got != wanted {
                misses.push(format!("{} {}: {got}, not {wanted}", case.name, i + 1));
            }
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.join("\n"));
}

/// Right and all of one part of tests/data/categories.toml.
fn categorized(part: &str) -> (usize, usize) {
    let table: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("data/categories.toml")).expect("a readable table");
    let articles =
        table[part].iter().flat_map(|(category, articles)| articles.iter().map(move |a| (category, a)));
    let read = articles.map(|(category, article)| {
        let (title, body) = article.split_once('|').expect("a headline and a text");
        let page = support::page(&[format!("标题：{title}\n{body}")]);
        let gist = themes::read(&page, &[], &Lexicon::default());
        gist.articles[0].category.as_ref().is_some_and(|got| got.name == category)
    });
    read.fold((0, 0), |(right, all), yes| (right + usize::from(yes), all + 1))
}

#[test]
fn short_articles_have_their_categories() {
    let (seen, kept) = (categorized("seen"), categorized("kept"));
    assert!(seen.0 * 100 >= seen.1 * 95, "{} of {}", seen.0, seen.1);
    assert!(kept.0 * 100 >= kept.1 * 78, "{} of {}, written after the lists of words", kept.0, kept.1);
}

#[test]
fn every_claim_has_its_place() {
    for case in cases() {
        let (page, _, gist) = case.read();
        for theme in &gist.themes {
            assert!((0.0..=1.0).contains(&theme.score), "{} {}", theme.name, theme.score);
            assert!(!theme.mentions.is_empty(), "{}", theme.name);
            assert!(theme.mentions.windows(2).all(|w| w[0].at < w[1].at), "{}: order", theme.name);
            let proved: BTreeSet<usize> = theme.evidence.iter().map(|at| at.article + 1).collect();
            assert_eq!(proved, articles(theme), "{}: a sentence for each article", theme.name);
            for &at in &theme.evidence {
                let holds = theme.mentions.iter().any(|m| {
                    (m.at.article, m.at.block) == (at.article, at.block) && at.span.contains(m.at.span)
                });
                assert!(holds, "{}: {}", theme.name, page.text(at));
            }
        }
        for (article, gist) in page.articles.iter().zip(&gist.articles) {
            let text: String = article.blocks.iter().map(|b| b.passage.text.as_str()).collect();
            assert!((1..=3).contains(&gist.summary.len()), "one to three sentences");
            for keyword in &gist.keywords {
                assert!(keyword.weight > 0.0 && keyword.weight <= 1.0 && keyword.count > 0, "{keyword:?}");
                let latin = keyword.term.is_ascii();
                assert!(latin || text.contains(&keyword.term), "{} is not in the text", keyword.term);
            }
        }
        assert!(gist.summary.text.trim_end_matches('”').ends_with('。'), "{}", gist.summary.text);
        for quotation in quotations(&gist.summary.text) {
            let plain = quotation.replace(['‘', '’', '“', '”'], "");
            let stands = gist
                .summary
                .evidence
                .iter()
                .any(|&at| page.text(at).replace(['“', '”'], "").contains(&plain));
            assert!(stands, "{quotation} is a sentence of the page that the summary points at");
        }
        let sentences = gist.summary.text.matches('。').count();
        assert!((2..=5).contains(&sentences), "{}", gist.summary.text);
    }
}

/// What a summary quotes after 写道.
fn quotations(summary: &str) -> impl Iterator<Item = &str> {
    summary.split("写道：“").skip(1).filter_map(|rest| rest.split_once("。”")).map(|(quotation, _)| quotation)
}

#[test]
fn the_same_page_reads_the_same_twice() {
    for case in cases() {
        assert_eq!(format!("{:?}", case.read().2), format!("{:?}", case.read().2), "{}", case.name);
    }
}

#[test]
fn the_users_themes_are_always_reported() {
    let page = support::page(&["标题：河堤散步\n老人沿着河堤慢走，孩子在河边放风筝。".to_string()]);
    let entry =
        |word: &str, name: &str| Entry { word: word.into(), kind: WordKind::Theme, name: name.into() };
    let lexicon =
        Lexicon::new(vec![entry("河堤", "亲水生活"), entry("河边", "亲水生活"), entry("海边", "亲海")]);
    let gist = themes::read(&page, &[], &lexicon);
    let own: Vec<&Theme> = gist.themes.iter().filter(|t| t.origin == Origin::Lexicon).collect();
    assert_eq!(own.len(), 1);
    assert_eq!((own[0].name.as_str(), own[0].mentions.len()), ("亲水生活", 3));
}

#[test]
fn the_users_themes_are_reported_without_mentions_if_asked_for() {
    for case in cases() {
        let (_, _, mut gist) = case.read();
        let before = gist.themes.len();
        gist.add_unmentioned(&case.words());
        let added: Vec<&Theme> = gist.themes[before..].iter().collect();
        let names: Vec<&str> = added.iter().map(|theme| theme.name.as_str()).collect();
        assert_eq!(names, case.unmentioned, "{}", case.name);
        assert!(added.iter().all(|theme| theme.score == 0.0 && theme.mentions.is_empty()));
    }
}

#[test]
fn any_page_has_a_summary() {
    let check = |articles: &[&str], expected: &str| {
        let page = support::page(&articles.iter().map(|a| a.to_string()).collect::<Vec<_>>());
        assert_eq!(themes::read(&page, &[], &Lexicon::default()).summary.text, expected);
    };
    check(&[], "没有读出文章。");
    check(&[""], "全文是一篇文章，没有标题。");
    check(&["标题：雨后\n雨停了。"], "全文是一篇文章，题为《雨后》。");
    check(&["标题：雨后\n雨停了。", "雪停了。"], "全版共2篇文章。首篇是《雨后》。没有一个主题贯穿多篇文章。");
}

#[test]
fn a_long_text_on_one_line_is_read() {
    let line = "沿着“港产联动”的路子，把“一张图”画到底，“".repeat(40_000);
    let page = support::page(&[line]);
    let gist = themes::read(&page, &[], &Lexicon::default());
    assert_eq!(gist.articles.len(), 1);
}

#[test]
fn pages_of_many_fields_have_the_themes_an_editor_would_name() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/themes");
    let files =
        std::fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("a file").path());
    let (mut wanted, mut misses, mut bad) = (0, Vec::new(), Vec::new());
    for file in files.filter(|file| file.extension().is_some_and(|e| e == "json")) {
        let read = |file: &std::path::Path| std::fs::read_to_string(file).expect("a readable file");
        let gold: serde_json::Value = serde_json::from_str(&read(&file)).expect("a readable table");
        let text = read(&file.with_extension("txt"));
        let themes = banmian::analyze(&text, &banmian::Options::default()).gist.themes;
        for name in gold["themes"].as_object().expect("themes by name").keys() {
            wanted += 1;
            if !themes.iter().take(10).any(|t| name.split('|').any(|name| names(t).contains(name))) {
                misses.push(name.clone());
            }
        }
        let not_themes =
            gold["not_theme"].as_array().expect("a list").iter().filter_map(|name| name.as_str());
        bad.extend(
            not_themes.filter(|name| themes.iter().any(|t| bare(&t.name) == *name)).map(str::to_owned),
        );
        let most = gold["most"].as_u64().unwrap_or(12) as usize;
        assert!(themes.len() <= most, "{}: {} themes", file.display(), themes.len());
    }
    assert!(misses.len() * 20 <= wanted, "{} of {wanted} missed: {misses:?}", misses.len());
    assert!(bad.is_empty(), "{bad:?}");
}
