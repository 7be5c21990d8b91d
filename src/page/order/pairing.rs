//! Which run of blocks could go on with which article that has no end, and how sure that is.
//!
//! Takes stitched articles; gives pairings with the evidence of each, as numbers. A logistic model weighs them; its weights
//! are learned from pages cut and shuffled in known ways (`train order`).

use std::cell::OnceCell;
use std::collections::HashSet;

use super::starts_at;
use crate::page::cohesion::{Pairs, Rarity, Union, pairs, union};
use crate::page::ends::{Tail, closes_first, headless, open_marks, tail};
use crate::page::evidence::{self, is};
use crate::page::model::Counts;
use crate::page::{Article, Block, RepairKind, Role};
use crate::text::{ceil, floor};
use crate::words;

/// How far a displaced run may have come, in articles.
const REACH: usize = 12;
/// Blocks of a run or an article that are compared.
const COMPARED: usize = 40;
/// How much likelier a new article must be to count as such.
const MARGIN: f32 = 0.02;
/// From this on the first characters show that a beginning is torn off.
const TORN: f32 = 0.5;
/// Bytes of an open end that are read.
const NEAR: usize = 600;

/// A run of blocks, from `block` to the end of article `from`, that could go on with article `to`.
#[derive(Clone, Debug)]
pub struct Pairing {
    pub from: usize,
    pub block: usize,
    pub to: usize,
    pub evidence: [f32; EVIDENCE],
}

pub const EVIDENCE: usize = 13;

/// What each piece of evidence is.
pub const NAMES: [&str; EVIDENCE] = [
    "always",
    "beginning is visibly none",
    "first characters as in mid-sentence",
    "a word runs through the cut",
    "a quotation or bracket runs through the cut",
    "the open end has a comma",
    "likeness to the new article",
    "likeness to the new article less that to the old one",
    "the new article follows",
    "the new article stands before",
    "opens its article, without a headline",
    "articles between",
    "beginning is visibly none, and the new article is likelier",
];

/// Learned by `train order`.
const WEIGHTS: [f32; EVIDENCE] =
    [-3.75, 2.21, 1.51, 0.74, 3.08, 0.57, 3.80, 13.87, 0.01, 0.16, 2.12, -0.30, 1.26];

impl Pairing {
    /// The probability that the run belongs there.
    pub fn sure(&self) -> f32 {
        evidence::sure(&self.evidence, &WEIGHTS)
    }

    /// The evidence in words, for the reader.
    pub fn reason(&self) -> String {
        let said = [
            (1, 0.5, "开头不完整"),
            (2, 1.0, "开头不像段首"),
            (3, 0.5, "首字与本文末字成词"),
            (4, 0.5, "引号或括号与本文相接"),
            (7, 0.02, "词语与本文更相合"),
        ];
        let said = said.iter().filter(|&&(i, least, _)| self.evidence[i] > least).map(|&(_, _, text)| text);
        said.collect::<Vec<_>>().join("，")
    }
}

/// The pairings of the runs of article `i` with the open ends around it. A run whose beginning shows nothing is only
/// looked at where a word or a quotation runs through the cut.
pub fn pairings(articles: &[Article], i: usize, counts: &Counts<'_>) -> Vec<Pairing> {
    let near = i.saturating_sub(REACH)..(i + REACH + 1).min(articles.len());
    let open: Vec<OpenEnd<'_>> =
        near.filter(|&j| j != i).filter_map(|j| OpenEnd::new(j, &articles[j])).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let runs = runs(&articles[i]).map(|block| Run::new(i, block, &articles[i].blocks, counts));
    runs.flat_map(|run| open.iter().filter_map(|end| run.with(end, &counts.rarity)).collect::<Vec<_>>())
        .collect()
}

/// The end of an article that stops in mid-sentence.
struct OpenEnd<'a> {
    article: usize,
    blocks: &'a [Block],
    /// The last of its text.
    text: &'a str,
    /// The quotation or bracket that it leaves open.
    mark: Option<char>,
    words: OnceCell<Union>,
}

impl<'a> OpenEnd<'a> {
    fn new(at: usize, article: &'a Article) -> Option<OpenEnd<'a>> {
        let text = last_body(article).filter(|_| endless(article))?.passage.text.as_str();
        let text = &text[ceil(text, text.len().saturating_sub(NEAR))..];
        let mark = open_marks(text).pop();
        Some(OpenEnd { article: at, blocks: &article.blocks, text, mark, words: OnceCell::new() })
    }

    fn words(&self) -> &Union {
        self.words.get_or_init(|| pairs_of(self.blocks))
    }
}

/// A run of blocks that may belong elsewhere.
struct Run<'a> {
    article: usize,
    block: usize,
    blocks: &'a [Block],
    head: &'a str,
    /// How surely its beginning is none, by the marks and by the characters that it begins with.
    visible: f32,
    torn: f32,
    /// Its words and those of what stands before it in its article.
    words: OnceCell<(Union, Union)>,
}

impl<'a> Run<'a> {
    fn new(article: usize, block: usize, blocks: &'a [Block], counts: &Counts<'_>) -> Run<'a> {
        let text = blocks[block].passage.text.as_str();
        let torn = counts.openings.torn(text).clamp(-3.0, 3.0);
        let head = &text[..floor(text, NEAR)];
        Run { article, block, blocks, head, visible: headless(text), torn, words: OnceCell::new() }
    }

    /// The pairing with an open end, if anything at the cut speaks for it.
    fn with(&self, end: &OpenEnd<'_>, rarity: &Rarity<'_>) -> Option<Pairing> {
        let word = (-words::boundary(end.text, self.head)).clamp(0.0, 3.0);
        let quotation = end.mark.is_some_and(|mark| closes_first(self.head, mark));
        if self.visible <= 0.5 && self.torn <= TORN && word <= 0.5 && !quotation {
            return None;
        }
        let (own, before) = self
            .words
            .get_or_init(|| (pairs_of(&self.blocks[self.block..]), pairs_of(&self.blocks[..self.block])));
        let (likeness, stays) = (rarity.likeness(own, end.words()), rarity.likeness(own, before));
        let evidence = [
            1.0,
            self.visible,
            self.torn,
            word,
            is(quotation),
            is(end.text.ends_with(['，', '、', ','])),
            likeness,
            likeness - stays,
            is(end.article == self.article + 1),
            is(end.article + 1 == self.article),
            is(self.block == 0),
            end.article.abs_diff(self.article) as f32,
            self.visible * is(likeness > stays + MARGIN),
        ];
        Some(Pairing { from: self.article, block: self.block, to: end.article, evidence })
    }
}

/// Where runs begin that may belong elsewhere: a paragraph after one that ended, or one that opens an article without a
/// headline, with prose from there to the article's end. A block that repeats the end of the one before is in its place.
pub fn runs(article: &Article) -> impl Iterator<Item = usize> {
    let blocks = &article.blocks;
    let prose = |block: &Block| matches!(block.role, Role::Body | Role::Caption | Role::Heading);
    let tail_from =
        blocks.len() - blocks.iter().rev().take_while(|block| prose(block)).take(COMPARED).count();
    let repeated = overlapping(article);
    (tail_from..blocks.len()).filter(move |&i| {
        let before = i.checked_sub(1).map(|i| &blocks[i]);
        let begins = before
            .is_none_or(|before| before.role != Role::Body || tail(&before.passage.text) == Tail::Ended);
        blocks[i].role == Role::Body && begins && !repeated.contains(&starts_at(&blocks[i].passage))
    })
}

/// Where the blocks begin that repeat what stands before them.
pub fn overlapping(article: &Article) -> HashSet<usize> {
    let overlaps = article.repairs.iter().filter(|repair| repair.kind == RepairKind::Overlap);
    overlaps.map(|repair| repair.span.start).collect()
}

fn last_body(article: &Article) -> Option<&Block> {
    article.blocks.iter().rev().find(|block| block.role == Role::Body)
}

/// Whether an article's last paragraph stops in mid-sentence.
pub fn endless(article: &Article) -> bool {
    last_body(article).is_some_and(|block| {
        tail(&block.passage.text) == Tail::Open && block.passage.text.chars().count() >= 8
    })
}

/// The character pairs of some blocks.
pub fn pairs_of(blocks: &[Block]) -> Union {
    let parts: Vec<Pairs> = blocks.iter().take(COMPARED).map(|block| pairs(&block.passage.text)).collect();
    union(parts.iter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fields::article;
    use crate::page::model::built_in;
    use crate::page::{Repair, Role};
    use crate::span::Span;

    const FERRY: &str = "清水湾码头昨天复航，停了两年的轮渡重新开到对岸。";
    const OPEN: &str = "轮渡公司说：“每天开行二十个班次，最后一班夜里十点离开码";
    const REST: &str = "头”，等轮渡的老人都说好，码头的候船室也修了一遍。";
    const HERON: &str = "治理一年以后，锦带河边又见白鹭，清晨几十只白鹭落在浅滩上觅食。";

    fn articles(parts: &[&[(Role, &str)]]) -> Vec<Article> {
        let (_, mut whole) = article(&parts.concat());
        let mut blocks = whole.blocks.drain(..);
        let one = |part: &&[(Role, &str)]| Article {
            blocks: blocks.by_ref().take(part.len()).collect(),
            ..Article::default()
        };
        parts.iter().map(one).collect()
    }

    fn open() -> &'static [(Role, &'static str)] {
        &[(Role::Title, "码头复航"), (Role::Body, FERRY), (Role::Body, OPEN)]
    }

    fn found(parts: &[&[(Role, &str)]], i: usize) -> Vec<Pairing> {
        pairings(&articles(parts), i, &built_in().counts())
    }

    #[test]
    fn evidence_is_what_it_is_called() {
        let all = found(&[open(), &[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, REST)]], 1);
        let one = all.iter().find(|one| one.block == 2).expect("one");
        assert_eq!((one.from, one.block, one.to), (1, 2, 0));
        let evidence = one.evidence;
        assert_eq!((evidence[0], evidence[1], evidence[4], evidence[5]), (1.0, 0.0, 1.0, 0.0));
        let word = (-words::boundary(OPEN, REST)).clamp(0.0, 3.0);
        let torn = built_in().counts().openings.torn(REST).clamp(-3.0, 3.0);
        assert_eq!((evidence[2], evidence[3]), (torn, word));
        let rarity = built_in().counts().rarity;
        let likeness = |a: &[&str], b: &[&str]| {
            let of = |texts: &[&str]| union(texts.iter().map(|text| pairs(text)).collect::<Vec<_>>().iter());
            rarity.likeness(&of(a), &of(b))
        };
        let (new, old) =
            (likeness(&[REST], &["码头复航", FERRY, OPEN]), likeness(&[REST], &["白鹭回来", HERON]));
        assert_eq!((evidence[6], evidence[7]), (new, new - old));
        // It stands before, one article off, and the run opens none.
        assert_eq!(evidence[8..12], [0.0, 1.0, 0.0, 1.0]);
        assert_eq!(evidence[12], 0.0);
        assert!(one.reason().contains("引号或括号与本文相接") && one.reason().contains("词语与本文更相合"));
    }

    #[test]
    fn a_run_that_opens_its_article_may_stand_before_or_far_off() {
        let rest = "，等轮渡的老人都说好，码头的候船室也修了一遍，轮渡重新开到对岸。";
        let between: &[(Role, &str)] = &[(Role::Title, "白鹭回来"), (Role::Body, HERON)];
        let all = found(&[&[(Role::Body, rest)], between, open()], 0);
        assert_eq!((all[0].from, all[0].block, all[0].to), (0, 0, 2));
        assert_eq!(all[0].evidence[1], 1.0);
        assert_eq!(all[0].evidence[8..12], [0.0, 0.0, 1.0, 2.0]);
        assert_eq!(all[0].evidence[12], 1.0, "the new article is likelier than none");
        assert_eq!(found(&[&[(Role::Body, rest)], open()], 0)[0].evidence[8], 1.0, "the new article follows");
        // Twelve articles off, not thirteen.
        let far = |count: usize| {
            let mut parts = vec![between; count];
            parts[0] = open();
            parts.push(&[(Role::Body, "，等轮渡的老人都说好。")]);
            found(&parts, count).len()
        };
        assert_eq!((far(REACH), far(REACH + 1)), (1, 0));
        let ahead = |count: usize| {
            let mut parts: Vec<&[(Role, &str)]> = vec![&[(Role::Body, "，等轮渡的老人都说好。")]];
            parts.extend(vec![between; count - 1]);
            parts.push(open());
            found(&parts, 0).len()
        };
        assert_eq!((ahead(REACH), ahead(REACH + 1)), (1, 0));
    }

    #[test]
    fn a_run_that_shows_nothing_is_not_looked_at() {
        let calm: &[(Role, &str)] = &[
            (Role::Title, "白鹭回来"),
            (Role::Body, "近日，锦带河边又见白鹭。"),
            (Role::Body, "据了解，白鹭多了说明河水干净。"),
        ];
        let ended: &[(Role, &str)] =
            &[(Role::Title, "码头复航"), (Role::Body, "轮渡公司说，每天开行二十个班次，夜里十点以后")];
        assert!(found(&[ended, calm], 1).is_empty());
        assert!(
            found(&[&[(Role::Title, "码头复航"), (Role::Body, FERRY)], calm], 1).is_empty(),
            "no end is open"
        );
        // One sign is enough: a word that is cut, or characters that stand in mid-sentence.
        for (run, visible) in [("茶、咖啡都有了。", true), ("的人都说好，码头的候船室也修了一遍。", false)]
        {
            let all = found(&[ended, &[calm[0], calm[1], (Role::Body, run)]], 1);
            assert_eq!(all.len(), 1, "{run}");
            let evidence = all[0].evidence;
            assert_eq!((evidence[1] > 0.5, evidence[2] > TORN, evidence[3]), (visible, !visible, 0.0));
        }
    }

    #[test]
    fn a_run_may_be_as_likely_where_it_stands() {
        let likeness = |run: &str| {
            let old: &[(Role, &str)] = &[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, run)];
            let all = found(&[open(), old], 1);
            let evidence = all.iter().find(|one| one.block == 2).expect("one").evidence;
            assert_eq!(evidence[1], 1.0);
            (evidence[6], evidence[7], evidence[12])
        };
        assert_eq!(likeness("，预算草案交付表决，财税委员会委员一致通过。"), (0.0, 0.0, 0.0));
        let (new, more, likelier) = likeness("，锦带河边的白鹭落在浅滩上觅食，码头上的人都看见了。");
        assert!(new > 0.0 && more < 0.0 && likelier == 0.0);
    }

    #[test]
    fn a_pairing_tells_what_speaks_for_it() {
        let told = |place: usize, x: f32| {
            let mut evidence = [0.0; EVIDENCE];
            evidence[place] = x;
            Pairing { from: 1, block: 2, to: 0, evidence }.reason()
        };
        assert_eq!((told(1, 0.9), told(3, 2.0)), ("开头不完整".to_owned(), "首字与本文末字成词".to_owned()));
        // The first characters are counted in sixteenths.
        assert_eq!((told(2, 1.0), told(2, 17.0 / 16.0)), (String::new(), "开头不像段首".to_owned()));
    }

    #[test]
    fn runs_begin_behind_what_ended() {
        let starts = |parts: &[(Role, &str)]| runs(&articles(&[parts])[0]).collect::<Vec<_>>();
        let (title, caption) = ((Role::Title, "码头复航"), (Role::Caption, "图为码头。"));
        assert_eq!(starts(&[title, (Role::Body, FERRY), (Role::Body, HERON), (Role::Body, OPEN)]), [1, 2, 3]);
        assert_eq!(
            starts(&[title, (Role::Body, OPEN), (Role::Body, HERON)]),
            [1],
            "the one before did not end"
        );
        assert_eq!(starts(&[title, (Role::Body, FERRY), caption, (Role::Body, HERON)]), [1, 3]);
        assert_eq!(starts(&[(Role::Body, FERRY), title, (Role::Body, HERON)]), [2], "prose to the end");
        // What repeats the end of the one before is in its place.
        let mut one = articles(&[&[title, (Role::Body, FERRY), (Role::Body, HERON)]]).remove(0);
        let start = one.blocks[2].passage.pieces[0].source.start;
        let repair =
            |kind| Repair { kind, span: Span::new(start, start + 3), reason: String::new(), confidence: 0.7 };
        one.repairs.push(repair(RepairKind::Gap));
        assert_eq!(runs(&one).collect::<Vec<_>>(), [1, 2]);
        one.repairs.push(repair(RepairKind::Overlap));
        assert_eq!(runs(&one).collect::<Vec<_>>(), [1]);
    }
}
