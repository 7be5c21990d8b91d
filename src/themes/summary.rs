//! What the page is about, in two to five sentences.
//!
//! Takes the layers of the report and says only what stands in them: how many articles, their headlines and fields, which
//! theme runs through which, who and where. Each statement has its evidence; nothing is paraphrased.

use std::collections::{BTreeSet, HashMap};

use crate::page::{At, Page, Role};
use crate::span::Span;
use crate::tags::{Entity, Kind};

use super::view::{BlockView, View};
use super::{ArticleGist, Summary, Theme};

/// The summary of a page.
pub fn summary(view: &View, entities: &[Entity], themes: &[Theme], gists: &[ArticleGist]) -> Summary {
    let page = view.page;
    let mut out = Summary::default();
    match page.articles.len() {
        0 => out.text.push_str("没有读出文章。"),
        1 => one(page, gists, &mut out),
        count => many(count, gists, &mut out),
    }
    if page.articles.len() == 1 {
        told(themes, &mut out);
    } else if page.articles.len() > 1 {
        running(page, themes, &mut out);
    }
    quotation(page, themes, gists, &mut out);
    named(view, entities, &mut out);
    out.evidence.sort();
    out.evidence.dedup();
    out
}

fn one(page: &Page, gists: &[ArticleGist], out: &mut Summary) {
    out.text.push_str("全文是一篇");
    if let Some(category) = gists[0].category.as_ref() {
        out.text.push_str(category.name);
        out.text.push_str("报道");
    } else {
        out.text.push_str("文章");
    }
    match title(page, 0) {
        Some((title, at)) => {
            out.text.push_str(&format!("，题为《{title}》。"));
            out.evidence.push(at);
        }
        None => out.text.push_str("，没有标题。"),
    }
}

fn many(count: usize, gists: &[ArticleGist], out: &mut Summary) {
    out.text.push_str(&format!("全版共{count}篇文章"));
    let mut fields: Vec<(&str, usize)> = Vec::new();
    for category in gists.iter().filter_map(|g| g.category.as_ref()) {
        match fields.iter_mut().find(|(name, _)| *name == category.name) {
            Some((_, n)) => *n += 1,
            None => fields.push((category.name, 1)),
        }
    }
    fields.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    match fields.as_slice() {
        [] => out.text.push('。'),
        [(only, n)] if *n == count => out.text.push_str(&format!("，都属{only}类。")),
        fields => {
            let parts: Vec<String> = fields.iter().take(4).map(|(name, n)| format!("{name}{n}篇")).collect();
            let rest = if fields.len() > 4 { "等" } else { "" };
            out.text.push_str(&format!("，其中{}{rest}。", parts.join("、")));
        }
    }
}

/// The themes of a single article.
fn told(themes: &[Theme], out: &mut Summary) {
    if themes.is_empty() {
        return;
    }
    let names: Vec<String> = themes.iter().take(3).map(|t| format!("“{}”", bare(&t.name))).collect();
    let verb = if themes.len() > 3 { "等是文中的主题" } else { "是文中的主题" };
    out.text.push_str(&format!("{}{verb}。", names.concat()));
    out.evidence.extend(themes.iter().take(3).flat_map(|t| t.evidence.iter().copied()));
}

/// The themes that run through several articles, or the strongest of those that stay in one.
fn running(page: &Page, themes: &[Theme], out: &mut Summary) {
    let spread: Vec<(&Theme, BTreeSet<usize>)> = themes.iter().map(|t| (t, articles_of(t))).collect();
    let through: Vec<&(&Theme, BTreeSet<usize>)> =
        spread.iter().filter(|(_, among)| among.len() > 1).collect();
    if through.is_empty() {
        first(page, out);
        out.text.push_str("没有一个主题贯穿多篇文章");
        match spread.first() {
            Some((theme, among)) => {
                let titles = titles(page, among);
                out.text.push_str(&format!("，较突出的是{}中的“{}”。", titles, bare(&theme.name)));
                out.evidence.extend(theme.evidence.iter().copied());
            }
            None => out.text.push('。'),
        }
        return;
    }
    let mut clauses = Vec::new();
    for (i, (theme, among)) in through.iter().take(3).enumerate() {
        let verb = if i == 0 { "贯穿" } else { "见于" };
        clauses.push(format!("“{}”{verb}{}", bare(&theme.name), titles(page, among)));
        out.evidence.extend(theme.evidence.iter().copied());
    }
    out.text.push_str(&clauses.join("；"));
    out.text.push('。');
    let more: Vec<String> =
        through.iter().skip(3).take(4).map(|(t, _)| format!("“{}”", bare(&t.name))).collect();
    if !more.is_empty() {
        out.text.push_str(&format!("此外，{}也见于多篇。", more.concat()));
        out.evidence.extend(through.iter().skip(3).take(4).flat_map(|(t, _)| t.evidence.iter().copied()));
    }
}

/// The first article with a headline.
fn first(page: &Page, out: &mut Summary) {
    if let Some((i, (title, at))) = (0..page.articles.len()).find_map(|a| title(page, a).map(|t| (a, t))) {
        let which = if i == 0 { "首篇" } else { "其中一篇" };
        out.text.push_str(&format!("{which}是《{title}》。"));
        out.evidence.push(at);
    }
}

/// 《…》《…》两篇, or 《…》等五篇.
fn titles(page: &Page, among: &BTreeSet<usize>) -> String {
    let known: Vec<String> =
        among.iter().filter_map(|&a| title(page, a)).map(|(t, _)| format!("《{}》", short(&t))).collect();
    let count = numeral(among.len());
    match (known.len(), among.len()) {
        (0, 1) => "一篇无题文章".to_string(),
        (0, _) => format!("{count}篇无题文章"),
        (1, 1) => known[0].clone(),
        (shown, all) if shown == all && all <= 3 => format!("{}{count}篇", known.concat()),
        _ => format!("{}等{count}篇", known[..known.len().min(2)].concat()),
    }
}

/// A sentence that says most of a theme, word for word: of those that run through the page first, then of the best; without
/// a theme the first of the first article.
fn quotation(page: &Page, themes: &[Theme], gists: &[ArticleGist], out: &mut Summary) {
    let running = themes.iter().filter(|theme| articles_of(theme).len() > 1).take(3);
    let proofs = running.chain(themes.iter().take(2)).flat_map(|theme| &theme.evidence);
    let sentences = proofs.chain(gists.iter().take(1).flat_map(|gist| &gist.summary));
    let Some((at, text)) =
        sentences.map(|&at| (at, page.text(at).trim())).find(|(_, text)| is_quotable(text))
    else {
        return;
    };
    // Quotation marks inside quotation marks are single.
    let inner: String = text
        .chars()
        .map(|c| match c {
            '“' | '「' => '‘',
            '”' | '」' => '’',
            _ => c,
        })
        .collect();
    match title(page, at.article).filter(|_| page.articles.len() > 1) {
        Some((title, _)) => out.text.push_str(&format!("《{}》写道：“{inner}”", short(&title))),
        None => out.text.push_str(&format!("文中写道：“{inner}”")),
    }
    out.evidence.push(at);
}

/// Whether a sentence can stand for itself: whole, of one piece, neither too short nor too long.
fn is_quotable(text: &str) -> bool {
    let count = text.chars().count();
    let marks = |open: char, close: char| text.matches(open).count() == text.matches(close).count();
    (16..=90).contains(&count)
        && text.ends_with('。')
        && text.matches('。').count() == 1
        && marks('“', '”')
        && marks('「', '」')
        && !text.contains(['‘', '『', '\n'])
}

/// Who and where: the most mentioned of each.
fn named(view: &View, entities: &[Entity], out: &mut Summary) {
    let told = mentions(view, entities);
    let mut pick = |kind: Kind, most: usize| -> Vec<String> {
        let mut chosen: Vec<(&Entity, &Vec<At>)> =
            entities.iter().zip(&told).filter(|(e, told)| e.kind == kind && told.len() > 1).collect();
        chosen.sort_by_key(|(_, told)| std::cmp::Reverse(told.len()));
        chosen.truncate(most);
        out.evidence.extend(chosen.iter().map(|(_, told)| told[0]));
        chosen.iter().map(|(e, _)| with_role(e)).collect()
    };
    let parts: Vec<String> =
        [(Kind::Person, "人物", 3), (Kind::Organization, "单位", 3), (Kind::Place, "地点", 3)]
            .into_iter()
            .filter_map(|(kind, word, most)| {
                let names = pick(kind, most);
                (!names.is_empty()).then(|| format!("{word}有{}", names.join("、")))
            })
            .collect();
    if !parts.is_empty() {
        out.text.push_str(&format!("提到较多的{}。", parts.join("，")));
    }
}

/// For each entity its places in the reports themselves: who signs a report is not in it.
fn mentions(view: &View, entities: &[Entity]) -> Vec<Vec<At>> {
    let blocks: HashMap<(usize, usize), &BlockView> =
        view.blocks.iter().map(|b| ((b.article, b.block), b)).collect();
    let told = |at: &At| {
        blocks.get(&(at.article, at.block)).is_some_and(|b| {
            let start = b.chars_of(at.span).0;
            !b.masked.get(start).copied().unwrap_or(false)
        })
    };
    entities.iter().map(|e| e.mentions.iter().map(|m| m.at).filter(told).collect()).collect()
}

/// A person with the title mentioned most.
fn with_role(entity: &Entity) -> String {
    match entity.roles.iter().max_by_key(|r| r.count) {
        Some(role) if entity.kind == Kind::Person => format!("{}（{}）", entity.name, role.title),
        _ => entity.name.clone(),
    }
}

fn articles_of(theme: &Theme) -> BTreeSet<usize> {
    theme.mentions.iter().map(|m| m.at.article).collect()
}

/// The headline of an article and where it stands.
fn title(page: &Page, article: usize) -> Option<(String, At)> {
    let (block, found) =
        page.articles[article].blocks.iter().enumerate().find(|(_, b)| b.role == Role::Title)?;
    let text = found.passage.text.trim();
    let at = At { article, block, span: Span::new(0, found.passage.text.len()) };
    // Book-title marks inside book-title marks are single.
    (!text.is_empty()).then(|| (text.replace('《', "〈").replace('》', "〉"), at))
}

/// The first half of a long headline of two.
fn short(title: &str) -> String {
    match title.split_once([' ', '\u{3000}']) {
        Some((first, _)) if title.chars().count() > 16 && first.chars().count() >= 4 => format!("{first}……"),
        _ => title.to_string(),
    }
}

/// A theme's name without quotation marks of its own.
fn bare(name: &str) -> &str {
    name.trim_matches(['“', '”', '‘', '’', '「', '」', '『', '』'])
}

fn numeral(n: usize) -> String {
    const WORDS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| w.to_string())
}
