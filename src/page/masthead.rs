//! The page's own data: paper, date, page, editors.
//!
//! Takes the furniture and the articles' 讯头; gives the masthead, or nothing where the page says nothing of itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::page::names::credited;
use crate::page::rules::{LineKind, pattern, rule};
use crate::page::{Article, Credit, Masthead, Unplaced};

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"({d}{4}|[{h}]{4}){sp}*[年./-]{sp}*({d}{1,2}|[{h}]{1,3}){sp}*[月./-]{sp}*({d}{1,2}|[{h}]{1,3})")
});
static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"{han}{2,6}(日报|晚报|早报|晨报|时报|都市报|商报|周报|日報|晚報|時報|新闻|导报|报)")
});
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(第{sp}*[A-Za-zＡ-Ｚ]?[{d}{h}]{1,3}{sp}*版|[A-ZＡ-Ｚ]{d}{1,2}版?|[A-Z]?{d}{1,2}{sp}*版)")
});

/// Reads the masthead from the lines that belong to no article.
pub fn masthead(unplaced: &[Unplaced], articles: &[Article]) -> Option<Masthead> {
    let mut masthead = Masthead::default();
    let mut labels: Vec<&str> = Vec::new();
    for block in unplaced {
        let text = block.passage.text.as_str();
        let kind = rule(text).map(|rule| rule.kind);
        if text.len() > 300 {
            continue;
        }
        if let Some(label) = PAGE.find(text) {
            // A site's 当前版 is this page; a list of all pages names none.
            if text.contains("当前版") {
                masthead.page = Some(label.as_str().to_owned());
            }
            labels.push(label.as_str());
        }
        if kind == Some(LineKind::Chrome) {
            continue;
        }
        if kind == Some(LineKind::Editors) {
            masthead.editors.extend(credited(text).into_iter().map(|found| Credit {
                name: found.span.of(text).split_whitespace().collect(),
                role: found.role,
                organization: found.organization,
                span: block.passage.source(found.span),
            }));
            continue;
        }
        masthead.date = masthead.date.take().or_else(|| iso_date(text));
        let paper = || PAPER.find(text).filter(|m| m.start() == 0).map(|m| m.as_str().to_owned());
        masthead.paper = masthead.paper.take().or_else(paper);
    }
    labels.dedup();
    let only = || labels.first().filter(|_| labels.len() == 1).map(|label| (*label).to_owned());
    masthead.page = masthead.page.take().or_else(only);
    masthead.paper = masthead.paper.take().or_else(|| usual_agency(articles));
    (masthead != Masthead::default()).then_some(masthead)
}

/// The paper that sends most of the page's reports, where at least two name it.
fn usual_agency(articles: &[Article]) -> Option<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for agency in articles.iter().filter_map(|article| article.dateline.as_ref()?.agency.as_deref()) {
        if PAPER.find(agency).is_some_and(|m| m.len() == agency.len()) {
            *counts.entry(agency).or_default() += 1;
        }
    }
    let (agency, count) = counts.into_iter().max_by_key(|&(_, count)| count)?;
    (count >= 2).then(|| agency.to_owned())
}

/// The first date with a year in `text`, as ISO 8601.
fn iso_date(text: &str) -> Option<String> {
    let found = DATE.captures(text)?;
    let part = |i: usize| number(found.get(i)?.as_str());
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    let plausible = (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The value of Arabic digits of either width, of digits such as 二〇二三, or of numerals up to 三十一.
fn number(text: &str) -> Option<u32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| match c {
        '零' | '○' => Some(0),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10).or_else(|| DIGITS.chars().position(|d| d == c).map(|d| d as u32)),
    };
    if let Some((tens, ones)) = text.split_once('十') {
        let part =
            |part: &str, empty| if part.is_empty() { Some(empty) } else { digit(part.chars().next()?) };
        return Some(part(tens, 1)? * 10 + part(ones, 0)?);
    }
    text.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(iso_date("2024年5月6日 星期一").as_deref(), Some("2024-05-06"));
        assert_eq!(iso_date("二〇二三年十一月二十八日").as_deref(), Some("2023-11-28"));
        assert_eq!(iso_date("２０２４．０５．３１"), None);
        assert_eq!(iso_date("2024-13-01"), None);
    }
}
