//! What holds for every text, whatever it is.

use banmian::{Analysis, Options, Span, analyze};
use proptest::prelude::*;

fn read(text: &str) -> Analysis<'_> {
    analyze(text, &Options::default())
}

/// The input's ranges that articles and unplaced blocks take up.
fn owned(analysis: &Analysis<'_>) -> Vec<Span> {
    let articles = analysis.page.articles.iter().flat_map(|article| &article.spans);
    let unplaced = analysis.page.unplaced.iter().flat_map(|block| &block.spans);
    articles.chain(unplaced).copied().collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

/// Every character that is not blank stands in exactly one range.
fn check_accounted(text: &str) {
    let mut spans = owned(&read(text));
    spans.sort();
    let mut end = 0;
    for span in &spans {
        assert!(end <= span.start, "two owners at {span:?} in {text:?}");
        let between = &text[end..span.start];
        assert!(between.chars().all(is_blank), "nobody owns {between:?} in {text:?}");
        end = span.end;
    }
    assert!(text[end..].chars().all(is_blank), "nobody owns {:?} in {text:?}", &text[end..]);
}

/// A passage's text is its pieces in order with at most one space between two of them.
fn check_passages(text: &str) {
    let analysis = read(text);
    for (_, _, block) in analysis.page.blocks() {
        let mut at = 0;
        for piece in &block.passage.pieces {
            assert!(block.passage.text[at..piece.at].trim().is_empty() && piece.at - at <= 1);
            assert_eq!(&block.passage.text[piece.at..piece.at + piece.source.len()], piece.source.of(text));
            at = piece.at + piece.source.len();
        }
        assert_eq!(at, block.passage.text.len());
    }
}

/// How sure something is stands between no and yes.
fn check_confidence(text: &str) {
    for article in &read(text).page.articles {
        assert!((0.0..=1.0).contains(&article.confidence), "{} in {text:?}", article.confidence);
        assert!(article.repairs.iter().all(|repair| (0.0..=1.0).contains(&repair.confidence)));
    }
}

/// The pages of a text stand in order and hold every article once, each within its own page.
fn check_sheets(text: &str) {
    let analysis = read(text);
    let (mut end, mut articles) = (0, 0);
    for sheet in &analysis.page.sheets {
        assert!(end <= sheet.span.start && sheet.span.start < sheet.span.end, "{:?} in {text:?}", sheet.span);
        assert_eq!(sheet.articles.start, articles);
        for span in analysis.page.articles[sheet.articles.clone()].iter().flat_map(|article| &article.spans) {
            assert!(sheet.span.start <= span.start && span.end <= sheet.span.end, "{span:?} in {text:?}");
        }
        (end, articles) = (sheet.span.end, sheet.articles.end);
    }
    assert_eq!(articles, analysis.page.articles.len());
}

/// Everything that points into the text points at whole characters of it.
fn check_report(text: &str) {
    let analysis = read(text);
    let report = serde_json::to_value(banmian::Report::new(&analysis, None)).expect("a report is plain data");
    let length = text.encode_utf16().count() as u64;
    let units: Vec<u16> = text.encode_utf16().collect();
    fn walk(value: &serde_json::Value, check: &mut dyn FnMut(u64, u64)) {
        match value {
            serde_json::Value::Object(map) => {
                if let (Some(start), Some(end)) = (map.get("start"), map.get("end")) {
                    check(start.as_u64().expect("a number"), end.as_u64().expect("a number"));
                }
                map.values().for_each(|v| walk(v, check));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|v| walk(v, check)),
            _ => {}
        }
    }
    walk(&report, &mut |start, end| {
        assert!(start <= end && end <= length, "{start}..{end} of {length}");
        String::from_utf16(&units[start as usize..end as usize]).expect("whole characters");
    });
}

/// What belongs to no article is shown with all that it takes up: its text is its spans, with at most one space between two.
fn check_unplaced(text: &str) {
    let analysis = read(text);
    let report = serde_json::to_value(banmian::Report::new(&analysis, None)).expect("a report is plain data");
    let units: Vec<u16> = text.encode_utf16().collect();
    let ink = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    for (block, own) in report["unplaced"].as_array().expect("a list").iter().zip(&analysis.page.unplaced) {
        let shown = block["text"].as_str().expect("a text");
        let owned: usize = own.spans.iter().map(|span| ink(span.of(text))).sum();
        assert_eq!(ink(shown), owned, "{block} of {text:?}");
        let shown: Vec<u16> = shown.encode_utf16().collect();
        let mut at = 0;
        for span in block["spans"].as_array().expect("a list") {
            let offset = |end: &str| span[end].as_u64().expect("a number") as usize;
            let piece = &units[offset("start")..offset("end")];
            if at > 0 && !shown[at..].starts_with(piece) {
                assert_eq!(shown.get(at), Some(&u16::from(b' ')), "{block} of {text:?}");
                at += 1;
            }
            assert!(shown[at..].starts_with(piece), "{block} of {text:?}");
            at += piece.len();
        }
        assert!(at > 0 && at == shown.len(), "{block} of {text:?}");
    }
}

/// Pieces of which pages are made, and things that are no page.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# 云岭新区首条地铁开工".to_owned()),
        Just("## 探索“清风+” “码”上见成效".to_owned()),
        Just("云岭晚报讯（全媒体记者 沈一鸣）".to_owned()),
        Just("本报讯（记者 何苗 通讯员 陆小川）3月5日，云岭新区首条地铁开工建设，".to_owned()),
        Just("　　全市上下要大力实施“工业强市、".to_owned()),
        Just("文旅活市”战略，推动高质量发展。".to_owned()),
        Just("来，写下了新的篇章。".to_owned()),
        Just("园、建家园，希望双方加强合作。".to_owned()),
        Just("市领导周文远、郑晓岚参加。".to_owned()),
        Just("上一版  下一版".to_owned()),
        Just("青陵日报　2025年4月16日　星期三　A02版　要闻".to_owned()),
        Just("青陵日报 2025年4月17日 A03版".to_owned()),
        Just("# **青陵日报** 2025年4月18日 第4版".to_owned()),
        Just("当前版：05版".to_owned()),
        Just("- 12 -".to_owned()),
        Just("**本报讯**（记者 何苗）昨天，**大桥**通车，两岸往来方便多了。".to_owned()),
        Just("第03版：要闻".to_owned()),
        Just("责编 苏禾  校对 林可".to_owned()),
        Just("**小标题**".to_owned()),
        Just("###".to_owned()),
        Just("（下转第3版）".to_owned()),
        Just("".to_owned()),
        Just("\u{3000}".to_owned()),
        "\\PC{0,40}",
        "[一-龥，。“”（）0-9a-zA-Z ]{0,60}",
        any::<String>(),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n"), Just("\u{2028}")];
    prop::collection::vec((line, end), 0..24)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// Prose broken at a width, with heads and numbers of pages in the middle of it and blank lines by chance.
fn wrapped() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        6 => Just("\n"),
        1 => Just("\n\n"),
        1 => Just("\n- 7 -\n"),
        1 => Just("\n青陵日报　2025年4月16日　A02版\n"),
        1 => Just("\n　　"),
    ];
    let piece = prop::sample::select(vec![
        "港口",
        "开工，",
        "市民说",
        "。",
        "“新灯”",
        "亮了",
        "3号",
        "、",
        "（见图）",
    ]);
    (4usize..24, prop::collection::vec((piece, mark), 0..160)).prop_map(|(width, pieces)| {
        let (mut out, mut length) = (String::new(), 0);
        for (piece, mark) in pieces {
            for c in piece.chars() {
                if length == width {
                    out.push_str(mark);
                    length = 0;
                }
                out.push(c);
                length += 1;
            }
        }
        out
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_has_one_owner(text in text()) {
        check_accounted(&text);
        check_sheets(&text);
        check_confidence(&text);
    }

    #[test]
    fn repaired_text_is_made_of_the_input(text in text()) {
        check_passages(&text);
        check_unplaced(&text);
    }

    #[test]
    fn every_claim_is_a_span(text in text()) {
        check_report(&text);
    }

    #[test]
    fn a_blank_line_at_the_end_changes_nothing(text in text()) {
        let shown = |text: &str| {
            let analysis = read(text);
            let articles: Vec<Vec<String>> = analysis.page.articles.iter()
                .map(|a| a.blocks.iter().map(|b| format!("{:?} {}", b.role, b.passage.text)).collect())
                .collect();
            (articles, analysis.entities.len(), analysis.gist.summary.text)
        };
        prop_assert_eq!(shown(&text), shown(&format!("{text}\n")));
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in text()) {
        let report = |text: &str| serde_json::to_string(&banmian::Report::new(&read(text), None)).expect("plain data");
        prop_assert_eq!(report(&text), report(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_broken_prose(text in wrapped()) {
        check_accounted(&text);
        check_passages(&text);
        check_unplaced(&text);
        check_sheets(&text);
    }
}

#[test]
fn odd_texts() {
    let long = "云岭新区".repeat(20_000);
    check_unplaced("# **青陵日报** 2025年4月18日 第4版\n> 上一版 **下一版**\n\n**责编 苏禾**\n###\n");
    for text in ["", " ", "\n\n", "\u{feff}", "一", "#", "# ", "\u{0}\u{1}", "🙂", "“", "\r", &long] {
        check_accounted(text);
        check_passages(text);
        check_unplaced(text);
        check_report(text);
        check_sheets(text);
    }
}
