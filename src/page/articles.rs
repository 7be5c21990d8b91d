//! From labelled fragments to articles.
//!
//! Takes lines, fragments, what was observed of them and the model's reading of them; gives drafts of articles (blocks in
//! the order of the page, repairs not yet made) and what belongs to none. Fields are left to `fields`, cuts to `stitch`,
//! displaced text to `order`.

use crate::page::lines::Line;
use crate::page::model::Reading;
use crate::page::observe::{Row, kind};
use crate::page::paragraphs::Fragment;
use crate::page::rules::LineKind;
use crate::page::{Article, Block, Role, Unplaced, UnplacedKind};
use crate::page::{names, rules};
use crate::span::Span;

/// The articles and the furniture of a page.
pub fn articles(
    text: &str,
    lines: &[Line],
    fragments: Vec<Fragment>,
    rows: &[Row],
    readings: &[Reading],
) -> (Vec<Article>, Vec<Unplaced>) {
    let mut articles: Vec<Article> = Vec::new();
    let mut unplaced = Vec::new();
    let mut doubts = Doubts::default();
    let mut reports = Reports::new(lines, &fragments, rows);
    for (i, (fragment, reading)) in fragments.into_iter().zip(readings).enumerate() {
        let ink = Span::new(lines[fragment.first].ink.start, lines[fragment.last].ink.end);
        let Some(role) = reading.label.role().filter(|_| !fragment.passage.text.is_empty()) else {
            unplaced.push(furniture(fragment, ink));
            continue;
        };
        let last = articles.last().and_then(|article| article.blocks.last()).map(|block| block.role);
        let role = settled(role, last, &fragment.passage.text);
        let heads = reports.heads_another(i, role, &fragment.passage.text);
        let role = if heads { Role::Title } else { role };
        let starts = heads || articles.is_empty() || reading.label.starts_article() && !reports.headed;
        let start = match () {
            _ if heads => SURE,
            _ if reports.headed => 0.0,
            _ => reading.start,
        };
        reports.pass(i, starts, heads);
        if starts {
            doubts.close(articles.last_mut(), Some(start));
            articles.push(Article::default());
        }
        doubts.add(start, starts);
        let article = articles.last_mut().expect("one was begun");
        add(text, article, role, fragment, ink);
    }
    doubts.close(articles.last_mut(), None);
    articles.iter_mut().for_each(name_by_note);
    (articles, unplaced)
}

/// How sure it is that a line between two 讯头 is a headline.
const SURE: f32 = 0.9;

/// Which fragments are marked as headlines, and which open with a 讯头.
struct Reports {
    marked: Vec<bool>,
    datelines: Vec<bool>,
    /// Whether the article so far has a 讯头.
    sent: bool,
    /// Whether the fragment before is a headline made by `heads_another`.
    headed: bool,
}

impl Reports {
    fn new(lines: &[Line], fragments: &[Fragment], rows: &[Row]) -> Reports {
        let marked = |f: &Fragment| lines[f.first].heading > 0 || lines[f.first].bold;
        Reports {
            marked: fragments.iter().map(marked).collect(),
            datelines: rows.iter().map(|row| kind(row) == LineKind::Dateline as u8).collect(),
            sent: false,
            headed: false,
        }
    }

    /// Whether a marked crosshead, or a credit that names nobody, is the headline of another report: 讯头 stand before
    /// it and right behind.
    fn heads_another(&self, i: usize, role: Role, text: &str) -> bool {
        let between = self.sent && self.datelines.get(i + 1).copied().unwrap_or(false);
        match role {
            Role::Heading => between && self.marked[i],
            Role::Credit => between && !self.datelines[i] && !names::credits(text),
            _ => false,
        }
    }

    fn pass(&mut self, i: usize, starts: bool, heads: bool) {
        self.headed = heads;
        self.sent = self.datelines[i] || self.sent && !starts;
    }
}

/// A note over an article without a headline is its headline, unless it is the head of a column.
fn name_by_note(article: &mut Article) {
    let titled = article.blocks.iter().any(|block| block.role.is_headline());
    let [first, _, ..] = &mut article.blocks[..] else { return };
    if first.role == Role::Note && !titled && rules::rule(&first.passage.text).is_none() {
        first.role = Role::Title;
    }
}

/// Whether a text is longer than credits are and ends as a sentence does.
fn is_prose(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”']) && text.chars().count() > 60
}

/// The role of a line under a headline that is a credit by its form, or of a credit that is none: it names nobody, or is
/// a report with its 讯头.
fn settled(role: Role, last: Option<Role>, text: &str) -> Role {
    match (role, last) {
        (Role::Subtitle, _) if rules::is_credit(text) => Role::Credit,
        (Role::Credit, Some(last @ (Role::Title | Role::Subtitle))) if !names::credits(text) => last,
        (Role::Credit, _) if is_prose(text) => Role::Body,
        (Role::Body, Some(last)) if (last.is_headline() || last == Role::Note) && rules::is_note(text) => {
            Role::Note
        }
        _ => role,
    }
}

/// Appends a fragment to an article: as a block of its own, or to the headline that it goes on with.
fn add(text: &str, article: &mut Article, role: Role, fragment: Fragment, ink: Span) {
    article.repairs.extend(fragment.unwrapped);
    match article.blocks.last_mut() {
        Some(last) if last.role == role && matches!(role, Role::Title | Role::Kicker) => {
            for piece in &fragment.passage.pieces {
                last.passage.push_spaced(text, piece.source);
            }
            last.ink.push(ink);
        }
        _ => article.blocks.push(Block { role, passage: fragment.passage, ink: vec![ink] }),
    }
}

/// Ordered ranges, those with only white space between them made one.
pub fn spans<'s>(text: &str, ranges: impl Iterator<Item = &'s Span>) -> Vec<Span> {
    let mut ranges: Vec<Span> = ranges.copied().collect();
    ranges.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

fn furniture(fragment: Fragment, ink: Span) -> Unplaced {
    let reason = rules::rule(&fragment.passage.text)
        .map_or("版面文字，不属于任何文章", |rule| rule.reason);
    Unplaced {
        kind: UnplacedKind::Furniture,
        passage: fragment.passage,
        spans: vec![ink],
        reason: reason.to_owned(),
    }
}

/// How sure the model is of an article's bounds: that it starts where it does, that none of its other fragments starts
/// another, and that the next starts where it ends.
#[derive(Default)]
struct Doubts {
    sure: f64,
}

impl Doubts {
    fn add(&mut self, start: f32, starts: bool) {
        let start = f64::from(start).clamp(0.0, 1.0);
        self.sure = if starts { start } else { self.sure * (1.0 - start) };
    }

    /// Ends an article where `next` starts another.
    fn close(&self, article: Option<&mut Article>, next: Option<f32>) {
        if let Some(article) = article {
            article.confidence = self.sure * next.map_or(1.0, |start| f64::from(start).min(1.0));
        }
    }
}
