//! People, bodies and places that return on other pages.

use std::collections::BTreeMap;

use super::stored::{Entity, Stored};
use super::time::{self, Time};
use super::{ComparedEntity, EntityPage};

pub fn entities(reports: &[Stored], time: &Time) -> Vec<ComparedEntity> {
    let mut found: BTreeMap<(&str, &str), Vec<EntityPage>> = BTreeMap::new();
    for &page in &time.order {
        let report = &reports[page];
        for entity in
            report.entities.iter().filter(|e| matches!(&*e.kind, "person" | "organization" | "place"))
        {
            let date = time::date(report).map(str::to_owned);
            found.entry((&entity.kind, &entity.name)).or_default().push(on_page(entity, page, date));
        }
    }
    let mut out: Vec<ComparedEntity> = found
        .into_iter()
        .filter(|(_, pages)| pages.len() > 1)
        .map(|((kind, name), pages)| ComparedEntity {
            kind: kind.to_owned(),
            name: name.to_owned(),
            mentions: pages.iter().map(|page| page.mentions).sum(),
            pages,
        })
        .collect();
    // Equal ones stay in the order of their kinds and names.
    out.sort_by_key(|entity| std::cmp::Reverse((entity.pages.len(), entity.mentions)));
    out
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
