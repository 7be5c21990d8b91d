//! From labelled fragments to articles.
//!
//! Takes lines, fragments, what was observed of them and the model's reading of them; gives drafts of articles (blocks in
//! the order of the page, repairs not yet made) and what belongs to none. Fields are left to `fields`, cuts to `stitch`,
//! displaced text to `order`.

use crate::page::lines::Line;
use crate::page::model::Reading;
use crate::page::observe::{Row, kind};
use crate::page::paragraphs::{Fragment, is_row};
use crate::page::rules::LineKind;
use crate::page::{Article, Block, Role, Unplaced, UnplacedKind};
use crate::page::{laws, names, rules};
use crate::span::Span;
use crate::text::{closes, ends_sentence};

/// The articles and the furniture of a page.
pub fn articles(
    text: &str,
    lines: &[Line],
    fragments: Vec<Fragment>,
    rows: &[Row],
    readings: &[Reading],
) -> (Vec<Article>, Vec<Unplaced>) {
    let mut articles: Vec<Article> = Vec::new();
    let mut unplaced = Vec::new();
    let mut doubts = Doubts::default();
    let mut reports = Reports::new(lines, &fragments, rows);
    let mut level_before = 0;
    let nothing = readings.iter().all(|reading| reading.label.role().is_none());
    for (i, (fragment, reading)) in fragments.into_iter().zip(readings).enumerate() {
        let ink = Span::new(lines[fragment.first].ink.start, lines[fragment.last].ink.end);
        let (kind, words) = (kind(&rows[i]), &fragment.passage.text);
        let placed = |&role: &Role| !words.is_empty() && !laws::is_chrome(role, kind, reports.told);
        // A text that is no page, a sentence or two, has nothing else to be.
        let sentence = || {
            (nothing && kind == LineKind::Plain && words.trim_end_matches(closes).ends_with(ends_sentence))
                .then_some(Role::Body)
        };
        let Some(role) = reading.label.role().or_else(sentence).filter(placed) else {
            unplaced.push(furniture(fragment, ink));
            continue;
        };
        let last = articles.last().and_then(|article| article.blocks.last());
        let role = laws::labelled(role, last, &lines[fragment.first], words);
        let last = last.map(|block| block.role);
        let table = is_row(words) && !articles.is_empty();
        let role = if table { Role::Body } else { laws::settled(role, kind, last, reports.told, words) };
        let heads = reports.heads_another(i, role, words);
        let crosshead = kind != LineKind::Column && reports.is_crosshead(role, &lines[fragment.first]);
        let role = match () {
            _ if heads => Role::Title,
            _ if crosshead => Role::Heading,
            _ => role,
        };
        let item = (role == Role::Body).then(|| rules::ordinal(words)).flatten();
        let goes_on = table || crosshead || item.is_some_and(|item| reports.goes_on_listing(item));
        let starts =
            heads || articles.is_empty() || reading.label.starts_article() && !reports.headed && !goes_on;
        let start = match () {
            _ if heads => SURE,
            _ if reports.headed || goes_on => 0.0,
            _ => reading.start,
        };
        reports.pass(i, starts, heads, role, item);
        if starts {
            doubts.close(articles.last_mut(), Some(start));
            articles.push(Article::default());
        }
        doubts.add(start, starts);
        let article = articles.last_mut().expect("one was begun");
        let level = lines[fragment.first].heading;
        let role = laws::by_level(article, role, level_before, level);
        level_before = level;
        reports.levelled = if starts { level > 0 } else { reports.levelled || level > 0 };
        add(text, article, role, fragment, ink);
    }
    doubts.close(articles.last_mut(), None);
    (laws::keep(articles, lines), unplaced)
}

/// So many marked headlines are the page's way to mark them.
const SEVERAL: usize = 3;

/// How sure it is that a line between two 讯头 is a headline.
const SURE: f32 = 0.9;

/// Which fragments are marked as headlines, which open with a 讯头, and what the article so far has.
struct Reports {
    marked: Vec<bool>,
    datelines: Vec<bool>,
    /// Whether the article so far has a 讯头.
    sent: bool,
    /// Whether the fragment before is a headline made by `heads_another`.
    headed: bool,
    /// Lines of the page that are marked with levels.
    levels: usize,
    /// Whether the headline of the article so far is marked so.
    levelled: bool,
    /// The number of the last item of the article so far.
    item: u32,
    /// Whether the article so far has more than its head.
    told: bool,
}

impl Reports {
    fn new(lines: &[Line], fragments: &[Fragment], rows: &[Row]) -> Reports {
        let marked = |f: &Fragment| lines[f.first].heading > 0 || lines[f.first].bold;
        Reports {
            marked: fragments.iter().map(marked).collect(),
            datelines: rows.iter().map(|row| kind(row) == LineKind::Dateline).collect(),
            sent: false,
            headed: false,
            levels: lines.iter().filter(|line| line.heading > 0).count(),
            levelled: false,
            item: 0,
            told: false,
        }
    }

    /// Whether a marked crosshead, or a credit that names nobody, is the headline of another report: 讯头 stand before
    /// it and right behind.
    fn heads_another(&self, i: usize, role: Role, text: &str) -> bool {
        let between = self.sent && self.datelines.get(i + 1).copied().unwrap_or(false);
        match role {
            Role::Heading => between && self.marked[i],
            Role::Credit => between && !self.datelines[i] && !names::credits(text),
            _ => false,
        }
    }

    /// Whether a bold line is a crosshead: headlines are marked with levels there, and the article so far has such a one and text.
    fn is_crosshead(&self, role: Role, line: &Line) -> bool {
        let bold = line.bold && line.heading == 0 && role == Role::Title;
        bold && self.levels >= SEVERAL && self.levelled && self.told
    }

    /// Whether an item of a list is the next of the article's; a first one goes on with it where headlines are marked and this is
    /// none.
    fn goes_on_listing(&self, item: u32) -> bool {
        item == self.item + 1 && (item > 1 || self.levels > 0)
    }

    fn pass(&mut self, i: usize, starts: bool, heads: bool, role: Role, item: Option<u32>) {
        self.headed = heads;
        self.item = item.unwrap_or(if starts { 0 } else { self.item });
        self.sent = self.datelines[i] || self.sent && !starts;
        self.told = matches!(role, Role::Body | Role::Caption | Role::Heading) || self.told && !starts;
    }
}

/// Appends a fragment to an article: as a block of its own, or to the headline that it goes on with.
fn add(text: &str, article: &mut Article, role: Role, fragment: Fragment, ink: Span) {
    article.repairs.extend(fragment.unwrapped);
    match article.blocks.last_mut() {
        Some(last) if last.role == role && matches!(role, Role::Title | Role::Kicker) => {
            for piece in &fragment.passage.pieces {
                last.passage.push_spaced(text, piece.source);
            }
            last.ink.push(ink);
        }
        _ => article.blocks.push(Block { role, passage: fragment.passage, ink: vec![ink] }),
    }
}

/// Ordered ranges, those with only white space between them made one.
pub fn spans<'s>(text: &str, ranges: impl Iterator<Item = &'s Span>) -> Vec<Span> {
    let mut ranges: Vec<Span> = ranges.copied().collect();
    ranges.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

fn furniture(fragment: Fragment, ink: Span) -> Unplaced {
    let reason = rules::rule(&fragment.passage.text)
        .map_or("版面文字，不属于任何文章", |rule| rule.reason);
    Unplaced {
        kind: UnplacedKind::Furniture,
        passage: fragment.passage,
        spans: vec![ink],
        reason: reason.to_owned(),
    }
}

/// How sure the model is of an article's bounds: that it starts where it does, that none of its other fragments starts
/// another, and that the next starts where it ends.
#[derive(Default)]
struct Doubts {
    sure: f64,
}

impl Doubts {
    fn add(&mut self, start: f32, starts: bool) {
        let start = f64::from(start).clamp(0.0, 1.0);
        self.sure = if starts { start } else { self.sure * (1.0 - start) };
    }

    /// Ends an article where `next` starts another.
    fn close(&self, article: Option<&mut Article>, next: Option<f32>) {
        if let Some(article) = article {
            article.confidence = self.sure * next.map_or(1.0, |start| f64::from(start).min(1.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;
    use crate::page::model::{Label, built_in};
    use crate::page::observe::observe;
    use crate::text::Passage;

    #[test]
    fn ranges_with_only_blanks_between_are_one() {
        let text = "一二 \n三四五";
        let span = |start: usize, end: usize| Span::new(start, end);
        let ranges = [span(8, 11), span(0, 3), span(3, 6), span(14, 17)];
        assert_eq!(spans(text, ranges.iter()), [span(0, 11), span(14, 17)]);
        assert!(spans(text, [].iter()).is_empty());
    }

    /// An article is as sure as its own start, that no other fragment of it starts one, and the next one's start.
    #[test]
    fn an_article_is_as_sure_as_its_bounds() {
        let mut doubts = Doubts::default();
        let mut article = Article::default();
        doubts.add(0.8, true);
        doubts.add(0.25, false);
        doubts.add(0.5, false);
        doubts.close(Some(&mut article), None);
        assert!((article.confidence - 0.3).abs() < 1e-6);
        doubts.close(Some(&mut article), Some(0.5));
        assert!((article.confidence - 0.15).abs() < 1e-6);
        doubts.add(1.000_001, true);
        doubts.close(Some(&mut article), Some(1.000_001));
        assert_eq!(article.confidence, 1.0);
    }

    fn reports() -> Reports {
        Reports {
            marked: vec![true; 3],
            datelines: vec![false, false, true],
            sent: true,
            headed: false,
            levels: SEVERAL,
            levelled: true,
            item: 0,
            told: true,
        }
    }

    #[test]
    fn a_line_between_two_datelines_heads_another_report() {
        let all = reports();
        assert!(all.heads_another(1, Role::Heading, "桥通了"));
        assert!(all.heads_another(1, Role::Credit, "一江两岸换新颜"));
        assert!(!all.heads_another(1, Role::Credit, "记者 沈一鸣"));
        assert!(!all.heads_another(1, Role::Body, "桥通了"));
        assert!(!all.heads_another(0, Role::Heading, "桥通了"), "no 讯头 follows");
        assert!(!all.heads_another(2, Role::Heading, "桥通了"), "nothing follows");
        assert!(!Reports { sent: false, ..reports() }.heads_another(1, Role::Heading, "桥通了"));
        assert!(!Reports { marked: vec![false; 3], ..reports() }.heads_another(1, Role::Heading, "桥通了"));
        let both = Reports { datelines: vec![false, true, true], ..reports() };
        assert!(!both.heads_another(1, Role::Credit, "一江两岸换新颜"));
    }

    #[test]
    fn a_bold_line_in_an_article_with_a_marked_headline_is_a_crosshead() {
        let bold = &lines("**桥通了**")[0];
        assert!(reports().is_crosshead(Role::Title, bold));
        assert!(!reports().is_crosshead(Role::Body, bold));
        assert!(!reports().is_crosshead(Role::Title, &lines("桥通了")[0]));
        assert!(!reports().is_crosshead(Role::Title, &lines("## **桥通了**")[0]));
        assert!(!Reports { levels: SEVERAL - 1, ..reports() }.is_crosshead(Role::Title, bold));
        assert!(!Reports { levelled: false, ..reports() }.is_crosshead(Role::Title, bold));
        assert!(!Reports { told: false, ..reports() }.is_crosshead(Role::Title, bold));
    }

    #[test]
    fn the_next_item_of_a_list_goes_on_with_it() {
        let after = |item: u32, levels: usize| Reports { item, levels, ..reports() };
        assert!(after(1, 0).goes_on_listing(2) && after(2, 1).goes_on_listing(3));
        assert!(after(0, 1).goes_on_listing(1), "a first one, where headlines are marked");
        assert!(!after(0, 0).goes_on_listing(1));
        assert!(!after(1, 1).goes_on_listing(3) && !after(1, 1).goes_on_listing(1));
    }

    #[test]
    fn what_an_article_has_is_forgotten_where_another_starts() {
        let mut reports = Reports { sent: false, told: false, ..reports() };
        let state = |reports: &Reports| (reports.item, reports.sent, reports.told);
        reports.pass(0, true, false, Role::Title, None);
        assert_eq!(state(&reports), (0, false, false));
        reports.pass(2, false, false, Role::Body, Some(1));
        assert_eq!(state(&reports), (1, true, true));
        reports.pass(1, false, false, Role::Note, None);
        assert_eq!(state(&reports), (1, true, true));
        reports.pass(0, true, true, Role::Title, None);
        assert_eq!(state(&reports), (0, false, false));
        assert!(reports.headed);
        reports.pass(1, false, false, Role::Caption, None);
        assert_eq!(state(&reports), (0, false, true));
    }

    /// The articles of a text whose lines are read as given: how sure each is, and the roles of its blocks.
    fn put_together(text: &str, readings: &[(Label, f32)]) -> Vec<(f64, Vec<Role>)> {
        let lines = lines(text);
        let fragment = |(i, line): (usize, &Line)| Fragment {
            first: i,
            last: i,
            passage: Passage::new(text, line.content),
            unwrapped: None,
        };
        let fragments: Vec<Fragment> = lines.iter().enumerate().map(fragment).collect();
        let rows = observe(&lines, &fragments, &built_in().counts().rarity);
        let readings: Vec<Reading> =
            readings.iter().map(|&(label, start)| Reading { label, start }).collect();
        let (articles, _) = articles(text, &lines, fragments, &rows, &readings);
        let shown = |article: &Article| {
            let sure = (article.confidence * 1000.0).round() / 1000.0;
            (sure, article.blocks.iter().map(|block| block.role).collect())
        };
        articles.iter().map(shown).collect()
    }

    #[test]
    fn a_row_of_a_table_goes_on_with_its_article() {
        use Label::{Body, StartTitle};
        let text = "| 项目 | 投资 |\n江边的码头上个月修好了。\n| 码头 | 两亿 |\n";
        let read = put_together(text, &[(StartTitle, 0.9), (Body, 0.1), (StartTitle, 0.8)]);
        assert_eq!(read, [(0.81, vec![Role::Title, Role::Body, Role::Body])]);
    }

    #[test]
    fn a_headline_between_datelines_is_sure() {
        use Label::{Body, Credit, StartBody, StartTitle};
        let text = "桥通了\n本报讯 江边的大桥昨天通车。\n一江两岸换新颜\n本报讯 江边的码头昨天复航。\n";
        let readings = [(StartTitle, 0.8), (Body, 0.0), (Credit, 0.1), (StartBody, 0.7)];
        let whole = vec![Role::Title, Role::Body];
        // Not as sure as the model was: of the line between it thought nothing.
        assert_eq!(put_together(text, &readings), [(0.72, whole.clone()), (0.9, whole)]);
    }

    #[test]
    fn a_marked_crosshead_between_datelines_heads_another_report() {
        use Label::{Body, Heading, StartTitle};
        let articles = |line: &str| {
            let text = format!("桥通了\n本报讯 江边的大桥昨天通车。\n{line}\n本报讯 江边的码头昨天复航。\n");
            put_together(&text, &[(StartTitle, 0.9), (Body, 0.0), (Heading, 0.0), (Body, 0.0)]).len()
        };
        assert_eq!(["## 一江两岸", "**一江两岸**", "一江两岸"].map(articles), [2, 2, 1]);
    }

    #[test]
    fn the_next_item_is_no_doubt() {
        use Label::{Body, StartBody, StartTitle};
        let text = "三件实事\n1.修好江边的码头。\n2.在河岸种上柳树。\n";
        let readings = [(StartTitle, 0.8), (Body, 0.5), (StartBody, 0.9)];
        assert_eq!(put_together(text, &readings), [(0.4, vec![Role::Title, Role::Body, Role::Body])]);
    }

    #[test]
    fn a_bold_line_is_a_crosshead_under_a_marked_headline_alone() {
        use Label::{Body, StartTitle, Title};
        let heads = "# 桥通了\n## 灯亮了\n## 船来了\n";
        let under_heads = |heads: &str, head: &str, label: Label| {
            let text = format!("{heads}{head}\n江边的码头上个月修好了。\n**种上柳树**\n河岸两边绿了。\n");
            let readings = [
                (StartTitle, 0.9),
                (StartTitle, 0.9),
                (StartTitle, 0.9),
                (label, 0.9),
                (Body, 0.0),
                (StartTitle, 0.9),
                (Body, 0.0),
            ];
            put_together(&text, &readings).last().expect("one").1.clone()
        };
        let read = |head: &str, label: Label| under_heads(heads, head, label);
        let own = vec![Role::Title, Role::Body];
        let under = vec![Role::Title, Role::Body, Role::Heading, Role::Body];
        assert_eq!(read("## 码头复航", StartTitle), under);
        assert_eq!(read("码头复航", StartTitle), own);
        // A second line of the headline that is not marked takes nothing from the first.
        assert_eq!(read("码头复航", Title), under);
        // Nor does a first line that is not marked take anything from the second.
        assert_eq!(under_heads("# 桥通了\n## 灯亮了\n船来了\n", "## 码头复航", Title), under);
    }
}
