//! Firms that say where they are in the middle of their name, 云帆（衡阳）机械有限公司, or have a word of it in quotation marks,
//! 衡阳“云帆”机械厂.
//!
//! Takes the names of a part of a text, in order; gives those whole that the model began inside or behind the brackets, or
//! inside the quotation.

use super::Kind;
use super::model::Name;
use super::offices::stands_before;
use super::parting::ends_with;
use super::rules::{self, is_han};

/// The longest words in such brackets, and the longest name before them, in characters.
const INSIDE: usize = 8;
const STEM: usize = 6;
const FIRMS: [&str; 4] = ["公司", "集团", "事务所", "银行"];
/// What else firms have in brackets.
const KINDS: [&str; 5] = ["控股", "集团", "国际", "有限合伙", "普通合伙"];

pub fn joined(chars: &[char], names: Vec<Name>) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        let start = start_before_brackets(chars, name, out.last());
        let start = start.or_else(|| start_before_quotation(chars, name, out.last())).unwrap_or(name.start);
        while out.last().is_some_and(|last| last.end > start) {
            out.pop();
        }
        out.push(Name { start, ..name });
    }
    out
}

/// Where the name begins whose later part `name` is.
fn start_before_brackets(chars: &[char], name: Name, last: Option<&Name>) -> Option<usize> {
    let firm = FIRMS.iter().any(|end| ends_with(&chars[name.start..name.end], end));
    if name.kind != Kind::Organization || !firm {
        return None;
    }
    let close = (name.start.saturating_sub(1)..name.end).find(|&at| matches!(chars[at], '）' | ')'))?;
    let open = (close.saturating_sub(INSIDE + 1)..close).rev().find(|&at| !is_han(chars[at]))?;
    let inside: String = chars[open + 1..close].iter().collect();
    // A name that is begun inside of brackets goes on before them; one behind them may be another.
    let begun = name.start <= close && !inside.is_empty();
    let place = !inside.is_empty() && rules::place_prefix(&inside) == inside.len();
    let opens = open < name.start && matches!(chars[open], '（' | '(');
    if !opens || !(begun || place || KINDS.contains(&&*inside)) {
        return None;
    }
    match last.filter(|last| last.end == open) {
        Some(last) => Some(last.start + usize::from(stands_before(chars[last.start]))),
        None => stem(chars, open),
    }
}

/// Where the body begins whose name opens with a quotation that the model left outside, with the place in front of it.
fn start_before_quotation(chars: &[char], name: Name, last: Option<&Name>) -> Option<usize> {
    let whole = &chars[name.start..name.end];
    let left_open = whole.contains(&'”') && !whole.contains(&'“');
    let open = name.start.checked_sub(1).filter(|&at| chars[at] == '“')?;
    if name.kind != Kind::Organization || !left_open {
        return None;
    }
    let place = last.filter(|last| last.kind == Kind::Place && last.end == open);
    Some(place.map_or(open, |place| place.start))
}

/// Where a name without a tag begins that ends at `end`: behind a mark, or a word that is part of no name.
fn stem(chars: &[char], end: usize) -> Option<usize> {
    let parts = |c: char| !is_han(c) || stands_before(c);
    let length = chars[..end].iter().rev().take_while(|&&c| !parts(c)).count();
    (2..=STEM).contains(&length).then_some(end - length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, names: &[(Kind, &str)], expected: &[&str]) {
        let place = |part: &str| text[..text.find(part).unwrap()].chars().count();
        let name = |&(kind, part): &(Kind, &str)| {
            let start = place(part);
            Name { kind, start, end: start + part.chars().count() }
        };
        let chars: Vec<char> = text.chars().collect();
        let found = joined(&chars, names.iter().map(name).collect());
        let shown: Vec<String> = found.iter().map(|n| chars[n.start..n.end].iter().collect()).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_firm_is_one_with_its_brackets() {
        let rest = (Kind::Organization, "衡阳)机械有限公司");
        check("由云帆(衡阳)机械有限公司承建", &[(Kind::Person, "由云帆"), rest], &["云帆(衡阳)机械有限公司"]);
        check("签约，云帆(衡阳)机械有限公司", &[rest], &["云帆(衡阳)机械有限公司"]);
        let begun = (Kind::Organization, "青陵)机械有限公司");
        check("由云帆(青陵)机械有限公司", &[(Kind::Person, "由云帆"), begun], &["云帆(青陵)机械有限公司"]);
        let eight = (Kind::Organization, "青陵区)机械有限公司");
        check("签约，云帆(湖南云溪市青陵区)机械有限公司", &[eight], &["云帆(湖南云溪市青陵区)机械有限公司"]);
        check("签约，云帆(湖南省云溪市青陵区)机械有限公司", &[eight], &["青陵区)机械有限公司"]);
        let behind = (Kind::Organization, "机械有限公司");
        check("与云帆（衡阳）机械有限公司", &[(Kind::Place, "衡阳"), behind], &["云帆（衡阳）机械有限公司"]);
    }

    #[test]
    fn a_name_that_opens_with_a_quotation_has_its_mark_and_place() {
        let factory = (Kind::Organization, "云帆”机械厂");
        let place = (Kind::Place, "衡阳");
        check("走进衡阳“云帆”机械厂", &[place, factory], &["衡阳“云帆”机械厂"]);
        check("走进“云帆”机械厂", &[factory], &["“云帆”机械厂"]);
        check("林远“云帆”机械厂", &[(Kind::Person, "林远"), factory], &["林远", "“云帆”机械厂"]);
        check("衡阳的“云帆”机械厂", &[place, factory], &["衡阳", "“云帆”机械厂"]);
        check("走进“云帆”机械厂", &[(Kind::Place, "云帆”机械厂")], &["云帆”机械厂"]);
        check("走进“云帆机械厂”", &[(Kind::Organization, "云帆机械厂")], &["云帆机械厂"]);
        check("走进云帆”机械厂", &[factory], &["云帆”机械厂"]);
    }

    #[test]
    fn what_brackets_add_is_left() {
        let body = (Kind::Organization, "衡阳市化工厂");
        check("林远（左）和衡阳市化工厂", &[(Kind::Person, "林远"), body], &["林远", "衡阳市化工厂"]);
        let whole = (Kind::Organization, "云帆(衡阳)机械有限公司");
        check("承建商云帆(衡阳)机械有限公司", &[whole], &["云帆(衡阳)机械有限公司"]);
        let firm = (Kind::Organization, "云帆机械有限公司");
        check("（记者林远）云帆机械有限公司", &[firm], &["云帆机械有限公司"]);
    }

    #[test]
    fn names_and_brackets_that_do_not_belong_together() {
        let firm = (Kind::Organization, "机械有限公司");
        check("签约，云帆（国际）机械有限公司", &[firm], &["云帆（国际）机械有限公司"]);
        check("签约，云帆（左一）机械有限公司", &[firm], &["机械有限公司"]);
        check("签约，云帆）机械有限公司", &[firm], &["机械有限公司"]);
        check("签约，云帆（）机械有限公司", &[firm], &["机械有限公司"]);
        check("签约，云（国际）机械有限公司", &[firm], &["机械有限公司"]);
        check("签约，云帆（国际）机械厂", &[(Kind::Organization, "机械厂")], &["机械厂"]);
        check("签约，云帆（国际）机械有限公司", &[(Kind::Place, "机械有限公司")], &["机械有限公司"]);
        // What begins with its brackets may have a verb before them.
        let brackets = (Kind::Organization, "（国际）机械有限公司");
        check("昨天签约（国际）机械有限公司", &[brackets], &["（国际）机械有限公司"]);
        // A name before the brackets is the head of the firm's.
        check("由云帆(国际)机械有限公司", &[(Kind::Person, "由云帆"), firm], &["云帆(国际)机械有限公司"]);
        check("签约，云帆(国际)机械有限公司", &[(Kind::Person, "云帆"), firm], &["云帆(国际)机械有限公司"]);
    }
}
