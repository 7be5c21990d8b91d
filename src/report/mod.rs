//! The wire format, version 1: what JavaScript and the command's JSON get.
//!
//! Takes the layers of an `Analysis`, gives plain data with offsets in UTF-16 code units of the input. `report.d.ts`
//! says the same in TypeScript. Nothing else in the crate knows UTF-16 or serde.

mod wire;

use serde::Serialize;

use crate::analyzer::Analysis;
pub use wire::{by_name, kind_name};

/// The wire format of an analysis; see `report.d.ts`.
#[derive(Serialize, Debug)]
pub struct Report {
    version: u8,
    source: Source,
    articles: Vec<Article>,
    unplaced: Vec<Block>,
    entities: Vec<Entity>,
    themes: Vec<Theme>,
    summary: Summary,
}

#[derive(Serialize, Debug, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Serialize, Debug)]
struct Source {
    name: Option<String>,
    length: usize,
    lines: usize,
    script: &'static str,
    masthead: Option<Masthead>,
    pages: Vec<SourcePage>,
}

#[derive(Serialize, Debug)]
struct SourcePage {
    start: usize,
    end: usize,
    masthead: Option<Masthead>,
    articles: Vec<String>,
}

#[derive(Serialize, Debug)]
struct Masthead {
    paper: Option<String>,
    date: Option<String>,
    page: Option<String>,
    editors: Vec<Person>,
}

#[derive(Serialize, Debug)]
struct Person {
    name: String,
    role: Option<String>,
    organization: Option<String>,
    start: usize,
    end: usize,
}

#[derive(Serialize, Debug)]
struct Text {
    text: String,
    spans: Vec<Span>,
}

#[derive(Serialize, Debug)]
struct Article {
    id: String,
    spans: Vec<Span>,
    kicker: Option<Text>,
    title: Text,
    subtitles: Vec<Text>,
    dateline: Option<Dateline>,
    byline: Vec<Person>,
    paragraphs: Vec<Paragraph>,
    repairs: Vec<Repair>,
    keywords: Vec<Keyword>,
    category: Option<Category>,
    summary: Vec<Span>,
    continued: Option<Continued>,
    confidence: f64,
}

#[derive(Serialize, Debug)]
struct Dateline {
    agency: Option<String>,
    place: Option<String>,
    date: Option<String>,
    spans: Vec<Span>,
}

#[derive(Serialize, Debug)]
struct Paragraph {
    text: String,
    spans: Vec<Span>,
    role: &'static str,
    sentences: Vec<Span>,
}

#[derive(Serialize, Debug)]
struct Repair {
    kind: &'static str,
    start: usize,
    end: usize,
    reason: String,
    confidence: f64,
}

#[derive(Serialize, Debug)]
struct Keyword {
    term: String,
    weight: f64,
    count: usize,
}

#[derive(Serialize, Debug)]
struct Category {
    name: &'static str,
    score: f64,
}

#[derive(Serialize, Debug)]
struct Continued {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize, Debug)]
struct Block {
    text: String,
    spans: Vec<Span>,
    role: &'static str,
    reason: String,
}

#[derive(Serialize, Debug)]
struct Entity {
    id: String,
    kind: &'static str,
    name: String,
    aliases: Vec<String>,
    roles: Vec<PersonRole>,
    value: Option<String>,
    mentions: Vec<EntityMention>,
}

#[derive(Serialize, Debug)]
struct PersonRole {
    title: String,
    organization: Option<String>,
    count: usize,
}

#[derive(Serialize, Debug)]
struct EntityMention {
    article: String,
    start: usize,
    end: usize,
    by: &'static str,
}

#[derive(Serialize, Debug)]
struct Theme {
    id: String,
    name: String,
    variants: Vec<String>,
    origin: &'static str,
    score: f64,
    articles: Vec<ThemeArticle>,
    mentions: Vec<ThemeMention>,
    evidence: Vec<Evidence>,
    related: Vec<Related>,
    entities: Vec<String>,
}

#[derive(Serialize, Debug)]
struct ThemeArticle {
    article: String,
    headline: usize,
    body: usize,
}

#[derive(Serialize, Debug)]
struct ThemeMention {
    article: String,
    start: usize,
    end: usize,
    #[serde(rename = "match")]
    kind: &'static str,
}

#[derive(Serialize, Debug)]
struct Evidence {
    article: String,
    start: usize,
    end: usize,
}

#[derive(Serialize, Debug)]
struct Related {
    theme: String,
    weight: f64,
}

#[derive(Serialize, Debug)]
struct Summary {
    text: String,
    evidence: Vec<Evidence>,
}

impl Report {
    /// The report of an analysis; `name` is what the caller calls the text (a file's name).
    pub fn new(analysis: &Analysis<'_>, name: Option<&str>) -> Report {
        let wire = wire::Wire::new(analysis);
        Report {
            version: 1,
            source: wire.source(name),
            articles: wire.articles(),
            unplaced: analysis.page.unplaced.iter().map(|block| wire.unplaced(block)).collect(),
            entities: wire.entities(),
            themes: wire.themes(),
            summary: Summary {
                text: analysis.gist.summary.text.clone(),
                evidence: analysis.gist.summary.evidence.iter().map(|&at| wire.evidence(at)).collect(),
            },
        }
    }
}
