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
use crate::page::{names, rules};
use crate::span::Span;
use crate::text::{closes, ends_sentence};

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
        let words = &fragment.passage.text;
        let body = articles.last().is_some_and(has_text);
        let placed = |&role: &Role| !words.is_empty() && !is_chrome(role, words, body);
        let Some(role) = reading.label.role().filter(placed) else {
            unplaced.push(furniture(fragment, ink));
            continue;
        };
        let last = articles.last().and_then(|article| article.blocks.last()).map(|block| block.role);
        let table = is_row(&fragment.passage.text) && !articles.is_empty();
        let role = if table { Role::Body } else { settled(role, last, &fragment.passage.text) };
        let heads = reports.heads_another(i, role, &fragment.passage.text);
        let role = if heads { Role::Title } else { role };
        let listed = table || role == Role::Body && reports.goes_on_listing(&fragment.passage.text);
        let starts =
            heads || articles.is_empty() || reading.label.starts_article() && !reports.headed && !listed;
        let start = match () {
            _ if heads => SURE,
            _ if reports.headed || listed => 0.0,
            _ => reading.start,
        };
        reports.pass(i, starts, heads, &fragment.passage.text);
        if starts {
            doubts.close(articles.last_mut(), Some(start));
            articles.push(Article::default());
        }
        doubts.add(start, starts);
        let article = articles.last_mut().expect("one was begun");
        let level = lines[fragment.first].heading;
        let role = by_level(article, role, level_before, level);
        level_before = level;
        add(text, article, role, fragment, ink);
    }
    doubts.close(articles.last_mut(), None);
    articles.iter_mut().for_each(name_by_note);
    articles.iter_mut().for_each(note_over_title);
    articles.iter_mut().for_each(head_like_others);
    (with_heads_of_columns(articles, section(lines)), unplaced)
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
    /// Whether the page marks headlines with levels, and the article so far has such a headline.
    levels: bool,
    /// The number of the last item of the article so far.
    item: u32,
}

impl Reports {
    fn new(lines: &[Line], fragments: &[Fragment], rows: &[Row]) -> Reports {
        let marked = |f: &Fragment| lines[f.first].heading > 0 || lines[f.first].bold;
        Reports {
            marked: fragments.iter().map(marked).collect(),
            datelines: rows.iter().map(|row| kind(row) == LineKind::Dateline as u8).collect(),
            sent: false,
            headed: false,
            levels: lines.iter().any(|line| line.heading > 0),
            item: 0,
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

    /// Whether a paragraph is the next item of the article's list; a first one is where headlines are marked and this is none.
    fn goes_on_listing(&self, text: &str) -> bool {
        let next = |item: u32| item == self.item + 1 && (item > 1 || self.levels);
        rules::ordinal(text).is_some_and(next)
    }

    fn pass(&mut self, i: usize, starts: bool, heads: bool, text: &str) {
        self.headed = heads;
        let item = if starts { 0 } else { self.item };
        self.item = rules::ordinal(text).unwrap_or(item);
        self.sent = self.datelines[i] || self.sent && !starts;
    }
}

/// The role of a headline's line by its mark: what stands over a line of a lesser mark is no 引题 but the 主题, and that
/// line its 副题.
fn by_level(article: &mut Article, role: Role, level_before: u8, level: u8) -> Role {
    match article.blocks.last_mut() {
        Some(last)
            if last.role == Role::Kicker && role == Role::Title && (1..level).contains(&level_before) =>
        {
            last.role = Role::Title;
            Role::Subtitle
        }
        _ => role,
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

/// The head of a column that was read as the headline or its 引题 is a note over it: 记者手记 over “小切口”里有“大民生”.
fn note_over_title(article: &mut Article) {
    let kickers = article.blocks.iter_mut().filter(|block| block.role == Role::Kicker);
    kickers.filter(|block| rules::is_note(&block.passage.text)).for_each(|block| block.role = Role::Note);
    if let [first, second, ..] = &mut article.blocks[..]
        && (first.role, second.role) == (Role::Title, Role::Subtitle)
        && rules::is_note(&first.passage.text)
    {
        (first.role, second.role) = (Role::Note, Role::Title);
    }
}

/// The one line of the first level where headlines are of the second: the name of the page's section.
fn section(lines: &[Line]) -> Option<Span> {
    let mut first = lines.iter().filter(|line| line.heading == 1 && !line.labelled);
    let only = first.next().filter(|_| first.next().is_none())?;
    lines.iter().any(|line| line.heading == 2).then_some(only.ink)
}

/// Notes that were read as an article of their own, without a text, belong over the article that follows; so does the name
/// of the page's section.
fn with_heads_of_columns(articles: Vec<Article>, section: Option<Span>) -> Vec<Article> {
    let is_section = |article: &Article| {
        let [head] = &article.blocks[..] else { return false };
        head.role.is_headline() && head.ink.first().copied() == section
    };
    let mut out: Vec<Article> = Vec::with_capacity(articles.len());
    for mut article in articles {
        if let Some(mut head) = out.pop_if(|before| is_head_of_column(before) || is_section(before)) {
            head.blocks.iter_mut().for_each(|block| block.role = Role::Note);
            article.blocks.splice(..0, head.blocks);
            article.repairs.splice(..0, head.repairs);
        }
        out.push(article);
    }
    out
}

fn is_head_of_column(article: &Article) -> bool {
    let last = article.blocks.last();
    !has_text(article) && last.is_some_and(|last| rules::is_note(&last.passage.text))
}

fn has_text(article: &Article) -> bool {
    article.blocks.iter().any(|block| matches!(block.role, Role::Body | Role::Caption | Role::Heading))
}

/// Where an article has crossheads, a short line without an end between its paragraphs is one too.
fn head_like_others(article: &mut Article) {
    if !article.blocks.iter().any(|block| block.role == Role::Heading) {
        return;
    }
    for i in 1..article.blocks.len().saturating_sub(1) {
        let [before, block, next] = &article.blocks[i - 1..=i + 1] else { return };
        let prose = |block: &Block| block.role == Role::Body && block.passage.text.chars().count() >= PROSE;
        let ended = before.role != Role::Body
            || before.passage.text.trim_end_matches(closes).ends_with(ends_sentence);
        let text = &block.passage.text;
        let open =
            text.ends_with(|c: char| c.is_alphanumeric() || closes(c)) && text.chars().count() <= CROSSHEAD;
        if block.role == Role::Body && ended && open && prose(next) && !text.ends_with(['）', ')']) {
            article.blocks[i].role = Role::Heading;
        }
    }
}

/// Characters that a crosshead has at most, and a paragraph under it at least.
const CROSSHEAD: usize = 22;
const PROSE: usize = 24;

/// Whether what was read as a part around the body is a site's words by its form (字号：大 中 小), or the page's editors before
/// any text.
fn is_chrome(role: Role, text: &str, has_body: bool) -> bool {
    let kind = || rules::rule(text).map(|rule| rule.kind);
    match role {
        Role::Subtitle | Role::Note => kind() == Some(LineKind::Chrome),
        Role::Credit => kind() == Some(LineKind::Chrome) || !has_body && kind() == Some(LineKind::Editors),
        _ => false,
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
        (Role::Credit | Role::Body | Role::Caption, _) if rules::is_jump(text) => Role::Note,
        (Role::Subtitle, _) if rules::is_credit(text) => Role::Credit,
        (Role::Title | Role::Subtitle, Some(Role::Title | Role::Subtitle)) if names::is_author(text) => {
            Role::Credit
        }
        (Role::Credit, Some(last @ (Role::Title | Role::Subtitle)))
            if !names::credits(text) && !rules::is_source(text) =>
        {
            last
        }
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
