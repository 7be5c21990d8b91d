//! What the model stops short of: 街道 and 社区 behind their name, the next smaller division, numbered roads, rivers that no
//! table knows, and the office behind its place.
//!
//! Takes the names of a part of a text, in order; gives them longer, and those that hang on them. What was learned from has
//! few of these, while pages of a town are made of them.

use super::Kind;
use super::edges;
use super::model::Name;
use super::offices;
use super::parting::{ends_with, length_of_one};
use super::reader::Stretch;
use super::rules::is_han;
use crate::words::model::BUILT_IN as DICTIONARY;

/// Divisions that a name stands before.
const SMALL: [[char; 2]; 2] = [['街', '道'], ['社', '区']];
/// What offices end in that a place may have without its rank.
const BRANCHES: [&[char]; 5] = [&['局'], &['分', '中', '心'], &['支', '队'], &['大', '队'], &['总', '队']];
/// What is built and named after a place.
const WORKS: [&str; 11] =
    ["运河", "水库", "国际机场", "机场", "火车站", "高铁站", "汽车站", "东站", "西站", "南站", "北站"];
/// What is opened to trade and industry and named after a place, the longer first.
const ZONES: [&str; 11] = [
    "高新技术产业开发区",
    "经济技术开发区",
    "综合保税区",
    "自由贸易试验区",
    "自贸试验区",
    "工业园区",
    "产业园区",
    "综保区",
    "高新区",
    "经开区",
    "开发区",
];
/// What a smaller division may stand behind.
const LARGER: &str = "区县市镇乡道处";
/// Characters of words that stand before 社区, 街道, 镇, 乡 and 村 and are no names.
const NO_NAME: &str = "型各全所有的多个等这那该本两三几每些农乡镇中心重点示范先进试点城和与及在到为了从向对将把被让由是新老旧大小已建成设有正曾办开推共同整";
/// The longest name of a small division, in characters, its rank left out.
const NAME: usize = 4;

/// Whether a name is one of a zone, which is a place; who manages it is a body.
pub fn is_zone(name: &str) -> bool {
    ZONES.iter().any(|zone| name.ends_with(zone))
}

/// Names made whole, and the divisions right behind them.
pub fn completed(chars: &[char], names: Vec<Name>) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    while let Some(name) = names.next() {
        let limit = names.peek().map_or(chars.len(), |next| next.start);
        if let Some(parts) = in_division(chars, name) {
            out.extend(parts);
            continue;
        }
        // The model may have read a part of these as a name of its own.
        if let Some(body) = mission(chars, name).or_else(|| ministry_of(chars, name)) {
            while names.next_if(|next| next.start < body.end).is_some() {}
            out.push(body);
            continue;
        }
        let name = with_department(chars, name, limit);
        let smaller = out.last().is_some_and(|last| last.end == name.start && is_larger(chars, *last));
        let name = longer(chars, name, limit, smaller);
        out.push(name);
        out.extend(behind(chars, name, limit));
    }
    out
}

/// A division and the small one in it that the model took for a body, as its name ends in one: 文昌街道 and 书院社区.
fn in_division(chars: &[char], name: Name) -> Option<[Name; 2]> {
    if name.kind != Kind::Organization || !ranked(&chars[name.end..]) {
        return None;
    }
    let larger = |&at: &usize| LARGER.contains(chars[at - 1]);
    let start = (name.start + 2..name.end).rev().find(larger)?;
    let named = (2..=NAME).contains(&(name.end - start)) && is_named(&chars[start..name.end]);
    let place = |start, end| Name { kind: Kind::Place, start, end };
    named.then_some([place(name.start, start), place(start, name.end + 2)])
}

/// 锦带 before 街道, 平江 before 运河, 青河区 before 教育局; nothing of the next name at `limit` is taken. A name that is
/// `smaller` than a division right before it may go on before its own rank: 溪口 of 溪口未来社区.
fn longer(chars: &[char], name: Name, limit: usize, smaller: bool) -> Name {
    if name.kind != Kind::Place {
        return name;
    }
    let rest = &chars[name.end..limit];
    // 云溪 before 县石塘镇: the rank stands between two names and is of the first.
    if matches!(rest, [rank] if offices::is_rank(*rank)) && limit < chars.len() {
        return Name { end: limit, ..name };
    }
    if let Some((kind, length)) = following(&chars[name.start..name.end], rest) {
        return Name { kind, end: name.end + length, ..name };
    }
    let length = name.end - name.start;
    if length > NAME || LARGER.contains(chars[name.end - 1]) {
        return name;
    }
    if let Some(length) = road(rest) {
        return Name { end: name.end + length, ..name };
    }
    let more = if smaller { NAME - length } else { 0 };
    let named = (0..=more).find(|&at| rest.get(at..).is_some_and(ranked) && is_named(&rest[..at]));
    let end = named.map(|at| at + 2).or_else(|| length_of_one(&WORKS, rest));
    Name { end: name.end + end.unwrap_or(0), ..name }
}

/// The length of the office, the team or the zone right behind a place, and what they are together: 青河区 before 教育局, 青河 before
/// 女篮, 青河 before 综保区.
pub fn following(place: &[char], rest: &[char]) -> Option<(Kind, usize)> {
    let body = office_of(place, rest).or_else(|| team(rest)).or_else(|| ministry(place, rest));
    let body = body.map(|length| (Kind::Organization, length));
    body.or_else(|| Some((Kind::Place, length_of_one(&ZONES, rest)?)))
}

/// The ministry that a land and what stands behind it are together.
fn ministry_of(chars: &[char], name: Name) -> Option<Name> {
    let length = ministry(&chars[name.start..name.end], &chars[name.end..])?;
    let body = Name { kind: Kind::Organization, end: name.end + length, ..name };
    (name.kind == Kind::Place).then_some(body)
}

/// The length of a ministry of Japan, which is called 省.
fn ministry(place: &[char], rest: &[char]) -> Option<usize> {
    const MINISTRIES: [&str; 14] = [
        "外务省",
        "防卫省",
        "财务省",
        "总务省",
        "法务省",
        "环境省",
        "文部科学省",
        "文部省",
        "厚生劳动省",
        "厚生省",
        "农林水产省",
        "经济产业省",
        "国土交通省",
        "通产省",
    ];
    (*place == ['日', '本']).then(|| length_of_one(&MINISTRIES, rest))?
}

/// The length of a team's name behind its place: 队, 国家队, 女子篮球队, 女排.
fn team(rest: &[char]) -> Option<usize> {
    const OF: [&str; 4] = ["国家", "国奥", "国青", "青年"];
    const WHOSE: [&str; 4] = ["男子", "女子", "少年", "残疾人"];
    const SPORTS: [&str; 18] = [
        "足球",
        "篮球",
        "排球",
        "乒乓球",
        "羽毛球",
        "网球",
        "手球",
        "冰球",
        "曲棍球",
        "橄榄球",
        "跳水",
        "游泳",
        "体操",
        "举重",
        "射击",
        "田径",
        "滑冰",
        "围棋",
    ];
    const CALLED: [&str; 9] = ["男排", "女排", "男足", "女足", "男篮", "女篮", "男乒", "女乒", "国奥队"];
    // 队员 and 队伍 are of anyone.
    const LONGER: &str = "员伍长友形列服部";
    if let Some(length) = length_of_one(&CALLED, rest) {
        return Some(length + usize::from(rest.get(length) == Some(&'队')));
    }
    let mut at = 0;
    for words in [&OF[..], &WHOSE[..], &SPORTS[..]] {
        at += length_of_one(words, &rest[at..]).unwrap_or(0);
    }
    let ends = rest.get(at) == Some(&'队') && !rest.get(at + 1).is_some_and(|&c| LONGER.contains(c));
    ends.then_some(at + 1)
}

/// The longest name of a department, in characters.
const DEPARTMENT: usize = 10;

/// A university with the department, or a court with the division, right behind it: 青荷大学历史系, 青荷大学附中.
fn with_department(chars: &[char], name: Name, limit: usize) -> Name {
    const SCHOOLS: [&str; 5] = ["系", "学院", "研究院", "附中", "附小"];
    const DIVISIONS: [&str; 6] = ["行政审判庭", "刑事审判庭", "民事审判庭", "立案庭", "少年法庭", "执行局"];
    let whole = &chars[name.start..name.end];
    let rest = &chars[name.end..limit];
    let ends = |ends: &[&str]| ends.iter().any(|end| ends_with(whole, end));
    let length = match name.kind {
        Kind::Organization if ends(&["大学", "学院"]) => {
            let han =
                rest.iter().take(DEPARTMENT).take_while(|&&c| is_han(c) && !NO_FIELD.contains(c)).count();
            (2..=han).find(|&at| SCHOOLS.iter().any(|end| ends_with(&rest[..at], end)))
        }
        Kind::Organization if ends(&["法院"]) => length_of_one(&DIVISIONS, rest),
        _ => None,
    };
    let longer = length.map(|length| Name { end: name.end + length, ..name });
    longer.filter(|longer| edges::are_whole(chars, (longer.start, longer.end))).unwrap_or(name)
}

/// Characters of words that may stand behind a university and are in the name of no department.
const NO_FIELD: &str = "的和与及在是为等到从把将由向一二三四五六七八九十各多位名所设";

/// The longest name of the land that a mission is sent to, in characters.
const LAND: usize = 6;

/// A mission abroad with the land that sends it: 云国驻华大使馆.
fn mission(chars: &[char], name: Name) -> Option<Name> {
    const MISSIONS: [&str; 6] = ["大使馆", "使馆", "总领事馆", "总领馆", "领事馆", "使团"];
    let rest = &chars[name.end..];
    if name.kind != Kind::Place || rest.first() != Some(&'驻') {
        return None;
    }
    let land = rest[1..].iter().take(LAND).take_while(|&&c| is_han(c)).count();
    let end = (2..=land + 1).find_map(|at| Some(at + length_of_one(&MISSIONS, rest.get(at..)?)?))?;
    Some(Name { kind: Kind::Organization, end: name.end + end, ..name })
}

/// The length of the office of a place that stands right behind it.
fn office_of(place: &[char], rest: &[char]) -> Option<usize> {
    let length = offices::office_of_place(rest)?;
    let division = place.len() > 2 && place.last().copied().is_some_and(offices::is_rank);
    // A place without its rank has fewer: 云溪公路分中心 is one, 云溪人大 hardly ever so called.
    let branch = BRANCHES.iter().any(|end| rest[..length].ends_with(end));
    (division || branch && length > 3).then_some(length)
}

/// The length of what makes a place a road: 望江 before 路, not before 路上 or 街道.
fn road(rest: &[char]) -> Option<usize> {
    const ROADS: [&str; 4] = ["大道", "大街", "路", "街"];
    let length = length_of_one(&ROADS, rest)?;
    let word =
        |longer: usize| rest.get(length - 1..length + longer).is_some_and(|word| DICTIONARY.is_word(word));
    (!word(1) && !word(2)).then_some(length)
}

fn is_larger(chars: &[char], name: Name) -> bool {
    name.kind != Kind::Person && LARGER.contains(chars[name.end - 1])
}

/// Whether all of `chars` may be part of a division's name.
fn is_named(chars: &[char]) -> bool {
    let new = usize::from(chars.len() == 2 && chars[0] == '新');
    chars[new..].iter().all(|&c| is_han(c) && !NO_NAME.contains(c))
}

/// 街道 or 社区, and not its office.
fn ranked(chars: &[char]) -> bool {
    SMALL.iter().any(|rank| chars.starts_with(rank)) && !matches!(chars.get(2), Some('办' | '党'))
}

/// The 社区, 街道 or 村 whose name follows right on a larger division.
fn behind(chars: &[char], name: Name, limit: usize) -> Option<Name> {
    if !is_larger(chars, name) {
        return None;
    }
    let rest = &chars[name.end..limit];
    let length = (2..=NAME).find(|&at| {
        rest.get(at..)
            .is_some_and(|rest| ranked(rest) || matches!(rest, ['村', '的' | '，' | '、' | '。', ..]))
    })?;
    let end = name.end + length + if rest[length] == '村' { 1 } else { 2 };
    is_named(&rest[..length]).then_some(Name { kind: Kind::Place, start: name.end, end })
}

/// 107国道, 319省道.
pub fn roads(chars: &[char]) -> Vec<Stretch> {
    const KINDS: [[char; 2]; 3] = [['国', '道'], ['省', '道'], ['县', '道']];
    let ends = (1..chars.len()).filter(|&at| KINDS.iter().any(|kind| chars[at..].starts_with(kind)));
    ends.filter_map(|at| {
        let digits = chars[..at].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        (1..=4).contains(&digits).then_some((at - digits, at + 2))
    })
    .collect()
}

/// 清漪江 before 干流: what is said of a river tells that it is one.
pub fn waters(chars: &[char]) -> Vec<Stretch> {
    const PARTS: [&str; 9] = ["干流", "支流", "流域", "水系", "上游", "中游", "下游", "两岸", "沿岸"];
    let ends = (2..chars.len()).filter(|&end| {
        matches!(chars[end - 1], '江' | '河' | '溪') && length_of_one(&PARTS, &chars[end..]).is_some()
    });
    ends.filter_map(|end| river_start(chars, end).map(|start| (start, end))).collect()
}

/// Where the name of one or two characters before 江 at `end` begins.
fn river_start(chars: &[char], end: usize) -> Option<usize> {
    let parts = |c: char| !is_han(c) || offices::stands_before(c) || c == '条' || NO_NAME.contains(c);
    let first = (end.saturating_sub(3)..end - 1).rev().take_while(|&at| !parts(chars[at])).last()?;
    // 预计沣河: the first character of two may end the word before.
    let ends_word = first > 0 && end - first == 3 && DICTIONARY.is_ordinary(&chars[first - 1..=first]);
    Some(if ends_word { first + 1 } else { first })
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    #[test]
    fn a_river_is_told_by_its_course() {
        let found = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            waters(&chars).into_iter().map(|(start, end)| chars[start..end].iter().collect()).collect()
        };
        assert_eq!(found("受暴雨影响，清漪江干流和沣河流域"), ["清漪江", "沣河"]);
        assert_eq!(found("预计沣河上游有雨"), ["沣河"]);
        assert_eq!(found("大河两岸，这条河上游"), [""; 0]);
        assert_eq!(found("，清江上游，由清河下游"), ["清江", "清河"], "a mark and a word are no part of it");
        assert_eq!(found("清漪山两岸，清漪江的鱼"), [""; 0]);
    }

    fn check(text: &str, place: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let start = text[..text.find(place).unwrap()].chars().count();
        let name = Name { kind: Kind::Place, start, end: start + place.chars().count() };
        let found = completed(&chars, vec![name]);
        let shown: Vec<String> = found.iter().map(|n| chars[n.start..n.end].iter().collect()).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_division_cut_short_is_made_whole() {
        check("来到锦带街道开展活动", "锦带", &["锦带街道"]);
        check("走进云陂区文明办", "云陂区", &["云陂区文明办"]);
        check("在云陂区白塔社区召开", "云陂区", &["云陂区", "白塔社区"]);
        check("云陂街道办事处新许社区邀请", "云陂街道办事处", &["云陂街道办事处", "新许社区"]);
        check("秀屿公路分中心组织", "秀屿", &["秀屿公路分中心"]);
        check("秀屿综合保税区与海关", "秀屿", &["秀屿综合保税区"]);
        check("家住秀屿路丽景苑", "秀屿", &["秀屿路"]);
        check("秀屿大道东侧", "秀屿", &["秀屿大道"]);
        check("在秀屿西站落位", "秀屿", &["秀屿西站"]);
    }

    #[test]
    fn what_is_no_division_is_left() {
        check("云陂区各社区都有", "云陂区", &["云陂区"]);
        check("锦带街道办负责人", "锦带", &["锦带"]);
        check("云陂区农村的变化", "云陂区", &["云陂区"]);
        check("云陂区教育工作会议", "云陂区", &["云陂区"]);
        check("云陂区新型社区", "云陂区", &["云陂区"]);
        check("秀屿人大", "秀屿", &["秀屿"]);
        check("秀屿街头巷尾", "秀屿", &["秀屿"]);
        check("秀屿路网", "秀屿", &["秀屿"]);
    }

    #[test]
    fn a_small_division_may_end_as_bodies_do() {
        let chars: Vec<char> = "文昌街道书院社区的食堂".chars().collect();
        let body = Name { kind: Kind::Organization, start: 0, end: 6 };
        let found = completed(&chars, vec![body]);
        assert_eq!(found.iter().map(|name| (name.start, name.end)).collect::<Vec<_>>(), [(0, 4), (4, 8)]);
    }

    #[test]
    fn a_rank_between_two_places_is_of_the_first() {
        let chars: Vec<char> = "走进云溪县石塘镇".chars().collect();
        let place = |start, end| Name { kind: Kind::Place, start, end };
        let found = completed(&chars, vec![place(2, 4), place(5, 8)]);
        assert_eq!(found.iter().map(|name| (name.start, name.end)).collect::<Vec<_>>(), [(2, 5), (5, 8)]);
    }

    #[test]
    fn numbered_roads_are_places() {
        let chars: Vec<char> = "在107国道旁".chars().collect();
        assert_eq!(roads(&chars), [(1, 6)]);
        let chars: Vec<char> = "修好国道".chars().collect();
        assert_eq!(roads(&chars), []);
    }

    /// The names of a text when those that are marked in it were made whole.
    fn whole(marked: &str) -> Vec<String> {
        let (chars, names) = marks::names(marked);
        completed(&chars, names).iter().map(|name| chars[name.start..name.end].iter().collect()).collect()
    }

    /// The same with what they are.
    fn kinds(marked: &str) -> Vec<String> {
        let (chars, names) = marks::names(marked);
        marks::listed(&chars, &completed(&chars, names))
    }

    #[test]
    fn a_name_right_behind_a_larger_division_goes_on_before_its_rank() {
        assert_eq!(whole("〔地 云陂区〕〔地 溪口〕未来社区的食堂"), ["云陂区", "溪口未来社区"]);
        assert_eq!(whole("〔地 云陂区〕、〔地 溪口〕未来社区的食堂"), ["云陂区", "溪口"]);
        assert_eq!(whole("〔地 云陂〕〔地 溪口〕未来社区的食堂"), ["云陂", "溪口"]);
        assert_eq!(whole("〔人 何县〕〔地 溪口〕未来社区的食堂"), ["何县", "溪口"]);
        assert_eq!(whole("〔地 云陂区〕〔地 溪口〕各处社区的食堂"), ["云陂区", "溪口"]);
        assert_eq!(whole("〔地 云陂区〕〔地 溪口〕白鹭湾社区的食堂"), ["云陂区", "溪口"]);
        assert_eq!(whole("〔地 云陂区〕〔地 白鹭湾头〕岸社区的食堂"), ["云陂区", "白鹭湾头"]);
    }

    #[test]
    fn how_long_the_name_of_a_small_division_is() {
        assert_eq!(whole("〔地 白鹭新城〕街道的食堂"), ["白鹭新城街道"]);
        assert_eq!(whole("〔地 白鹭湾新城〕街道的食堂"), ["白鹭湾新城"]);
        assert_eq!(whole("〔地 云陂区〕街道的食堂"), ["云陂区"]);
        assert_eq!(whole("〔机 文昌街道书院〕社区的食堂"), ["文昌街道", "书院社区"]);
        assert_eq!(whole("我们走进了〔机 云区书院〕社区的食堂"), ["云区", "书院社区"]);
        assert_eq!(whole("〔机 文昌街道书〕社区的食堂"), ["文昌街道书"]);
        assert_eq!(whole("〔机 文昌街道各处〕社区的食堂"), ["文昌街道各处"]);
        assert_eq!(whole("〔人 文昌街道书院〕社区的食堂"), ["文昌街道书院"]);
    }

    #[test]
    fn ranks_and_offices_behind_a_place() {
        assert_eq!(whole("走进〔地 云溪〕县"), ["云溪"], "a rank that ends the text may be cut off itself");
        assert_eq!(whole("走进〔地 云溪〕县〔地 石塘镇〕"), ["云溪县", "石塘镇"]);
        assert_eq!(whole("走进〔地 云溪区〕教育局"), ["云溪区教育局"]);
        assert_eq!(whole("走进〔地 云溪〕教育局"), ["云溪"]);
        assert_eq!(whole("走进〔地 溪区〕教育局"), ["溪区"]);
        assert_eq!(whole("走进〔地 云溪湾〕教育局"), ["云溪湾"]);
    }

    #[test]
    fn a_village_right_behind_a_larger_division() {
        assert_eq!(kinds("〔地 石塘镇〕白鹭村的稻田"), ["〔地 石塘镇〕", "〔地 白鹭村〕"]);
        assert_eq!(whole("〔地 石塘镇〕白鹭村民的稻田"), ["石塘镇"]);
    }

    #[test]
    fn a_way_is_no_way_where_its_last_character_begins_a_word() {
        let length = |rest: &str| road(&rest.chars().collect::<Vec<_>>());
        assert_eq!(
            (length("路东侧"), length("大道东侧"), length("大街"), length("河东")),
            (Some(1), Some(2), Some(2), None)
        );
        assert_eq!((length("路上"), length("街道"), length("大道理")), (None, None, None));
    }

    #[test]
    fn teams_are_bodies_of_their_place() {
        for team in ["队", "女篮", "女篮队", "国家队", "国家女子篮球队", "男子足球队", "跳水队", "残疾人队"]
        {
            assert_eq!(kinds(&format!("昨晚〔地 云溪〕{team}夺冠")), [format!("〔机 云溪{team}〕")]);
        }
        for rest in ["队员", "队伍", "女子", "国家", "篮球", "国家男子篮球", "篮球女子队"]
        {
            assert_eq!(kinds(&format!("昨晚〔地 云溪〕{rest}到了")), ["〔地 云溪〕"], "{rest}");
        }
    }

    #[test]
    fn ministries_are_of_one_land() {
        assert_eq!(kinds("据〔地 日本〕外务省消息"), ["〔机 日本外务省〕"]);
        assert_eq!(kinds("据〔地 日本〕〔地 外务省〕〔人 何苗〕消息"), ["〔机 日本外务省〕", "〔人 何苗〕"]);
        assert_eq!(kinds("据〔地 云国〕外务省消息"), ["〔地 云国〕"]);
        assert_eq!(kinds("在〔地 云溪〕综合保税区设厂"), ["〔地 云溪综合保税区〕"]);
    }

    #[test]
    fn departments_are_of_universities_and_divisions_of_courts() {
        for (body, part) in
            [("青荷大学", "历史系"), ("青荷学院", "渔业学院"), ("青荷大学", "附中"), ("青荷县法院", "立案庭")]
        {
            assert_eq!(kinds(&format!("走进〔机 {body}〕{part}，")), [format!("〔机 {body}{part}〕")]);
        }
        for (body, rest) in [
            ("青荷医院", "历史系"),
            ("青荷医院", "立案庭"),
            ("青荷大学", "的历史系"),
            ("青荷大学", "系统"),
            ("青荷大学", "，历史系"),
        ] {
            assert_eq!(kinds(&format!("走进〔机 {body}〕{rest}，")), [format!("〔机 {body}〕")], "{rest}");
        }
        assert_eq!(kinds("走进〔地 青荷大学〕历史系，"), ["〔地 青荷大学〕"]);
    }

    #[test]
    fn a_mission_is_of_the_land_that_sends_it() {
        assert_eq!(kinds("昨天〔地 云国〕驻华大使馆说"), ["〔机 云国驻华大使馆〕"]);
        assert_eq!(
            kinds("〔地 云国〕驻〔地 白国〕使馆〔人 何苗〕说"),
            ["〔机 云国驻白国使馆〕", "〔人 何苗〕"]
        );
        assert_eq!(kinds("〔地 云国〕驻白石山水合国大使馆说"), ["〔机 云国驻白石山水合国大使馆〕"]);
        for text in ["〔地 云国〕驻白石山水临海国大使馆说", "〔地 云国〕驻华记者说", "〔地 云国〕驻"]
        {
            assert_eq!(kinds(text), ["〔地 云国〕"], "{text}");
        }
        assert_eq!(kinds("〔机 云国〕驻华大使馆说"), ["〔机 云国〕"]);
    }
}
