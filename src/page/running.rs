//! Running heads, and page numbers in the middle of text.
//!
//! Takes the lines of a page; gives those that can be nothing but its head, and those that a copy from a PDF or a scan
//! set between the two halves of a paragraph, so that the halves stand side by side for the passes after this one. Other
//! furniture between whole paragraphs stays where it is: it parts what stands around it, and `model` sees that.

use crate::page::ends::{Tail, closes_first, headless, open_marks, tail};
use crate::page::lines::Line;
use crate::page::rules::{LineKind, rule};
use crate::page::signs::signs;
use crate::page::{Unplaced, UnplacedKind};
use crate::span::Span;
use crate::text::{Passage, closes};

/// Lines of furniture one after another that may stand in a sentence.
const LONGEST: usize = 5;

/// Lines among which a page's name is looked for, and on each side of it what tells that it is one.
const TOP: usize = 5;
const BESIDE: usize = 3;

/// Takes the lines out that stand inside a sentence and are no part of it. The others keep their order.
pub fn set_aside(text: &str, lines: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut aside = Vec::new();
    let mut waiting: Vec<Line> = Vec::new();
    let mut record = false;
    let nameplate = (0..lines.len().min(TOP)).find(|&i| is_nameplate(text, &lines, i));
    for (i, mut line) in lines.into_iter().enumerate() {
        record = line.labelled || record && is_of_record(text, &line);
        if record && !line.labelled && is_field(text, &line) {
            aside.push(line);
            continue;
        }
        let opens = kept.is_empty() && is_head(text, &line);
        if opens || nameplate == Some(i) {
            aside.push(line);
            continue;
        }
        if !kept.is_empty() && is_furniture(text, &line) {
            waiting.push(line);
            continue;
        }
        if !waiting.is_empty() {
            let before = kept.last().expect("nothing waits at the start");
            if waiting.len() <= LONGEST && runs_on(text, before, &line) {
                line.blank_before = 0;
                aside.append(&mut waiting);
            } else {
                part(text, &mut waiting, &mut kept, &mut aside);
            }
        }
        kept.push(line);
    }
    part(text, &mut waiting, &mut kept, &mut aside);
    (kept, aside)
}

/// Between whole paragraphs only heads go.
fn part(text: &str, waiting: &mut Vec<Line>, kept: &mut Vec<Line>, aside: &mut Vec<Line>) {
    for line in waiting.drain(..) {
        if is_head(text, &line) { aside.push(line) } else { kept.push(line) }
    }
}

/// Whether a line is the head of a page: the day with the paper or the number of the page, and no reporter.
pub fn is_head(text: &str, line: &Line) -> bool {
    let content = line.content.of(text);
    let signs = signs(content);
    line.chars <= 60
        && signs.date.is_some()
        && signs.count() > 1
        && !content.contains(['记', '記', '讯', '訊', '电', '電'])
}

/// Whether a line says where and when an article stood, as exports of archives say it under the headline: 版次：A1.
fn is_field(text: &str, line: &Line) -> bool {
    const FIELDS: [&str; 12] =
        ["来源", "來源", "版次", "版面", "版名", "日期", "时间", "時間", "发布时间", "字数", "字數", "链接"];
    let content = line.content.of(text);
    FIELDS.iter().any(|field| content.strip_prefix(field).is_some_and(|rest| rest.starts_with(['：', ':'])))
}

/// Whether a line under a labelled headline is still of its fields, who wrote it among them.
fn is_of_record(text: &str, line: &Line) -> bool {
    is_field(text, line) || rule(line.content.of(text)).is_some_and(|rule| rule.kind == LineKind::Byline)
}

/// Whether a line at the top of a page is its paper's name alone: the day or the number of the page stands beside it.
fn is_nameplate(text: &str, lines: &[Line], i: usize) -> bool {
    let content = lines[i].content.of(text);
    let tells = |line: &Line| {
        let kind = rule(line.content.of(text)).map(|rule| rule.kind);
        matches!(kind, Some(LineKind::Date | LineKind::PageMark)) || is_head(text, line)
    };
    let beside = i.saturating_sub(BESIDE)..(i + 1 + BESIDE).min(lines.len());
    signs(content).paper == Some(content) && lines[beside].iter().any(tells)
}

/// Takes the lines set aside out of the ranges of a block that runs across them.
pub fn cut_out(ink: &mut Vec<Span>, aside: &[Line]) {
    if aside.is_empty() {
        return;
    }
    let whole = std::mem::take(ink);
    for mut span in whole {
        let from = aside.partition_point(|line| line.ink.start < span.start);
        for line in aside[from..].iter().take_while(|line| line.ink.end < span.end) {
            ink.push(Span::new(span.start, line.ink.start));
            span.start = line.ink.end;
        }
        ink.push(span);
    }
}

/// A line that was set aside.
pub fn unplaced(text: &str, line: &Line) -> Unplaced {
    let passage = Passage::new(text, line.content);
    let head = if is_head(text, line) || signs(&passage.text).paper.is_some() {
        "报头或书眉"
    } else {
        "版面文字"
    };
    let reason = rule(&passage.text).map_or(head, |rule| rule.reason).to_owned();
    Unplaced { kind: UnplacedKind::Furniture, passage, spans: vec![line.ink], reason }
}

/// Whether a line can be nothing but page furniture: a number, a rule, a site's words, or the paper with date or page.
pub fn is_furniture(text: &str, line: &Line) -> bool {
    if line.content.is_empty() || line.chars > 70 || line.heading > 0 {
        return !line.content.is_empty() && is_head(text, line);
    }
    let content = line.content.of(text);
    match rule(content).map(|rule| rule.kind) {
        Some(LineKind::PageMark | LineKind::Chrome | LineKind::Date | LineKind::Editors) => true,
        Some(LineKind::Imprint) => line.chars <= 40 && !content.ends_with('。'),
        _ => signs(content).count() > 1,
    }
}

/// Whether a sentence runs from one line into another.
pub fn runs_on(text: &str, before: &Line, after: &Line) -> bool {
    let (one, other) = (before.content.of(text), after.content.of(text));
    if before.heading > 0 || after.heading > 0 || before.bold || before.chars < 8 || other.is_empty() {
        return false;
    }
    if after.indent >= 2 && after.indent > before.indent || tail(one) != Tail::Open || one.ends_with(closes) {
        return false;
    }
    let crossed = || open_marks(one).last().is_some_and(|&mark| closes_first(other, mark));
    let prose = other.contains(['，', '。', '；', '、']) || after.chars + 3 >= before.chars;
    one.ends_with(['，', '、', ','])
        || headless(other) > 0.5
        || crossed()
        || prose && one.contains(['，', '。', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;

    #[test]
    fn a_head_names_the_day_and_one_thing_more() {
        let head = |text| is_head(text, &lines(text)[0]);
        assert!(head("青陵日报　2025年4月16日　A02版"));
        assert!(head("2025年4月16日　A02版"));
        assert!(!head("2025年4月16日"), "a day alone may end a notice");
        assert!(!head("青陵日报　A02版"), "without a day it may be a reference");
        assert!(!head("青陵日报讯　2025年4月16日"));
    }

    #[test]
    fn fields_of_an_archive_are_no_text() {
        let text = "标题：两岸相连\n来源：青陵日报\n作者：林可\n版次：A1\n正文：大桥通车。\n时间：下周一";
        let (kept, aside) = set_aside(text, lines(text));
        let shown =
            |lines: &[Line]| -> Vec<&str> { lines.iter().map(|line| line.content.of(text)).collect() };
        assert_eq!(shown(&kept), ["两岸相连", "作者：林可", "大桥通车。", "时间：下周一"]);
        assert_eq!(shown(&aside), ["来源：青陵日报", "版次：A1"]);
    }

    #[test]
    fn the_name_of_the_paper_may_have_a_line_of_its_own() {
        let aside = |text: &str| -> Vec<String> {
            let (_, aside) = set_aside(text, lines(text));
            aside.iter().map(|line| line.content.of(text).to_owned()).collect()
        };
        let head = "2025年4月16日　A02版";
        assert_eq!(aside(&format!("# 青陵日报\n{head}\n## 老街开了夜市\n")), ["青陵日报", head]);
        assert_eq!(aside("第2版\n青陵日报\n星期三\n老街开了夜市\n"), ["青陵日报"]);
        assert!(aside("我为乡亲读党报\n林可在村口摆了一张桌子，每天读一段新闻。\n").is_empty());
    }

    #[test]
    fn furniture_is_short_and_says_what_it_is() {
        let furniture = |text: &str| is_furniture(text, &lines(text)[0]);
        assert!(furniture("第3版") && furniture("2025年4月16日 星期三") && furniture("责编 何苗"));
        assert!(furniture("青陵日报　A02版"));
        assert!(!furniture("# 第3版") && !furniture("# 青陵日报　A02版"));
        assert!(furniture("# 青陵日报　2025年4月16日"), "the head of a page may be marked");
        assert!(!furniture("码头复航") && !furniture("###"));
        let long = format!("第3版　{}", "岸".repeat(70));
        assert!(!furniture(&long));
    }

    #[test]
    fn what_runs_from_one_line_into_another() {
        let runs = |before: &str, after: &str| {
            let text = format!("{before}\n{after}\n");
            let lines = lines(&text);
            runs_on(&text, &lines[0], &lines[1])
        };
        assert!(runs("江边的码头上个月修好，", "轮渡每天开行"));
        assert!(runs("码头上个月修好，", "轮渡每天开行"));
        assert!(runs("江边的码头、上个月修好了轮渡", "每天开行，大家说好"));
        assert!(runs("江边的码头上个月修好了轮渡", "，每天开行"));
        assert!(runs("江边的人说：“码头修好了轮渡", "开行”就好"));
        assert!(
            runs("江边的码头，上个月修好了轮渡", "每天开行二十个班次一直开到"),
            "as long as the line before"
        );
        // Too short, ended, announced, closed, indented more, or a headline.
        assert!(!runs("码头修好，", "轮渡每天开行"));
        assert!(!runs("江边的码头上个月修好。", "，轮渡每天开行"));
        assert!(!runs("江边的码头上个月修好：", "，轮渡每天开行"));
        assert!(!runs("江边的“码头，上个月修好”", "，轮渡每天开行"));
        assert!(!runs("江边的码头上个月修好，", "　轮渡每天开行"));
        assert!(runs("　江边的码头上个月修好，", "　轮渡每天开行"));
        assert!(!runs("# 江边的码头上个月修好，", "轮渡每天开行"));
        assert!(!runs("江边的码头上个月修好，", "# 轮渡每天开行"));
        assert!(!runs("**江边的码头上个月修好，**", "轮渡每天开行"));
        assert!(!runs("江边的码头上个月修好，", "###"));
        assert!(!runs("江边的码头，上个月修好了轮渡", "每天开行五班"), "short and without a mark");
        assert!(!runs("江边的码头上个月修好了轮渡", "每天开行，大家说好"), "without a mark before");
    }

    #[test]
    fn lines_set_aside_are_cut_out_of_what_runs_across() {
        let text = "河岸两边\n第3版\n都种上了\n第4版\n柳树";
        let all = lines(text);
        let aside = [all[1].clone(), all[3].clone()];
        let cut = |start: usize, end: usize| {
            let mut ink = vec![Span::new(start, end)];
            cut_out(&mut ink, &aside);
            ink.iter().map(|span| span.of(text).trim()).collect::<Vec<_>>()
        };
        assert_eq!(cut(0, text.len()), ["河岸两边", "都种上了", "柳树"]);
        assert_eq!(cut(all[2].ink.start, text.len()), ["都种上了", "柳树"]);
        assert_eq!(cut(all[4].ink.start, text.len()), ["柳树"]);
        let mut ink = vec![Span::new(0, 3)];
        cut_out(&mut ink, &[]);
        assert_eq!(ink, [Span::new(0, 3)]);
    }

    fn aside(text: &str) -> Vec<&str> {
        set_aside(text, lines(text)).1.iter().map(|line| line.content.of(text)).collect()
    }

    #[test]
    fn fields_go_on_under_a_labelled_headline() {
        let text =
            "标题：码头复航\n版次：A1\n记者 沈一鸣\n日期：2025-04-16\n江边的码头上个月修好了。\n来源：云岭\n";
        assert_eq!(aside(text), ["版次：A1", "日期：2025-04-16"]);
        assert!(aside("码头复航\n版次：A1\n江边的码头上个月修好了。\n").is_empty());
    }

    #[test]
    fn a_nameplate_stands_beside_the_day() {
        assert_eq!(aside("青陵日报\n星期三\n2025年4月16日\n码头复航\n"), ["青陵日报"]);
        assert_eq!(aside("2025年4月16日\n星期三\n青陵日报\n码头复航\n"), ["青陵日报"]);
        assert_eq!(aside("青陵日报\n码头复航\n灯亮了\n2025年4月16日\n白鹭回来\n"), ["青陵日报"]);
        assert!(
            aside("青陵日报\n码头复航\n江边的码头上个月修好了。\n轮渡每天开行。\n2025年4月16日\n").is_empty()
        );
    }

    #[test]
    fn notices_of_the_paper_are_furniture_while_they_are_short() {
        let furniture = |text: &str| is_furniture(text, &lines(text)[0]);
        assert!(furniture("国内统一刊号 CN00-0000 邮发代号 0-00"));
        assert!(!furniture("版权所有，未经授权不得转载。"));
        assert!(!furniture(&format!("地址：云岭市{}", "江边".repeat(20))));
        // One sign is not enough for a line without a rule.
        assert!(!furniture("青陵日报"));
        let long = |chars: usize| format!("青陵日报　2025年4月16日　{}", "岸".repeat(chars - 16));
        assert!(furniture(&long(70)) && !furniture(&long(71)));
    }

    #[test]
    fn a_head_at_the_top_is_set_aside_and_one_between_paragraphs_too() {
        let head = "青陵日报　2025年4月16日";
        assert_eq!(aside(&format!("{head}\n码头复航\n江边的码头上个月修好了。\n")), [head]);
        assert_eq!(aside(&format!("码头复航\n江边的码头上个月修好了。\n{head}\n白鹭回来\n")), [head]);
        // What it parted goes on without a blank line.
        let text = format!("江边的码头上个月修好，\n\n{head}\n\n轮渡每天开行二十个班次。\n");
        let (kept, aside) = set_aside(&text, lines(&text));
        assert_eq!((kept.len(), kept[1].blank_before, aside.len()), (2, 0, 1));
    }
}
