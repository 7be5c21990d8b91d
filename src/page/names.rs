//! Names in credits: 记者 沈一鸣 何苗, 通讯员陆小川、苏禾, 林可 摄.
//!
//! Takes a credit's text; gives each name with its role and organization. Names set without spaces between them are
//! split where surnames allow it.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::rules::{SURNAMES, pattern};
use crate::span::Span;

/// A name found in a credit; the span is of the credit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    pub span: Span,
    pub role: Option<String>,
    pub organization: Option<String>,
}

/// A role, with the organization before it and the marks after it.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"({han}{2,10}?(报社|报|社|电视台|电台|台|网|客户端|中心|集团))?(讯)?((首席|资深|全媒体|融媒体?|新媒体|见习|实习|特约|特派|摄影|文字|驻{han}{2,6}|本报|本台|本社|本刊|高级){0,3}(记者|記者|通讯员|通訊員|评论员|評論員|撰稿人|撰稿|实习生|编辑|編輯)|责任编辑|責任編輯|责任校对|责编|責編|主编|版式|校对|校對|美编|美編|检校|组版|排版|视觉|图编|值班编委|值班主任|审核|监制|作者|撰文|撰写|采写|策划|整理|翻译|编译|供图|摄影报道|摄影|攝影|文[/／、·和]{sp}*[图摄片]|[图摄][/／、·和]{sp}*文|图文|文图|文|图|摄|攝)[{sp}：:/／|｜]*",
    )
});

/// Roles of one character are roles only where white space or a mark sets them off.
fn stands_alone(text: &str, span: Span, role: &str) -> bool {
    let short = role.chars().count() == 1 || role.starts_with(['文', '图']) && role.chars().count() <= 3;
    let sets_off = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric());
    !short
        || (sets_off(text[..span.start].chars().next_back()) || role == "摄" || role == "攝")
            && (sets_off(text[span.start + role.len()..].chars().next()))
}

/// A role as it stands in a credit, with the marks after it.
struct Title {
    span: Span,
    role: String,
    organization: Option<String>,
}

/// The roles of a credit; two that follow each other without a name between (文/图 记者) are one.
fn titles(text: &str) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    for found in ROLE.captures_iter(text) {
        let role = found.get(4).expect("every match has a role");
        if !stands_alone(text, Span::new(role.start(), role.end()), role.as_str()) {
            continue;
        }
        let whole = found.get(0).expect("the whole match");
        let organization = found.get(1).map(|m| m.as_str().to_owned());
        match out.last_mut().filter(|last| last.span.end == whole.start()) {
            Some(last) => {
                last.role = format!("{} {}", last.role, role.as_str());
                last.span.end = whole.end();
                last.organization = last.organization.take().or(organization);
            }
            None => {
                let span = Span::new(whole.start(), whole.end());
                out.push(Title { span, role: role.as_str().to_owned(), organization });
            }
        }
    }
    out
}

/// The names of a credit such as `全媒体记者 陈一 通讯员 李二 王三` or `林可 摄`.
pub fn credited(text: &str) -> Vec<Credited> {
    let titles = titles(text);
    let plain = |span| Credited { span, role: None, organization: None };
    let lead = titles.first().map_or(text.len(), |title| title.span.start);
    let mut out: Vec<Credited> = names(text, Span::new(0, lead)).into_iter().map(plain).collect();
    for (i, title) in titles.iter().enumerate() {
        let end = titles.get(i + 1).map_or(text.len(), |next| next.span.start);
        let own = names(text, Span::new(title.span.end, end));
        if own.is_empty() {
            after_names(&mut out, title);
        }
        let Title { role, organization, .. } = title;
        out.extend(own.into_iter().map(|span| Credited {
            span,
            role: Some(role.clone()),
            organization: organization.clone(),
        }));
    }
    out
}

/// A role that follows its names: 林可 摄; in 记者 林可 摄 it is the second.
fn after_names(credits: &mut [Credited], title: &Title) {
    if let Some(last) = credits.last_mut().filter(|last| last.role.is_some()) {
        last.role = last.role.take().map(|first| format!("{first}/{}", title.role));
    }
    for credit in credits.iter_mut().rev().take_while(|credit| credit.role.is_none()) {
        credit.role = Some(title.role.clone());
        credit.organization.clone_from(&title.organization);
    }
}

/// The names in a stretch without roles.
fn names(text: &str, stretch: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let separates = |c: char| !(c.is_alphabetic() || matches!(c, '·' | '•'));
    let part = stretch.of(text);
    let mut start = 0;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        if separates(c) {
            push_names(text, Span::new(stretch.start + start, stretch.start + at), &mut out);
            start = at + c.len_utf8().min(part.len().saturating_sub(at));
        }
    }
    join_spread(text, out)
}

/// 李　明: a surname and a given name of one character each, set apart to fill the width of three.
fn join_spread(text: &str, names: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in names {
        let one = |s: Span| s.of(text).chars().count() == 1;
        match out.last_mut() {
            Some(last) if one(*last) && one(span) && text[last.end..span.start].trim().is_empty() => {
                last.end = span.end;
            }
            _ => out.push(span),
        }
    }
    out.retain(|span| span.of(text).chars().count() > 1);
    out
}

fn push_names(text: &str, span: Span, out: &mut Vec<Span>) {
    let name = span.of(text);
    let name = name.strip_suffix("报道").or(name.strip_suffix("報導")).unwrap_or(name);
    let chars: Vec<(usize, char)> = name.char_indices().collect();
    let foreign = name.contains(['·', '•']) || name.chars().any(|c| c.is_ascii_alphabetic());
    if foreign || chars.len() <= 3 {
        if !name.is_empty() {
            out.push(Span::new(span.start, span.start + name.len()));
        }
        return;
    }
    if chars.len() > 24 {
        return;
    }
    let at = |i: usize| span.start + chars.get(i).map_or(name.len(), |&(at, _)| at);
    let letters: Vec<char> = chars.iter().map(|&(_, c)| c).collect();
    let mut from = 0;
    for length in split(&letters) {
        out.push(Span::new(at(from), at(from + length)));
        from += length;
    }
}

/// The lengths of the names that run together in `letters`: the split with fewest surprises.
fn split(letters: &[char]) -> Vec<usize> {
    let n = letters.len();
    let mut best: Vec<(u32, usize)> = vec![(0, 0); n + 1];
    for end in 1..=n {
        best[end] = (2..=4.min(end))
            .map(|length| {
                let start = end - length;
                (best[start].0 + if start == 1 { 100 } else { surprise(&letters[start..end]) }, length)
            })
            .min()
            .unwrap_or((1000, end));
    }
    let mut lengths = Vec::new();
    let mut end = n;
    while end > 0 {
        let length = best[end].1.max(1);
        lengths.push(length);
        end -= length.min(end);
    }
    lengths.reverse();
    lengths
}

fn surprise(name: &[char]) -> u32 {
    let compound = compound_surname(name);
    match (name.len(), compound, SURNAMES.contains(name[0])) {
        (3 | 4, true, _) => 0,
        (3, _, true) => 1,
        (2, _, true) => 3,
        (4, ..) => 9,
        (3, ..) => 6,
        _ => 9,
    }
}

pub fn compound_surname(name: &[char]) -> bool {
    const COMPOUND: [&str; 16] = [
        "欧阳", "歐陽", "上官", "司马", "司馬", "诸葛", "諸葛", "司徒", "皇甫", "东方", "公孙", "慕容",
        "尉迟", "令狐", "夏侯", "端木",
    ];
    name.len() > 2 && COMPOUND.iter().any(|c| c.chars().eq(name[..2].iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown: Vec<String> = credited(text)
            .iter()
            .map(|c| {
                let role = c.role.as_deref().unwrap_or("-");
                let organization = c.organization.as_deref().map(|o| format!("@{o}")).unwrap_or_default();
                format!("{}:{role}{organization}", c.span.of(text))
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn names_roles_and_organizations() {
        check("全媒体记者 陈小雨 通讯员 李思明 王嘉", "陈小雨:全媒体记者 李思明:通讯员 王嘉:通讯员");
        check("记者沈一鸣、何苗", "沈一鸣:记者 何苗:记者");
        check("云岭日报记者 沈一鸣", "沈一鸣:记者@云岭日报");
        check("林可 摄", "林可:摄");
        check("林可摄", "林可:摄");
        check("记者 林可 摄", "林可:记者/摄");
        check("文/图 记者 何苗", "何苗:文/图 记者");
        check("本报记者 李　明", "李　明:本报记者");
        check("□ 沈一鸣", "沈一鸣:-");
    }

    #[test]
    fn names_that_run_together() {
        check("记者沈一鸣何苗陆小川", "沈一鸣:记者 何苗:记者 陆小川:记者");
        check("通讯员欧阳明月王嘉", "欧阳明月:通讯员 王嘉:通讯员");
        check("记者 阿依古丽·买买提", "阿依古丽·买买提:记者");
    }
}
