//! A text read in pieces: the same pages, each character once, wherever the text is torn as it comes in.

use banmian::pieces::{LONGEST, Piece, Pieces};
use banmian::{Options, analyze};
use proptest::prelude::*;

/// The pieces of a text that comes in parts of so many characters.
fn pieces(text: &str, part: usize) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at = rest.char_indices().nth(part).map_or(rest.len(), |(at, _)| at);
        pieces.push(&rest[..at]);
        rest = &rest[at..];
        found.extend(&mut pieces);
    }
    pieces.finish();
    found.extend(pieces);
    found
}

fn check_whole(text: &str, pieces: &[Piece]) {
    let (mut at, mut units) = (0, 0);
    for piece in pieces {
        assert_eq!((piece.start, piece.start_utf16), (at, units));
        assert_eq!(piece.text, text[at..at + piece.text.len()]);
        assert!(!piece.text.is_empty() && piece.text.len() <= 2 * LONGEST);
        at += piece.text.len();
        units += piece.text.encode_utf16().count();
    }
    assert_eq!(at, text.len());
}

/// Pages of a paper, one after another.
fn paper(pages: usize) -> String {
    let bodies = [
        "云岭新区首条地铁开工\n本报讯（记者 沈一鸣）3月5日，云岭新区首条地铁开工建设。市委书记周文远宣布开工。\n\n工程全长21公里，计划五年建成，沿线居民盼了多年。\n\n",
        "# 码头装上智能路灯\n\n本报讯（记者 何苗）日前，清水湾码头的旧灯全部换成了智能路灯，夜里走在江边亮堂多了。\n\n# 白鹭回来了\n\n本报讯（记者 陆小川）河湾治理一年，锦带河边的白鹭又飞回来了，市民纷纷拍照。\n",
        "渡口镇修好老石桥\r\n渡口镇讯（记者 陆小满）老石桥昨日通行，镇长顾长河到场，𠮷家巷的老人头一个走过桥去。\r\n",
    ];
    (0..pages)
        .map(|i| format!("青陵日报　2025年4月{}日　第{}版\n{}", i / 8 + 1, i % 8 + 1, bodies[i % 3]))
        .collect()
}

#[test]
fn articles_are_those_of_the_whole() {
    let text = paper(20);
    let whole = analyze(&text, &Options::default());
    let pieces = pieces(&text, 1000);
    check_whole(&text, &pieces);
    assert_eq!(pieces.len(), whole.page.sheets.len());
    let read: Vec<_> =
        pieces.iter().map(|piece| (piece, analyze(&piece.text, &Options::default()))).collect();
    let moved = read.iter().flat_map(|(piece, part)| {
        part.page.articles.iter().map(|article| {
            let spans: Vec<_> =
                article.spans.iter().map(|span| (span.start + piece.start, span.end + piece.start)).collect();
            let blocks: Vec<_> =
                article.blocks.iter().map(|block| (block.role, block.passage.text.clone())).collect();
            (spans, blocks)
        })
    });
    let expected = whole.page.articles.iter().map(|article| {
        let spans: Vec<_> = article.spans.iter().map(|span| (span.start, span.end)).collect();
        let blocks: Vec<_> =
            article.blocks.iter().map(|block| (block.role, block.passage.text.clone())).collect();
        (spans, blocks)
    });
    assert_eq!(moved.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    for ((_, part), sheet) in read.iter().zip(&whole.page.sheets) {
        let strip = |masthead: &Option<banmian::page::Masthead>| {
            masthead.as_ref().map(|m| (m.paper.clone(), m.date.clone(), m.page.clone()))
        };
        assert_eq!(strip(&part.page.masthead), strip(&sheet.masthead));
    }
}

#[test]
fn sample_pages_one_after_another_come_back_one_by_one() {
    let page = include_str!("pages/several-pages.txt");
    let whole = analyze(page, &Options::default());
    let pieces = pieces(page, 17);
    check_whole(page, &pieces);
    assert_eq!(pieces.len(), whole.page.sheets.len());
}

#[test]
fn the_cuts_do_not_depend_on_how_the_text_comes_in() {
    let text = paper(12_000);
    let texts = |part| pieces(&text, part).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
    let expected = texts(usize::MAX);
    assert_eq!(expected.len(), 12_000);
    for part in [40_001, 300_000] {
        assert_eq!(texts(part), expected);
    }
}

#[test]
fn what_no_masthead_parts_is_cut_where_an_article_begins() {
    let article = |i: usize| {
        let body = "锦带河边的白鹭又飞回来了，市民纷纷拍照。".repeat(8 + i % 5);
        format!("白鹭第{i}次回来了\n本报讯（记者 陆小川）{body}\n\n{body}\n\n")
    };
    let text: String = (0..3000).map(article).collect();
    let found = pieces(&text, 50_000);
    check_whole(&text, &found);
    assert!(found.len() > 3 && found.iter().all(|piece| piece.text.len() <= LONGEST));
    assert!(found.iter().all(|piece| piece.text.trim_start().starts_with("白鹭第")));
    assert_eq!(found, pieces(&text, 7_777));
}

#[test]
fn one_endless_line_is_cut_too() {
    for text in ["白鹭回来了。".repeat(100_000), "白鹭".repeat(200_000), "𠮷".repeat(300_000)] {
        let found = pieces(&text, 9_999);
        check_whole(&text, &found);
        assert!(found.len() > 1);
    }
    assert!(pieces("", 1).is_empty());
    assert_eq!(pieces("\n\n", 1).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn every_character_is_in_one_piece(
        lines in prop::collection::vec(prop_oneof![
            Just("青陵日报 2025年4月17日 A03版"), Just("当前版：05版"), Just("青陵日报 2025年4月18日 第4版"), Just(""),
            Just("本报讯（记者 何苗）昨天，大桥通车，两岸往来方便多了。"), Just("第03版：要闻"), Just("# 大桥通车"), Just("- 12 -"),
        ], 0..60),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n")],
        part in 1usize..90,
    ) {
        let text: String = lines.iter().flat_map(|line| [*line, end]).collect();
        let found = pieces(&text, part);
        check_whole(&text, &found);
        prop_assert_eq!(found, pieces(&text, usize::MAX));
    }
}
