//! People, bodies and places that return on other pages.
//!
//! Those of two pages are one if they share their name, or if the name on one page is an alias that the other pages know
//! for one name only: 领湃科技公司 of Tuesday is 湖南领湃科技股份有限公司 of Monday. An alias that two names have (市委 in the
//! papers of two cities) joins nothing, nor does one so short that many could have it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::stored::{Entity, Stored};
use super::time::{self, Time};
use super::{ComparedEntity, EntityPage};

pub fn entities(reports: &[Stored], time: &Time) -> Vec<ComparedEntity> {
    let full = full_names(reports);
    let mut found: BTreeMap<(&str, &str), Vec<(&Entity, EntityPage)>> = BTreeMap::new();
    for &page in &time.order {
        let date = time::date(&reports[page]);
        for entity in compared(&reports[page]) {
            let (kind, name) = (&*entity.kind, &*entity.name);
            let name = full.get(&(kind, name)).copied().unwrap_or(name);
            found
                .entry((kind, name))
                .or_default()
                .push((entity, on_page(entity, page, date.map(str::to_owned))));
        }
    }
    let mut out: Vec<ComparedEntity> =
        found.into_iter().map(returning).filter(|entity| entity.pages.len() > 1).collect();
    // Equal ones stay in the order of their kinds and names.
    out.sort_by_key(|entity| std::cmp::Reverse((entity.pages.len(), entity.mentions)));
    out
}

fn compared(report: &Stored) -> impl Iterator<Item = &Entity> {
    report.entities.iter().filter(|e| matches!(&*e.kind, "person" | "organization" | "place"))
}

/// Of each kind and alias that stands for one name alone, that name.
fn full_names(reports: &[Stored]) -> HashMap<(&str, &str), &str> {
    let mut names: HashMap<(&str, &str), BTreeSet<&str>> = HashMap::new();
    for entity in reports.iter().flat_map(compared) {
        for alias in
            entity.aliases.iter().filter(|alias| **alias != entity.name && tells(&entity.kind, alias))
        {
            names.entry((&entity.kind, alias)).or_default().insert(&entity.name);
        }
    }
    let alone = names.into_iter().filter(|(_, names)| names.len() == 1);
    alone.filter_map(|(alias, names)| Some((alias, names.into_iter().next()?))).collect()
}

/// Whether an alias is long enough to mean one thing on other pages too.
fn tells(kind: &str, alias: &str) -> bool {
    alias.chars().count() >= if kind == "place" { 2 } else { 3 }
}

fn returning(((kind, name), found): ((&str, &str), Vec<(&Entity, EntityPage)>)) -> ComparedEntity {
    let words = found.iter().flat_map(|(entity, _)| std::iter::once(&entity.name).chain(&entity.aliases));
    let aliases: BTreeSet<&String> = words.filter(|word| *word != name).collect();
    let aliases = aliases.into_iter().cloned().collect();
    let mut pages: Vec<EntityPage> = Vec::new();
    for (_, here) in found {
        match pages.last_mut().filter(|last| last.page == here.page) {
            Some(last) => last.take(here),
            None => pages.push(here),
        }
    }
    let mentions = pages.iter().map(|page| page.mentions).sum();
    ComparedEntity { kind: kind.to_owned(), name: name.to_owned(), aliases, mentions, pages }
}

impl EntityPage {
    /// Adds what the same page says under another name.
    fn take(&mut self, other: EntityPage) {
        self.mentions += other.mentions;
        self.articles.extend(other.articles);
        self.articles.sort();
        self.articles.dedup();
    }
}

fn on_page(entity: &Entity, page: usize, date: Option<String>) -> EntityPage {
    let mut articles: Vec<String> = Vec::new();
    for mention in &entity.mentions {
        if articles.last() != Some(&mention.article) && !articles.contains(&mention.article) {
            articles.push(mention.article.clone());
        }
    }
    EntityPage { page, date, entity: entity.id.clone(), articles, mentions: entity.mentions.len() }
}
