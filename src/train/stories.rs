//! Articles with known parts, read from the corpora.
//!
//! A corpus folder holds NAME.txt (a paragraph a line) and NAME.json (`articles[]` with `start`, `title`, `kicker`,
//! `subtitles`, `byline`, `composite`, `paragraphs`). What a source leaves open stays open: a part has a set of labels.

use std::path::Path;

use serde::Deserialize;

use crate::page::model::{Allowed, Label};
use crate::page::rules::{self, LineKind};
use crate::train::files::with_ending;
use crate::train::shapes::Shaped;

/// One part of an article with the labels it may have.
#[derive(Clone, Debug)]
pub struct Part {
    pub text: String,
    pub allowed: Allowed,
}

#[derive(Clone, Debug)]
pub struct Story {
    pub parts: Vec<Part>,
}

/// A page of a corpus.
#[derive(Clone, Debug)]
pub struct GoldPage {
    pub name: String,
    pub stories: Vec<Story>,
    /// The page as it arrived, where the source has it with the part of every line.
    pub shaped: Option<Shaped>,
}

/// A page with known articles as its file has it.
#[derive(Deserialize)]
pub struct PageFile {
    pub articles: Vec<ArticleFile>,
}

#[derive(Deserialize)]
pub struct ArticleFile {
    pub title: Option<String>,
    #[serde(default)]
    kicker: Option<String>,
    #[serde(default)]
    subtitles: Vec<String>,
    #[serde(default)]
    byline: Option<String>,
    #[serde(default)]
    pub composite: bool,
    pub paragraphs: Vec<String>,
}

pub fn set(labels: &[Label]) -> Allowed {
    labels.iter().fold(0, |set, &label| set | 1 << label as usize)
}

/// All pages of a folder, by name.
pub fn load(folder: &Path) -> std::io::Result<Vec<GoldPage>> {
    with_ending(folder, "json")?.iter().map(|path| load_page(path)).collect()
}

fn load_page(path: &Path) -> std::io::Result<GoldPage> {
    let file: PageFile = serde_json::from_slice(&std::fs::read(path)?)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(GoldPage { name, stories: file.articles.iter().map(story).collect(), shaped: None })
}

fn story(article: &ArticleFile) -> Story {
    let count = article.paragraphs.len();
    let parts = article.paragraphs.iter().enumerate().map(|(i, text)| {
        let next = article.paragraphs.get(i + 1).map_or(0, |p| p.chars().count());
        Part { text: text.clone(), allowed: allowed(article, text, i, i + 1 == count, next) }
    });
    Story { parts: parts.collect() }
}

fn allowed(article: &ArticleFile, text: &str, i: usize, last: bool, next: usize) -> Allowed {
    use Label::*;
    let is = |field: &Option<String>| field.as_deref() == Some(text);
    let headline = i < 6;
    if headline && is(&article.kicker) {
        return set(&[if i == 0 { StartKicker } else { Kicker }]);
    }
    if headline && is(&article.title) {
        return set(&[if i == 0 { StartTitle } else { Title }]);
    }
    if i == 0 {
        return set(&[StartBody, StartCaption, StartNote]);
    }
    if headline && article.subtitles.len() <= 3 && article.subtitles.iter().any(|s| s == text) {
        return set(&[Subtitle]);
    }
    if headline && is(&article.byline) {
        return set(&[Credit]);
    }
    let chars = text.chars().count();
    if article.composite && chars <= 45 && !text.ends_with('。') {
        return set(&[if i == 1 { Subtitle } else { Heading }, StartTitle]);
    }
    match rules::rule(text).map(|rule| rule.kind) {
        Some(LineKind::Byline) => return set(&[Credit]),
        Some(LineKind::Name) if i <= 2 || last => return set(&[Credit]),
        Some(LineKind::Caption) if chars <= 60 => return set(&[Caption, Credit]),
        Some(LineKind::Bracketed) if i <= 3 || last => return set(&[Credit, Note, Subtitle]),
        Some(LineKind::Continued) => return set(&[Note]),
        Some(LineKind::Column) if chars <= 24 => return set(&[Heading, Note]),
        _ => {}
    }
    let open = !text.ends_with(['。', '！', '？', '”', '：', '，', '；', '…', '）']);
    if chars >= 60 {
        set(&[Body])
    } else if open && i == 1 {
        set(&[Subtitle, Body, Caption, Credit, Note])
    } else if open && chars <= 24 && next >= 60 {
        set(&[Heading])
    } else if open {
        set(&[Body, Heading, Caption, Credit, Note])
    } else {
        set(&[Body, Caption])
    }
}
