//! The cheapest reading of a stretch of text as words and names.
//!
//! Takes characters and the stretches that are already decided, gives tokens without gaps. Words of the table, single
//! characters and candidates for names compete; a name gains by what stands before and behind it (市长…, …表示).
//! At every place only the readings that end there are kept, each with its best way back: time is linear.

use super::data::DATA;
use super::names::{candidates, is_han};
use super::table::{Class, Entry, Leaning};

/// A word or name, in characters of the text it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub class: Class,
    pub leaning: Leaning,
}

/// What a character costs that is no word by itself.
const UNKNOWN: f32 = 13.5;
const FIGURE: f32 = 6.0;
/// How much of what words say of the name beside them counts.
const CONTEXT: f32 = 1.3;
const LOUD: f32 = 2.5;
const TITLE: f32 = 3.0;
const NONE: usize = usize::MAX;

struct Edge {
    token: Token,
    /// The cost of the best reading that ends with this edge, and the edge before it there.
    total: f32,
    from: usize,
    /// The next edge with the same end.
    sibling: usize,
}

/// Reads `chars`; `fixed` are ordered, disjoint stretches that stay whole.
pub fn read(chars: &[char], fixed: &[(usize, usize)]) -> Vec<Token> {
    let mut lattice =
        Lattice { edges: Vec::with_capacity(chars.len() * 4), ending: vec![NONE; chars.len() + 1] };
    let mut fixed = fixed.iter().copied().peekable();
    for at in 0..chars.len() {
        while fixed.next_if(|&(_, end)| end <= at).is_some() {}
        if at > 0 && lattice.ending[at] == NONE {
            continue;
        }
        let limit = match fixed.peek() {
            Some(&(start, end)) if start <= at => {
                lattice.push(chars, at, end, Class::Fixed, 0.0, Leaning::default());
                continue;
            }
            Some(&(start, _)) => start,
            None => chars.len(),
        };
        lattice.open(chars, at, limit);
    }
    lattice.best(chars.len())
}

struct Lattice {
    edges: Vec<Edge>,
    /// The last edge added that ends at each place.
    ending: Vec<usize>,
}

impl Lattice {
    /// Adds every edge that starts at `at` and stays before `limit`.
    fn open(&mut self, chars: &[char], at: usize, limit: usize) {
        let ahead = &chars[at..limit];
        let c = ahead[0];
        if is_figure(c) {
            let length = ahead
                .iter()
                .take_while(|&&c| is_figure(c) || matches!(c, '.' | '%' | '-' | '／' | '/'))
                .count();
            self.push(chars, at, at + length, Class::Figure, FIGURE, Leaning::default());
            return;
        }
        let mut single = false;
        DATA.table.matches(ahead, |length, &Entry { class, cost, leaning, .. }| {
            single |= length == 1;
            self.push(chars, at, at + length, class, cost, leaning);
        });
        if !single {
            let (class, cost) = if is_han(c) { (Class::Unknown, UNKNOWN) } else { (Class::Mark, FIGURE) };
            let before_person = if c.is_whitespace() { 1.0 } else { 0.0 };
            self.push(chars, at, at + 1, class, cost, Leaning { before_person, ..Leaning::default() });
        }
        if is_han(c) {
            let before = at.checked_sub(1).map(|i| chars[i]);
            candidates(before, ahead, |name| {
                self.push(chars, at, at + name.length, name.class, name.cost, Leaning::default());
            });
        }
    }

    fn push(&mut self, chars: &[char], start: usize, end: usize, class: Class, cost: f32, leaning: Leaning) {
        let token = Token { start, end, class, leaning };
        let (mut total, mut from) = if start == 0 { (cost, NONE) } else { (f32::INFINITY, NONE) };
        let mut before = self.ending[start];
        while before != NONE {
            let edge = &self.edges[before];
            let sum = edge.total + cost + self.step(chars, before, &token);
            if sum < total {
                (total, from) = (sum, before);
            }
            before = edge.sibling;
        }
        self.edges.push(Edge { token, total, from, sibling: self.ending[end] });
        self.ending[end] = self.edges.len() - 1;
    }

    /// What it costs that `next` follows the edge `before`.
    fn step(&self, chars: &[char], before: usize, next: &Token) -> f32 {
        let edge = &self.edges[before];
        let prev = &edge.token;
        let mut cost = 0.0;
        if next.class == Class::Person {
            cost -= said(prev.leaning.before_person);
            if prev.class == Class::Person {
                cost += 3.0;
            }
            if matches!(chars[prev.start], '、' | ' ' | '\u{3000}' | '和' | '与')
                && prev.end - prev.start == 1
            {
                let listed = edge.from != NONE && self.edges[edge.from].token.class == Class::Person;
                cost += if listed { -2.0 } else { 0.5 };
            }
        }
        if prev.class == Class::Person {
            cost -= said(next.leaning.after_person);
        }
        if next.class == Class::Place {
            cost -= 0.5 * prev.leaning.before_place;
        }
        cost
    }

    fn best(&self, end: usize) -> Vec<Token> {
        let mut last = self.ending[end];
        let mut edge = last;
        while edge != NONE {
            if self.edges[edge].total < self.edges[last].total {
                last = edge;
            }
            edge = self.edges[edge].sibling;
        }
        let mut out = Vec::new();
        while last != NONE {
            out.push(self.edges[last].token);
            last = self.edges[last].from;
        }
        out.reverse();
        out
    }
}

/// What a word says of the name beside it; a title says it aloud.
fn said(leaning: f32) -> f32 {
    CONTEXT * leaning + if leaning > LOUD { TITLE } else { 0.0 }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    /// What it costs that the last of some tokens follows those before it.
    fn step(text: &str, leaning: Leaning) -> f32 {
        let (chars, mut tokens) = marks::tokens(text);
        let last = tokens.pop().expect("a token");
        let edge = |(at, token): (usize, Token)| {
            let from = at.checked_sub(1).unwrap_or(NONE);
            Edge { token: Token { leaning, ..token }, total: 0.0, from, sibling: NONE }
        };
        let edges: Vec<Edge> = tokens.into_iter().enumerate().map(edge).collect();
        let before = edges.len() - 1;
        Lattice { edges, ending: Vec::new() }.step(&chars, before, &last)
    }

    #[test]
    fn someone_in_a_list_of_people_is_cheap() {
        let cost = |text: &str| step(text, Leaning::default());
        assert_eq!((cost("何苗/人 、/标 林可/人"), cost("何苗/人 和/虚 林可/人")), (-2.0, -2.0));
        assert_eq!((cost("码头/名 、/标 林可/人"), cost("、/标 林可/人")), (0.5, 0.5));
        assert_eq!((cost("何苗/人 和平/名 林可/人"), cost("何苗/人 的/虚 林可/人")), (0.0, 0.0));
        assert_eq!(cost("何苗/人 林可/人"), 3.0);
    }

    #[test]
    fn figures_are_one() {
        let chars: Vec<char> = "在2025年涨3.5%".chars().collect();
        let tokens = read(&chars, &[]);
        let figures = tokens.iter().filter(|token| token.class == Class::Figure);
        assert_eq!(figures.map(|token| (token.start, token.end)).collect::<Vec<_>>(), [(1, 5), (7, 11)]);
    }

    #[test]
    fn a_word_says_of_a_place_behind_it_half_as_much() {
        let leaning = Leaning { before_place: 3.0, ..Leaning::default() };
        assert_eq!((step("在/虚 青荷/地", leaning), step("在/虚 船/名", leaning)), (-1.5, 0.0));
    }
}
