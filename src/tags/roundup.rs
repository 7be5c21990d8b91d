//! Reports of an agency from several places.
//!
//! Takes the settled tags of all blocks; gives the articles that are such reports (新华社云州1月8日电, 新华社海州1月9日电 on one page).
//! An office without its place counts for nothing in them: 省政协 is another body in each, and an index that joins them would be
//! wrong. People keep it in their titles.

use std::collections::BTreeSet;

use super::known::Marked;
use super::{By, Kind, Tag, offices};
use crate::text::fold;

/// The articles that are reports, where the page has reports from more than one place.
pub fn reports(blocks: &[Marked]) -> BTreeSet<usize> {
    let reported = blocks.iter().filter_map(|marked| Some((marked.article, place(marked)?)));
    let (reports, places): (BTreeSet<usize>, BTreeSet<&str>) = reported.unzip();
    if places.len() > 1 { reports } else { BTreeSet::new() }
}

/// The place that an agency's report in a block comes from: it stands between the agency and a date.
fn place<'p>(marked: &Marked<'p>) -> Option<&'p str> {
    let dated = |end: usize| {
        let next = marked.tags.partition_point(|tag| tag.span.start < end);
        marked.tags[next..].iter().take_while(|tag| tag.span.start == end).any(|tag| tag.kind == Kind::Date)
    };
    let mut places = marked.tags.iter().filter(|tag| tag.kind == Kind::Place);
    let place = places.find(|tag| marked.text[..tag.span.start].ends_with('社') && dated(tag.span.end))?;
    Some(place.span.of(marked.text))
}

/// Whether `tag` is an office without its place that the user did not ask for.
pub fn is_bare_office(text: &str, tag: &Tag) -> bool {
    let name: Vec<char> = fold(tag.span.of(text)).chars().collect();
    tag.kind == Kind::Organization && tag.by != By::Lexicon && offices::is_office(&name)
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    /// The reports among articles of one block each.
    fn found(articles: &[&str]) -> Vec<usize> {
        let read: Vec<_> = articles.iter().map(|marked| marks::tags(marked)).collect();
        let block = |article: usize| marks::block(article, &read[article].0, read[article].1.clone());
        reports(&(0..read.len()).map(block).collect::<Vec<_>>()).into_iter().collect()
    }

    #[test]
    fn reports_come_from_several_places() {
        let here = "新华社〔地 云州〕〔时 1月8日〕电 桥通了。";
        let there = "新华社〔地 海州〕〔时 1月9日〕电 船来了。";
        assert_eq!(found(&[here, "〔人 何苗〕在〔地 云州〕说，", there]), [0, 2]);
        assert_eq!(found(&[here, here]), [] as [usize; 0], "all is of one place");
        assert_eq!(found(&[here]), [] as [usize; 0]);
        // The place stands between the agency and a date.
        for other in [
            "〔地 海州〕〔时 1月9日〕电",
            "新华社〔地 海州〕电 〔时 1月9日〕",
            "新华社〔机 海州〕〔时 1月9日〕电",
            "新华社〔地 海州〕〔人 何苗〕〔时 1月9日〕电",
            "新华社〔地 海州〕",
        ] {
            assert_eq!(found(&[here, other]), [] as [usize; 0], "{other}");
        }
        assert_eq!(found(&["〔地 云州〕：新华社〔地 海州〕〔时 1月9日〕电", here]), [0, 1]);
    }

    #[test]
    fn an_office_without_its_place() {
        let bare = |marked: &str, by: By| {
            let (text, tags) = marks::tags(marked);
            is_bare_office(&text, &Tag { by, ..tags[0] })
        };
        assert!(bare("主席在〔机 省政协〕讲话", By::Model) && bare("〔机 市財政局〕讲话", By::Rule));
        assert!(!bare("〔机 省政协〕", By::Lexicon), "the user asked for it");
        assert!(!bare("〔人 省政协〕", By::Model) && !bare("〔机 云州市财政局〕", By::Model));
    }
}
