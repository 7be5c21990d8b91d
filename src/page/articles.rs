//! From labelled fragments to articles.
//!
//! Takes lines, fragments, what was observed of them and the model's reading of them; gives drafts of articles (blocks in
//! the order of the page, repairs not yet made) and what belongs to none. Fields are left to `fields`, cuts to `stitch`,
//! displaced text to `order`.

use crate::page::lines::Line;
use crate::page::model::Reading;
use crate::page::observe::{Row, kind};
use crate::page::paragraphs::{Fragment, is_row};
use crate::page::rules::LineKind;
use crate::page::{Article, Block, Role, Unplaced, UnplacedKind};
use crate::page::{laws, names, rules};
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
    let mut level_before = 0;
    for (i, (fragment, reading)) in fragments.into_iter().zip(readings).enumerate() {
        let ink = Span::new(lines[fragment.first].ink.start, lines[fragment.last].ink.end);
        let (kind, words) = (kind(&rows[i]), &fragment.passage.text);
        let placed = |&role: &Role| !words.is_empty() && !laws::is_chrome(role, kind, reports.told);
        let Some(role) = reading.label.role().filter(placed) else {
            unplaced.push(furniture(fragment, ink));
            continue;
        };
        let last = articles.last().and_then(|article| article.blocks.last()).map(|block| block.role);
        let table = is_row(words) && !articles.is_empty();
        let role = if table { Role::Body } else { laws::settled(role, kind, last, reports.told, words) };
        let heads = reports.heads_another(i, role, words);
        let crosshead = kind != LineKind::Column && reports.is_crosshead(role, &lines[fragment.first]);
        let role = match () {
            _ if heads => Role::Title,
            _ if crosshead => Role::Heading,
            _ => role,
        };
        let item = (role == Role::Body).then(|| rules::ordinal(words)).flatten();
        let goes_on = table || crosshead || item.is_some_and(|item| reports.goes_on_listing(item));
        let starts =
            heads || articles.is_empty() || reading.label.starts_article() && !reports.headed && !goes_on;
        let start = match () {
            _ if heads => SURE,
            _ if reports.headed || goes_on => 0.0,
            _ => reading.start,
        };
        reports.pass(i, starts, heads, role, item);
        if starts {
            doubts.close(articles.last_mut(), Some(start));
            articles.push(Article::default());
        }
        doubts.add(start, starts);
        let article = articles.last_mut().expect("one was begun");
        let level = lines[fragment.first].heading;
        let role = laws::by_level(article, role, level_before, level);
        level_before = level;
        reports.levelled = if starts { level > 0 } else { reports.levelled || level > 0 };
        add(text, article, role, fragment, ink);
    }
    doubts.close(articles.last_mut(), None);
    (laws::keep(articles, lines), unplaced)
}

/// So many marked headlines are the page's way to mark them.
const SEVERAL: usize = 3;

/// How sure it is that a line between two 讯头 is a headline.
const SURE: f32 = 0.9;

/// Which fragments are marked as headlines, which open with a 讯头, and what the article so far has.
struct Reports {
    marked: Vec<bool>,
    datelines: Vec<bool>,
    /// Whether the article so far has a 讯头.
    sent: bool,
    /// Whether the fragment before is a headline made by `heads_another`.
    headed: bool,
    /// Lines of the page that are marked with levels.
    levels: usize,
    /// Whether the headline of the article so far is marked so.
    levelled: bool,
    /// The number of the last item of the article so far.
    item: u32,
    /// Whether the article so far has more than its head.
    told: bool,
}

impl Reports {
    fn new(lines: &[Line], fragments: &[Fragment], rows: &[Row]) -> Reports {
        let marked = |f: &Fragment| lines[f.first].heading > 0 || lines[f.first].bold;
        Reports {
            marked: fragments.iter().map(marked).collect(),
            datelines: rows.iter().map(|row| kind(row) == LineKind::Dateline).collect(),
            sent: false,
            headed: false,
            levels: lines.iter().filter(|line| line.heading > 0).count(),
            levelled: false,
            item: 0,
            told: false,
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

    /// Whether a bold line is a crosshead: headlines are marked with levels there, and the article so far has such a one and text.
    fn is_crosshead(&self, role: Role, line: &Line) -> bool {
        let bold = line.bold && line.heading == 0 && role == Role::Title;
        bold && self.levels >= SEVERAL && self.levelled && self.told
    }

    /// Whether an item of a list is the next of the article's; a first one goes on with it where headlines are marked and this is
    /// none.
    fn goes_on_listing(&self, item: u32) -> bool {
        item == self.item + 1 && (item > 1 || self.levels > 0)
    }

    fn pass(&mut self, i: usize, starts: bool, heads: bool, role: Role, item: Option<u32>) {
        self.headed = heads;
        self.item = item.unwrap_or(if starts { 0 } else { self.item });
        self.sent = self.datelines[i] || self.sent && !starts;
        self.told = matches!(role, Role::Body | Role::Caption | Role::Heading) || self.told && !starts;
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
