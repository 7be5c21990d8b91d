//! How people are called once they have been named: 小许, 老王, 王教授.
//!
//! Takes the settled tags of all blocks. A surname before a title, or behind 小 or 老, means the one person of the article whose name
//! begins with it, failing that of the page; the tag is given that name. 小许 is found wherever words begin and end with it. A
//! surname alone that means nobody known names nobody and is dropped.

use std::collections::BTreeMap;

use super::edges::is_whole;
use super::known::{Marked, put, slot};
use super::rules::data::DATA;
use super::{By, Kind, Tag, roles, rules};
use crate::span::Span;
use crate::text::{floor, fold, fold_char};
use crate::words::model::BUILT_IN as DICTIONARY;

/// What a surname is called by besides titles.
const ADDRESS: [&str; 2] = ["老汉", "老头"];

/// So many names with one surname are remembered; of more than one none is meant.
const ALIKE: usize = 8;

/// The longest title looked for, in bytes.
const LONGEST: usize = 30;

/// An article with more people is a roster, and calls none by a given name.
const MANY: usize = 60;

/// The names that begin with each surname, each once.
type Named = BTreeMap<char, Vec<String>>;

pub fn settle(blocks: &mut [Marked]) {
    // 王老汉 is no name in full, so it comes before the names are gathered.
    blocks.iter_mut().for_each(surnames_alone);
    let on_page = named(blocks);
    for article in blocks.chunk_by_mut(|a, b| a.article == b.article) {
        let here = named(article);
        for marked in article {
            familiar(marked, &here);
            by_given_name(marked, &here);
            mean(marked, &here, &on_page);
        }
    }
}

/// The people who are named in full, by surname.
fn named(blocks: &[Marked]) -> Named {
    let mut out = Named::default();
    for marked in blocks {
        for tag in marked.tags.iter().filter(|tag| tag.kind == Kind::Person) {
            let name = tag.span.of(marked.text);
            if called_familiarly(name).is_some() || !is_full(name) {
                continue;
            }
            let Some(surname) = name.chars().next() else { continue };
            let names = out.entry(fold_char(surname)).or_default();
            if names.len() < ALIKE && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    out
}

/// Whether a name has a surname of one character and a given name.
fn is_full(name: &str) -> bool {
    (2..=3).contains(&name.chars().count()) && name.chars().next().is_some_and(is_surname)
}

fn is_surname(c: char) -> bool {
    DATA.names.is_surname(fold_char(c).encode_utf8(&mut [0; 4]))
}

/// The surname that is all of `name`.
fn called(name: &str) -> Option<char> {
    let mut chars = name.chars();
    chars.next().filter(|_| chars.next().is_none()).map(fold_char)
}

/// The surname behind 小 or 老.
fn called_familiarly(name: &str) -> Option<char> {
    called(name.strip_prefix(['小', '老'])?).filter(|&surname| is_surname(surname))
}

/// Whether what follows a surname is what people are called: 教授, 大爷.
fn is_address(rest: &str) -> bool {
    let rest = &*fold(&rest[..floor(rest, LONGEST)]);
    ADDRESS.iter().any(|word| rest.starts_with(word)) || roles::title_starting(rest).is_some()
}

/// Leaves the surname of 王老汉, which is read as a name now and then.
fn surnames_alone(marked: &mut Marked) {
    let text = marked.text;
    for tag in marked.tags.iter_mut().filter(|tag| tag.kind == Kind::Person && tag.by != By::Lexicon) {
        let name = fold(tag.span.of(text));
        let Some(surname) = name.chars().next() else { continue };
        let rest = &name[surname.len_utf8()..];
        let address = ADDRESS.contains(&rest) || rules::is_title(rest);
        if address && is_surname(surname) {
            tag.span = Span::new(tag.span.start, tag.span.start + surname.len_utf8());
        }
    }
}

/// Where the names of a block stand, which do not overlap.
struct Names(Vec<Span>);

impl Names {
    fn of(marked: &Marked) -> Names {
        Names(marked.tags.iter().filter(|tag| slot(tag.kind).is_some()).map(|tag| tag.span).collect())
    }

    /// Whether none of them lies in `span`.
    fn leave(&self, span: Span) -> bool {
        let next = self.0.partition_point(|name| name.end <= span.start);
        !self.0.get(next).is_some_and(|name| name.overlaps(span))
    }
}

/// Finds 小许 and 老许 where the article has one 许某某.
fn familiar(marked: &mut Marked, here: &Named) {
    let text = marked.text;
    let names = Names::of(marked);
    let mut found: Vec<Tag> = Vec::new();
    for (start, lead) in text.match_indices(['小', '老']) {
        let Some(surname) = text[start + lead.len()..].chars().next() else { continue };
        let span = Span::new(start, start + lead.len() + surname.len_utf8());
        let one = here.get(&fold_char(surname)).is_some_and(|names| names.len() == 1);
        let is_no_name = || {
            here[&fold_char(surname)]
                .iter()
                .all(|name| !text[start + lead.len()..].starts_with(name.as_str()))
        };
        let chars: Vec<char> = span.of(text).chars().collect();
        if one && names.leave(span) && is_no_name() && !DICTIONARY.is_ordinary(&chars) && is_whole(text, span)
        {
            found.push(Tag { kind: Kind::Person, span, by: By::Rule });
        }
    }
    found.into_iter().for_each(|tag| put(&mut marked.tags, tag));
}

/// Finds 雨桐 where the article has 何雨桐, and the given name is no word.
fn by_given_name(marked: &mut Marked, here: &Named) {
    let text = marked.text;
    let names = Names::of(marked);
    let mut found: Vec<(Span, String)> = Vec::new();
    let three = |name: &&String| name.chars().count() == 3;
    for name in here.values().flatten().filter(three).take(MANY) {
        let given = &name[name.chars().next().map_or(0, char::len_utf8)..];
        let shared = here.values().flatten().filter(|other| other.ends_with(given)).count() > 1;
        if shared || DICTIONARY.is_word(&given.chars().collect::<Vec<_>>()) {
            continue;
        }
        for (start, _) in text.match_indices(given) {
            let span = Span::new(start, start + given.len());
            if names.leave(span) && is_whole(text, span) {
                found.push((span, name.clone()));
            }
        }
    }
    for (span, name) in found {
        put(&mut marked.tags, Tag { kind: Kind::Person, span, by: By::Rule });
        marked.meant.push((span.start, name));
    }
}

/// Tells whom a surname means, and drops it where nobody is known.
fn mean(marked: &mut Marked, here: &Named, on_page: &Named) {
    let text = marked.text;
    let one = |names: &Named, surname| match names.get(&surname).map(Vec::as_slice) {
        Some([name]) => Some(name.clone()),
        _ => None,
    };
    let meant = |surname: char| match here.contains_key(&surname) {
        true => one(here, surname),
        false => one(on_page, surname),
    };
    for tag in marked.tags.iter().filter(|tag| tag.kind == Kind::Person && tag.by != By::Lexicon) {
        let name = tag.span.of(text);
        let before_title = |surname: char| is_address(&text[tag.span.end..]).then_some(surname);
        let surname = called(name).and_then(before_title).or_else(|| called_familiarly(name));
        marked.meant.extend(surname.and_then(meant).map(|name| (tag.span.start, name)));
    }
    marked.meant.sort();
    let Marked { tags, meant, .. } = marked;
    let known = |tag: &Tag| meant.binary_search_by_key(&tag.span.start, |&(start, _)| start).is_ok();
    tags.retain(|tag| {
        let alone = tag.kind == Kind::Person && tag.by != By::Lexicon && called(tag.span.of(text)).is_some();
        !alone || known(tag)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'t>(text: &'t str, names: &[(Kind, &str, By)]) -> Marked<'t> {
        let tag = |&(kind, name, by): &(Kind, &str, By)| {
            let start = text.find(name).expect("the name stands there");
            Tag { kind, span: Span::new(start, start + name.len()), by }
        };
        Marked { article: 0, block: 0, text, tags: names.iter().map(tag).collect(), meant: Vec::new() }
    }

    fn person(name: &str) -> (Kind, &str, By) {
        (Kind::Person, name, By::Model)
    }

    /// The people of a text when all is settled, each with whom it means.
    fn settled(text: &str, names: &[(Kind, &str, By)]) -> Vec<String> {
        let mut blocks = [marked(text, names)];
        settle(&mut blocks);
        let marked = &blocks[0];
        let people = marked.tags.iter().filter(|tag| tag.kind == Kind::Person);
        let shown = people.map(|tag| match marked.meant(tag.span.start) {
            Some(whole) => format!("{}={whole}", tag.span.of(text)),
            None => tag.span.of(text).to_owned(),
        });
        shown.collect()
    }

    #[test]
    fn names_in_full_are_remembered_by_their_surname() {
        let text = "何苗、何小满、小何、林远山、的远山、欧阳修远";
        let names = ["何苗", "何小满", "小何", "林远山", "的远山", "欧阳修远"].map(person);
        let named = named(&[marked(text, &names), marked("何苗", &[person("何苗")])]);
        let shown: Vec<(char, Vec<&str>)> =
            named.iter().map(|(&c, names)| (c, names.iter().map(String::as_str).collect())).collect();
        assert_eq!(shown, [('何', vec!["何苗", "何小满"]), ('林', vec!["林远山"])]);
        // Eight are enough.
        let many: Vec<String> = "甲乙丙丁戊己庚辛壬".chars().map(|c| format!("何{c}")).collect();
        let text = many.join("、");
        let names: Vec<_> = many.iter().map(|name| person(name)).collect();
        assert_eq!(super::named(&[marked(&text, &names)])[&'何'].len(), ALIKE);
        let place = [(Kind::Place, "何苗", By::Model)];
        assert!(super::named(&[marked("何苗", &place)]).is_empty());
    }

    #[test]
    fn familiar_names_mean_the_one_they_can() {
        assert_eq!(settled("何雨桐来了。小何说，小林没说。", &[person("何雨桐")]), ["何雨桐", "小何=何雨桐"]);
        assert_eq!(settled("许雨桐来了。老许去了。", &[person("许雨桐")]), ["许雨桐", "老许=许雨桐"]);
        // Two of the name are meant by none.
        let text = "何雨桐、何小满来了。小何说。";
        assert_eq!(settled(text, &[person("何雨桐"), person("何小满")]), ["何雨桐", "何小满"]);
        // The name itself behind 老 is no other; nor is a word, or a part of one.
        assert_eq!(settled("何雨桐来了，老何雨桐说。", &[person("何雨桐")]), ["何雨桐", "雨桐=何雨桐"]);
        assert_eq!(settled("林可来了，老林可说。", &[person("林可")]), ["林可"]);
        assert_eq!(settled("高雨桐来了，老高兴了，身高从小高。", &[person("高雨桐")])[..1], ["高雨桐"]);
        // What the user says is whom it names.
        let forced = (Kind::Person, "小何", By::Lexicon);
        assert_eq!(settled("何雨桐来了。小何说。", &[person("何雨桐"), forced]), ["何雨桐", "小何"]);
        // What is marked already stays as it is.
        let taken = (Kind::Organization, "小何说", By::Model);
        assert_eq!(settled("何雨桐来了，小何说办了社。", &[person("何雨桐"), taken]), ["何雨桐"]);
    }

    #[test]
    fn given_names_mean_the_one_they_can() {
        let text = "何雨桐来了。雨桐说好。";
        assert_eq!(settled(text, &[person("何雨桐")]), ["何雨桐", "雨桐=何雨桐"]);
        let text = "何雨桐、林雨桐来了。雨桐说好。";
        assert_eq!(settled(text, &[person("何雨桐"), person("林雨桐")]), ["何雨桐", "林雨桐"]);
        // A word is a word.
        assert_eq!(settled("何建设来了，他说建设要快。", &[person("何建设")]), ["何建设"]);
        assert_eq!(settled("何桐来了，桐树开花。", &[person("何桐")]), ["何桐"]);
    }

    #[test]
    fn surnames_are_of_someone_or_nobody() {
        let text = "何雨桐来了。何教授说，林教授也说。";
        let names = [person("何雨桐"), person("何教"), person("林教")];
        // Surnames tagged by themselves.
        let mut blocks = [marked(text, &names[..1])];
        for (start, surname) in text.match_indices(['何', '林']).skip(1) {
            let span = Span::new(start, start + surname.len());
            blocks[0].tags.push(Tag { kind: Kind::Person, span, by: By::Model });
        }
        settle(&mut blocks);
        let shown: Vec<&str> = blocks[0].tags.iter().map(|tag| tag.span.of(text)).collect();
        assert_eq!(shown, ["何雨桐", "何"]);
        let second = text.rmatch_indices('何').next().expect("何教授").0;
        assert_eq!(blocks[0].meant(second), Some("何雨桐"));
        // Before what is no title it is nobody, and the user's word always stays.
        let alone =
            |by| settled("何雨桐来了。何必呢。", &[person("何雨桐"), (Kind::Person, "何必", by)]).len();
        assert_eq!(alone(By::Model), 2);
        let mut blocks = [marked("何雨桐来了。必何呢", &[person("何雨桐")])];
        let start = "何雨桐来了。必".len();
        blocks[0].tags.push(Tag { kind: Kind::Person, span: Span::new(start, start + 3), by: By::Lexicon });
        settle(&mut blocks);
        assert_eq!(blocks[0].tags.len(), 2);
        blocks[0].tags[1].by = By::Model;
        settle(&mut blocks);
        assert_eq!(blocks[0].tags.len(), 1);
    }

    #[test]
    fn a_surname_and_a_title_read_as_a_name_is_the_surname() {
        let text = "何雨桐来了，何老汉和何教授也来了，王小明没来。";
        let names = [person("何雨桐"), person("何老汉"), person("何教授"), person("王小明")];
        assert_eq!(settled(text, &names), ["何雨桐", "何=何雨桐", "何=何雨桐", "王小明"]);
        let forced = [person("何雨桐"), (Kind::Person, "何老汉", By::Lexicon)];
        assert_eq!(settled("何雨桐来了，何老汉也来了。", &forced), ["何雨桐", "何老汉"]);
        let place = [person("何雨桐"), (Kind::Place, "何老汉", By::Model)];
        assert_eq!(settled("何雨桐来了，何老汉也来了。", &place)[0], "何雨桐");
    }

    #[test]
    fn what_people_are_called() {
        assert!(is_address("教授说") && is_address("老汉今年") && is_address("局长何青"));
        assert!(!is_address("说得好") && !is_address(""));
        assert_eq!((called("何"), called("何苗"), called("")), (Some('何'), None, None));
        assert_eq!(
            (called_familiarly("小何"), called_familiarly("小的"), called_familiarly("何")),
            (Some('何'), None, None)
        );
    }
}
