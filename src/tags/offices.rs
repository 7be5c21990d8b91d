//! Offices without their place: 市教育局, 县农业农村局, 省市场监管局.
//!
//! Takes the characters of a part of a text; gives where such offices stand. What was learned from passes over most of them,
//! since the corpora hold them for common words, while a page of one place means one office by each. Only where no name can
//! run into the rank before them; what belongs to a place named there is left to the model.

use std::sync::LazyLock;

use super::reader::Stretch;

/// What an office may be made of, the longest first.
struct Table {
    work: Vec<Vec<char>>,
    end: Vec<Vec<char>>,
    whole: Vec<Vec<char>>,
    team: Vec<Vec<char>>,
    placed: Vec<Vec<char>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let file = include_str!("../data/tags/offices.txt");
    let words = |kind: &str| {
        let line = file.lines().find_map(|line| line.strip_prefix(kind)).unwrap_or_default();
        let mut words: Vec<Vec<char>> = line.split_whitespace().map(|word| word.chars().collect()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words
    };
    Table {
        work: words("work "),
        end: words("end "),
        whole: words("whole "),
        team: words("team "),
        placed: words("placed "),
    }
});

/// Whether a character ends the name of a division that has offices.
pub fn is_rank(c: char) -> bool {
    RANKS.contains(&c)
}

const RANKS: [char; 5] = ['省', '市', '县', '区', '州'];
/// What may stand right before the rank: words that are part of no name.
const BEFORE: &str = "由与和及经从据向对在是为到被让请受同了的给跟随将把等会联合赴往进访获取";
/// Fields of work that one office may have.
const FIELDS: usize = 4;

/// Where offices stand in `chars`, in order.
pub fn offices(chars: &[char]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for at in 0..chars.len() {
        let free = out.last().is_none_or(|&(_, end)| end <= at);
        let office = match chars[at..] {
            ['团', rank, '委', ..] if is_rank(rank) => Some(3),
            [rank, ..] if is_rank(rank) => office(&chars[at + 1..]).map(|length| 1 + length),
            _ => None,
        };
        out.extend(office.filter(|_| free && begins(chars, at)).map(|length| (at, at + length)));
    }
    out
}

/// Whether all of `chars` is an office with its rank.
pub fn is_office(chars: &[char]) -> bool {
    chars.first().is_some_and(|&c| is_rank(c)) && office(&chars[1..]) == Some(chars.len() - 1)
}

fn begins(chars: &[char], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| {
        let c = chars[before];
        !super::rules::is_han(c) && !c.is_alphanumeric() || stands_before(c)
    })
}

/// Whether a character is a word that stands before names and is part of none.
pub fn stands_before(c: char) -> bool {
    BEFORE.contains(c)
}

/// The length of the office that `chars` begin with, its parts included.
fn office(chars: &[char]) -> Option<usize> {
    let length = [longest(&TABLE.whole, chars), made(chars)].into_iter().flatten().max()?;
    Some(length + part(&chars[length..]))
}

/// The same behind the name of a place, where 人民政府 is one too.
pub fn office_of_place(chars: &[char]) -> Option<usize> {
    office(chars).max(longest(&TABLE.placed, chars))
}

/// 自然资源和规划局: fields of work and an ending.
fn made(chars: &[char]) -> Option<usize> {
    let mut at = 0;
    let mut best = None;
    for _ in 0..FIELDS {
        let Some(length) = longest(&TABLE.work, &chars[at..]) else { break };
        at += length;
        best = longest(&TABLE.end, &chars[at..]).map(|end| at + end).or(best);
        at += usize::from(matches!(chars.get(at), Some('和' | '与')));
    }
    best
}

/// 交警支队 behind 公安局.
fn part(chars: &[char]) -> usize {
    let Some(team) = longest(&TABLE.team, chars) else { return 0 };
    const ENDS: [[char; 2]; 4] = [['支', '队'], ['大', '队'], ['总', '队'], ['分', '局']];
    let ends = chars.get(team..team + 2).is_some_and(|end| ENDS.iter().any(|known| known == end));
    if ends { team + 2 } else { 0 }
}

fn longest(words: &[Vec<char>], chars: &[char]) -> Option<usize> {
    // Most words differ in their first character.
    let first = chars.first()?;
    words.iter().find(|word| word[0] == *first && chars.starts_with(word)).map(Vec::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        offices(&chars).into_iter().map(|(start, end)| chars[start..end].iter().collect()).collect()
    }

    #[test]
    fn offices_are_found_with_their_parts() {
        assert_eq!(found("市教育局、市自然资源和规划局联合开展"), ["市教育局", "市自然资源和规划局"]);
        assert_eq!(found("记者从市公安局交警支队获悉"), ["市公安局交警支队"]);
        assert_eq!(found("县住房和城乡建设局"), ["县住房和城乡建设局"]);
        assert_eq!(found("（市卫健委供图）"), ["市卫健委"]);
        assert_eq!(found("市妇联、团市委"), ["市妇联", "团市委"]);
    }

    #[test]
    fn what_belongs_to_a_name_or_is_no_office_is_left() {
        for text in
            ["澄江市教育局", "各市公安局", "该区审计局", "城市规划局促", "市教育工作会议", "全市民政系统"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_office_is_all_of_a_name() {
        let is = |name: &str| is_office(&name.chars().collect::<Vec<_>>());
        assert!(is("市教育局") && is("县住房和城乡建设局") && is("市公安局交警支队"));
        assert!(!is("教育局") && !is("市教育局长") && !is("市") && !is("") && !is("山教育局"));
    }

    #[test]
    fn what_stands_before_an_office_is_no_name() {
        assert_eq!(found("1市教育局，A市教育局"), [""; 0]);
        assert_eq!(found("，市教育局 县教育局"), ["市教育局", "县教育局"]);
        assert_eq!(found("团中委、山教育局"), [""; 0]);
        assert_eq!(found("市公安局交警说，市公安局交警提醒"), ["市公安局", "市公安局"]);
        assert_eq!(found("市公安局高新区分局民警"), ["市公安局高新区分局"]);
    }
}
