//! What holds of the parts of an article whatever the model says, as their form leaves no doubt.
//!
//! `settled` judges one line by its role, its kind and what stands before it; `keep` goes over the articles as they were put
//! together, for what only the whole shows: notes that are no article of their own, crossheads that their siblings betray.

use crate::page::lines::Line;
use crate::page::names;
use crate::page::paragraphs::is_row;
use crate::page::rules::{self, LineKind};
use crate::page::{Article, Block, Role};
use crate::span::Span;
use crate::text::{closes, ends_sentence};

/// Characters that a credit or a note in brackets has at most.
const CREDIT: usize = 40;

/// Whether a fragment starts no article by its form: a short line in brackets, who wrote or took something where no 讯头 says so,
/// a row of a table.
pub fn is_inside(kind: LineKind, text: &str) -> bool {
    let bracketed = text.starts_with('（') && text.ends_with('）') && !text.contains(['。', '，']);
    // 调查记者某某：… is a headline.
    let credit = kind == LineKind::Byline && !text.contains(['讯', '訊', '电', '電', '：']);
    is_row(text) || (credit || bracketed) && text.chars().count() <= CREDIT
}

/// Whether what was read as a part around the body belongs to no article: a site's words (字号：大 中 小), or the page's
/// editors before any text.
pub fn is_chrome(role: Role, kind: LineKind, has_text: bool) -> bool {
    match role {
        Role::Subtitle | Role::Note => kind == LineKind::Chrome,
        Role::Credit => kind == LineKind::Chrome || !has_text && kind == LineKind::Editors,
        Role::Body => !has_text && kind == LineKind::Editors,
        _ => false,
    }
}

/// The role of a line by its form: 转接 are notes; a line under a headline that is a credit; a credit that is none, as it names
/// nobody or is a report with its 讯头; the day under who signs; the editors' words under a headline.
pub fn settled(role: Role, kind: LineKind, last: Option<Role>, told: bool, text: &str) -> Role {
    use Role::{Body, Caption, Credit, Heading, Note, Subtitle, Title};
    let under_title = matches!(last, Some(Title | Subtitle));
    match role {
        Credit | Body | Caption if kind == LineKind::Continued => Note,
        Subtitle if rules::is_credit(text) => Credit,
        Title | Subtitle | Body if under_title && names::is_author(text) => Credit,
        Credit if under_title && !names::credits(text) && !rules::is_credit(text) => last.unwrap_or(role),
        Credit if is_prose(text) => Body,
        // A crosshead over the first paragraph.
        Credit if last == Some(Credit) && !told && kind == LineKind::Plain && !names::credits(text) => {
            Heading
        }
        Body if kind == LineKind::Date && last == Some(Credit) => Credit,
        Body if kind == LineKind::Column && last.is_some_and(|last| last.is_headline() || last == Note) => {
            Note
        }
        _ => role,
    }
}

/// Whether a text is longer than credits are and ends as a sentence does.
fn is_prose(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”']) && text.chars().count() > 60
}

/// The role of a headline's line by the level of its mark: what stands over a line of a lesser mark is no 引题 but the 主题,
/// and that line its 副题.
pub fn by_level(article: &mut Article, role: Role, level_before: u8, level: u8) -> Role {
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

/// Keeps the laws that only whole articles show.
pub fn keep(mut articles: Vec<Article>, lines: &[Line]) -> Vec<Article> {
    for article in &mut articles {
        name_by_note(article);
        note_over_title(article);
        head_like_others(article);
    }
    with_heads_of_columns(articles, section(lines))
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

/// Characters that a crosshead has at most, and a paragraph under it at least.
const CROSSHEAD: usize = 22;
const PROSE: usize = 24;

/// Where an article has crossheads, a short line without an end between its paragraphs is one too.
fn head_like_others(article: &mut Article) {
    if !article.blocks.iter().any(|block| block.role == Role::Heading) {
        return;
    }
    for i in 1..article.blocks.len().saturating_sub(1) {
        let [before, block, next] = &article.blocks[i - 1..=i + 1] else { return };
        if block.role == Role::Body && ended(before) && is_open_line(block) && is_paragraph(next) {
            article.blocks[i].role = Role::Heading;
        }
    }
}

fn ended(block: &Block) -> bool {
    block.role != Role::Body || block.passage.text.trim_end_matches(closes).ends_with(ends_sentence)
}

/// Whether a block is as short as crossheads are and ends in a word or a quotation.
fn is_open_line(block: &Block) -> bool {
    let text = &block.passage.text;
    text.chars().count() <= CROSSHEAD
        && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '」' | '》'))
}

fn is_paragraph(block: &Block) -> bool {
    block.role == Role::Body && block.passage.text.chars().count() >= PROSE
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
    let mut out: Vec<Article> = Vec::with_capacity(articles.len());
    for mut article in articles {
        if let Some(mut head) = out.pop_if(|before| is_head_of_column(before, section)) {
            head.blocks.iter_mut().for_each(|block| block.role = Role::Note);
            article.blocks.splice(..0, head.blocks);
            article.repairs.splice(..0, head.repairs);
        }
        out.push(article);
    }
    out
}

/// Whether an article is only the name of the page's section, or ends with the head of a column before any text.
fn is_head_of_column(article: &Article, section: Option<Span>) -> bool {
    let [.., last] = &article.blocks[..] else { return false };
    let alone = article.blocks.len() == 1 && last.role.is_headline();
    let text = |block: &Block| matches!(block.role, Role::Body | Role::Caption | Role::Heading);
    alone && last.ink.first().copied() == section
        || !article.blocks.iter().any(text) && rules::is_note(&last.passage.text)
}
