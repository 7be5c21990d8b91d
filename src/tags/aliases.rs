//! Which names stand for one entity: 苏州市 and 苏州, a firm's full name and its short ones, 市委 and 衡阳市委.
//!
//! Takes the distinct names of one kind on a page, gives for each the name it belongs to. A short form joins a full
//! one only where there is just one that it can stand for.

use super::{Kind, rules};

/// Group of each name: the index of the name that stands for it.
pub fn groups(kind: Kind, names: &[String]) -> Vec<usize> {
    let mut out: Vec<usize> = (0..names.len()).collect();
    let stands_for = match kind {
        Kind::Place => is_short_place,
        Kind::Organization => is_short_body,
        Kind::Person => is_short_person,
        _ => return out,
    };
    // Only names that share two characters can be one; they are looked up by those.
    let mut by_pair: std::collections::HashMap<[char; 2], Vec<usize>> = std::collections::HashMap::new();
    for (index, name) in names.iter().enumerate() {
        let chars: Vec<char> = name.chars().collect();
        for pair in chars.windows(2) {
            let list = by_pair.entry([pair[0], pair[1]]).or_default();
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
    for (short, name) in names.iter().enumerate() {
        let chars: Vec<char> = name.chars().collect();
        let mut full = Vec::new();
        for pair in chars.windows(2) {
            let near = by_pair.get(&[pair[0], pair[1]]).filter(|list| list.len() <= CROWD);
            full.extend(
                near.into_iter().flatten().copied().filter(|&i| i != short && stands_for(name, &names[i])),
            );
        }
        full.sort_unstable();
        full.dedup();
        if let [only] = full[..] {
            out[short] = only;
        }
    }
    for index in 0..out.len() {
        let mut root = out[index];
        for _ in 0..4 {
            root = out[root];
        }
        out[index] = root;
    }
    out
}

/// A pair of characters in more names than this tells nothing.
const CROWD: usize = 60;

/// 苏州 of 苏州市; 云县 and 云市 are two.
fn is_short_place(short: &str, full: &str) -> bool {
    let ends = ["省", "市", "特别行政区", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "县"];
    let rest = full.strip_prefix(short);
    short.chars().count() >= 2 && rest.is_some_and(|rest| ends.contains(&rest))
}

/// 穆某 of 约翰·穆某.
fn is_short_person(short: &str, full: &str) -> bool {
    let dots = ['·', '•', '・', '‧', '∙', '．'];
    full.strip_suffix(short).is_some_and(|rest| rest.ends_with(dots)) && short.chars().count() >= 2
}

fn is_short_body(short: &str, full: &str) -> bool {
    if short.len() >= full.len() {
        return false;
    }
    // 市消防救援支队 of 云州市消防救援支队; 团市委 is another body than 市委.
    if short.starts_with(['省', '市', '县', '区', '州']) {
        return full.strip_suffix(short).is_some_and(|place| place.chars().count() > 1);
    }
    let (short, full) = (stem(short), stem(full));
    let head: Vec<char> = short.chars().take(2).collect();
    full.len() > short.len() && full.chars().take(2).eq(head) && is_firm(full) && is_subsequence(short, full)
}

fn is_firm(name: &str) -> bool {
    ["公司", "集团", "银行", "厂", "社"].iter().any(|suffix| name.ends_with(suffix))
}

/// A body's name without the place before it.
fn stem(name: &str) -> &str {
    let place = rules::place_prefix(name);
    let rest = &name[place..];
    if rest.chars().count() >= 2 { rest } else { name }
}

fn is_subsequence(short: &str, full: &str) -> bool {
    let mut chars = full.chars();
    short.chars().all(|c| chars.any(|d| d == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_called_by_less_of_its_name() {
        let short = |short: &str, full: &str| {
            groups(Kind::Organization, &[short.to_owned(), full.to_owned()]) == [1, 1]
        };
        assert!(short("云帆公司", "云帆机械有限公司") && short("市消防支队", "云州市消防支队"));
        assert!(!short("湖南省长沙市云帆公司", "云帆机械公司"), "it is the longer one");
        assert!(!short("供水公司", "长沙市供水公司"), "what every place has");
        assert!(!short("青荷学校", "青荷职业学校"), "another school");
    }
}
