//! Firms named without a suffix in a list that says what they are: 甲电源、乙光电等企业.

use super::lattice::Token;
use super::table::{Class, Leaning};

/// The longest item of a list, and the furthest its words may lie from 等, in characters.
const ITEM: usize = 12;
const LIST: usize = 90;

/// Makes one body of each item of a list of firms.
pub fn list(chars: &[char], mut tokens: Vec<Token>) -> Vec<Token> {
    let ends: Vec<usize> = (0..tokens.len()).filter(|&i| announces_firms(chars, &tokens[i..])).collect();
    for end in ends.into_iter().rev() {
        items(chars, &mut tokens, end);
    }
    tokens
}

/// 等企业, 等3家公司, 等园区或企业.
fn announces_firms(chars: &[char], tokens: &[Token]) -> bool {
    let first = &tokens[0];
    if chars[first.start..first.end] != ['等'] {
        return false;
    }
    let rest = &chars[first.end..chars.len().min(first.end + 8)];
    let rest: String = rest.iter().filter(|c| !c.is_ascii_digit()).collect();
    let rest = rest.trim_start_matches([
        '多', '家', '个', '一', '批', '两', '三', '四', '五', '六', '七', '八', '九', '十',
    ]);
    let rest = ["知名", "重点", "骨干", "龙头", "园区或", "园区和", "科技"]
        .iter()
        .fold(rest, |r, w| r.strip_prefix(w).unwrap_or(r));
    rest.starts_with("企业") || rest.starts_with("公司")
}

fn items(chars: &[char], tokens: &mut Vec<Token>, mut end: usize) {
    let floor = tokens[end].start.saturating_sub(LIST);
    loop {
        let mut start = end;
        while start > 0 && tokens[start - 1].start >= floor && !breaks(chars, &tokens[start - 1]) {
            start -= 1;
        }
        let listed = start > 0 && chars[tokens[start - 1].start] == '、';
        if !listed {
            let verb = |t: &Token| match t.class {
                Class::Fixed => true,
                Class::Verb | Class::Function => {
                    t.end - t.start > 1 || "是在由向对把被让和与及到赴往以为将了的有".contains(chars[t.start])
                }
                _ => false,
            };
            start = tokens[start..end].iter().rposition(verb).map_or(start, |i| start + i + 1);
        }
        if start == end || tokens[end - 1].end - tokens[start].start > ITEM * 2 {
            return;
        }
        merge(tokens, start, end);
        if !listed {
            return;
        }
        end = start - 1;
    }
}

fn breaks(chars: &[char], token: &Token) -> bool {
    token.class == Class::Mark && !matches!(chars[token.start], '“' | '”' | '·')
}

/// Makes `tokens[start..end]` a body, unless it is one name already or too long for a name.
fn merge(tokens: &mut Vec<Token>, start: usize, end: usize) {
    let whole = Token {
        start: tokens[start].start,
        end: tokens[end - 1].end,
        class: Class::Body,
        leaning: Leaning::default(),
    };
    let length = whole.end - whole.start;
    let named = end - start == 1 && matches!(tokens[start].class, Class::Body | Class::Place);
    let stems = tokens[start..end - 1].iter().all(|t| t.end - t.start <= 2 && t.class != Class::Place);
    let body_last = tokens[end - 1].class == Class::Body && !stems;
    if !named && !body_last && (3..=ITEM).contains(&length) {
        tokens.splice(start..end, [whole]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn listed(text: &str) -> String {
        let (chars, tokens) = marks::tokens(text);
        marks::shown(&chars, &list(&chars, tokens))
    }

    #[test]
    fn items_before_and_so_on_are_firms() {
        let of = |item: &str| listed(&format!("引进/动 {item} 、/标 海蓝/未 生物/名 等/虚 企业/名"));
        let expected = |item: &str| format!("引进{item}、〔机 海蓝生物〕等企业");
        assert_eq!(of("云帆/未 电源/名"), expected("〔机 云帆电源〕"));
        assert_eq!(of("云/未 发/动 电源/名"), expected("〔机 云发电源〕"));
        assert_eq!(of("云帆重工/未"), expected("〔机 云帆重工〕"));
        assert_eq!(of("青荷县/地"), expected("〔地 青荷县〕"), "a place stays one");
        assert_eq!(listed("3月/定 云帆/未 电源/名 等/虚 企业/名"), "3月〔机 云帆电源〕等企业");
        // What ends in a body is one with the stems before it, not with words.
        assert_eq!(of("云帆/未 科技公司/机"), expected("〔机 云帆科技公司〕"));
        assert_eq!(of("创新型/名 云帆厂/机"), expected("创新型〔机 云帆厂〕"));
        assert_eq!(of("青荷/地 云帆厂/机"), expected("〔地 青荷〕〔机 云帆厂〕"));
        assert_eq!(of("创新型/名 电源/名"), expected("〔机 创新型电源〕"));
    }

    #[test]
    fn a_list_ends_before_what_is_too_long_or_too_far() {
        let of = |length: usize| {
            let long = "囍".repeat(length);
            listed(&format!("云帆/未 电源/名 、/标 {long}/未 、/标 海蓝/未 生物/名 等/虚 企业/名"))
        };
        assert!(of(2 * ITEM).starts_with("〔机 云帆电源〕、囍囍"));
        assert!(of(2 * ITEM + 1).starts_with("云帆电源、囍囍"));
        let items = ["云帆/未 新能源/名"; 30].join(" 、/标 ");
        let firms = listed(&format!("{items} 等/虚 企业/名")).matches('〔').count();
        assert_eq!(firms, LIST / "云帆新能源、".chars().count());
        // The number stands near.
        assert!(listed("云帆/未 电源/名 等/虚 123456/数 企业/名").contains('〔'));
        assert!(!listed("云帆/未 电源/名 等/虚 1234567/数 企业/名").contains('〔'));
    }
}
