//! Organizations and parks, put together from tokens.
//!
//! Takes the tokens of the lattice; where one ends as bodies end (公司, 局, 委员会) looks back for where the name
//! begins: at a place, a body, a quotation, an unknown stem, or 省市县区. Gives the tokens with each name as one.

use super::data::{DATA, Suffix};
use super::lattice::Token;
use super::table::{Class, Leaning};

/// How far back a name may begin, in tokens and in characters.
const TOKENS_BACK: usize = 12;
const CHARS_BACK: usize = 36;
/// A name gives up when the words inside it are this unlike the words of bodies.
const UNLIKELY: f32 = -2.6;

/// What ends like a body and is a meeting, a part of a town, or any body at all.
const EVENTS: [&str; 21] = [
    "大会",
    "会议",
    "论坛",
    "年会",
    "峰会",
    "运动会",
    "博览会",
    "展览会",
    "恳谈会",
    "洽谈会",
    "交易会",
    "研讨会",
    "座谈会",
    "发布会",
    "音乐会",
    "组织",
    "企业",
    "部门",
    "单位",
    "市中心",
    "副中心",
];

pub fn compose(chars: &[char], tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        out.push(token);
        let Some(suffix) = ending(chars, &token) else { continue };
        let last = out.len() - 1;
        let start = match suffix {
            Suffix::Park => park_start(chars, &out),
            _ if token.class == Class::Body => owner(chars, &out),
            _ => body_start(chars, &out, suffix),
        };
        let whole = chars.get(token.start).is_some() && stands_alone(chars, &token);
        if let Some(start) = start.or(whole.then_some(last)) {
            let class = if suffix == Suffix::Park { Class::Place } else { Class::Body };
            let first = out[start].start;
            out.truncate(start);
            out.push(Token { start: first, end: token.end, class, leaning: Leaning::default() });
        }
    }
    out
}

fn text(chars: &[char], token: &Token) -> String {
    chars[token.start..token.end].iter().collect()
}

/// What kind of body the token can end.
fn ending(chars: &[char], token: &Token) -> Option<Suffix> {
    if matches!(token.class, Class::Mark | Class::Figure | Class::Fixed | Class::Person) {
        return None;
    }
    if token.class == Class::Body {
        return Some(Suffix::Strong);
    }
    let word = text(chars, token);
    // Most words end nothing, so what ends something in vain is asked last.
    let suffix = suffix_of(&word, token)?;
    let event = EVENTS.iter().any(|end| word.ends_with(end)) && !word.ends_with("代表大会");
    (!event && !DATA.titles.contains(word.as_str())).then_some(suffix)
}

/// What kind of body a word can end by its own last characters.
fn suffix_of(word: &str, token: &Token) -> Option<Suffix> {
    if let Some(&suffix) = DATA.suffixes.get(word) {
        return Some(suffix);
    }
    if matches!(token.class, Class::Noun) && token.end - token.start > 1 {
        if token.leaning.ends_body > 1.7 {
            return Some(Suffix::Strong);
        }
        let tails = word.char_indices().skip(1).filter(|&(at, _)| word.len() - at > 3);
        return tails.filter_map(|(at, _)| DATA.suffixes.get(&word[at..]).copied()).next();
    }
    None
}

/// 市委, 省政府: the office of the place the text is about.
fn stands_alone(chars: &[char], token: &Token) -> bool {
    let word = &chars[token.start..token.end];
    matches!(word.first(), Some('省' | '市' | '县' | '区' | '州'))
        && matches!(
            word[1..],
            ['委'] | ['政', '府'] | ['人', '大'] | ['政', '协'] | ['纪', '委'] | ['委', ..]
        )
}

/// The country or city right before a known body: 俄罗斯外交部, but 北京 and 新华社 apart.
fn owner(chars: &[char], tokens: &[Token]) -> Option<usize> {
    let last = tokens.len() - 1;
    let office = matches!(
        chars[tokens[last].end - 1],
        '部' | '院' | '委' | '局' | '会' | '党' | '府' | '队' | '军' | '署'
    );
    let before = last.checked_sub(1).filter(|&at| office && tokens[at].class == Class::Place)?;
    Some(before)
}

/// 省, 市, 国家 …: stand for the name of a place at the head of a body.
fn is_relative(word: &str) -> bool {
    matches!(word, "省" | "市" | "县" | "区" | "州" | "国家" | "全国" | "中央" | "中共" | "中华全国" | "省市")
}

/// Where in `tokens` the body begins that its last token ends.
fn body_start(chars: &[char], tokens: &[Token], suffix: Suffix) -> Option<usize> {
    let last = tokens.len() - 1;
    let floor = tokens[last].start.saturating_sub(CHARS_BACK);
    let (mut best, mut anchored, mut score) = (None, false, 0.0);
    let ending = text(chars, &tokens[last]);
    let firm = ["公司", "集团", "行", "厂", "店", "社"].iter().any(|end| ending.ends_with(end));
    let mut stem = 0;
    let mut at = last;
    while at > 0 && last - at < TOKENS_BACK {
        at -= 1;
        let token = &tokens[at];
        if token.start < floor {
            break;
        }
        let length = token.end - token.start;
        match token.class {
            Class::Place | Class::Body => {
                (best, anchored) = (Some(at), true);
            }
            Class::Person if !anchored && suffix != Suffix::Weak => {
                let direct = at + 1 == last || length > 3;
                return best.or((direct && score > -1.0).then_some(at));
            }
            Class::Mark => {
                let Some(open) = opening(chars, tokens, at).filter(|_| !anchored) else { break };
                let quoted = chars[token.start] == '”';
                at = open;
                if quoted && suffix == Suffix::Strong {
                    best = Some(at);
                }
            }
            Class::Proper if !anchored => {
                if suffix != Suffix::Weak {
                    best = Some(at);
                }
            }
            Class::Unknown | Class::Figure | Class::Noun | Class::Verb | Class::Adjective
                if !anchored && is_stem(chars, token, firm) =>
            {
                stem += length;
                score -= 0.25;
                if stem >= 2 && suffix != Suffix::Weak && score > -2.0 {
                    best = Some(at);
                }
                continue;
            }
            Class::Noun | Class::Verb | Class::Adjective | Class::Function => {
                let word = text(chars, token);
                // 英政府; 中国驻法国大使馆.
                let state =
                    matches!(ending.as_str(), "政府" | "议会" | "外交部" | "国防部" | "使馆" | "大使馆");
                let country = at + 1 == last && state && "英美法德俄日韩菲泰印越澳".contains(word.as_str());
                if country {
                    best = Some(at);
                    break;
                }
                if anchored && word == "驻" {
                    continue;
                }
                let sole =
                    word != "全国" || matches!(chars[tokens[last].end - 1], '会' | '联' | '协' | '大' | '部');
                // 省域副中心, 该区审计局: no name begins here.
                let pointed = token.start > 0
                    && matches!(chars[token.start - 1], '该' | '本' | '各' | '全' | '我' | '两');
                if is_relative(&word) && (stem > 0 || pointed) {
                    break;
                }
                if is_relative(&word) && sole {
                    (best, anchored) = (Some(at), true);
                } else if anchored || DATA.titles.contains(word.as_str()) {
                    break;
                } else {
                    score += inner(token, &word);
                    if suffix == Suffix::Brand {
                        break;
                    }
                }
            }
            _ => break,
        }
        stem = 0;
        if score < UNLIKELY {
            break;
        }
    }
    best.filter(|_| suffix != Suffix::Brand || !anchored || last - best.unwrap_or(last) > 1)
}

/// A character that no word takes up, as the names of firms are made of (国商银行).
fn is_stem(chars: &[char], token: &Token, firm: bool) -> bool {
    match token.class {
        Class::Unknown | Class::Figure => true,
        _ => firm && token.end - token.start == 1 && !is_relative(&text(chars, token)),
    }
}

/// How well a word stands inside the name of a body.
fn inner(token: &Token, word: &str) -> f32 {
    let leaning = token.leaning.in_body;
    if word.starts_with('第')
        || matches!(word, "一" | "二" | "三" | "四" | "五" | "六" | "七" | "八" | "九" | "十")
    {
        return -0.3;
    }
    match token.class {
        Class::Noun => 0.3 * leaning.clamp(-4.0, 2.0) - 0.1,
        Class::Function => 0.4 * leaning.clamp(-4.0, 2.0) - 1.6,
        _ => 0.4 * leaning.clamp(-4.0, 2.0) - 0.8,
    }
}

/// The token that opens the quotation or bracket which the token at `close` closes.
fn opening(chars: &[char], tokens: &[Token], close: usize) -> Option<usize> {
    let open = match chars[tokens[close].start] {
        '”' => '“',
        '）' => '（',
        ')' => '(',
        _ => return None,
    };
    (close.saturating_sub(8)..close).rev().find(|&i| chars[tokens[i].start] == open)
}

/// 苏州工业园区, 松山湖高新区: a place, words of what is done there, and the kind of park.
fn park_start(chars: &[char], tokens: &[Token]) -> Option<usize> {
    let last = tokens.len() - 1;
    let mut best = None;
    for at in (last.saturating_sub(5)..last).rev() {
        let token = &tokens[at];
        match token.class {
            Class::Place => best = Some(at),
            Class::Noun | Class::Verb | Class::Unknown if best.is_none() && last - at <= 3 => {
                let word = text(chars, token);
                if DATA.titles.contains(word.as_str()) || token.leaning.in_body < -2.0 {
                    break;
                }
            }
            _ => break,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn composed(text: &str) -> String {
        let (chars, tokens) = marks::tokens(text);
        marks::shown(&chars, &compose(&chars, tokens))
    }

    #[test]
    fn a_body_begins_with_a_name() {
        assert_eq!(composed("云帆/专 公司/名"), "〔机 云帆公司〕");
        assert_eq!(composed("云帆/专 局/名"), "云帆局", "an office is a place's");
        assert_eq!(composed("云帆/专 青荷/地 公司/名"), "云帆〔机 青荷公司〕");
        assert_eq!(composed("马克·吐温/人 教育/名 公司/名"), "〔机 马克·吐温教育公司〕");
        assert_eq!(composed("王小明/人 教育/名 公司/名"), "〔人 王小明〕教育公司");
        assert_eq!(composed("王小明/人 公司/名"), "〔机 王小明公司〕");
        assert_eq!(composed("云帆/专 （/标 青荷/地 ）/标 公司/名"), "〔机 云帆（青荷）公司〕");
        assert_eq!(composed("云帆/专 (/标 青荷/地 )/标 公司/名"), "〔机 云帆(青荷)公司〕");
        assert_eq!(composed("王小明/人 局/名"), "〔人 王小明〕局");
        assert_eq!(composed("北京/地 新华社/机"), "〔地 北京〕〔机 新华社〕");
        assert_eq!(composed("俄罗斯/地 外交部/机"), "〔机 俄罗斯外交部〕");
        assert_eq!(composed("上海/地 囍囍/未 科技/名"), "〔机 上海囍囍科技〕");
        assert_eq!(composed("上海/地 科技/名"), "〔地 上海〕科技");
    }

    #[test]
    fn strange_characters_are_a_firms() {
        assert_eq!(composed("囍囍/未 大学/名"), "〔机 囍囍大学〕");
        assert_eq!(composed("省/名 囍/未 公司/名"), "省囍公司");
        let many = ["囍/未"; 9].join(" ");
        assert_eq!(composed(&format!("{many} 公司/名")), "囍囍〔机 囍囍囍囍囍囍囍公司〕");
    }

    #[test]
    fn what_a_body_ends_in() {
        assert_eq!(composed("云帆/专 水利学院/名"), "〔机 云帆水利学院〕");
        assert_eq!(composed("青荷/地 大结局/名"), "〔地 青荷〕大结局");
        assert_eq!(composed("市委/名"), "〔机 市委〕");
        assert_eq!((composed("市学院/名"), composed("乡政府/名")), ("市学院".into(), "乡政府".into()));
    }

    #[test]
    fn a_state_is_called_by_one_character_before_its_offices() {
        assert_eq!(composed("英/名 政府/名"), "〔机 英政府〕");
        assert_eq!(composed("昨天/名 政府/名"), "昨天政府");
        assert_eq!(composed("法/名 大学/名"), "法大学");
        assert_eq!(composed("日/名 教育/名 大学/名"), "日教育大学");
    }

    #[test]
    fn a_body_is_twelve_words_long_at_most() {
        let of = |words: usize| {
            let words = ["建设/名"; TOKENS_BACK][..words].join(" ");
            composed(&format!("来/动 到/虚 看/动 青荷/地 {words} 公司/名"))
        };
        assert_eq!(of(TOKENS_BACK - 1), format!("来到看〔机 青荷{}公司〕", "建设".repeat(TOKENS_BACK - 1)));
        assert_eq!(of(TOKENS_BACK), format!("来到看〔地 青荷〕{}公司", "建设".repeat(TOKENS_BACK)));
    }

    #[test]
    fn words_stand_inside_a_body_by_their_kind() {
        let inner = |class, word: &str, in_body| {
            let leaning = Leaning { in_body, ..Leaning::default() };
            inner(&Token { start: 0, end: 2, class, leaning }, word)
        };
        let near = |found: f32, expected: f32| assert!((found - expected).abs() < 1e-5, "{found} {expected}");
        near(inner(Class::Verb, "第一", -4.0), -0.3);
        near(inner(Class::Noun, "三", 2.0), -0.3);
        near(inner(Class::Noun, "建设", 2.0), 0.5);
        near(inner(Class::Noun, "建设", -9.0), -1.3);
        near(inner(Class::Verb, "建设", 2.0), 0.0);
        near(inner(Class::Function, "的", 2.0), -0.8);
    }

    #[test]
    fn a_park_is_named_by_its_place() {
        assert_eq!(composed("青荷/地 园区/名"), "〔地 青荷园区〕");
        assert_eq!(composed("云帆/专 园区/名"), "云帆园区");
        assert_eq!(composed("青荷/地 高新/名 产业/名 合作/动 园区/名"), "〔地 青荷高新产业合作园区〕");
        assert_eq!(
            composed("青荷/地 高新/名 产业/名 合作/动 示范/动 园区/名"),
            "〔地 青荷〕高新产业合作示范园区"
        );
        assert_eq!(composed("云岭/地 建设/名 青荷/地 园区/名"), "〔地 云岭〕建设〔地 青荷园区〕");
        assert_eq!(composed("青荷/地 市长/名 园区/名"), "〔地 青荷〕市长园区");
        assert_eq!(composed("青荷/地 的话/名-3 园区/名"), "〔地 青荷〕的话园区");
    }
}
