//! People, places and organizations by rules: a lattice of words and names, then bodies put together.
//!
//! Takes one stretch of text and what is already decided in it; gives the names. The learned model reads them as
//! features and decides: the rules know what no corpus shows, such as firms in a list.

mod bodies;
pub(crate) mod data;
mod firms;
pub(crate) mod hash;
mod lattice;
#[cfg(test)]
mod marks;
mod names;
mod table;

pub use names::is_han;

use super::Kind;
use super::model::Name;
use data::DATA;
pub use table::Class;

/// The names of `chars`; `fixed` are ordered, disjoint stretches that hold none.
pub fn read(chars: &[char], fixed: &[(usize, usize)]) -> Vec<Name> {
    let tokens = bodies::compose(chars, lattice::read(chars, fixed));
    let tokens = firms::list(chars, tokens);
    let names = tokens.iter().filter_map(|token| {
        let kind = match token.class {
            Class::Person => Kind::Person,
            Class::Place => Kind::Place,
            Class::Body => Kind::Organization,
            _ => return None,
        };
        Some(Name { kind, start: token.start, end: token.end })
    });
    names.collect()
}

/// Whether `word` is an office or title.
pub fn is_title(word: &str) -> bool {
    DATA.titles.contains(word)
}

/// The same of all of `chars`.
pub fn are_title(chars: &[char]) -> bool {
    is_title(&chars.iter().collect::<String>())
}

/// Whether `name` is put together as names of people are.
pub fn is_person(name: &str) -> bool {
    let length = name.chars().count();
    let begins = |surname: &str| DATA.names.is_surname(surname);
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).take(2);
    name.contains('·') || (2..=4).contains(&length) && ends.into_iter().any(|end| begins(&name[..end]))
}

/// Whether the tables have `word`, as whatever it is.
pub fn is_word(word: &str) -> bool {
    has(word, |_| true)
}

/// Whether the tables have `word` as a place.
pub fn is_place(word: &str) -> bool {
    has(word, |class| class == Class::Place)
}

fn has(word: &str, wanted: impl Fn(Class) -> bool) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let mut known = false;
    DATA.table.matches(&chars, |length, entry| known |= length == chars.len() && wanted(entry.class));
    known
}

/// The length in bytes of the places that `name` begins with: 衡州市云山区 of 衡州市云山区法院.
pub fn place_prefix(name: &str) -> usize {
    let chars: Vec<char> = name.chars().take(16).collect();
    let mut at = 0;
    loop {
        let mut longest = 0;
        DATA.table.matches(&chars[at..], |length, entry| {
            if entry.class == Class::Place {
                longest = longest.max(length);
            }
        });
        if longest == 0 {
            return chars[..at].iter().map(|c| c.len_utf8()).sum();
        }
        at += longest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rules read by themselves; on a page they are one voice among several.
    const READ: [&str; 45] = [
        "〔机 新华社〕报道，〔机 俄罗斯外交部〕发言人说",
        "〔机 云岭市教育局〕和〔机 青荷县审计局〕表示",
        "〔机 市委〕召开会议，〔机 省政府〕决定，〔机 市纪委〕通报，〔机 县政协〕、〔机 区人大〕和〔机 州委宣传部〕参加",
        "〔机 英政府〕宣布，〔机 中国驻法国大使馆〕表示",
        "〔机 全国总工会〕和〔机 国家统计局〕发布，〔机 中央宣传部〕参加",
        "〔机 云岭市第三人民医院〕和〔机 青荷县第一中学〕开放",
        "〔机 “蓝鲸”科技有限公司〕签约，〔机 禾丰集团〕到访",
        "该区审计局、本县教育局和各县财政局",
        "市中心修路，〔地 云岭市〕发展大会开幕，〔地 云岭市〕召开座谈会",
        "〔地 苏州工业园区〕和〔地 松山湖高新区〕",
        "云帆科技与绿源光电签约",
        "引进〔机 云帆电源〕、〔机 绿源光电〕、〔机 海蓝科技〕等企业",
        "吸引了〔机 云帆动力〕、〔机 绿源新能〕等3家公司落户",
        "包括〔机 “星火”材料〕、〔机 海蓝生物〕等一批知名企业",
        "建成〔机 云帆重工〕、绿源、〔机 海蓝化工〕等园区或企业",
        "〔机 云帆动力〕等多家企业",
        "由于成本上涨等企业难题",
        "记者〔人 王小明〕、〔人 欧阳修远〕、〔人 陈某某〕和〔人 陈某〕报道",
        "孙先生说，何大爷、〔人 老王〕和〔人 小李〕在场",
        "〔人 马克·吐温〕和〔人 克林顿〕到访，〔人 迈克尔·约翰逊〕说",
        "在〔地 石洞源村〕，建家乡，进山区",
        "〔机 云岭市委〕书记〔人 周文远〕，〔机 青荷镇政府〕，〔机 白石沟村委会〕",
        "市长〔人 林远山〕说，局长〔人 何青〕到场，〔人 何青〕表示",
        "〔人 王小明〕、〔人 李建国〕和〔人 张伟〕荣获一等奖",
        "〔机 中国科学院云岭分院〕，〔机 北京大学〕",
        "〔机 云岭省水利厅〕、〔机 云岭市公安局交警支队〕",
        "人民法院判决，〔机 最高人民法院〕和〔机 云岭市中级人民法院〕",
        "〔机 云岭江山文化传播有限公司〕",
        "〔机 红山街道办事处〕，第五小学",
        "〔机 三一重工〕投产",
        "2025年A股B座100%",
        "某市某局某公司",
        "〔机 王小明集团〕到访，〔机 马克·吐温基金会〕捐款",
        "〔机 “蓝鲸”科技馆〕开放，“蓝鲸”局开会",
        "〔机 中国移动（云岭）有限公司〕",
        "〔机 云岭市（青荷）科技有限公司〕",
        "第二人民医院，〔机 云岭市一中〕",
        "〔机 云岭市全国科普协会〕",
        "〔地 上海〕云帆科技和云帆科技",
        "引进的〔机 云帆动力〕等企业",
        "〔机 云岭市委宣传部〕、〔机 绿源科技公司〕、〔机 海蓝生物〕等企业",
        "〔机 省市场监管局〕、〔机 省市联合会〕",
        "经济合作组织，文化传播公司，青少年活动中心",
        "〔地 北京〕的大学和〔地 上海〕的医院",
        "〔机 青荷县人民检察院第一检察部〕",
    ];

    fn marked(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let (mut out, mut at) = (String::new(), 0);
        for name in read(&chars, &[]) {
            let kind = match name.kind {
                Kind::Person => '人',
                Kind::Place => '地',
                _ => '机',
            };
            out.extend(&chars[at..name.start]);
            out += &format!("〔{kind} {}〕", chars[name.start..name.end].iter().collect::<String>());
            at = name.end;
        }
        out.extend(&chars[at..]);
        out
    }

    #[test]
    fn names_by_rules_alone() {
        for case in READ {
            let text: String = ["〔人 ", "〔地 ", "〔机 ", "〕"]
                .iter()
                .fold(case.to_owned(), |text, mark| text.replace(mark, ""));
            assert_eq!(marked(&text), case);
        }
    }

    #[test]
    fn nothing_is_read_where_another_pass_decided() {
        let chars: Vec<char> = "记者王小明和李建国报道".chars().collect();
        let names = |fixed: &[(usize, usize)]| -> Vec<(usize, usize)> {
            read(&chars, fixed).iter().map(|name| (name.start, name.end)).collect()
        };
        assert_eq!(names(&[]), [(2, 5), (6, 9)]);
        assert_eq!(names(&[(2, 5)]), [(6, 9)]);
        assert_eq!(names(&[(6, 9)]), [(2, 5)]);
        assert_eq!(names(&[(0, 2), (4, 7)]), [] as [(usize, usize); 0]);
        assert!(read(&[], &[]).is_empty());
    }

    #[test]
    fn what_tables_know() {
        assert!(is_title("市长") && !is_title("市长说") && are_title(&['局', '长']));
        assert!(
            is_person("王小明") && is_person("欧阳修远") && is_person("阿依·买买提") && is_person("王明")
        );
        assert!(!is_person("王") && !is_person("的小明") && !is_person("王小明说话了"));
        assert!(is_word("公司") && !is_word("公司的"));
        assert!(is_word("朝阳") && is_place("朝阳"), "a word and a place");
        assert_eq!(place_prefix("湖南省法院"), "湖南省".len());
        assert_eq!(place_prefix("湖南省长沙市法院"), "湖南省长沙市".len());
        assert_eq!((place_prefix("法院"), place_prefix("")), (0, 0));
    }
}
