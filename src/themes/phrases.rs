//! Phrases that hold together and recur, found by counting alone.
//!
//! Takes the view, gives word sequences of 2 to 12 characters that recur, cannot be lengthened without losing an
//! occurrence (their neighbours vary on both sides) and cohere (PMI of their weakest cut). Sequences grow one word a level and only
//! from sequences that recur, so the work is linear in the text.

use std::collections::{BTreeMap, HashSet};

use super::hash::NumberMap;
use super::names::{Name, Names};
use super::pack;
use super::view::{BlockView, Place, View, is_han, is_word_char};

#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    pub first: Place,
    pub count: usize,
    /// In how many articles it stands.
    pub articles: usize,
    pub headline: bool,
    /// 0 to 1: how firmly its parts hold together.
    pub cohesion: f64,
}

/// Longest phrase, in characters and in words.
const LONGEST: usize = 12;
/// No more characters are counted than this: what a very long text is about shows long before.
const COUNTED: usize = 400_000;

/// A word of the running text, or a break (punctuation, function word, credit) that no phrase crosses.
#[derive(Clone, Copy)]
struct Token {
    place: Place,
    hash: u64,
    chars: usize,
    is_break: bool,
    is_place: bool,
}

#[derive(Clone, Copy)]
struct Stat {
    first: usize,
    count: usize,
    articles: usize,
    last_article: usize,
    headline: bool,
    left: Neighbours,
    right: Neighbours,
}

/// The words met on one side of a sequence.
#[derive(Clone, Copy)]
enum Neighbours {
    One(u64),
    /// Different ones, or a break.
    Varied,
}

type Level = NumberMap<Stat>;

/// Recurring phrases in the order of their first place.
pub fn phrases(view: &View, names: &Names) -> Vec<Phrase> {
    let tokens = tokens(view, names);
    let mut alive: Vec<usize> = (0..tokens.len()).collect();
    let mut levels: Vec<Level> = Vec::new();
    for words in 1..=LONGEST {
        let level = count(view, &tokens, &mut alive, words);
        if level.is_empty() {
            break;
        }
        levels.push(level);
    }
    let total = tokens.iter().filter(|t| !t.is_break).count().max(1) as f64;
    let mut out: Vec<(usize, Phrase)> = Vec::new();
    for (n, level) in levels.iter().enumerate() {
        for stat in level.values().filter(|s| s.left.varied() && s.right.varied()) {
            let run = &tokens[stat.first..=stat.first + n];
            let first = Place { end: run[n].place.end, ..run[0].place };
            if !(2..=LONGEST).contains(&(first.end - first.start)) || !holds_up(view, run) {
                continue;
            }
            let cohesion = cohesion(run, &levels, total);
            let Stat { count, articles, headline, .. } = *stat;
            out.push((stat.first, Phrase { first, count, articles, headline, cohesion }));
        }
    }
    out.sort_by_key(|(at, phrase)| (*at, phrase.first.end));
    out.into_iter().map(|(_, phrase)| phrase).collect()
}

impl Neighbours {
    fn varied(self) -> bool {
        matches!(self, Neighbours::Varied)
    }

    fn meet(&mut self, token: Option<&Token>) {
        match (*self, token) {
            (Neighbours::One(hash), Some(token)) if !token.is_break && token.hash == hash => (),
            _ => *self = Neighbours::Varied,
        }
    }

    fn new(token: Option<&Token>) -> Neighbours {
        match token {
            Some(token) if !token.is_break => Neighbours::One(token.hash),
            _ => Neighbours::Varied,
        }
    }
}

/// Counts the sequences of `words` words whose shorter parts all recur; what does not recur dies. `alive` has where those
/// parts begin, in order.
fn count(view: &View, tokens: &[Token], alive: &mut Vec<usize>, words: usize) -> Level {
    let mut level = Level::default();
    let grown = |(n, &i): (usize, &usize)| {
        let run = tokens.get(i..i + words)?;
        let grown = words == 1 || alive.get(n + 1) == Some(&(i + 1));
        let chars: usize = run.iter().map(|t| t.chars).sum();
        let whole = run.iter().all(|t| !t.is_break && t.place.block == run[0].place.block);
        (grown && whole && chars <= LONGEST).then(|| (i, hash(run)))
    };
    let grown: Vec<(usize, u64)> = alive.iter().enumerate().filter_map(grown).collect();
    for &(i, hash) in &grown {
        let place = tokens[i].place;
        let article = view.article_of(place);
        let left = i.checked_sub(1).map(|l| &tokens[l]).filter(|t| t.place.block == place.block);
        let right = tokens.get(i + words).filter(|t| t.place.block == place.block);
        let stat = level.entry(hash).or_insert_with(|| Stat {
            first: i,
            count: 0,
            articles: 0,
            last_article: usize::MAX,
            headline: false,
            left: Neighbours::new(left),
            right: Neighbours::new(right),
        });
        stat.count += 1;
        stat.headline |= view.is_headline(place);
        if stat.last_article != article {
            stat.articles += 1;
            stat.last_article = article;
        }
        stat.left.meet(left);
        stat.right.meet(right);
    }
    level.retain(|_, stat| stat.count > 1);
    alive.clear();
    alive.extend(grown.into_iter().filter(|(_, hash)| level.contains_key(hash)).map(|(i, _)| i));
    level
}

/// Whether a sequence can be a phrase by its ends: a place only at its beginning, no half of a number or of a position.
fn holds_up(view: &View, run: &[Token]) -> bool {
    let chars = |token: &Token| &view.blocks[token.place.block].chars[token.place.start..token.place.end];
    let (first, last) = (chars(&run[0]), chars(&run[run.len() - 1]));
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十百千万亿几多第".contains(c);
    let han = run.iter().flat_map(chars).filter(|&&c| is_han(c) && !numeral(c)).count();
    han >= 2
        && !run[1..].iter().any(|t| t.is_place)
        && (run.len() > 1 || !run[0].is_place)
        && !(last.len() == 1 && "中上下内外前后里间时个名位次不有要会能年月日来去第".contains(last[0]))
        && !(first.len() == 1
            && "中上下内外前后里间时个名位次不有要会能年月日来去过后可市".contains(first[0]))
        && !first[0].is_ascii_digit()
        && !last[last.len() - 1].is_ascii_digit()
}

/// PMI of the weakest cut, on a scale where 0 is chance and 1 is firm.
fn cohesion(run: &[Token], levels: &[Level], total: f64) -> f64 {
    let count = |part: &[Token]| levels[part.len() - 1].get(&hash(part)).map_or(1.0, |s| s.count as f64);
    let whole = count(run);
    let weakest = (1..run.len())
        .map(|cut| {
            let (left, right) = run.split_at(cut);
            (whole * total / (count(left) * count(right))).log2() / (total / whole).log2().max(1.0)
        })
        .reduce(f64::min);
    weakest.unwrap_or(1.0).clamp(0.0, 1.0)
}

fn tokens(view: &View, names: &Names) -> Vec<Token> {
    let mut out = Vec::new();
    let mut counted = 0;
    for (i, block) in view.blocks.iter().enumerate() {
        let closed: HashSet<usize> =
            names[i].iter().filter(|n| !n.place).flat_map(|n| n.start..n.end).collect();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for Name { start, end, .. } in names[i].iter().filter(|n| n.place) {
            places.insert(*start, *end);
        }
        let most = (COUNTED - counted).min(block.chars.len());
        for (start, end) in cut(block, most, &places) {
            let chars = &block.chars[start..end];
            let is_break = !chars.iter().all(|&c| is_word_char(c))
                || (start..end).any(|c| block.masked[c] || closed.contains(&c))
                || pack::is_stop_word(&chars.iter().collect::<String>());
            out.push(Token {
                place: Place { block: i, start, end },
                hash: hash_chars(SEED, chars),
                chars: end - start,
                is_break,
                is_place: places.contains_key(&start),
            });
        }
        counted += most;
        if counted == COUNTED {
            break;
        }
    }
    out
}

/// The words of a block up to a character; a place is one word, however the text is cut.
fn cut(block: &BlockView, most: usize, places: &BTreeMap<usize, usize>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    for &end in block.words.iter().skip(1).take_while(|&&end| end <= most) {
        while at < end {
            let next = places.range(at..end).next().map(|(&start, &end)| (start, end));
            let stop = match next {
                Some((place, stop)) if place == at => stop,
                Some((place, _)) => place,
                None => end,
            };
            out.push((at, stop));
            at = stop;
        }
    }
    out
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over characters; the same text has the same hash however it is cut into words.
fn hash_chars(seed: u64, chars: &[char]) -> u64 {
    chars.iter().fold(seed, |h, &c| (h ^ c as u64).wrapping_mul(0x0000_0100_0000_01b3))
}

fn hash(run: &[Token]) -> u64 {
    run.iter().fold(SEED, |h, token| (h ^ token.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
}
