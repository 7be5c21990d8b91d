//! People whom the model misses or takes too much for: a rare name right behind a title, the noun before a foreign name.
//!
//! Takes the characters of a part of a text with the names found in it; gives names and stretches. A title says who
//! follows, so a surname behind it is enough where a mark or a verb of saying follows, and no word of the dictionary
//! stands there.

use super::Kind;
use super::epithets::is_epithet;
use super::model::Name;
use super::offices;
use super::parting::{begins_body, begins_with, ends_with};
use super::reader::Stretch;
use super::roles;
use super::rules::data::DATA;
use super::rules::{self, is_han};
use crate::words::model::BUILT_IN as DICTIONARY;

/// What people say with.
pub const SAYING: [&str; 10] = ["说", "表示", "介绍", "指出", "认为", "告诉", "强调", "坦言", "提醒", "建议"];
/// What else may stand right behind such a name, besides marks.
const VERBS: [&str; 14] = [
    "要求", "出席", "主持", "带领", "带队", "率队", "等", "到场", "来到", "参加", "前往", "致辞", "讲话",
    "看望",
];
/// Surnames that are words of grammar far more often: the rest of the name may then be no word.
const GRAMMAR: &str = "和于向从为任同与对由曾都更全但经能会要又也是将应时安代位信并";

/// People behind titles where no name was found; `taken` are names and what holds none.
pub fn behind_titles(chars: &[char], taken: impl Fn(Stretch) -> bool) -> Vec<Stretch> {
    let starts = (2..chars.len()).filter(|&at| LAST.contains(&chars[at - 1]));
    let names = starts.flat_map(|start| [(start, start + 3), (start, start + 2)]);
    names
        .filter(|&(start, end)| end < chars.len() && is_name(chars, (start, end)) && !taken((start, end)))
        .collect()
}

/// Those who speak for states: their names are foreign as often as not.
const STATE: [&str; 8] = ["总统", "总理", "首相", "外长", "防长", "财长", "国务卿", "议长"];
/// What may stand right behind such a name too.
const STATE_VERBS: [&str; 14] =
    ["将", "在", "对", "于", "就", "和", "与", "举行", "会谈", "访问", "抵达", "宣布", "会见", "签署"];

/// Foreign names behind offices of state: 美国总统拜登举行会谈. At least half of such a name is in the table of characters for
/// foreign sounds; it goes to the first place where a name may end.
pub fn of_state(chars: &[char], taken: impl Fn(Stretch) -> bool) -> Vec<Stretch> {
    // Most characters end no such title.
    let starts = (2..chars.len())
        .filter(|&at| matches!(chars[at - 1], '统' | '理' | '相' | '长' | '卿'))
        .filter(|&at| STATE.iter().any(|title| ends_with(&chars[..at], title)));
    let name = |start: usize| {
        let han = chars[start..].iter().take(6).take_while(|&&c| is_han(c)).count();
        let end = (start + 2..=start + han).find(|&end| {
            let rest = &chars[end..];
            stops(rest) || STATE_VERBS.iter().any(|verb| begins_with(rest, verb))
        })?;
        let name = &chars[start..end];
        let sounds = name.iter().filter(|c| DATA.names.foreign.contains_key(*c)).count();
        (sounds * 2 >= name.len() && !DICTIONARY.is_ordinary(name)).then_some((start, end))
    };
    starts.filter_map(name).filter(|&one| !taken(one)).collect()
}

fn stops(chars: &[char]) -> bool {
    let mark = chars.first().is_some_and(|c| "，。、；）".contains(*c));
    mark || says(chars) || VERBS.iter().any(|verb| begins_with(chars, verb))
}

/// Whether what follows says that someone speaks.
fn says(chars: &[char]) -> bool {
    SAYING.iter().any(|verb| begins_with(chars, verb))
}

fn is_name(chars: &[char], (start, end): Stretch) -> bool {
    let name = &chars[start..end];
    let mut surname = [0; 4];
    stops(&chars[end..])
        && name.iter().all(|&c| is_han(c))
        && DATA.names.is_surname(name[0].encode_utf8(&mut surname))
        && title_before(&chars[..start])
        && (!DICTIONARY.is_ordinary(name) || says(&chars[end..]) && DICTIONARY.is_quality(name))
        && !(name.len() > 2 && DICTIONARY.is_ordinary(&name[..2]))
        && !(GRAMMAR.contains(name[0]) && DICTIONARY.is_word(&name[1..]))
        && !rules::are_title(&name[1..])
}

/// The people of a list of leaders: 市领导甲、乙、丙参加. Such a list has names alone, though one be a mountain's too.
pub fn led(chars: &[char]) -> Vec<Stretch> {
    const TOGETHER: [&str; 7] = ["参加", "出席", "陪同", "等", "一同", "分别", "参会"];
    let starts = (3..chars.len())
        .filter(|&at| chars[at - 2..].starts_with(&['领', '导']) && "省市县区州".contains(chars[at - 3]));
    starts.flat_map(|start| listed(chars, start, &TOGETHER, 2)).collect()
}

/// The people who are given an office: 补选甲、乙为….
pub fn elected(chars: &[char]) -> Vec<Stretch> {
    const GIVEN: [&str; 6] = ["任命", "选举", "补选", "增选", "推选", "选举产生"];
    let starts = (2..chars.len())
        .filter(|&at| matches!(chars[at - 1], '命' | '举' | '选' | '生'))
        .filter(|&at| GIVEN.iter().any(|verb| ends_with(&chars[..at], verb)));
    starts.flat_map(|start| listed(chars, start, &["为", "担任", "任"], 1)).collect()
}

/// The names of a list of `least` or more that begins at `start` and ends with one of `ends` behind it; none if anything
/// else is listed.
fn listed(chars: &[char], start: usize, ends: &[&str], least: usize) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut at = start;
    loop {
        let stop =
            |rest: &[char]| rest.first() == Some(&'、') || ends.iter().any(|end| begins_with(rest, end));
        let Some(length) = (2..=4).find(|&length| chars.get(at + length..).is_some_and(stop)) else {
            return Vec::new();
        };
        let name = &chars[at..at + length];
        if !rules::is_person(&name.iter().collect::<String>()) {
            return Vec::new();
        }
        out.push((at, at + length));
        at += length;
        if chars[at] != '、' {
            return if out.len() >= least { out } else { Vec::new() };
        }
        at += 1;
    }
}

/// What titles end in that stand before names; 农民, 职工 and others stand before verbs as often.
const OFFICES: [&str; 18] = [
    "长",
    "书记",
    "主任",
    "经理",
    "总监",
    "总裁",
    "董事",
    "教授",
    "院士",
    "负责人",
    "工程师",
    "医生",
    "医师",
    "律师",
    "主席",
    "研究员",
    "模范",
    "导师",
];

/// The last characters of `OFFICES`.
const LAST: [char; 15] =
    ['长', '席', '记', '任', '理', '监', '裁', '事', '授', '士', '人', '师', '生', '员', '范'];

/// Whether a title ends there that is an office.
fn title_before(chars: &[char]) -> bool {
    let head = || chars[chars.len().saturating_sub(12)..].iter().collect::<String>();
    // Most characters before a name end no office, and strings are dear.
    OFFICES.iter().any(|end| ends_with(chars, end)) && roles::title_ending(&head()).is_some()
}

/// What is done with bodies, and begins the name of none.
const BROUGHT: [&str; 11] =
    ["引入", "引进", "走访", "来到", "入驻", "收购", "组建", "创办", "共建", "筹建", "设立"];

/// The name without the words before it that are no part of it: 外援 before 马库斯·威廉姆斯, 听取 before 市教育局, 书香
/// before a place.
pub fn without_lead(chars: &[char], name: Name) -> Name {
    let marks =
        chars[name.start..name.end].iter().take_while(|c| matches!(c, '.' | '、' | '，' | '：')).count();
    let name = Name { start: name.start + marks.min(name.end - name.start - 1), ..name };
    let whole = &chars[name.start..name.end];
    let lead = (2..=3).filter(|lead| lead + 1 < whole.len()).find(|&lead| match name.kind {
        Kind::Person => whole[lead..].contains(&'·') && rules::are_title(&whole[..lead]),
        Kind::Organization => {
            let rest = &whole[lead..];
            let brought = BROUGHT.iter().any(|verb| begins_with(&whole[..lead], verb)) && lead == 2;
            let body = offices::is_office(rest) || begins_body(rest);
            brought && rest.len() > 3
                || body && DICTIONARY.is_verb(&whole[..lead]) && !DICTIONARY.is_word(&whole[..=lead])
        }
        Kind::Place => is_epithet(&whole[..lead]) && !DICTIONARY.is_word(&whole[lead..]),
        _ => false,
    });
    Name { start: name.start + lead.unwrap_or(0), ..name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        behind_titles(&chars, |_| false).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
    }

    #[test]
    fn a_surname_behind_a_title_is_someone() {
        assert_eq!(found("市委人才办主任占文静，市财政局"), ["占文静"]);
        assert_eq!(found("董事长占远说"), ["占远"]);
        assert_eq!(found("副镇长顾长河到场"), ["顾长河"]);
        assert_eq!(found("全国劳动模范毕春雷，供电"), ["毕春雷"]);
        assert_eq!(found("科主任医师常青提醒，老人"), ["常青"]);
        assert_eq!(found("副镇长高洁介绍"), ["高洁"], "a word that parents call children after speaks");
        assert_eq!(found("副镇长高洁到场"), [""; 0]);
    }

    #[test]
    fn leaders_are_people_whatever_else_is_called_so() {
        let led = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            led(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
        };
        assert_eq!(led("市领导尹北川、汤妤、贺兰山参加会议。"), ["尹北川", "汤妤", "贺兰山"]);
        assert_eq!(led("县领导高度重视、亲自部署，"), [""; 0]);
        assert_eq!(led("昨天上午，市领导尹北川、汤妤参加。"), ["尹北川", "汤妤"]);
        assert_eq!(led("昨天上午，校领导尹北川、汤妤参加。"), [""; 0]);
        let elected = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            elected(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
        };
        assert_eq!(elected("会议补选麻建军、祖晓燕为市政协副主席，"), ["麻建军", "祖晓燕"]);
        assert_eq!(elected("任命林可为县长"), ["林可"]);
        assert_eq!(elected("选举制度为基础，"), [""; 0]);
        assert_eq!(led("市领导林可、市政府秘书长苏禾参加。"), [""; 0]);
    }

    #[test]
    fn who_speaks_for_a_state_may_have_a_foreign_name() {
        let found = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            of_state(&chars, |_| false).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
        };
        assert_eq!(found("同总统拜登举行会谈，首相特拉斯说"), ["拜登", "特拉斯"]);
        assert_eq!(found("总理府在河边，总统选举将于"), [""; 0]);
        assert_eq!(
            found("总统，总统布拉特斯拉特斯说"),
            [""; 0],
            "there is no name, or it is too long for one"
        );
        assert_eq!(found("总统何苗举行会谈"), [""; 0], "no sound of it is foreign");
    }

    #[test]
    fn what_is_looked_for_first_is_how_offices_end() {
        let ends = |last: char| OFFICES.iter().any(|office| office.ends_with(last));
        assert!(LAST.into_iter().all(ends));
        assert!(OFFICES.iter().all(|office| office.ends_with(LAST)));
    }

    #[test]
    fn a_verb_before_a_body_is_no_part_of_it() {
        let body = |text: &str| -> String {
            let chars: Vec<char> = text.chars().collect();
            let name = without_lead(&chars, Name { kind: Kind::Organization, start: 0, end: chars.len() });
            chars[name.start..name.end].iter().collect()
        };
        assert_eq!(body("依托市农业科学研究所"), "市农业科学研究所");
        assert_eq!(body("听取市教育局"), "市教育局");
        assert_eq!(body("引入味佳餐饮管理有限公司"), "味佳餐饮管理有限公司");
        assert_eq!(body("开发区公安局"), "开发区公安局");
    }

    #[test]
    fn an_epithet_is_no_part_of_a_place() {
        let place = |text: &str| -> String {
            let chars: Vec<char> = text.chars().collect();
            let name = without_lead(&chars, Name { kind: Kind::Place, start: 0, end: chars.len() });
            chars[name.start..name.end].iter().collect()
        };
        assert_eq!(place("书香棠州"), "棠州");
        assert_eq!(place("幸福水库"), "幸福水库");
    }

    #[test]
    fn words_behind_titles_are_no_one() {
        for text in [
            "给市长信箱，",
            "坐在部长花园里，",
            "任警卫局局长卫士长，",
            "全市农民都有，",
            "一位工程师都明白，",
            "由书记任组长，",
            "院长向记者介绍",
            "经理和员工说",
            "局长会议，",
            "全国代表大会，",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn leads_that_are_no_part_of_a_name() {
        let left = |kind, text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let name = without_lead(&chars, Name { kind, start: 0, end: chars.len() });
            chars[name.start..].iter().collect::<String>()
        };
        assert_eq!(left(Kind::Person, "教授马库斯·威廉姆斯"), "马库斯·威廉姆斯");
        assert_eq!(left(Kind::Person, "教授马库斯"), "教授马库斯", "without a dot it may be the surname");
        assert_eq!(left(Kind::Place, "书香清水湾"), "清水湾");
        assert_eq!(left(Kind::Organization, "引进云帆集团"), "云帆集团");
        assert_eq!(left(Kind::Organization, "引进云帆"), "引进云帆");
        assert_eq!(left(Kind::Organization, "，、云帆集团"), "云帆集团");
        assert_eq!(left(Kind::Organization, "引进云帆厂"), "引进云帆厂");
        assert_eq!(
            (left(Kind::Place, "书香"), left(Kind::Place, "书香囍")),
            ("书香".into(), "书香囍".into())
        );
        assert_eq!(left(Kind::Person, "，"), "，", "something is left of it");
        let comma = Name { kind: Kind::Person, start: 2, end: 3 };
        assert_eq!(without_lead(&['桥', '头', '，'], comma), comma);
    }

    #[test]
    fn titles_of_one_character_are_none() {
        let title = |text: &str| title_before(&text.chars().collect::<Vec<_>>());
        assert!(title("云州市委书记") && title("市长") && title("村党支部书记"));
        assert!(!title("长") && !title("江很长") && !title("码头") && !title(""));
    }
}
