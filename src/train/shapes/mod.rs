//! The same articles in every shape in which pages arrive.
//!
//! Takes stories; gives the text of a page with the labels of each stretch: marked or not, wrapped at some width or one
//! paragraph a line, cut by columns, with the chrome of e-paper sites, with old or new 讯头. Mixed pages take their
//! stories from several sources. Names and papers put in are invented.

use crate::page::model::{Allowed, Label};
use crate::span::Span;
use crate::train::random::Random;
use crate::train::stories::{Story, set};

mod bodies;
mod briefs;
mod credits;
pub mod displace;
mod dress;
mod heads;
mod invented;
mod jumps;
mod sheet;

use briefs::with_briefs;
pub use credits::without_dateline;
use dress::dressed;
pub use sheet::hangs;
use sheet::{Sheet, chrome, editors};

/// The text of a page and what each stretch of it is, in order.
#[derive(Clone, Debug)]
pub struct Shaped {
    pub text: String,
    pub stretches: Vec<(Span, Allowed)>,
}

impl Shaped {
    /// Whether byte `at` stands inside a stretch, as the second half of a cut paragraph does.
    pub fn is_inside(&self, at: usize) -> bool {
        let i = self.stretches.partition_point(|(span, _)| span.start < at);
        i.checked_sub(1).is_some_and(|i| at < self.stretches[i].0.end)
    }

    /// The labels that a fragment beginning at byte `at` may have.
    pub fn allowed(&self, at: usize) -> Allowed {
        let i = self.stretches.partition_point(|(span, _)| span.start <= at);
        let allowed = match i.checked_sub(1).map(|i| self.stretches[i]) {
            Some((span, allowed)) if span.start == at => allowed,
            Some((span, allowed)) if at < span.end => going_on(allowed),
            _ => set(&[Label::Furniture]),
        };
        // The grammar knows which of the two a paragraph is.
        if allowed & set(&[Label::Body]) != 0 { allowed | set(&[Label::Brief]) } else { allowed }
    }
}

/// The labels of the second half of a stretch with these labels.
fn going_on(allowed: Allowed) -> Allowed {
    use Label::*;
    let pairs = [
        (StartKicker, Kicker),
        (StartTitle, Title),
        (StartNote, Note),
        (StartBody, Body),
        (StartCaption, Caption),
    ];
    pairs.iter().fold(allowed, |set, &(start, on)| {
        if set >> start as usize & 1 == 1 { set & !(1 << start as usize) | 1 << on as usize } else { set }
    })
}

/// How a page is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    pub marks: Marks,
    pub blanks: Blanks,
    /// Width in characters.
    pub wrap: Option<usize>,
    /// The width counts columns: a half-width character takes half of a full-width one.
    pub columns: bool,
    /// Lines may stop so many characters short of the width.
    pub ragged: usize,
    pub indent: bool,
    /// Percent of long paragraphs that are cut in two.
    pub cuts: u64,
    /// Cuts may leave very few characters on either side.
    pub close_cuts: bool,
    pub chrome: bool,
    pub masthead: bool,
    /// Percent of stories that get a 讯头 or a credit of today's form.
    pub datelines: u64,
    /// Percent of headlines that get a 引题 or 副题: by their own two clauses, or a clause of the first paragraph.
    pub split_heads: u64,
    /// Percent of stories that lose their end, as at the foot of a column.
    pub torn: u64,
    /// Without 讯头 and credits, as transcripts and many sites have them.
    pub bare: bool,
    /// Percent of long stories that get crossheads.
    pub crossheads: u64,
    /// Percent of briefs that lose their headline.
    pub untitled: u64,
    /// Runs of stories become columns of briefs without headlines.
    pub briefs: bool,
    /// Percent of headlines that one line does not hold.
    pub broken_heads: u64,
    /// The page opens with the captions of its pictures.
    pub captions: bool,
    /// Percent of stories whose body is verse, an interview, a list, or is signed.
    pub odd_bodies: u64,
    /// Percent of stories that go on on another page or come from one.
    pub jumps: u64,
    /// Percent of headlines with a mark such as ■ before them.
    pub bullets: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    #[default]
    None,
    /// `##` for headlines.
    Hashes,
    /// `#` for the first headline, `##` for the others.
    Levels,
    /// `#` for headlines, `##` for crossheads.
    Sections,
    /// `##` for headlines, bold crossheads.
    Mixed,
    /// `#` for the first headline, bold for the others, as word processors hand on a page with a title.
    First,
    Bold,
}

impl Marks {
    /// What stands before the headline of the page's story number `index`.
    fn of_headline(self, index: usize) -> &'static str {
        match self {
            Marks::None => "",
            Marks::Hashes | Marks::Mixed => "## ",
            Marks::Levels if index > 0 => "## ",
            Marks::First if index > 0 => "**",
            Marks::Levels | Marks::Sections | Marks::First => "# ",
            Marks::Bold => "**",
        }
    }

    /// What stands before a 引题 or 副题 that is marked too: as the headline's mark, or one level below.
    fn of_lesser(self, index: usize, random: &mut Random) -> &'static str {
        match self.of_headline(index) {
            "# " if random.chance(50) => "## ",
            "## " if random.chance(50) => "### ",
            same => same,
        }
    }

    fn of_crosshead(self) -> &'static str {
        match self {
            Marks::None => "",
            Marks::Hashes | Marks::Levels => "### ",
            Marks::Sections => "## ",
            Marks::Mixed | Marks::First | Marks::Bold => "**",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blanks {
    #[default]
    None,
    All,
    Stories,
}

/// A style drawn by chance; about a third of them are plain.
pub fn style(random: &mut Random) -> Style {
    let wrap = random.chance(40).then(|| random.range(11, 42));
    Style {
        marks: *random.pick(&[
            Marks::None,
            Marks::None,
            Marks::None,
            Marks::None,
            Marks::None,
            Marks::None,
            Marks::Hashes,
            Marks::Levels,
            Marks::Sections,
            Marks::Mixed,
            Marks::First,
            Marks::Bold,
        ]),
        blanks: *random.pick(&[Blanks::None, Blanks::None, Blanks::All, Blanks::Stories]),
        wrap,
        indent: if wrap.is_some() { random.chance(60) } else { random.chance(25) },
        cuts: if random.chance(25) { 15 } else { 0 },
        chrome: random.chance(25),
        masthead: random.chance(25),
        datelines: if random.chance(55) { random.range(20, 95) as u64 } else { 0 },
        split_heads: if random.chance(55) { 70 } else { 0 },
        torn: if random.chance(15) { 25 } else { 0 },
        bare: random.chance(30),
        crossheads: if random.chance(40) { 50 } else { 0 },
        untitled: if random.chance(15) { 50 } else { 0 },
        briefs: random.chance(14),
        broken_heads: if wrap.is_some_and(|width| width < 24) { 25 } else { 0 },
        captions: random.chance(5),
        close_cuts: false,
        columns: wrap.is_some() && random.chance(20),
        ragged: if wrap.is_some() && random.chance(15) { 2 } else { 0 },
        odd_bodies: if random.chance(40) { 12 } else { 0 },
        jumps: if random.chance(25) { 15 } else { 0 },
        bullets: if random.chance(10) { 50 } else { 0 },
    }
}

/// Sets the stories in a style.
pub fn lay_out(stories: &[Story], style: Style, random: &mut Random) -> Shaped {
    let mut sheet = Sheet { style, text: String::new(), stretches: Vec::new() };
    let heads: Vec<&str> =
        stories.iter().map(|s| s.parts[0].text.as_str()).filter(|t| t.chars().count() < 40).collect();
    if style.masthead {
        sheet.masthead(random);
    }
    if style.chrome {
        sheet.chrome_before(random);
    }
    let stories: Vec<Story> = stories.iter().map(|story| dressed(story, style, random)).collect();
    let stories = if style.briefs { with_briefs(stories, random) } else { stories };
    if style.captions {
        sheet.captions(&stories, random);
    }
    for (i, story) in stories.iter().enumerate() {
        sheet.story(story, i, random);
        if style.chrome && random.chance(15) {
            sheet.furniture(chrome(random));
        }
        if random.chance(2) {
            sheet.furniture(&format!("- {} -", random.range(1, 60)));
        }
    }
    if style.masthead && random.chance(50) {
        sheet.furniture(&editors(random));
    }
    if style.chrome {
        sheet.chrome_after(&heads, random);
    }
    Shaped { text: sheet.text, stretches: sheet.stretches }
}
