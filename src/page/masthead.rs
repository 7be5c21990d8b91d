//! The page's own data: paper, date, page, editors.
//!
//! Takes the furniture and the articles' 讯头; gives the masthead, or nothing where the page says nothing of itself.

use std::collections::BTreeMap;

use crate::page::names::credited;
use crate::page::rules::{LineKind, rule};
use crate::page::signs::{plain_label, signs};
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
        } else if kind != Some(LineKind::Chrome) {
            // 下一版 is no page.
            labels.extend(signs.label);
            masthead.date = masthead.date.take().or(signs.date);
            masthead.paper = masthead.paper.take().or_else(|| signs.paper.map(str::to_owned));
        }
    }
    // A list of all pages names none.
    labels.dedup_by_key(|label| plain_label(label));
    let only = || labels.first().filter(|_| labels.len() == 1).map(|label| (*label).to_owned());
    masthead.page = masthead.page.take().or_else(only);
    masthead.paper = masthead.paper.take().or_else(|| usual_agency(articles));
    (masthead != Masthead::default()).then_some(masthead)
}

fn editors(block: &Unplaced, editors: &mut Vec<Credit>) {
    let text = block.passage.text.as_str();
    editors.extend(credited(text).into_iter().map(|found| Credit {
        name: found.span.of(text).split_whitespace().collect(),
        role: found.role,
        organization: found.organization,
        span: block.passage.source(found.span),
    }));
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
