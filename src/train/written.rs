//! Pages written for this project, with every line's part and every name marked (`pages/README.md` has the form).
//!
//! Takes such files; gives the page as a reader would paste it with the labels of its stretches (for the line model), its
//! articles as stories (to be set in other shapes), and its texts with their names (for the tagger).

use std::path::Path;
use std::{fs, io};

use crate::page::model::{Allowed, Label};
use crate::page::rules::{self, LineKind};
use crate::span::Span;
use crate::tags::Kind;
use crate::train::files::with_ending;
use crate::train::shapes::{Shaped, hangs};
use crate::train::stories::{GoldPage, Part, Story, set};

/// The folder of the pages that are kept for measuring, in that of the others.
pub const KEPT: &str = "kept";

/// The folder of the pages that read as an encyclopedia does.
pub const KNOWLEDGE: &str = "knowledge";

/// A paragraph, a headline or another unit of the page, its lines without marks for names.
struct Unit {
    code: char,
    /// Whether it opens an article.
    opens: bool,
    lines: Vec<String>,
    /// In bytes of the lines put together.
    names: Vec<(Kind, Span)>,
    /// Blank lines before it.
    blanks: usize,
}

/// A text and its names.
pub type Marked = (String, Vec<(Kind, Span)>);

/// The pages of a folder, to learn lines from.
pub fn load(folder: &Path) -> io::Result<Vec<GoldPage>> {
    let pages = with_ending(folder, "txt")?.into_iter().map(|path| {
        let units = read(&fs::read_to_string(&path)?);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(GoldPage { name, stories: stories(&units), shaped: Some(shaped(&units)) })
    });
    pages.collect()
}

/// The texts of a folder's pages, a unit each, to learn names from.
pub fn texts(folder: &Path) -> io::Result<Vec<Marked>> {
    let mut texts = Vec::new();
    for path in with_ending(folder, "txt")? {
        texts.extend(marked(&fs::read_to_string(path)?));
    }
    Ok(texts)
}

/// Sentences that stand alone, a line each, to learn names from.
pub fn sentences(folder: &Path) -> io::Result<Vec<Marked>> {
    let mut texts = Vec::new();
    for path in with_ending(folder, "txt")? {
        texts.extend(marked(&alone(&fs::read_to_string(path)?)));
    }
    Ok(texts)
}

/// Sentences as a page's paragraphs.
fn alone(source: &str) -> String {
    source.lines().filter(|line| !line.is_empty()).map(|line| format!("P|{line}\n")).collect()
}

fn marked(source: &str) -> impl Iterator<Item = Marked> {
    let units = read(source).into_iter().filter(|unit| unit.code != 'N');
    units.map(|unit| (unit.lines.concat(), unit.names))
}

fn read(source: &str) -> Vec<Unit> {
    let (mut units, mut opens, mut blanks) = (Vec::<Unit>::new(), false, 0);
    for line in source.lines() {
        if line.trim_end() == "=" {
            opens = true;
            continue;
        }
        let Some((code, line)) = line.split_once('|') else {
            blanks += 1;
            continue;
        };
        let code = code.chars().next().unwrap_or('N');
        if code != '+' {
            let opens = code != 'N' && std::mem::take(&mut opens);
            let blanks = std::mem::take(&mut blanks);
            units.push(Unit { code, opens, lines: Vec::new(), names: Vec::new(), blanks });
        }
        if let Some(unit) = units.last_mut() {
            unit.push(line);
        }
    }
    units
}

impl Unit {
    fn push(&mut self, line: &str) {
        let before: usize = self.lines.iter().map(String::len).sum();
        let (mut text, mut rest) = (String::new(), line);
        while let Some((plain, kind, name, after)) = mark(rest) {
            text.push_str(plain);
            let start = before + text.len();
            self.names.extend(kind.map(|kind| (kind, Span::new(start, start + name.len()))));
            text.push_str(name);
            rest = after;
        }
        text.push_str(rest);
        self.lines.push(text);
    }

    fn is_headline(&self) -> bool {
        matches!(self.code, 'K' | 'H' | 'S')
    }

    /// Its lines as the page has them: prose breaks after `width` characters, wherever its author broke it.
    fn set(&self, width: Option<usize>) -> String {
        match width {
            Some(width) if self.lines.len() > 1 && !self.is_headline() => {
                wrapped(&self.lines.concat(), width)
            }
            _ => self.lines.join("\n"),
        }
    }

    /// The labels it may have. A credit or a jump hint among what belongs to no article is left to other sources.
    fn allowed(&self) -> Allowed {
        use Label::*;
        let (start, inside): (&[Label], &[Label]) = match self.code {
            'L' | 'E' => (&[StartNote], &[Note]),
            'K' => (&[StartKicker], &[Kicker]),
            'H' => (&[StartTitle], &[Title]),
            'S' => (&[StartTitle], &[Subtitle]),
            'B' => (&[StartNote, StartBody], &[Credit]),
            'C' => (&[StartTitle], &[Heading]),
            'F' => (&[StartCaption], &[Caption]),
            'P' => (&[StartBody], &[Body]),
            _ => match rules::rule(bare(&self.lines.concat())).map(|rule| rule.kind) {
                Some(LineKind::Byline) => (&[], &[Furniture, Credit]),
                Some(LineKind::Continued) => (&[], &[Furniture, Note]),
                _ => (&[], &[Furniture]),
            },
        };
        set(if self.opens { start } else { inside })
    }
}

fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut step) = (String::new(), 0);
    for c in text.chars() {
        if step > width || step == width && !hangs(c) {
            out.push('\n');
            step = 0;
        }
        out.push(c);
        step += 1;
    }
    out
}

/// The first mark `[p:…]`: what stands before it, its kind (none for an office without a place), its name, what follows.
fn mark(line: &str) -> Option<(&str, Option<Kind>, &str, &str)> {
    let kinds = [
        ("[p:", Some(Kind::Person)),
        ("[l:", Some(Kind::Place)),
        ("[o:", Some(Kind::Organization)),
        ("[b:", None),
    ];
    let found = kinds.iter().filter_map(|&(mark, kind)| Some((line.find(mark)?, kind)));
    let (at, kind) = found.min_by_key(|found| found.0)?;
    let (name, after) = line[at + 3..].split_once(']')?;
    Some((&line[..at], kind, name, after))
}

/// A unit without white space and heading marks around it.
fn bare(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '>'));
    text.trim_end_matches(|c: char| c.is_whitespace() || c == '*')
}

/// The page as it was written.
fn shaped(units: &[Unit]) -> Shaped {
    let broken = units.iter().filter(|unit| !unit.is_headline()).flat_map(|unit| unit.lines.split_last());
    let width = broken.flat_map(|(_, full)| full).map(|line| line.chars().count()).max();
    let (mut text, mut stretches) = (String::new(), Vec::new());
    for unit in units {
        text.push_str(&"\n".repeat(unit.blanks));
        let set = unit.set(width);
        let start = text.len() + (bare(&set).as_ptr() as usize - set.as_ptr() as usize);
        stretches.push((Span::new(start, start + bare(&set).len()), unit.allowed()));
        text.push_str(&set);
        text.push('\n');
    }
    Shaped { text, stretches }
}

fn stories(units: &[Unit]) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for unit in units.iter().filter(|unit| unit.code != 'N') {
        if unit.opens || stories.is_empty() {
            stories.push(Story { parts: Vec::new() });
        }
        let part = Part { text: bare(&unit.lines.concat()).to_owned(), allowed: unit.allowed() };
        stories.last_mut().expect("one was pushed").parts.push(part);
    }
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "N|清浦日报　2024年3月5日

=
K|春耕时节
H|## [l:云岭县]机声隆隆
B|本报记者　[p:何苗]
P|　　昨日，[l:云岭县][o:石门农机合作社]的
+|机手[p:林越]
+|一早下田。[b:县委]派人到场。
=
P|短讯一条。
";

    #[test]
    fn a_page_is_what_a_reader_would_paste() {
        let shaped = shaped(&read(SOURCE));
        let text = &shaped.text;
        assert_eq!(
            text,
            "清浦日报　2024年3月5日

春耕时节
## 云岭县机声隆隆
本报记者　何苗
　　昨日，云岭县石门农机合作社的
机手林越一早下田。县委派人到场。
短讯一条。
"
        );
        let stretches: Vec<_> =
            shaped.stretches.iter().map(|(span, allowed)| (span.of(text), *allowed)).collect();
        let only = |label| set(&[label]);
        assert_eq!(
            stretches,
            [
                ("清浦日报　2024年3月5日", only(Label::Furniture)),
                ("春耕时节", only(Label::StartKicker)),
                ("云岭县机声隆隆", only(Label::Title)),
                ("本报记者　何苗", only(Label::Credit)),
                ("昨日，云岭县石门农机合作社的\n机手林越一早下田。县委派人到场。", only(Label::Body)),
                ("短讯一条。", only(Label::StartBody)),
            ]
        );
    }

    #[test]
    fn its_stories_have_whole_paragraphs() {
        let stories = stories(&read(SOURCE));
        let texts: Vec<Vec<&str>> =
            stories.iter().map(|story| story.parts.iter().map(|part| part.text.as_str()).collect()).collect();
        let paragraph = "昨日，云岭县石门农机合作社的机手林越一早下田。县委派人到场。";
        assert_eq!(
            texts,
            [vec!["春耕时节", "云岭县机声隆隆", "本报记者　何苗", paragraph], vec!["短讯一条。"]]
        );
    }

    #[test]
    fn a_sentence_has_its_names() {
        let source = "[p:何苗]由[l:海州青荷县]到[o:海州大学]任教。\n\n灯亮了。\n";
        let texts: Vec<Marked> = marked(&alone(source)).collect();
        assert_eq!(texts[1..], [("灯亮了。".to_owned(), vec![])]);
        let (text, names) = &texts[0];
        let names: Vec<_> = names.iter().map(|(kind, span)| (*kind, span.of(text))).collect();
        let (person, place, body) = (Kind::Person, Kind::Place, Kind::Organization);
        assert_eq!(text, "何苗由海州青荷县到海州大学任教。");
        assert_eq!(names, [(person, "何苗"), (place, "海州青荷县"), (body, "海州大学")]);
    }

    #[test]
    fn names_keep_their_places_across_lines() {
        let paragraph = &read(SOURCE)[4];
        let text = paragraph.lines.concat();
        let names: Vec<_> = paragraph.names.iter().map(|(kind, span)| (*kind, span.of(&text))).collect();
        let (person, place, body) = (Kind::Person, Kind::Place, Kind::Organization);
        assert_eq!(names, [(place, "云岭县"), (body, "石门农机合作社"), (person, "林越")]);
    }
}
