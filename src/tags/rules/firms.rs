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
    let rest = &chars[first.end..chars.len().min(first.end + 8)];
    let rest: String = rest.iter().filter(|c| !c.is_ascii_digit()).collect();
    let rest = rest.trim_start_matches([
        '多', '家', '个', '一', '批', '两', '三', '四', '五', '六', '七', '八', '九', '十',
    ]);
    let rest = ["知名", "重点", "骨干", "龙头", "园区或", "园区和", "科技"]
        .iter()
        .fold(rest, |r, w| r.strip_prefix(w).unwrap_or(r));
    chars[first.start..first.end] == ['等'] && (rest.starts_with("企业") || rest.starts_with("公司"))
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
            let verb = |t: &Token| matches!(t.class, Class::Verb | Class::Function | Class::Fixed);
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
