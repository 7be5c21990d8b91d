//! The page's own data: paper, date, page, editors.
//!
//! Takes the furniture and the articles' 讯头; gives the masthead, or nothing where the page says nothing of itself.

use std::collections::BTreeMap;

use crate::page::names::credited;
use crate::page::rules::{LineKind, rule};
use crate::page::signs::{date, plain_label, signs};
use crate::page::{Article, Credit, Masthead, Unplaced};

/// Reads the masthead from the lines that belong to no article.
pub fn masthead(unplaced: &[Unplaced], articles: &[Article]) -> Option<Masthead> {
    let mut masthead = Masthead::default();
    let mut labels: Vec<&str> = Vec::new();
    for block in unplaced {
        let text = block.passage.text.as_str();
        let kind = rule(text).map(|rule| rule.kind);
        let signs = signs(text);
        if signs.current {
            masthead.page = masthead.page.take().or_else(|| signs.label.map(str::to_owned));
        }
        if kind == Some(LineKind::Editors) {
            editors(block, &mut masthead.editors);
            labels.extend(signs.label);
        } else if kind != Some(LineKind::Chrome) {
            // 下一版 is no page.
            labels.extend(signs.label);
            masthead.date = masthead.date.take().or(signs.date);
            masthead.paper = masthead.paper.take().or_else(|| signs.paper.map(str::to_owned));
        }
    }
    masthead.date = masthead.date.take().or_else(|| date_over_lines(unplaced));
    // A list of all pages names none.
    labels.dedup_by_key(|label| plain_label(label));
    let only = || labels.first().filter(|_| labels.len() == 1).map(|label| (*label).to_owned());
    masthead.page = masthead.page.take().or_else(only);
    masthead.paper = masthead.paper.take().or_else(|| usual_agency(articles));
    (masthead != Masthead::default()).then_some(masthead)
}

/// A date whose day stands large on a line of its own: 2025年1月, 18.
fn date_over_lines(unplaced: &[Unplaced]) -> Option<String> {
    let text = |block: &Unplaced| block.passage.text.trim().to_owned();
    unplaced.windows(2).find_map(|pair| {
        let (month, day) = (text(&pair[0]), text(&pair[1]));
        let apart = month.ends_with('月') && day.trim_end_matches(['日', '号', '號']).parse::<u8>().is_ok();
        apart.then(|| date(&format!("{month}{}日", day.trim_end_matches(['日', '号', '號'])))).flatten()
    })
}

fn editors(block: &Unplaced, editors: &mut Vec<Credit>) {
    let text = names_alone(&block.passage.text);
    editors.extend(credited(text).into_iter().map(|found| Credit {
        name: found.span.of(text).split_whitespace().collect(),
        role: found.role,
        organization: found.organization,
        span: block.passage.source(found.span),
    }));
}

/// What stands before the ways to reach the editors: addresses and numbers are no names.
fn names_alone(text: &str) -> &str {
    const REACHED: [&str; 9] =
        ["电子信箱", "电子邮箱", "邮箱", "信箱", "电话", "热线", "邮编", "E-mail", "QQ"];
    let reached = REACHED.iter().filter_map(|word| text.find(word)).min();
    let figure = text.find(|c: char| c.is_ascii_digit());
    &text[..reached.into_iter().chain(figure).min().unwrap_or(text.len())]
}

/// The paper that sends most of the page's reports, where at least two name it.
fn usual_agency(articles: &[Article]) -> Option<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for agency in articles.iter().filter_map(|article| article.dateline.as_ref()?.agency.as_deref()) {
        if signs(agency).paper == Some(agency) {
            *counts.entry(agency).or_default() += 1;
        }
    }
    let (agency, count) = counts.into_iter().max_by_key(|&(_, count)| count)?;
    (count >= 2).then(|| agency.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::UnplacedKind;
    use crate::span::Span;
    use crate::text::Passage;

    fn date_of(lines: &[&str]) -> Option<String> {
        let block = |text: &&str| Unplaced {
            kind: UnplacedKind::Furniture,
            passage: Passage::new(text, Span::new(0, text.len())),
            spans: Vec::new(),
            reason: String::new(),
        };
        masthead(&lines.iter().map(block).collect::<Vec<_>>(), &[])?.date
    }

    #[test]
    fn a_day_may_stand_large_on_its_own_line() {
        assert_eq!(date_of(&["青陵日报", "2025年1月", "18"]).as_deref(), Some("2025-01-18"));
        assert_eq!(date_of(&["2025年1月", "18日", "星期六"]).as_deref(), Some("2025-01-18"));
        assert_eq!(date_of(&["2025年1月", "星期六", "18"]), None);
        assert_eq!(date_of(&["2025年1", "18"]), None);
        assert_eq!(date_of(&["2025年1月", "32"]), None);
    }

    #[test]
    fn only_months_and_days_make_such_a_date() {
        assert_eq!(date_of(&["2025年1", "月18"]), None);
        assert_eq!(date_of(&["2025年第1期", "18"]), None);
        assert_eq!(date_of(&["2025年1月", "18上午"]), None);
    }
}
