//! Paragraphs that a column cut in two.
//!
//! Takes an article's blocks in the order of the page; joins neighbours where several kinds of evidence together say that
//! one sentence runs through both, and records each join with its reason. What is uncertain stays as it is and is marked.

use crate::page::ends::{Tail, closes_first, headless, open_marks, repeated_head, tail};
use crate::page::evidence::{is, sure};
use crate::page::lines::columns_of;
use crate::page::openings::Openings;
use crate::page::rules::{LineKind, rule};
use crate::page::{Article, Block, Repair, RepairKind, Role};
use crate::span::Span;
use crate::text::{Passage, ceil, floor};
use crate::words;

/// Joins the blocks of an article that a cut parted, and marks repeated characters.
pub fn stitch(text: &str, article: &mut Article, openings: &Openings<'_>) {
    let mut blocks: Vec<Block> = Vec::with_capacity(article.blocks.len());
    for block in std::mem::take(&mut article.blocks) {
        let Some(before) =
            blocks.last_mut().filter(|before| before.role == Role::Body && block.role == Role::Body)
        else {
            blocks.push(block);
            continue;
        };
        let repeated = repeated_head(&before.passage.text, &block.passage.text);
        if repeated > 0 {
            article.repairs.push(overlap(&block, repeated));
        }
        let indented = is_indented(text, before) && is_indented(text, &block);
        let joint = joint(&before.passage.text, &block.passage.text[repeated..], indented, openings);
        if joint.sure >= JOIN {
            article.repairs.push(repair(RepairKind::Join, &before.passage, &block.passage, &joint));
            append(text, before, block, repeated);
        } else {
            // A head that repeats what stands before is odd for that reason alone.
            if joint.sure >= DOUBT && repeated == 0 {
                article.repairs.push(repair(RepairKind::Gap, &before.passage, &block.passage, &joint));
            }
            blocks.push(block);
        }
    }
    article.blocks = blocks;
}

/// From this on two blocks are joined.
const JOIN: f32 = 0.6;
/// From this on they are left apart, but the doubt is shown.
const DOUBT: f32 = 0.35;

/// How sure it is that a sentence runs from one block into the next, and why.
pub struct Joint {
    pub sure: f32,
    pub reasons: Vec<&'static str>,
}

/// How much of a block is looked at on each side of a cut, in bytes: a paragraph put together from thousands of lines
/// must not be read again at each of them.
const NEAR: usize = 3000;

pub const EVIDENCE: usize = 17;

/// What each piece of evidence is, and how it is told to the reader where it speaks for a join.
pub const NAMES: [(&str, &str); EVIDENCE] = [
    ("always", ""),
    ("the block before ends a sentence", ""),
    ("the block before announces", ""),
    ("the block before ends with a comma", "前段止于逗号或顿号"),
    ("the block before stops in mid-sentence", "前段没有句末标点"),
    ("beginning is visibly none", "后段开头不完整"),
    ("the same after an end", "后段以不能起段的标点开头"),
    ("first characters as in mid-sentence", ""),
    ("a quotation or bracket runs through the cut", "引号或括号跨过断口"),
    ("the block before is one short clause", ""),
    ("the next block is an entry of a list", ""),
    ("both end with a figure, as rows of tables do", ""),
    ("a word runs through the cut", "断口落在一个词的中间"),
    ("the next block is very short", ""),
    ("the block before is no longer than a line", ""),
    ("neither is longer than a line and nothing runs through, as in verse", ""),
    ("both are indented as paragraphs are", ""),
];

/// Learned by `train joins`.
const WEIGHTS: [f32; EVIDENCE] = [
    0.83, -5.92, -2.53, 6.04, 3.23, 2.02, 0.99, 0.78, 2.96, -3.43, -3.63, -4.32, 0.43, -1.30, -0.82, -7.26,
    -1.98,
];

/// Weighs the evidence across a cut.
fn joint(before: &str, next: &str, indented: bool, openings: &Openings<'_>) -> Joint {
    let evidence = evidence(before, next, indented, openings);
    let said = NAMES.iter().zip(evidence).zip(WEIGHTS);
    let reasons = said.filter(|&((name, x), weight)| !name.1.is_empty() && x > 0.4 && weight > 0.0);
    Joint { sure: sure(&evidence, &WEIGHTS), reasons: reasons.map(|((name, _), _)| name.1).collect() }
}

/// Whether white space as wide as a full-width character stands before a block on its first line.
pub fn is_indented(text: &str, block: &Block) -> bool {
    let start = block.ink.first().map_or(0, |ink| ink.start);
    let blanks = text[..start].chars().rev().take_while(|c| c.is_whitespace() && !matches!(c, '\n' | '\r'));
    blanks.map(columns_of).sum::<usize>() >= 2
}

/// What stands across a cut, in the order of `NAMES`.
pub fn evidence(before: &str, next: &str, indented: bool, openings: &Openings<'_>) -> [f32; EVIDENCE] {
    let before = &before[ceil(before, before.len().saturating_sub(NEAR))..];
    let next = &next[..floor(next, NEAR)];
    let tail = tail(before);
    let (open, headless) = (tail != Tail::Ended, headless(next));
    let comma = before.ends_with(['，', '、', ',']);
    let crossed = open && open_marks(before).last().is_some_and(|&mark| closes_first(next, mark));
    let word = if open { (-words::boundary(before, next)).clamp(-1.0, 3.0) } else { 0.0 };
    let verse = is_under(before, LINE) && is_under(next, LINE) && word < 0.5 && !crossed;
    // A line of verse ends with a mark and has none inside.
    let marked =
        before.trim_end_matches(['，', '、', ',']).contains(['，', '。', '；', '：', '、', '？', '！', ',']);
    let is_figure = |c: char| c.is_ascii_digit();
    let figure = before.ends_with(is_figure);
    // A cut inside a number leaves a head that looks like an entry's.
    let listed = opens_item(next) && !(figure && next.starts_with(is_figure));
    [
        1.0,
        is(!open),
        is(tail == Tail::Announcing),
        is(comma),
        is(tail == Tail::Open && !comma),
        headless,
        if open { 0.0 } else { headless },
        openings.torn(next).clamp(-3.0, 3.0),
        is(crossed),
        is(open && !marked),
        is(open && listed),
        is(figure && next.ends_with(is_figure)),
        word,
        is(is_under(next, 8)),
        is(is_under(before, LINE)),
        is(verse),
        is(indented),
    ]
}

/// Characters that a line of verse or a crosshead has at most.
const LINE: usize = 25;

fn is_under(text: &str, chars: usize) -> bool {
    text.chars().take(chars).count() < chars
}

/// Whether a block is an entry of a list: numbered, bulleted, or 第一，….
fn opens_item(text: &str) -> bool {
    let ordinal =
        text.starts_with('第') && text.chars().nth(1).is_some_and(|c| "一二三四五六七八九十".contains(c));
    ordinal || rule(text).is_some_and(|rule| rule.kind == LineKind::Numbered)
}

fn repair(kind: RepairKind, before: &Passage, next: &Passage, joint: &Joint) -> Repair {
    let reasons = joint.reasons.join("，");
    let reason = match kind {
        RepairKind::Gap => format!("{reasons}，与下段可能相接，未合并"),
        _ => format!("{reasons}，与后段合为一段"),
    };
    Repair { kind, span: cut(before, next), reason, confidence: f64::from(joint.sure) }
}

/// The place between two passages: from the end of one to the start of the next where they stand in order, else the end.
pub fn cut(before: &Passage, next: &Passage) -> Span {
    let end = before.pieces.last().map_or(0, |piece| piece.source.end);
    let start = next.pieces.first().map_or(end, |piece| piece.source.start);
    Span::new(end, start.max(end))
}

fn overlap(block: &Block, repeated: usize) -> Repair {
    let head = block.passage.source(Span::new(0, repeated));
    Repair {
        kind: RepairKind::Overlap,
        span: head,
        reason: format!("“{}”与上段末尾重复，可能是分栏扫描重叠", &block.passage.text[..repeated]),
        confidence: if repeated > 6 { 0.9 } else { 0.7 },
    }
}

/// Appends a block without the characters that repeat what stands before.
pub fn append(text: &str, before: &mut Block, block: Block, repeated: usize) {
    let rest = Span::new(repeated, block.passage.text.len());
    for source in block.passage.sources(rest) {
        before.passage.push(text, source);
    }
    before.ink.extend(block.ink);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fields::article;
    use crate::page::lines::{Line, lines};

    fn check(blocks: &[&str], expected: &[&str], repairs: &[RepairKind]) {
        let blocks: Vec<(Role, &str)> = blocks.iter().map(|&text| (Role::Body, text)).collect();
        let (input, mut article) = article(&blocks);
        stitch(&input, &mut article, &crate::page::model::built_in().counts().openings);
        let shown: Vec<&str> = article.blocks.iter().map(|block| block.passage.text.as_str()).collect();
        assert_eq!(shown, expected);
        assert_eq!(article.repairs.iter().map(|r| r.kind).collect::<Vec<_>>(), repairs);
    }

    #[test]
    fn joins_what_a_column_cut() {
        check(
            &["园区负责人表示，未来投资云岭的机遇无", "限。眼下正是好时候。"],
            &["园区负责人表示，未来投资云岭的机遇无限。眼下正是好时候。"],
            &[RepairKind::Join],
        );
        check(
            &["全市上下要大力实施“工业强市、", "文旅活市”战略，推动高质量发展。"],
            &["全市上下要大力实施“工业强市、文旅活市”战略，推动高质量发展。"],
            &[RepairKind::Join],
        );
    }

    #[test]
    fn leaves_what_ended() {
        let whole = ["会议强调，要抓好落实。", "会议要求，各县区要主动担当。"];
        check(&whole, &whole, &[]);
    }

    #[test]
    fn marks_repeated_characters() {
        let blocks = ["他们把各方面的力量紧紧地聚起来。", "来，写下了一个又一个动人的故事。"];
        check(&blocks, &blocks, &[RepairKind::Overlap]);
    }

    /// The evidence across a cut, by its place in `NAMES`, without what the tables of words and openings say.
    fn seen(before: &str, next: &str, indented: bool) -> Vec<usize> {
        let none = Openings(&[]);
        let evidence = evidence(before, next, indented, &none);
        (1..EVIDENCE).filter(|&i| i != 12 && evidence[i] > 0.5).collect()
    }

    #[test]
    fn evidence_is_what_it_is_called() {
        let long = "岸边的柳树一棵接着一棵，老人们坐在树下说着从前的事情";
        assert_eq!(seen(&format!("{long}。"), long, false), [1]);
        assert_eq!(seen(&format!("{long}。"), long, true), [1, 16]);
        assert_eq!(seen(&format!("{long}："), long, false), [2]);
        assert_eq!(seen(&format!("{long}，"), long, false), [3]);
        assert_eq!(seen(long, long, false), [4]);
        assert_eq!(seen(long, "，还有孩子们在草地上放风筝，一直放到天黑了才肯回家去", false), [4, 5]);
        assert_eq!(
            seen(&format!("{long}。"), "，还有孩子们在草地上放风筝，一直放到天黑了才肯回家", false),
            [1, 5, 6]
        );
        let quoted = "岸边的柳树一棵接着一棵，老人们坐在树下说：“从前的事情";
        assert_eq!(seen(quoted, "谁也忘不了”，说完大家都不出声，只听见江水一直在流着", false), [4, 8]);
        assert_eq!(seen(quoted, "“谁也忘不了”，说完大家都不出声，只听见江水一直在流", false), [4]);
        // One clause without a mark; one whose only mark is its last.
        let clause = "岸边的柳树一棵接着一棵老人们坐在树下说着从前的事情";
        assert_eq!(seen(clause, long, false), [4, 9]);
        assert_eq!(seen(&format!("{clause}，"), long, false), [3, 9]);
        // Entries of lists: numbered, and 第一.
        let item = "第三，把岸边的柳树一棵一棵都种好，让老人们坐在树下乘凉";
        assert_eq!(seen(long, item, false), [4, 10]);
        assert_eq!(seen(long, "第三方说，岸边的柳树一棵接着一棵都要种好，让人们乘凉", false), [4, 10]);
        assert_eq!(seen(long, "第几次说起，岸边的柳树一棵接着一棵都要种好让人们乘凉", false), [4]);
        assert_eq!(seen(long, "（三）岸边的柳树一棵接着一棵都要种好，让人们在树下乘凉", false), [4, 10]);
        assert_eq!(seen(&format!("{long}。"), item, false), [1]);
        assert_eq!(seen(long, "3.岸边的柳树一棵接着一棵都要种好，让老人们在树下乘凉", false), [4, 10]);
        assert_eq!(
            seen(&format!("{long}12"), "（三）岸边的柳树一棵接着一棵都要种好，让人们在树下乘凉", false),
            [4, 10]
        );
        // A number that was cut, and two rows of a table.
        assert_eq!(
            seen(&format!("{long}12"), "3.岸边的柳树一棵接着一棵都要种好，让老人们在树下乘凉", false),
            [4]
        );
        assert_eq!(seen(&format!("{long}12"), &format!("{long}34"), false), [4, 11]);
        // Short ones.
        assert_eq!(seen(long, "，一直到天黑", false), [4, 5, 13]);
        assert_eq!(seen("岸边的柳树，一棵接着", long, false), [4, 14]);
        assert_eq!(seen("岸边的柳树一棵一棵，", "江上的船一只一只，", false), [3, 9, 14, 15]);
        // What runs through the cut is no verse.
        assert_eq!(seen("岸边的“柳树，一棵", "一棵”都种下了，", false), [4, 8, 14]);
    }

    #[test]
    fn indents_are_as_wide_as_a_character() {
        let wide = |text: &str| {
            let start = text.len() - text.trim_start().len();
            let ink = vec![Span::new(start, text.len())];
            is_indented(text, &Block { role: Role::Body, passage: Passage::default(), ink })
        };
        assert!(wide("　岸边") && wide("  岸边"));
        assert!(!wide("岸边") && !wide(" 岸边") && !wide("　\n岸边"));
    }

    #[test]
    fn two_paragraphs_are_told_by_the_indent_of_both() {
        let (one, other) = (
            "江边的码头上个月修好了，轮渡每天开行二十个班次，大家都很高兴",
            "近日，轮渡每天开行二十个班次，一直开到夜里十点才停下来，大家都说好。",
        );
        let joined = |first: &str, second: &str| {
            let text = format!("{first}{one}\n{second}{other}\n");
            let block = |line: Line| Block {
                role: Role::Body,
                passage: Passage::new(&text, line.content),
                ink: vec![line.ink],
            };
            let mut article =
                Article { blocks: lines(&text).into_iter().map(block).collect(), ..Article::default() };
            stitch(&text, &mut article, &crate::page::model::built_in().counts().openings);
            article.blocks.len() == 1
        };
        assert!(joined("", "") && joined("　　", "") && joined("", "　　"));
        assert!(!joined("　　", "　　"));
    }

    #[test]
    fn repairs_say_where_and_why() {
        let (input, mut article) = article(&[
            (Role::Body, "园区负责人表示，未来投资云岭的机遇无"),
            (Role::Body, "限。眼下正是好时候。"),
        ]);
        stitch(&input, &mut article, &crate::page::model::built_in().counts().openings);
        let repair = &article.repairs[0];
        let end = "园区负责人表示，未来投资云岭的机遇无".len();
        assert_eq!(repair.span, Span::new(end, end + 1));
        assert_eq!(repair.reason, "前段没有句末标点，后段开头不完整，断口落在一个词的中间，与后段合为一段");
        assert!(repair.confidence >= f64::from(JOIN));
        let one = |text: &'static str| Block {
            role: Role::Body,
            passage: Passage::new(text, Span::new(0, text.len())),
            ink: Vec::new(),
        };
        assert_eq!(overlap(&one("建设，是为了明天"), "建".len()).confidence, 0.7);
        assert_eq!(overlap(&one("建设，是为了明天"), "建设".len()).confidence, 0.7);
        assert_eq!(overlap(&one("建设者，为了明天"), "建设者".len()).confidence, 0.9);
        // Passages out of order are cut at an end.
        let (first, second) = (Passage::new(&input, Span::new(0, 3)), Passage::new(&input, Span::new(6, 9)));
        assert_eq!(cut(&first, &second), Span::new(3, 6));
        assert_eq!(cut(&second, &first), Span::new(9, 9));
    }
}
