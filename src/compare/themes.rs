//! Themes over pages.
//!
//! Themes of two pages are one if they share a name or a variant. A theme is then looked for on the pages too that do not
//! list it, so that its rise and fall are those of its words and not of a page's ranking.

use std::collections::{BTreeMap, HashMap};

use super::groups::Groups;
use super::stored::{Article, Stored, Theme};
use super::time::{self, Time};
use super::{ComparedTheme, Direction, First, ThemePage, rounded};
use crate::themes::trie::Trie;
use crate::themes::view::{fold, key};

/// A trend beyond this is a rise or a fall.
const TURN: f64 = 0.25;

/// A shorter variant is too common to make two themes one.
const SHORTEST: usize = 3;

pub fn themes(reports: &[Stored], time: &Time) -> Vec<ComparedTheme> {
    let groups = groups(reports, time);
    let unlisted = unlisted(reports, &groups);
    let mut out: Vec<ComparedTheme> =
        groups.iter().zip(unlisted).map(|(group, more)| compared(reports, time, group, more)).collect();
    out.sort_by(|a, b| {
        let reach = |t: &ComparedTheme| (t.pages.len(), t.mentions);
        reach(b).cmp(&reach(a)).then(b.score.total_cmp(&a.score)).then_with(|| a.name.cmp(&b.name))
    });
    out
}

/// The themes that are one: page and theme.
type Group<'r> = Vec<(usize, &'r Theme)>;

/// In the order of time, so that it makes no difference in which order pages are given.
fn groups<'r>(reports: &'r [Stored], time: &Time) -> Vec<Group<'r>> {
    let themes = |page: &usize| reports[*page].themes.iter().map(|theme| (*page, theme)).collect::<Group>();
    let all: Group = time.order.iter().flat_map(themes).collect();
    let mut groups = Groups::new(all.len());
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (i, (_, theme)) in all.iter().enumerate() {
        let long = |name: &&String| name.chars().count() >= SHORTEST;
        for name in std::iter::once(&theme.name).chain(theme.variants.iter().filter(long)) {
            let first = *seen.entry(key(name)).or_insert(i);
            groups.join(first, i);
        }
    }
    groups.all().into_values().map(|group| group.into_iter().map(|i| all[i]).collect()).collect()
}

/// For each group the pages that have its words and do not list it.
fn unlisted(reports: &[Stored], groups: &[Group]) -> Vec<BTreeMap<usize, ThemePage>> {
    let mut of: BTreeMap<String, usize> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        for (_, theme) in group {
            for name in std::iter::once(&theme.name).chain(&theme.variants) {
                of.entry(key(name)).or_insert(g);
            }
        }
    }
    let trie = Trie::new(of.keys().map(String::as_str));
    let of: Vec<usize> = of.into_values().collect();
    let mut out = vec![BTreeMap::new(); groups.len()];
    for (page, report) in reports.iter().enumerate() {
        for article in &report.articles {
            count(article, &trie, |name, headline| {
                let found: &mut ThemePage = out[of[name]].entry(page).or_insert_with(|| ThemePage {
                    page,
                    date: time::date(report).map(str::to_owned),
                    theme: None,
                    articles: Vec::new(),
                    headline: 0,
                    body: 0,
                });
                if found.articles.last() != Some(&article.id) {
                    found.articles.push(article.id.clone());
                }
                if headline { found.headline += 1 } else { found.body += 1 }
            });
        }
    }
    for (group, pages) in groups.iter().zip(&mut out) {
        pages.retain(|page, _| group.iter().all(|(listed, _)| listed != page));
    }
    out
}

/// Calls `each` for the longest name at every place of an article, names not overlapping.
fn count(article: &Article, trie: &Trie, mut each: impl FnMut(usize, bool)) {
    let texts = article.headline().map(|text| (text, true)).chain(article.body().map(|text| (text, false)));
    for (text, headline) in texts {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let mut at = 0;
        while at < chars.len() {
            match trie.longest(&chars, at) {
                Some((name, end)) => {
                    each(name, headline);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

fn compared(
    reports: &[Stored],
    time: &Time,
    group: &Group,
    unlisted: BTreeMap<usize, ThemePage>,
) -> ComparedTheme {
    let mut pages = unlisted;
    for &(page, theme) in group {
        let found = pages.entry(page).or_insert_with(|| ThemePage {
            page,
            date: time::date(&reports[page]).map(str::to_owned),
            theme: Some(theme.id.clone()),
            articles: Vec::new(),
            headline: 0,
            body: 0,
        });
        for article in &theme.articles {
            if !found.articles.contains(&article.article) {
                found.articles.push(article.article.clone());
            }
            found.headline += article.headline;
            found.body += article.body;
        }
    }
    // The user's own themes may be listed without a mention.
    let pages: Vec<ThemePage> =
        time.order.iter().filter_map(|page| pages.remove(page)).filter(|p| p.headline + p.body > 0).collect();
    let mut counts = vec![0; time.count];
    for page in &pages {
        if let Some(at) = time.times[page.page] {
            counts[at] += page.articles.len();
        }
    }
    let trend = time.trend(&counts).map(rounded);
    let begins = counts.iter().position(|&count| count > 0);
    let (name, variants) = names(group);
    ComparedTheme {
        name,
        variants,
        score: group.iter().map(|(_, theme)| theme.score).fold(0.0, f64::max),
        mentions: pages.iter().map(|page| page.headline + page.body).sum(),
        first: pages.first().map(|page| First { page: page.page, date: page.date.clone() }),
        pages,
        direction: match trend {
            Some(trend) if trend > TURN => Direction::Rising,
            Some(trend) if trend < -TURN => Direction::Falling,
            _ => Direction::Steady,
        },
        trend,
        is_new: time.count > 1 && begins == Some(time.count - 1),
    }
}

/// The name that the user gave, else that of most mentions; and all the others.
fn names(group: &Group) -> (String, Vec<String>) {
    let mut counts: BTreeMap<&String, (bool, usize)> = BTreeMap::new();
    for (_, theme) in group {
        let mentions: usize = theme.articles.iter().map(|a| a.headline + a.body).sum();
        let count = counts.entry(&theme.name).or_default();
        count.0 |= theme.origin == "lexicon";
        count.1 += mentions + 1;
        for variant in &theme.variants {
            counts.entry(variant).or_default();
        }
    }
    let best = counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
    let name = best.map_or_else(String::new, |(name, _)| (*name).clone());
    let variants = counts.into_keys().filter(|other| key(other) != key(&name)).cloned().collect();
    (name, variants)
}
