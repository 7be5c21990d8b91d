//! The entities of a page: one for each person, place, body, date …, with every form and every mention.
//!
//! Takes the settled tags of all blocks; joins the forms of one name (`aliases`), works out dates (`when`), gathers
//! the roles of people (`roles`) and the body behind an elided 市委. Gives entities, most mentioned first.

use std::collections::{HashMap, HashSet};

use super::chance::Pairs;
use super::known::{self, Marked};
use super::roles::{self, Title};
use super::roundup;
use super::when::{self, When};
use super::{By, Entity, Kind, Lexicon, Mention, PersonRole, Tag, aliases};
use crate::page::{At, Page};

/// One form of a name with its mentions.
struct Form {
    kind: Kind,
    name: String,
    mentions: Vec<Mention>,
    titles: Vec<Title>,
    value: Option<String>,
    /// What the lexicon calls it.
    canonical: Option<String>,
    /// Whom a surname means.
    meant: Option<String>,
}

/// A form's kind, name, value and whom it means.
type Key = (Kind, String, Option<String>, Option<String>);

pub fn read(page: &Page, lexicon: &Lexicon) -> Vec<Entity> {
    let blocks = known::settle(page, lexicon);
    let mut forms = forms(page, lexicon, &blocks);
    byline_roles(page, &mut forms);
    let pairs = Pairs::new(page);
    forms.retain(|form| !by_chance(form, &pairs));
    let known: HashSet<String> = forms.iter().map(|form| form.name.clone()).collect();
    forms.retain(|form| form.meant.as_ref().is_none_or(|name| known.contains(name)));
    let mut entities: Vec<Entity> = joined(forms);
    offices(&mut entities);
    entities.sort_by_key(|entity| {
        (std::cmp::Reverse(entity.mentions.len()), entity.mentions.first().map(|m| m.at))
    });
    entities
}

/// Whether a person without a title or a byline is a word of the page and what happens to follow it.
fn by_chance(form: &Form, pairs: &Pairs) -> bool {
    form.kind == Kind::Person
        && form.titles.is_empty()
        && form.mentions.iter().all(|mention| mention.by != By::Lexicon)
        && pairs.part_by_chance(&form.name, form.mentions.len())
}

/// Every form of every name in order of appearance.
fn forms(page: &Page, lexicon: &Lexicon, blocks: &[Marked]) -> Vec<Form> {
    let names: HashMap<&str, &str> =
        lexicon.entries.iter().map(|e| (e.word.as_str(), e.name.as_str())).collect();
    let mut forms: Vec<Form> = Vec::new();
    let mut index: HashMap<Key, usize> = HashMap::new();
    let usual = usual_year(blocks);
    let reports = roundup::reports(blocks);
    let mut issue = usual;
    let mut last = (usize::MAX, When::default());
    for marked in blocks {
        if last.0 != marked.article {
            last = (marked.article, When::default());
            issue = issue_date(page, marked.article).unwrap_or(usual);
        }
        let layer = name_layer(&marked.tags);
        let mut titles: HashMap<usize, Vec<Title>> =
            roles::read(marked.text, &layer).into_iter().map(|(i, t)| (layer[i].span.start, t)).collect();
        for tag in &marked.tags {
            let surface = tag.span.of(marked.text);
            // Amounts keep names away from figures; they are nothing to look up.
            if tag.kind == Kind::Term && super::terms::is_amount(surface) && !names.contains_key(surface) {
                continue;
            }
            if reports.contains(&marked.article) && roundup::is_bare_office(marked.text, tag) {
                continue;
            }
            let name = surface.trim_matches(['《', '》', '·']).to_owned();
            let value = if tag.kind == Kind::Date {
                let (value, next) = when::resolve(surface, issue, last.1);
                last.1 = next;
                value
            } else {
                None
            };
            let meant = marked.meant(tag.span.start).filter(|_| tag.kind == Kind::Person).map(str::to_owned);
            let key = (tag.kind, name.clone(), value.clone(), meant.clone());
            let at = *index.entry(key).or_insert_with(|| {
                let canonical = names.get(surface).map(|name| (*name).to_owned());
                let (mentions, titles) = (Vec::new(), Vec::new());
                forms.push(Form { kind: tag.kind, name, mentions, titles, value, canonical, meant });
                forms.len() - 1
            });
            let place = At { article: marked.article, block: marked.block, span: tag.span };
            forms[at].mentions.push(Mention { at: place, by: tag.by });
            if tag.kind == Kind::Person {
                forms[at].titles.extend(titles.remove(&tag.span.start).unwrap_or_default());
            }
        }
    }
    forms
}

/// The people, places and bodies among `tags`, which do not overlap.
fn name_layer(tags: &[Tag]) -> Vec<Tag> {
    tags.iter()
        .filter(|tag| matches!(tag.kind, Kind::Person | Kind::Place | Kind::Organization))
        .copied()
        .collect()
}

/// The day of the page that an article stands on.
fn issue_date(page: &Page, article: usize) -> Option<When> {
    page.masthead_of(article)?.date.as_deref().map(When::parse)
}

/// The year that the text names most.
fn usual_year(blocks: &[Marked]) -> When {
    let mut years: HashMap<u32, usize> = HashMap::new();
    for marked in blocks {
        for tag in marked.tags.iter().filter(|tag| tag.kind == Kind::Date) {
            let surface: Vec<char> = tag.span.of(marked.text).chars().map(super::plain).take(5).collect();
            if let Some(year) =
                surface.get(4).filter(|&&c| c == '年').and_then(|_| super::dates::value(&surface[..4]))
            {
                *years.entry(year).or_default() += 1;
            }
        }
    }
    let year = years.into_iter().max_by_key(|&(year, times)| (times, year)).map(|(year, _)| year);
    When { year, ..When::default() }
}

/// What the byline says its people are.
fn byline_roles(page: &Page, forms: &mut [Form]) {
    for credit in page.articles.iter().flat_map(|article| &article.byline) {
        let form = forms.iter_mut().find(|form| form.kind == Kind::Person && form.name == credit.name);
        let Some((form, title)) = form.zip(credit.role.clone()) else { continue };
        if !form.titles.iter().any(|known| known.title == title) {
            form.titles.push(Title { title, organization: credit.organization.clone() });
        }
    }
}

/// One entity for the forms that stand for the same.
fn joined(forms: Vec<Form>) -> Vec<Entity> {
    let mut group: Vec<usize> = (0..forms.len()).collect();
    for kind in [Kind::Person, Kind::Place, Kind::Organization] {
        let members: Vec<usize> = (0..forms.len()).filter(|&i| forms[i].kind == kind).collect();
        let names: Vec<String> = members.iter().map(|&i| forms[i].name.clone()).collect();
        for (member, root) in aliases::groups(kind, &names).into_iter().enumerate() {
            group[members[member]] = members[root];
        }
    }
    let mut by_key: HashMap<(Kind, &str), usize> = HashMap::new();
    for (i, form) in forms.iter().enumerate() {
        let key = form.canonical.as_deref().or(form.value.as_deref().filter(|_| form.kind == Kind::Date));
        if let Some(key) = key {
            group[i] = *by_key.entry((form.kind, key)).or_insert(i);
        }
    }
    for (i, form) in forms.iter().enumerate() {
        let Some(name) = &form.meant else { continue };
        let whole = forms.iter().position(|other| other.kind == Kind::Person && other.name == *name);
        group[i] = whole.map_or(i, |whole| group[whole]);
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); forms.len()];
    for (i, &root) in group.iter().enumerate() {
        members[root].push(i);
    }
    members.iter().filter(|members| !members.is_empty()).map(|members| entity(&forms, members)).collect()
}

fn entity(forms: &[Form], members: &[usize]) -> Entity {
    let parts = || members.iter().map(|&i| &forms[i]);
    let kind = forms[members[0]].kind;
    let length = |form: &Form| form.name.chars().count() as isize;
    let best = parts().max_by_key(|form| match kind {
        // A date reads best in full, a body by its full name, a place and a person as the page mostly has them.
        Kind::Date => (0, length(form)),
        Kind::Organization | Kind::Person => (length(form), form.mentions.len() as isize),
        _ => (form.mentions.len() as isize, -length(form)),
    });
    let name = parts()
        .find_map(|form| form.canonical.clone())
        .or(best.map(|form| form.name.clone()))
        .unwrap_or_default();
    // A surname alone is no name to look for elsewhere.
    let is_name = |form: &String| *form != name && form.chars().nth(1).is_some();
    let aliases = parts().map(|form| form.name.clone()).filter(is_name);
    let mut aliases: Vec<String> = aliases.collect();
    aliases.sort();
    aliases.dedup();
    let mut mentions: Vec<Mention> = parts().flat_map(|form| form.mentions.iter().copied()).collect();
    mentions.sort_by_key(|mention| mention.at);
    let roles = counted(parts().flat_map(|form| form.titles.iter()));
    Entity { kind, name, aliases, roles, value: parts().find_map(|form| form.value.clone()), mentions }
}

/// Titles with how often they are said; one said without its body joins the one said with it.
fn counted<'a>(titles: impl Iterator<Item = &'a Title>) -> Vec<PersonRole> {
    let mut roles: Vec<PersonRole> = Vec::new();
    for title in titles {
        let same = |role: &&mut PersonRole| {
            let body = role.organization.is_none()
                || title.organization.is_none()
                || role.organization == title.organization;
            role.title == title.title && body
        };
        match roles.iter_mut().find(same) {
            Some(role) => {
                role.count += 1;
                role.organization = role.organization.take().or_else(|| title.organization.clone());
            }
            None => roles.push(PersonRole {
                title: title.title.clone(),
                organization: title.organization.clone(),
                count: 1,
            }),
        }
    }
    roles.sort_by_key(|role| std::cmp::Reverse(role.count));
    roles
}

/// Names the body in full where the page does: 市委 of 市委书记 as 云州市委.
fn offices(entities: &mut [Entity]) {
    let mut full: HashMap<String, String> = HashMap::new();
    for entity in entities.iter().filter(|entity| entity.kind == Kind::Organization) {
        for alias in &entity.aliases {
            full.insert(alias.clone(), entity.name.clone());
        }
    }
    for role in entities.iter_mut().flat_map(|entity| &mut entity.roles) {
        if let Some(name) = role.organization.as_ref().and_then(|name| full.get(name)) {
            role.organization = Some(name.clone());
            continue;
        }
        // 市委书记 and 市政府秘书长 hold their body within them.
        let held = role.title.char_indices().map(|(at, c)| at + c.len_utf8()).take(6);
        let held = held.filter_map(|end| full.get(&role.title[..end])).last();
        if let Some(name) = held.filter(|_| role.organization.is_none()) {
            role.organization = Some(name.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn title(title: &str, body: Option<&str>) -> Title {
        Title { title: title.to_owned(), organization: body.map(str::to_owned) }
    }

    #[test]
    fn titles_are_counted_by_their_body() {
        let all = [
            title("局长", None),
            title("主任", Some("云州市委")),
            title("主任", None),
            title("主任", Some("青荷县委")),
            title("主任", Some("云州市委")),
            title("局长", Some("教育局")),
        ];
        let shown: Vec<(String, Option<String>, usize)> =
            counted(all.iter()).into_iter().map(|role| (role.title, role.organization, role.count)).collect();
        let role = |title: &str, body: &str, count| (title.to_owned(), Some(body.to_owned()), count);
        assert_eq!(
            shown,
            [role("主任", "云州市委", 3), role("局长", "教育局", 2), role("主任", "青荷县委", 1)]
        );
    }

    fn form(kind: Kind, name: &str, times: usize) -> Form {
        let mention =
            |block| Mention { at: At { article: 0, block, span: Span::new(0, name.len()) }, by: By::Model };
        Form {
            kind,
            name: name.to_owned(),
            mentions: (0..times).map(mention).collect(),
            titles: Vec::new(),
            value: None,
            canonical: None,
            meant: None,
        }
    }

    #[test]
    fn an_entity_is_called_by_its_best_form() {
        let name = |forms: &[Form]| {
            let all: Vec<usize> = (0..forms.len()).collect();
            let entity = entity(forms, &all);
            (entity.name, entity.aliases, entity.mentions.len())
        };
        let shown = |name: &str, alias: &str, times| (name.to_owned(), vec![alias.to_owned()], times);
        let two = |kind, short: &str, full: &str| name(&[form(kind, short, 3), form(kind, full, 1)]);
        assert_eq!(two(Kind::Organization, "云帆", "云帆集团"), shown("云帆集团", "云帆", 4));
        assert_eq!(two(Kind::Person, "莫里森", "约翰·莫里森"), shown("约翰·莫里森", "莫里森", 4));
        assert_eq!(two(Kind::Place, "云州", "云州市"), shown("云州", "云州市", 4));
        assert_eq!(two(Kind::Date, "5日", "3月5日"), shown("3月5日", "5日", 4));
        assert_eq!(two(Kind::Date, "3月5日", "5日"), shown("3月5日", "5日", 4));
        // A surname alone is no name to look for; the lexicon's name comes first.
        assert_eq!(two(Kind::Person, "何", "何雨桐"), ("何雨桐".to_owned(), vec![], 4));
        let mut called = form(Kind::Place, "云州市", 1);
        called.canonical = Some("老云州".to_owned());
        assert_eq!(name(&[form(Kind::Place, "云州", 3), called]).0, "老云州");
    }

    #[test]
    fn forms_of_one_value_are_one_date() {
        let dated =
            |name: &str, value: &str| Form { value: Some(value.to_owned()), ..form(Kind::Date, name, 1) };
        let term = |name: &str| Form { value: Some("1".to_owned()), ..form(Kind::Term, name, 1) };
        let forms = vec![
            dated("3月5日", "2025-03-05"),
            dated("昨天", "2025-03-05"),
            dated("今天", "2025-03-06"),
            term("一"),
            term("二"),
        ];
        let names: Vec<String> = joined(forms).into_iter().map(|entity| entity.name).collect();
        assert_eq!(names, ["3月5日", "今天", "一", "二"]);
    }

    #[test]
    fn the_year_named_most_is_the_usual_one() {
        let text = "2024年开工，2025年封顶，2025年通车，2026年扩建。";
        let tag = |(start, year): (usize, &str)| Tag {
            kind: Kind::Date,
            span: Span::new(start, start + year.len()),
            by: By::Rule,
        };
        let years = ["2024年", "2025年", "2026年"].iter().flat_map(|year| text.match_indices(year));
        let tags: Vec<Tag> = years.map(tag).collect();
        let block = |tags: Vec<Tag>| Marked { article: 0, block: 0, text, tags, meant: Vec::new() };
        assert_eq!(usual_year(&[block(tags)]).year, Some(2025));
        assert_eq!(usual_year(&[block(Vec::new())]).year, None);
    }

    #[test]
    fn a_word_of_the_page_and_what_follows_is_nobody() {
        let page = crate::page::read(
            "云商大会开幕\n欢迎云商回家。云商说，云商富了家乡。何云山说，他也是其中之一。\n",
        );
        let pairs = Pairs::new(&page);
        assert!(by_chance(&form(Kind::Person, "云商回", 1), &pairs));
        assert!(
            !by_chance(&form(Kind::Place, "云商回", 1), &pairs)
                && !by_chance(&form(Kind::Person, "何云山", 1), &pairs)
        );
        let titled = Form { titles: vec![title("局长", None)], ..form(Kind::Person, "云商回", 1) };
        assert!(!by_chance(&titled, &pairs));
        let mut forced = form(Kind::Person, "云商回", 1);
        forced.mentions[0].by = By::Lexicon;
        assert!(!by_chance(&forced, &pairs));
    }
}
