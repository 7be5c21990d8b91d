//! The place that a page is at home in, where no table of places has it.
//!
//! Takes the page; gives the place's name, alone and with its rank, as entries of a lexicon. The name is what the paper's
//! own begins with, in its masthead, a 讯头 or a byline (青荷 of 青荷日报), and the text has to use it as a place more than once: 光明日报 and 华商报 are at home nowhere.

use super::Kind;
use super::lexicon::{Entry, WordKind};
use super::rules;
use crate::page::Page;

/// What names of papers end in.
const PAPERS: [&str; 8] = ["日报", "晚报", "早报", "晨报", "时报", "周报", "都市报", "新报"];
/// What stands before a place, not before what else a paper may be named after.
const BEFORE: [char; 8] = ['在', '到', '赴', '来', '向', '往', '离', '抵'];
const RANKS: [&str; 7] = ["市", "县", "区", "州", "省", "镇", "乡"];
/// So often is the name used as a place.
const OFTEN: usize = 2;

pub fn entries(page: &Page) -> Vec<Entry> {
    let mastheads = page.sheets.iter().filter_map(|sheet| sheet.masthead.as_ref()?.paper.as_deref());
    let datelines = page.articles.iter().filter_map(|article| article.dateline.as_ref()?.agency.as_deref());
    let bylines = page.articles.iter().flat_map(|article| &article.byline);
    let papers =
        mastheads.chain(datelines).chain(bylines.filter_map(|credit| credit.organization.as_deref()));
    let stems = papers.filter_map(|paper| PAPERS.iter().find_map(|end| paper.strip_suffix(end)));
    let mut names: Vec<&str> = stems.filter(|stem| is_new(stem)).collect();
    names.sort_unstable();
    // A paper is named by each of its pages and articles, and looked for in the text once.
    names.dedup();
    names.retain(|name| uses(page, name) >= OFTEN);
    let entry = |word: String| Entry { word, kind: WordKind::Tag(Kind::Place), name: String::new() };
    let ranked = |name: &str| RANKS.map(|rank| format!("{name}{rank}")).to_vec();
    names.into_iter().flat_map(|name| [vec![name.to_owned()], ranked(name)].concat()).map(entry).collect()
}

fn is_new(stem: &str) -> bool {
    (2..=3).contains(&stem.chars().count()) && !rules::is_word(stem)
}

/// How often the text uses the name as that of a place.
fn uses(page: &Page, name: &str) -> usize {
    let texts = page.blocks().map(|(_, _, block)| block.passage.text.as_str());
    let used = |text: &str| {
        let places = text.match_indices(name).map(|(at, _)| at);
        places
            .filter(|at| {
                let ranked = RANKS.iter().any(|rank| text[at + name.len()..].starts_with(rank));
                ranked || text[..*at].ends_with(BEFORE)
            })
            .count()
    };
    texts.map(used).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(paper: &str, text: &str) -> Vec<String> {
        let page = format!("{paper}\n2025年3月1日 星期六 第01版\n\n# 客商看好本地\n\n{text}\n");
        entries(&crate::page::read(&page)).into_iter().map(|entry| entry.word).collect()
    }

    #[test]
    fn a_paper_is_at_home_where_its_text_says_so_twice() {
        let home = words("汐川日报", "考察团来到汐川，希望项目向汐川聚集，汐川人很高兴。");
        assert_eq!(home[..2], ["汐川", "汐川市"]);
        assert_eq!(words("汐川日报", "汐川市的桥和汐川区的路都修好了。")[0], "汐川", "a rank tells as well");
        assert_eq!(words("汐川日报", "考察团来到汐川，汐川人很高兴。"), [""; 0]);
        assert_eq!(words("光明日报", "考察团来到光明，希望项目向光明聚集。"), [""; 0]);
    }
}
