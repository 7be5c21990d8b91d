//! What can be seen of each fragment: a fixed list of small observations.
//!
//! Takes the fragments and their lines; gives one row of small numbers a fragment (see `Atom`). Nothing is decided
//! here. `model` combines neighbouring rows into features and weighs them. All observations are local, within some
//! forty fragments, so that a long text costs what its pages would one by one.

mod company;
mod cue;
mod form;
mod habits;
mod voice;

use company::{Company, dip};
use cue::cue;
use form::{closing, end, inner_marks, opening, start};
use habits::{Habits, blank, indent, mark};
use voice::{grammar_words, voice_words, when};

use crate::page::cohesion::{Pairs, Rarity, pairs};
use crate::page::lines::Line;
use crate::page::paragraphs::Fragment;
use crate::page::rules::{self, LineKind};
use crate::text::closes;

/// An observation. Values are small numbers from 1 (0 stands for “beyond the page”); `names` says what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Atom {
    Length,
    End,
    Start,
    Inner,
    Spaces,
    Dash,
    Kind,
    Mark,
    Indent,
    Blank,
    Opening,
    InNext,
    InBefore,
    Step,
    Cohesion,
    Wide,
    Echo,
    Dip,
    ShortRun,
    ParagraphsAfter,
    Parallel,
    ShortHabit,
    DatelineHabit,
    Closing,
    Repeated,
    Edge,
    When,
    Lead,
    InLead,
    Grammar,
    Voice,
    SameStart,
    Cue,
}

pub const ATOMS: usize = 33;

/// The observations of one fragment.
pub type Row = [u8; ATOMS];

/// The kind of line that a fragment is.
pub fn kind(row: &Row) -> LineKind {
    LineKind::ALL[usize::from(row[Atom::Kind as usize]) - 1]
}

/// The name of each atom and of its values 1, 2, …
pub const NAMES: [(&str, &[&str]); ATOMS] = [
    ("length", &["1-4", "5-8", "9-12", "13-17", "18-23", "24-31", "32-45", "46-70", "71-120", "121+"]),
    ("end", &["open", "stop", "stop+quote", "quote", "bracket", "comma", "colon", "dash", "latin"]),
    ("start", &["han", "quote", "bracket", "square", "digit", "latin", "bullet", "dash", "closing"]),
    ("inner marks", &["0", "1", "2-3", "4+"]),
    ("spaces", &["0", "1", "2+"]),
    ("dash", &["no", "yes"]),
    ("kind", &rules::KINDS),
    ("mark", &["none on page", "top", "lower", "bold", "unmarked", "second"]),
    ("indent", &["none on page", "usual", "none", "deep"]),
    ("blank before", &["no habit", "yes", "no"]),
    ("opens", &["plain", "when", "linking", "speaker", "deictic"]),
    ("words in next", &["long", "0", "<.1", "<.2", "<.35", "<.55", "more"]),
    ("words in before", &["long", "0", "<.1", "<.2", "<.35", "<.55", "more"]),
    ("likeness to last", &["nothing", "<.01", "<.03", "<.06", "<.1", "<.15", "<.22", "more"]),
    ("cohesion", &["nothing", "<.02", "<.05", "<.08", "<.12", "<.17", "<.25", "more"]),
    ("wide cohesion", &["nothing", "<.03", "<.06", "<.1", "<.15", "<.2", "<.27", "more"]),
    ("echo of last headline", &["nothing", "0", "<.05", "<.12", "<.2", "<.35", "more"]),
    ("dip", &["nothing", "<-.08", "<-.04", "<-.015", "<.015", "<.05", "more"]),
    ("short run", &["long", "only", "first", "middle", "last"]),
    ("paragraphs after", &["0", "1", "2", "3-4", "5-8", "9+"]),
    ("parallel", &["long", "no", "one side", "both sides"]),
    ("short habit", &["<.1", "<.2", "<.35", "<.5", "more"]),
    ("dateline habit", &["none", "<.1", "<.2", "more"]),
    ("closes", &["no", "credit", "attendance"]),
    ("repeated", &["no", "yes"]),
    ("edge", &["inside", "first", "last"]),
    ("says when", &["no", "at once", "in first clause", "later"]),
    ("opening known", &["nothing", "0", "<.1", "<.2", "<.35", "<.55", "more"]),
    ("words in lead", &["long", "0", "<.1", "<.2", "<.35", "<.55", "more"]),
    ("grammar words", &["long", "0", "1", "2+"]),
    ("voice words", &["long", "0", "1", "2+"]),
    ("starts alike", &["no", "last", "next", "both"]),
    ("cue", &["no", "label", "aside", "says", "notice", "service"]),
];

/// How many values an atom has, “beyond the page” included.
pub fn values(atom: Atom) -> usize {
    NAMES[atom as usize].1.len() + 1
}

/// Characters up to which a fragment without an end counts as short, as headlines are.
const SHORT: usize = 45;
/// Characters in which a report says who did what where.
const LEAD: usize = 40;
/// Fragments on each side that make up the habits of a page.
const HABIT: usize = 40;

/// A fragment and what is computed of it once.
struct Seen<'a> {
    text: &'a str,
    line: &'a Line,
    chars: usize,
    kind: LineKind,
    short: bool,
    pairs: Pairs,
    /// The pairs of its first clauses.
    lead: Pairs,
}

/// The rows of all fragments.
pub fn observe(lines: &[Line], fragments: &[Fragment], rarity: &Rarity<'_>) -> Vec<Row> {
    let seen: Vec<Seen<'_>> = fragments.iter().map(|f| seen(&lines[f.first], f)).collect();
    let habits = Habits::new(&seen);
    let mut company = Company::new(&seen, *rarity);
    let joints: Vec<Option<f32>> = (0..seen.len()).map(|i| company.likeness(i, 3)).collect();
    (0..seen.len()).map(|i| row(&seen, &habits, &joints, &mut company, i)).collect()
}

fn seen<'a>(line: &'a Line, fragment: &'a Fragment) -> Seen<'a> {
    let text = fragment.passage.text.as_str();
    let chars = text.chars().count();
    let kind = rules::rule(text).map_or(LineKind::Plain, |rule| rule.kind);
    let short = chars <= SHORT && !text.trim_end_matches(closes).ends_with(['。', '；', '，', '、']);
    let lead = pairs(head(text, LEAD));
    Seen { text, line, chars, kind, short, pairs: pairs(text), lead }
}

fn row(
    seen: &[Seen<'_>],
    habits: &Habits,
    joints: &[Option<f32>],
    company: &mut Company<'_, '_>,
    i: usize,
) -> Row {
    let s = &seen[i];
    let mut row = [0; ATOMS];
    let mut set = |atom: Atom, value: u8| row[atom as usize] = value + 1;
    set(Atom::Length, bin(s.chars as f32, &[5.0, 9.0, 13.0, 18.0, 24.0, 32.0, 46.0, 71.0, 121.0]));
    set(Atom::End, end(s.text));
    set(Atom::Start, start(s.text));
    set(Atom::Inner, inner_marks(s.text));
    set(Atom::Spaces, spaces(s));
    set(Atom::Dash, u8::from(s.chars <= 80 && s.text.contains(['—', '─', '－'])));
    set(Atom::Kind, s.kind as u8);
    set(Atom::Mark, mark(s, habits, i));
    set(Atom::Indent, indent(s, habits, i));
    set(Atom::Blank, blank(s, habits, i));
    set(Atom::Opening, opening(s.text));
    set(Atom::InNext, company.in_next(i));
    set(Atom::InBefore, company.in_before(i));
    let level = |x: Option<f32>, bounds: &[f32]| x.map_or(0, |x| 1 + bin(x, bounds));
    set(Atom::Step, level(company.likeness(i, 1), &[0.01, 0.03, 0.06, 0.1, 0.15, 0.22]));
    set(Atom::Wide, level(company.likeness(i, 8), &[0.03, 0.06, 0.1, 0.15, 0.2, 0.27]));
    set(Atom::Echo, level(company.echo(i), &[0.0001, 0.05, 0.12, 0.2, 0.35]));
    set(Atom::Cohesion, joints[i].map_or(0, |x| 1 + bin(x, &[0.02, 0.05, 0.08, 0.12, 0.17, 0.25])));
    set(Atom::Dip, dip(joints, i).map_or(0, |x| 1 + bin(x, &[-0.08, -0.04, -0.015, 0.015, 0.05])));
    set(Atom::ShortRun, short_run(seen, i));
    set(Atom::ParagraphsAfter, paragraphs_after(seen, i));
    set(Atom::Parallel, parallel(seen, i));
    set(Atom::ShortHabit, bin(habits.share(&habits.short, i), &[0.1, 0.2, 0.35, 0.5]));
    let datelines = habits.share(&habits.datelines, i);
    set(Atom::DatelineHabit, if datelines == 0.0 { 0 } else { 1 + bin(datelines, &[0.1, 0.2]) });
    set(Atom::Closing, closing(s.text));
    set(Atom::Repeated, u8::from(repeated(seen, i)));
    set(Atom::When, when(s.text));
    set(Atom::Lead, level(company.lead_known(i), &[0.0001, 0.1, 0.2, 0.35, 0.55]));
    set(Atom::InLead, company.in_lead(i));
    set(Atom::Grammar, if s.short { 1 + grammar_words(s.text) } else { 0 });
    set(Atom::Voice, if s.short { 1 + voice_words(s.text) } else { 0 });
    set(Atom::SameStart, same_start(seen, i));
    set(Atom::Cue, cue(s.text, s.chars) as u8);
    set(Atom::Edge, if i == 0 { 1 } else { u8::from(i + 1 == seen.len()) * 2 });
    row
}

/// The first `count` characters of `text`.
fn head(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

/// The number of bounds that `x` reaches.
fn bin(x: f32, bounds: &[f32]) -> u8 {
    bounds.iter().filter(|&&bound| x >= bound).count() as u8
}

fn spaces(s: &Seen<'_>) -> u8 {
    if s.chars > 80 {
        return 0;
    }
    s.text.chars().filter(|c| c.is_whitespace()).take(2).count() as u8
}

fn short_run(seen: &[Seen<'_>], i: usize) -> u8 {
    if !seen[i].short {
        return 0;
    }
    let before = i > 0 && seen[i - 1].short;
    let after = seen.get(i + 1).is_some_and(|s| s.short);
    match (before, after) {
        (false, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
        (true, false) => 4,
    }
}

fn paragraphs_after(seen: &[Seen<'_>], i: usize) -> u8 {
    let count = seen[i + 1..].iter().take(12).take_while(|s| !s.short).count();
    bin(count as f32, &[1.0, 2.0, 3.0, 5.0, 9.0])
}

/// Whether the short fragments around are exactly as long, as crossheads of one article often are.
fn parallel(seen: &[Seen<'_>], i: usize) -> u8 {
    let here = &seen[i];
    if !here.short {
        return 0;
    }
    let same = |s: Option<&Seen<'_>>| s.is_some_and(|s| s.chars == here.chars && s.chars > 3);
    let before = same(seen[..i].iter().rev().take(12).find(|s| s.short));
    let after = same(seen[i + 1..].iter().take(12).find(|s| s.short));
    1 + u8::from(before) + u8::from(after)
}

/// Whether the neighbours begin with the same mark or with a number too.
fn same_start(seen: &[Seen<'_>], i: usize) -> u8 {
    let sort = |s: &Seen<'_>| {
        s.text.chars().next().filter(|c| !c.is_alphabetic()).map(|c| if c.is_numeric() { '0' } else { c })
    };
    let Some(own) = sort(&seen[i]) else { return 0 };
    let same = |s: Option<&Seen<'_>>| s.and_then(sort) == Some(own);
    u8::from(i > 0 && same(seen.get(i - 1))) + 2 * u8::from(same(seen.get(i + 1)))
}

fn repeated(seen: &[Seen<'_>], i: usize) -> bool {
    let here = seen[i].text;
    let near = i.saturating_sub(HABIT)..(i + HABIT).min(seen.len());
    seen[i].short && near.into_iter().any(|j| j != i && seen[j].text == here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;
    use crate::page::model::built_in;
    use crate::text::Passage;

    /// The rows of a text each line of which is a fragment.
    fn rows(text: &str) -> Vec<Row> {
        let lines = lines(text);
        let fragment = |(i, line): (usize, &Line)| Fragment {
            first: i,
            last: i,
            passage: Passage::new(text, line.content),
            unwrapped: None,
        };
        let fragments: Vec<Fragment> = lines.iter().enumerate().map(fragment).collect();
        observe(&lines, &fragments, &built_in().counts().rarity)
    }

    /// One observation of each line, by its name.
    fn named(text: &str, atom: Atom) -> Vec<&'static str> {
        rows(text).iter().map(|row| NAMES[atom as usize].1[usize::from(row[atom as usize]) - 1]).collect()
    }

    fn of(chars: usize) -> String {
        "岸".repeat(chars)
    }

    #[test]
    fn lengths_and_what_stands_inside() {
        let text = [4, 5, 8, 9, 120, 121, 1001, 1200].map(of).join("\n");
        let lengths = ["1-4", "5-8", "5-8", "9-12", "71-120", "121+", "121+", "121+"];
        assert_eq!(named(&text, Atom::Length), lengths);
        let blanks = format!("河岸\n河 岸\n河 岸 边 上\n{} {}\n{} {}", of(40), of(39), of(40), of(40));
        assert_eq!(named(&blanks, Atom::Spaces), ["0", "1", "2+", "1", "0"]);
        let dashes = format!("河岸\n河岸——新貌\n{}—{}\n{}—{}", of(40), of(39), of(40), of(40));
        assert_eq!(named(&dashes, Atom::Dash), ["no", "yes", "yes", "no"]);
        assert_eq!(named("本报讯 码头复航\n河岸", Atom::Kind), ["dateline", "plain"]);
    }

    #[test]
    fn short_lines_and_the_paragraphs_under_them() {
        let long = of(46);
        let text = format!("河岸\n{long}\n河岸\n灯火\n桥上\n{long}\n{long}\n河岸。\n{long}\n河岸");
        let runs = ["only", "long", "first", "middle", "last", "long", "long", "long", "long", "only"];
        assert_eq!(named(&text, Atom::ShortRun), runs);
        let after = ["1", "0", "0", "0", "3-4", "3-4", "2", "1", "0", "0"];
        assert_eq!(named(&text, Atom::ParagraphsAfter), after);
        let many = format!("河岸\n{}", format!("{long}\n").repeat(20));
        assert_eq!(named(&many, Atom::ParagraphsAfter)[..2], ["9+", "9+"]);
        assert_eq!(
            named(&many, Atom::ParagraphsAfter)[12..],
            ["5-8", "5-8", "5-8", "5-8", "3-4", "3-4", "2", "1", "0"]
        );
        assert_eq!(named(&text, Atom::Edge)[..2], ["first", "inside"]);
        assert_eq!(named(&text, Atom::Edge)[8..], ["inside", "last"]);
        assert_eq!(named(&text, Atom::ShortHabit), ["more"; 10]);
        // At most 45 characters, and no end of a sentence.
        let limits = format!("{}\n{}\n{}；\n{}”", of(45), of(46), of(8), of(8));
        assert_eq!(named(&limits, Atom::ShortRun), ["only", "long", "long", "only"]);
    }

    #[test]
    fn lines_that_are_alike() {
        let long = of(46);
        let text =
            format!("江边夜色\n{long}\n桥上灯火\n{long}\n河岸清风\n{long}\n山里人家好\n桥上\n{long}\n江上");
        let parallel =
            ["one side", "long", "both sides", "long", "one side", "long", "no", "no", "long", "no"];
        assert_eq!(named(&text, Atom::Parallel), parallel);
        let far = format!("江边夜色\n{}桥上灯火", format!("{long}\n").repeat(12));
        assert_eq!(named(&far, Atom::Parallel)[0], "no");
        let tiny = format!("江边夜\n{long}\n桥上灯");
        assert_eq!(
            named(&tiny, Atom::Parallel),
            ["no", "long", "no"],
            "words of three characters are often alike"
        );
        let starts = "1.江边\n2.桥上\n■河岸\n■山里\n江上\n①灯火";
        assert_eq!(named(starts, Atom::SameStart), ["next", "last", "next", "last", "no", "no"]);
        assert_eq!(named("■江\n■桥\n■岸", Atom::SameStart), ["next", "both", "last"]);
        let repeated = format!("江边\n{long}\n桥上\n{long}\n江边");
        assert_eq!(named(&repeated, Atom::Repeated), ["yes", "no", "no", "no", "yes"]);
        let far = format!("江边\n{}江边", format!("{long}\n").repeat(HABIT - 1));
        assert_eq!(named(&far, Atom::Repeated)[0], "no");
        assert_eq!(named(&far, Atom::Repeated)[HABIT], "yes");
    }

    #[test]
    fn habits_of_the_page() {
        let long = of(46);
        let share = |short: usize, paragraphs: usize| {
            named(&("河岸\n".repeat(short) + &format!("{long}\n").repeat(paragraphs)), Atom::ShortHabit)[0]
        };
        assert_eq!(
            [share(0, 5), share(1, 9), share(2, 8), share(4, 6), share(5, 5)],
            ["<.1", "<.2", "<.35", "<.5", "more"]
        );
        let sent = |reports: usize, paragraphs: usize| {
            let text = "本报讯 码头复航\n".repeat(reports) + &format!("{long}\n").repeat(paragraphs);
            named(&text, Atom::DatelineHabit)[0]
        };
        assert_eq!([sent(0, 5), sent(1, 19), sent(1, 9), sent(2, 8)], ["none", "<.1", "<.2", "more"]);
        let told = format!("灯亮了\n河岸的灯\n{long}");
        assert_eq!(named(&told, Atom::Grammar), ["0", "1", "long"]);
        assert_eq!(named(&told, Atom::Voice), ["1", "0", "long"]);
    }

    /// How far a line looks for the paragraphs to which it is likened.
    #[test]
    fn what_is_shared_is_looked_for_nearby() {
        let report = "清水湾码头昨天复航，停了两年的轮渡重新开到对岸，轮渡公司说，每天开行二十个班次，最后一班夜里十点开。";
        let under = |between: usize, atom: Atom| {
            named(&format!("清水湾码头复航\n{}{report}", "灯火\n".repeat(between)), atom)[0]
        };
        for atom in [Atom::InNext, Atom::InLead] {
            assert_eq!((under(4, atom), under(5, atom)), ("more", "0"));
        }
        // The joint before the last line, and the one behind the first.
        let joints = |between: usize| {
            let steps = named(&format!("{report}\n{}{report}", "灯火\n".repeat(between)), Atom::Step);
            (steps[between + 1], steps[1])
        };
        assert_eq!((joints(5), joints(6)), (("more", "more"), ("nothing", "nothing")));
    }

    /// Two reports and a brief: what each line shares with what stands around it. The weights in `data/lines.model` were
    /// learned with these.
    #[test]
    fn what_lines_share() {
        let text = "\
清水湾码头复航
清水湾码头昨天复航，停了两年的轮渡重新开到对岸。轮渡公司说，每天开行二十个班次，最后一班夜里十点离开码头。
住在对岸的居民最高兴：从前坐公交车绕过大桥要一个小时，如今坐轮渡只要十分钟，上班的人不必再早起。
轮渡公司还把候船室修了一遍，加了座椅和雨棚，老人和孩子等船不再淋雨。
白鹭回到锦带河
治理一年以后，锦带河边又见白鹭。清晨，几十只白鹭落在浅滩上觅食，桥上的行人停下来拍照。
鸟类专家何苗认为，白鹭多了说明河水干净、鱼虾多，她和学生每个月都来数一遍白鹭。
水务部门今年还要在河边种芦苇，给白鹭留出一片没有人打扰的浅滩。
治理的经验
截住污水、清走淤泥、种上水草，锦带河的治理用了三个办法，每个办法都花了不少力气。
老石桥重新通行
渡口镇的老石桥昨日通行，工匠按原样补好了三个桥墩，镇里的老人头一个走过桥去。
";
        let rows = rows(text);
        let shown =
            |atom: Atom| -> String { rows.iter().map(|row| char::from(b'0' + row[atom as usize])).collect() };
        let atoms = [
            Atom::InNext,
            Atom::InBefore,
            Atom::InLead,
            Atom::Step,
            Atom::Cohesion,
            Atom::Wide,
            Atom::Echo,
            Atom::Dip,
            Atom::Lead,
        ];
        let expected = [
            "711161115161",
            "211121115121",
            "711161115161",
            "114422442244",
            "114322554433",
            "113222443333",
            "172227776627",
            "116544665544",
            "143314341414",
        ];
        assert_eq!(atoms.map(shown), expected);
    }
}
