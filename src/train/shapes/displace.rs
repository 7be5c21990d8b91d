//! Pages cut and shuffled in known ways: what `page/order` learns from and is measured on.

use crate::train::random::Random;
use crate::train::stories::{GoldPage, Part, Story};

/// What was done to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disorder {
    /// An article's second half stands before its own headline.
    BeforeHeadline,
    /// It stands after the article that follows.
    AfterNext,
    /// It stands some articles further on.
    Further,
    /// The paragraphs of two articles alternate after both headlines.
    Interleaved,
    /// It is missing.
    Lost,
}

impl Disorder {
    pub const ALL: [Disorder; 5] = [
        Disorder::BeforeHeadline,
        Disorder::AfterNext,
        Disorder::Further,
        Disorder::Interleaved,
        Disorder::Lost,
    ];
}

/// A page of plain paragraphs, and which story each stretch of it comes from.
pub struct Shuffled {
    pub text: String,
    /// Where each stretch begins, in bytes, with its story.
    stretches: Vec<(usize, usize)>,
    /// Where displaced text begins.
    pub displaced: Vec<usize>,
    /// Where an article stops whose end is missing.
    pub lost: Option<usize>,
}

impl Shuffled {
    /// The story that the text at byte `at` comes from.
    pub fn story(&self, at: usize) -> usize {
        let i = self.stretches.partition_point(|&(start, _)| start <= at);
        i.checked_sub(1).map_or(usize::MAX, |i| self.stretches[i].1)
    }

    /// The page as it stood.
    pub fn in_order(page: &GoldPage) -> Shuffled {
        let mut out = empty();
        page.stories.iter().enumerate().for_each(|(i, story)| out.add(i, &lines(story)));
        out
    }

    fn add(&mut self, story: usize, lines: &[&str]) {
        for line in lines {
            self.stretches.push((self.text.len(), story));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }
}

/// The page in that disorder; nothing where no article is long enough.
pub fn displace(page: &GoldPage, disorder: Disorder, random: &mut Random) -> Option<Shuffled> {
    if disorder == Disorder::Interleaved { interleave(page, random) } else { cut(page, disorder, random) }
}

fn is_long(part: &Part) -> bool {
    part.text.chars().count() > 60
}

fn lines(story: &Story) -> Vec<&str> {
    story.parts.iter().map(|part| part.text.as_str()).collect()
}

/// One of the stories, not the first, that fit.
fn choose(page: &GoldPage, fits: impl Fn(usize) -> bool, random: &mut Random) -> Option<usize> {
    let candidates: Vec<usize> = (1..page.stories.len()).filter(|&i| fits(i)).collect();
    (!candidates.is_empty()).then(|| *random.pick(&candidates))
}

fn empty() -> Shuffled {
    Shuffled { text: String::new(), stretches: Vec::new(), displaced: Vec::new(), lost: None }
}

/// Cuts one story in mid-sentence and sets its tail elsewhere.
fn cut(page: &GoldPage, disorder: Disorder, random: &mut Random) -> Option<Shuffled> {
    let fits = |i: usize| page.stories[i].parts.len() >= 3 && page.stories[i].parts[1..].iter().any(is_long);
    let chosen = choose(page, fits, random)?;
    let parts = lines(&page.stories[chosen]);
    let at = page.stories[chosen].parts.iter().skip(1).position(is_long)? + 1;
    let count = parts[at].chars().count();
    let (before, after) = parts[at].split_at(parts[at].char_indices().nth(random.range(12, count - 12))?.0);
    let head: Vec<&str> = parts[..at].iter().copied().chain([before]).collect();
    // Scans of columns often lose some words with the cut.
    let lost = if random.chance(40) { random.range(1, after.chars().count() / 2 + 1) } else { 0 };
    let after = &after[after.char_indices().nth(lost)?.0..];
    let tail: Vec<&str> = [after].into_iter().chain(parts[at + 1..].iter().copied()).collect();
    let place = match disorder {
        Disorder::BeforeHeadline => chosen,
        Disorder::AfterNext => chosen + 2,
        Disorder::Further => chosen + random.range(3, 7),
        Disorder::Interleaved | Disorder::Lost => usize::MAX,
    };
    if place != usize::MAX && place > page.stories.len() {
        return None;
    }
    let mut out = empty();
    for i in 0..=page.stories.len() {
        if i == place {
            out.displaced.push(out.text.len());
            out.add(chosen, &tail);
        }
        if i == chosen {
            out.add(chosen, &head);
            out.lost = (disorder == Disorder::Lost).then_some(out.text.len() - 1);
        } else if let Some(story) = page.stories.get(i) {
            out.add(i, &lines(story));
        }
    }
    Some(out)
}

/// Two neighbours, their headlines each with a first paragraph, then the other paragraphs by turns.
fn interleave(page: &GoldPage, random: &mut Random) -> Option<Shuffled> {
    let long = |i: usize| page.stories[i].parts.iter().filter(|part| is_long(part)).count() >= 3;
    let second = choose(page, |i| long(i) && long(i - 1), random)?;
    let stories = [lines(&page.stories[second - 1]), lines(&page.stories[second])];
    let opening = |i: usize| page.stories[i].parts.iter().position(is_long).map_or(0, |at| at + 1);
    let openings = [opening(second - 1), opening(second)];
    let mut out = empty();
    for (i, story) in page.stories.iter().enumerate() {
        if i == second {
            continue;
        }
        if i + 1 != second {
            out.add(i, &lines(story));
            continue;
        }
        for (side, lines) in stories.iter().enumerate() {
            out.add(i + side, &lines[..openings[side]]);
        }
        let rest = [&stories[0][openings[0]..], &stories[1][openings[1]..]];
        for at in 0..rest[0].len().max(rest[1].len()) {
            for (side, lines) in rest.iter().enumerate() {
                if let Some(line) = lines.get(at) {
                    if side == 0 {
                        out.displaced.push(out.text.len());
                    }
                    out.add(i + side, &[*line]);
                }
            }
        }
    }
    Some(out)
}
