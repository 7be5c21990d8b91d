//! Characters: folding, script, and the encodings that files come in.

use banmian::text::{NotText, Script, decode, fold, fold_char, script};
use encoding_rs::{BIG5, GB18030};
use proptest::prelude::*;

const HANS: &str = "　　本报讯（记者周文清）近日，青岚市举行“以旧换新”活动启动仪式。活动为期三个月，市民购买家电、家居用品\
可领取消费券。市商务局负责人说，这项措施有利于扩大内需，也能让老百姓得到实惠。\n　　活动现场，许多市民前来了解政策。";
const HANT: &str = "　　本報訊（記者周文清）近日，青嵐市舉行「以舊換新」活動啟動儀式。活動為期三個月，市民購買家電、家居用品\
可領取消費券。市商務局負責人說，這項措施有利於擴大內需，也能讓老百姓得到實惠。\n　　活動現場，許多市民前來瞭解政策。";

fn check(bytes: &[u8], text: &str, encoding: &str) {
    let decoded = decode(bytes).expect("text");
    assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.lossy), (text, encoding, false));
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf8() {
    check(b"", "", "UTF-8");
    check(HANS.as_bytes(), HANS, "UTF-8");
    check(format!("\u{feff}{HANT}").as_bytes(), HANT, "UTF-8");
    check("plain ASCII\r\n".as_bytes(), "plain ASCII\r\n", "UTF-8");
    check("标题🎉𠮷".as_bytes(), "标题🎉𠮷", "UTF-8");
}

#[test]
fn utf16_with_and_without_a_mark() {
    for text in [HANS, HANT, "天气转凉，注意添衣", "Only ASCII\n"] {
        check(&utf16(text, u16::to_le_bytes), text, "UTF-16LE");
        check(&utf16(text, u16::to_be_bytes), text, "UTF-16BE");
        check(&utf16(&format!("\u{feff}{text}"), u16::to_le_bytes), text, "UTF-16LE");
        check(&utf16(&format!("\u{feff}{text}"), u16::to_be_bytes), text, "UTF-16BE");
    }
}

#[test]
fn gb18030() {
    for text in [HANS, "本报讯昨日", "（记者 周文清）3月5日，气温回升到20℃。", "㐀𠮷：四字节的字"]
    {
        check(&GB18030.encode(text).0, text, "gb18030");
    }
}

#[test]
fn big5() {
    for text in [HANT, "本報訊昨日天氣晴朗，氣溫回升。", "（記者 周文清）3月5日，市民踴躍參加。"]
    {
        check(&BIG5.encode(text).0, text, "Big5");
    }
}

/// A file cut off inside a character keeps its encoding and all its text but the last character.
#[test]
fn cut_tails_are_lossy() {
    let cases: [(Vec<u8>, &str, &str); 4] = [
        (HANS.as_bytes().to_vec(), HANS, "UTF-8"),
        (GB18030.encode(HANS).0.into_owned(), HANS, "gb18030"),
        (BIG5.encode(HANT).0.into_owned(), HANT, "Big5"),
        (utf16(HANS, u16::to_le_bytes), HANS, "UTF-16LE"),
    ];
    for (mut bytes, text, encoding) in cases {
        let last = text.char_indices().next_back().expect("a character").0;
        let whole = &text[..last];
        // The last mark has two or three bytes in each encoding; one byte less cuts it.
        bytes.pop();
        let decoded = decode(&bytes).expect("text");
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.lossy && decoded.text.starts_with(whole), "{encoding}: {}", decoded.text);
    }
}

#[test]
fn binary_is_refused() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0";
    assert_eq!(decode(picture), Err(NotText::Zero { at: 8 }));
    let controls: Vec<u8> = (1..=200).collect();
    assert!(matches!(decode(&controls), Err(NotText::Controls { .. })));
    let noise = b"\x81\xff\xfe\x80".repeat(50);
    assert_eq!(decode(&noise), Err(NotText::Unknown));
    assert_eq!(NotText::Zero { at: 8 }.to_string(), "not a text file: a zero byte at offset 8");
}

#[test]
fn scripts() {
    assert_eq!(script(HANS), Script::Simplified);
    assert_eq!(script(HANT), Script::Traditional);
    assert_eq!(script(&format!("{HANS}{HANT}")), Script::Mixed);
    assert_eq!(script("乾坤著名，皇后里程"), Script::Simplified);
    assert_eq!(script(""), Script::Simplified);
    // One sign in the other script does not make a page mixed.
    assert_eq!(script(&format!("{HANS}{HANS}老店的招牌写着“龍門書局”。")), Script::Simplified);
}

#[test]
fn folding() {
    assert_eq!(fold(HANS), HANS);
    assert_eq!(fold("經濟發展，皇后大道後面"), "经济发展，皇后大道后面");
    assert_eq!("Ａ１（　％".chars().map(fold_char).collect::<String>(), "A1( %");
}

proptest! {
    #[test]
    fn folding_keeps_every_length(text in any::<String>(), han in "[\u{3400}-\u{9fff}\u{20000}-\u{20100}]{0,40}") {
        for text in [text, han] {
            let folded = fold(&text);
            prop_assert!(text.char_indices().map(|(at, _)| at).eq(folded.char_indices().map(|(at, _)| at)));
            prop_assert_eq!(text.len(), folded.len());
            prop_assert!(fold(&folded) == folded);
        }
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in any::<Vec<u8>>()) {
        let _ = decode(&bytes);
    }
}

#[test]
fn what_is_folded_stays_as_it_is() {
    for c in ('\u{3400}'..='\u{9fff}').map(String::from) {
        let folded = fold(&c).into_owned();
        assert_eq!(fold(&folded), folded, "{c}");
    }
}
