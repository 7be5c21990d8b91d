//! Several names that the model took for one: two that a verb stands between (某县将依托市农业科学研究所), bodies that a headline
//! sets side by side without a mark (公安部司法部).
//!
//! Takes a name of the model; gives the names in it. At a verb it is parted only where what stands before it ends as bodies
//! and divisions do and what stands after it begins as they do: 组织部 and 指导中心 stay whole. Bodies side by side are parted where
//! the table knows both, bodies joined by 与 where it knows the first and the second ends as bodies do.

use super::Kind;
use super::dates::is_digit;
use super::model::Name;
use super::rules;
use super::rules::Class;
use super::rules::data::{DATA, Suffix};

/// Verbs that join two bodies or places and stand inside the name of neither.
const VERBS: [&str; 14] = [
    "庆祝", "会同", "联合", "组织", "依托", "携手", "联手", "牵头", "指导", "委托", "邀请", "走进", "协调",
    "共建",
];
/// The one of them behind which a body may begin that is not there yet: 青荷大学共建数字学院.
const BUILT: &str = "共建";
/// Where a way begins, what it passes, what teams do and who is on the way: never inside a name.
const WAYS: [&str; 18] = [
    "东起", "西起", "南起", "北起", "途经", "坐镇", "做客", "迎战", "对阵", "击败", "战胜", "力克", "不敌",
    "挑战", "送往", "赶往", "前往", "赶赴",
];
/// The longest name that is looked through for one who holds an office, and the longest title, in characters.
const NAME: usize = 32;
const TITLE: usize = 9;
/// Bodies of no name of their own.
const GENERIC: [&str; 5] = ["机关", "部门", "单位", "各方", "我市"];
/// What may stand before such a verb.
const ADVERBS: [&str; 5] = ["将", "已", "还", "正", "也"];
/// What divisions and ways end in, the first names before a verb.
const DIVISIONS: [char; 12] = ['省', '市', '县', '区', '州', '镇', '乡', '村', '路', '河', '线', '港'];
/// How bodies begin that name no place.
const HEADS: [&str; 11] = ["省", "市", "县", "区", "州", "镇", "乡", "全国", "国家", "中国", "最高"];

/// Bodies that others belong to, which stand right behind them: 国务院办公厅.
const WHOLES: [&str; 9] =
    ["国务院", "中央军委", "中共中央", "党中央", "全国人大", "全国政协", "解放军", "联合国", "中国科学院"];

/// The length of what numbers an entry of a list before the name in it: 3.县农业农村局.
fn numbering(chars: &[char]) -> usize {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let marked = matches!(chars.get(digits), Some('.' | '．' | '、'));
    if (1..=2).contains(&digits) && marked { digits + 1 } else { 0 }
}

/// The names that `name` is made of; itself where it is one.
pub fn parted(chars: &[char], name: Name) -> Vec<Name> {
    if name.kind == Kind::Person {
        return vec![name];
    }
    let name = Name { start: name.start + numbering(&chars[name.start..name.end]), ..name };
    let several = Some(name).filter(|name| name.kind == Kind::Organization);
    if let Some((end, next)) = several.and_then(|name| first_of_several(&chars[name.start..name.end])) {
        let (first, rest) =
            (Name { end: name.start + end, ..name }, Name { start: name.start + next, ..name });
        return std::iter::once(first).chain(parted(chars, rest)).collect();
    }
    if let Some(place) = of_session(chars, name) {
        return vec![place];
    }
    let verb = (name.start + 2..name.end.saturating_sub(2)).find_map(|at| {
        let begin = at + adverb(&chars[at..name.end]);
        let rest = &chars[begin..name.end];
        let way = length_of_one(&WAYS, rest);
        let end = begin + way.or_else(|| length_of_one(&VERBS, rest))?;
        let before = &chars[name.start..at];
        // 120送往…: a number to call is no body either.
        let generic =
            GENERIC.iter().any(|word| ends_with(before, word)) || before.iter().all(char::is_ascii_digit);
        let first = if generic { None } else { Some(kind_of_end(before).or(way.map(|_| name.kind))?) };
        let built = begins_with(rest, BUILT) && strong_end(before) && strong_end(&chars[end..name.end]);
        (way.is_some() || built || begins_body(&chars[end..name.end])).then_some((first, at, end))
    });
    let Some((first, at, end)) = verb else { return vec![without_holder(chars, without_will(chars, name))] };
    let first = first.map(|kind| Name { kind, end: at, ..name });
    let second = kind_of_end(&chars[end..name.end]).unwrap_or(name.kind);
    first.into_iter().chain([Name { kind: second, start: end, ..name }]).collect()
}

/// The length of the first of two or more bodies that `chars` are, and how far on the next begins: behind 与, or at once.
fn first_of_several(chars: &[char]) -> Option<(usize, usize)> {
    let first = known_body(chars)?;
    let whole = WHOLES.iter().any(|whole| whole.chars().eq(chars[..first].iter().copied()));
    let rest = &chars[first..];
    let joined = rest.first() == Some(&'与') && strong_end(&rest[1..]);
    let beside = first > 2 && !whole && known_body(rest).is_some_and(|length| length > 2);
    (joined || beside).then_some((first, first + usize::from(joined)))
}

/// The length of the longest body that the table knows and `chars` begin with.
fn known_body(chars: &[char]) -> Option<usize> {
    let mut longest = None;
    DATA.table.matches(chars, |length, entry| {
        if entry.class == Class::Body {
            longest = longest.max(Some(length));
        }
    });
    longest
}

/// The place that an assembly is of, where the model stopped inside its number: 永宁市 of 永宁市第十六|届人民代表大会.
fn of_session(chars: &[char], name: Name) -> Option<Name> {
    let digits = chars[name.start..name.end].iter().rev().take_while(|&&c| is_digit(c)).count();
    let at = (name.end - digits).checked_sub(1).filter(|&at| digits > 0 && at > name.start)?;
    let session = chars[at] == '第' && matches!(chars.get(name.end), Some('届' | '次'));
    session.then_some(Name { kind: Kind::Place, end: at, ..name })
}

/// The body without the 会 of what it will do: 青陵海关 of 青陵海关会继续.
fn without_will(chars: &[char], name: Name) -> Name {
    let (whole, body) = (&chars[name.start..name.end], &chars[name.start..name.end - 1]);
    let will = whole.last() == Some(&'会') && !strong_end(whole) && strong_end(body);
    Name { end: name.end - usize::from(will), ..name }
}

/// The body alone where the model went on with who holds an office there: 天平律师事务所 of 天平律师事务所律师某某.
fn without_holder(chars: &[char], name: Name) -> Name {
    let ends = |at: &usize| {
        let (body, rest) = (&chars[name.start..*at], &chars[*at..name.end]);
        strong_end(body) && (2..rest.len().min(TITLE)).any(|end| rules::are_title(&rest[..end]))
    };
    if name.end - name.start > NAME || strong_end(&chars[name.start..name.end]) {
        return name;
    }
    let end = (name.start + 4..name.end.saturating_sub(3)).rev().find(ends);
    Name { end: end.unwrap_or(name.end), ..name }
}

/// Whether `chars` end in a word that any body may end in.
fn strong_end(chars: &[char]) -> bool {
    endings(chars).any(|suffix| suffix == Suffix::Strong)
}

/// What bodies end in that `chars` end in.
fn endings(chars: &[char]) -> impl Iterator<Item = Suffix> {
    (1..chars.len().min(7)).filter_map(|length| {
        let suffix: String = chars[chars.len() - length..].iter().collect();
        DATA.suffixes.get(suffix.as_str()).copied()
    })
}

fn adverb(chars: &[char]) -> usize {
    length_of_one(&ADVERBS, chars).unwrap_or(0)
}

/// The length of the first of `words` that `chars` begin with.
pub fn length_of_one(words: &[&str], chars: &[char]) -> Option<usize> {
    let word = words.iter().find(|word| begins_with(chars, word))?;
    Some(word.chars().count())
}

/// Whether `chars` begin with `word`.
pub fn begins_with(chars: &[char], word: &str) -> bool {
    word.chars().eq(chars.iter().copied().take(word.chars().count()))
}

/// Whether `chars` end with `word`.
pub fn ends_with(chars: &[char], word: &str) -> bool {
    let length = word.chars().count();
    chars.len() >= length && begins_with(&chars[chars.len() - length..], word)
}

/// What a name is by its end, where that tells.
fn kind_of_end(chars: &[char]) -> Option<Kind> {
    if endings(chars).any(|suffix| matches!(suffix, Suffix::Strong | Suffix::Weak)) {
        return Some(Kind::Organization);
    }
    chars.last().is_some_and(|last| DIVISIONS.contains(last)).then_some(Kind::Place)
}

/// Whether a place or a body begins there that is more than its first word.
pub fn begins_body(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    chars.len() >= 3
        && kind_of_end(chars).is_some()
        && (HEADS.iter().any(|head| begins_with(chars, head)) || rules::place_prefix(&text) > 0)
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let name = Name { kind: Kind::Organization, start: 0, end: chars.len() };
        let names = parted(&chars, name);
        let shown: Vec<String> = names.iter().map(|n| chars[n.start..n.end].iter().collect()).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_body_ends_before_what_it_will_do() {
        check("青陵海关会", &["青陵海关"]);
        check("青陵海关楼", &["青陵海关楼"]);
    }

    #[test]
    fn a_verb_between_two_names_parts_them() {
        check("青荷县将依托市农业科学研究所", &["青荷县", "市农业科学研究所"]);
        check("市卫生健康委员会组织市中心医院", &["市卫生健康委员会", "市中心医院"]);
        check("桐树乡依托乡成人文化技术学校", &["桐树乡", "乡成人文化技术学校"]);
        check("公安部会同最高人民法院", &["公安部", "最高人民法院"]);
        check("检察机关联合市教育局", &["市教育局"]);
        check("青荷铁路东起白屏市", &["青荷铁路", "白屏市"]);
        check("青荷飞鹭女篮坐镇奥体中心", &["青荷飞鹭女篮", "奥体中心"]);
    }

    #[test]
    fn bodies_side_by_side_are_several() {
        check("公安部司法部", &["公安部", "司法部"]);
        check("华为与青荷大学共建数字学院", &["华为", "青荷大学", "数字学院"]);
        check("最高人民法院公安部国家税务总局", &["最高人民法院", "公安部", "国家税务总局"]);
        for name in [
            "国务院办公厅",
            "公安部交通管理局",
            "全国人大常委会",
            "中国农业科学院蔬菜花卉研究所",
            "中国石油和化学工业联合会",
            "联合国和平基金会",
        ] {
            check(name, &[name]);
        }
    }

    #[test]
    fn who_holds_an_office_is_no_part_of_the_body() {
        check("青荷天平律师事务所律师项南义务", &["青荷天平律师事务所"]);
        check("青荷县律师协会", &["青荷县律师协会"]);
        check("青荷大学教师发展中心", &["青荷大学教师发展中心"]);
        check("青陵海关会", &["青陵海关"]);
        check("青陵公司董事会", &["青陵公司董事会"]);
        check("青陵慈善基金会", &["青陵慈善基金会"]);
    }

    #[test]
    fn an_assembly_is_of_a_place() {
        let chars: Vec<char> = "永宁市第十六届人民代表大会".chars().collect();
        let name = Name { kind: Kind::Organization, start: 0, end: 6 };
        assert_eq!(
            parted(&chars, name).iter().map(|n| (n.kind, n.end)).collect::<Vec<_>>(),
            [(Kind::Place, 3)]
        );
    }

    #[test]
    fn numbers_before_a_body_are_none_of_it() {
        check("3.县农业农村局", &["县农业农村局"]);
        check("12、县农业农村局", &["县农业农村局"]);
        check("120送往市第三人民医院", &["市第三人民医院"]);
        check("101.青荷广播电台", &["101.青荷广播电台"]);
    }

    #[test]
    fn verbs_inside_names_stay() {
        for name in [
            "市委组织部",
            "青荷县就业指导中心",
            "县妇女联合会",
            "市联合运输公司",
            "县委组织部办公室",
            "军民共建办公室",
        ] {
            check(name, &[name]);
        }
    }

    #[test]
    fn names_keep_what_is_one() {
        // A holder of an office is no part of the body, an end of the body is its end.
        check("天平律师事务所律师何苗", &["天平律师事务所"]);
        check("天平律师事务所", &["天平律师事务所"]);
        // The number of a session needs its 第, and 届 behind it.
        let of = |text: &str, end: usize| {
            let chars: Vec<char> = text.chars().collect();
            parted(&chars, Name { kind: Kind::Organization, start: 0, end })
                .iter()
                .map(|n| (n.kind, n.end))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("永宁市第十六届人民代表大会", 6), [(Kind::Place, 3)]);
        assert_eq!(of("永宁市第十六中学", 6), [(Kind::Organization, 6)]);
        assert_eq!(of("永宁市的十六届代表", 6), [(Kind::Organization, 6)]);
    }

    /// The names that the first one marked in a text is made of.
    fn names(marked: &str) -> Vec<String> {
        let (chars, names) = marks::names(marked);
        marks::listed(&chars, &parted(&chars, names[0]))
    }

    #[test]
    fn each_of_two_names_is_what_it_ends_as() {
        assert_eq!(names("〔机 青荷铁路东起白屏市〕"), ["〔地 青荷铁路〕", "〔地 白屏市〕"]);
        assert_eq!(names("〔地 青荷县邀请市教育局〕"), ["〔地 青荷县〕", "〔机 市教育局〕"]);
        assert_eq!(names("〔人 青荷县邀请市教育局〕"), ["〔人 青荷县邀请市教育局〕"]);
    }

    #[test]
    fn what_looks_like_two_names_and_is_one() {
        // Behind 协调 begins no body that has a place or a rank; firms of two characters stand beside nothing.
        for name in ["青荷大学协调工作办公室", "华为公安部", "公安部华为", "青荷大学林荫路边"]
        {
            check(name, &[name]);
        }
    }

    #[test]
    fn a_number_is_of_a_session_behind_its_place() {
        assert_eq!(names("〔机 第十六〕届人民代表大会"), ["〔机 第十六〕"]);
        assert_eq!(names("〔机 永宁市第〕届人民代表大会"), ["〔机 永宁市第〕"], "the number is lost");
        assert_eq!(names("今天〔机 永宁市第十六〕届人民代表大会"), ["〔地 永宁市〕"]);
    }

    #[test]
    fn how_long_a_name_is_looked_through_for_who_holds_an_office() {
        let of = |length: usize| {
            let firm = format!("{}律师事务所", "云".repeat(length - 9));
            names(&format!("〔机 {firm}律师何苗〕")) == [format!("〔机 {firm}〕")]
        };
        assert!(of(9) && of(NAME) && !of(NAME + 1));
        let far = "云".repeat(NAME);
        assert_eq!(names(&format!("{far}〔机 天平律师事务所律师何苗〕")), ["〔机 天平律师事务所〕"]);
    }

    #[test]
    fn how_bodies_begin_and_end() {
        let of = |text: &str| text.chars().collect::<Vec<_>>();
        assert!(strong_end(&of("青荷大学")) && !strong_end(&of("青荷科技")) && !strong_end(&of("青荷局")));
        assert!(begins_body(&of("市教育局")) && begins_body(&of("长沙市教育局")));
        assert!(
            !begins_body(&of("囍云教育局")) && !begins_body(&of("市局")) && !begins_body(&of("市教育界"))
        );
    }
}
