//! Texts with other names in the place of theirs, so that a model learns what names look like and what stands around
//! them, and not the names of one month.
//!
//! Takes the pieces of a text; gives them with invented people, places from the gazetteer, invented villages and bodies
//! of other places, each name changed alike throughout; lists with spaces, and credits as papers of today set them.

use std::collections::HashMap;

use super::corpus::Piece;
use crate::tags::Kind;
use crate::tags::rules::Class;
use crate::tags::rules::data::DATA;
use crate::tags::rules::hash::Map;
use crate::train::random::Random;

/// Things to draw, each with the sum of the weights up to it.
pub struct Urn<T> {
    items: Vec<(f64, T)>,
}

impl<T: Clone + Ord> Urn<T> {
    /// From negative log probabilities, made `even` times more alike.
    fn new(costs: impl Iterator<Item = (T, f32)>, even: f32) -> Urn<T> {
        let mut items: Vec<(T, f32)> = costs.collect();
        items.sort_by(|a, b| a.0.cmp(&b.0));
        let mut sum = 0.0;
        let items = items.into_iter().map(|(item, cost)| {
            sum += f64::from((-cost / even).exp());
            (sum, item)
        });
        Urn { items: items.collect() }
    }

    pub fn draw(&self, random: &mut Random) -> T {
        let sum = self.items.last().map_or(0.0, |last| last.0);
        let at = random.range(0, 1 << 30) as f64 / f64::from(1 << 30) * sum;
        self.items[self.items.partition_point(|item| item.0 <= at).min(self.items.len() - 1)].1.clone()
    }
}

pub struct Augment {
    surnames: Urn<&'static str>,
    given: [Urn<char>; 3],
    pub foreign: Urn<char>,
    pub place: Urn<char>,
    /// Places by their last character where that says what they are, else by their length.
    pub places: HashMap<String, Vec<String>>,
    known: HashMap<String, Class>,
}

/// What the last character of a place says it is.
const ENDS: &str = "省市县区州镇乡村街路河湖山江岛桥寨屯湾巷港旗";
const REPORTERS: [&str; 6] = ["全媒体记者", "记者", "见习记者", "融媒体记者", "首席记者", "本报记者"];

impl Augment {
    pub fn new() -> Augment {
        let names = &DATA.names;
        let chars = |costs: &Map<char, f32>| Urn::new(costs.iter().map(|(&c, &cost)| (c, cost)), 1.4);
        let known: HashMap<String, Class> =
            DATA.table.words().map(|(first, rest, class)| (format!("{first}{rest}"), class)).collect();
        let mut places: HashMap<String, Vec<String>> = HashMap::new();
        for (word, _) in known.iter().filter(|(_, class)| **class == Class::Place) {
            places.entry(sort_of(word)).or_default().push(word.clone());
        }
        places.values_mut().for_each(|list| list.sort());
        Augment {
            surnames: Urn::new(names.surname.iter().map(|(&s, &cost)| (s, cost)), 1.4),
            given: [chars(&names.given[0]), chars(&names.given[1]), chars(&names.given[2])],
            foreign: chars(&names.foreign),
            place: chars(&names.place),
            places,
            known,
        }
    }

    pub fn change(&self, pieces: &[Piece], random: &mut Random) -> Vec<Piece> {
        let mut new: HashMap<String, String> = HashMap::new();
        let spaced = random.chance(10);
        let mut out: Vec<Piece> = Vec::with_capacity(pieces.len() + 8);
        if random.chance(6) {
            self.credit(&mut out, random);
        }
        for (at, piece) in pieces.iter().enumerate() {
            let mut piece = piece.clone();
            let person = |at: usize| pieces.get(at).is_some_and(|piece| piece.kind == Some(Kind::Person));
            if spaced && piece.text == "、" && at > 0 && person(at - 1) && person(at + 1) {
                piece.text = (*random.pick(&[" ", "　", "  "])).to_owned();
            }
            if let Some(kind) = piece.kind {
                let keep = random.chance(25);
                let text = new.entry(piece.text.clone()).or_insert_with(|| match kind {
                    _ if keep => piece.text.clone(),
                    Kind::Person => self.person(&piece.text, random),
                    Kind::Place => self.place(&piece.text, random),
                    _ => self.body(&piece, random),
                });
                piece.text.clone_from(text);
            }
            out.push(piece);
        }
        out
    }

    /// （全媒体记者 甲乙 通讯员 丙丁 戊己）
    fn credit(&self, out: &mut Vec<Piece>, random: &mut Random) {
        let mut push = |text: String, kind| out.push(Piece { text, kind, words: Vec::new() });
        let gap = *random.pick(&["", " ", "　", " "]);
        let between = *random.pick(&["、", " ", "　", " "]);
        push("（".to_owned(), None);
        for (role, most) in [(*random.pick(&REPORTERS), 3), ("通讯员", 4)] {
            for n in 0..random.range(if most == 3 { 1 } else { 0 }, most) {
                let lead = match (n, most) {
                    (0, 3) => format!("{role}{gap}"),
                    (0, _) => format!("{}{role}{gap}", if gap.is_empty() { " " } else { gap }),
                    _ => between.to_owned(),
                };
                push(lead, None);
                push(self.chinese(random), Some(Kind::Person));
            }
        }
        push("）".to_owned(), None);
    }

    pub fn chinese(&self, random: &mut Random) -> String {
        let mut name = self.surnames.draw(random).to_owned();
        if random.chance(4) {
            name.push_str(random.pick::<&str>(&["某", "某某"]));
        } else if random.chance(22) {
            name.push(self.given[0].draw(random));
        } else {
            name.push(self.given[1].draw(random));
            name.push(self.given[2].draw(random));
        }
        name
    }

    pub fn foreign(&self, length: usize, random: &mut Random) -> String {
        (0..length).map(|_| self.foreign.draw(random)).collect()
    }

    fn person(&self, old: &str, random: &mut Random) -> String {
        let chars: Vec<char> = old.chars().collect();
        let is_foreign = |c: &char| DATA.names.foreign.get(c).is_some_and(|&cost| cost < 5.6);
        let surname = DATA.names.surname.contains_key(&old[..chars[0].len_utf8()]);
        match chars[..] {
            [_] => self.surnames.draw(random).to_owned(),
            [first @ ('老' | '小'), _] => format!("{first}{}", self.surnames.draw(random)),
            [_, second] if surname && matches!(second, '氏' | '老' | '某') => {
                format!("{}{second}", self.surnames.draw(random))
            }
            _ if old.contains('·') => {
                let parts = old.split('·').map(|part| self.foreign(part.chars().count().max(1), random));
                parts.collect::<Vec<_>>().join("·")
            }
            _ if chars.len() >= 3 && chars.iter().all(is_foreign) && (chars.len() > 3 || !surname) => {
                self.foreign(random.range(2, 7), random)
            }
            [_, _] | [_, _, _] if surname => self.chinese(random),
            _ => old.to_owned(),
        }
    }

    fn place(&self, old: &str, random: &mut Random) -> String {
        let chars: Vec<char> = old.chars().collect();
        if chars.len() < 2 || old == "中国" {
            return old.to_owned();
        }
        if self.known.get(old) == Some(&Class::Place) {
            return match self.places.get(&sort_of(old)) {
                Some(list) => random.pick(list).clone(),
                None => old.to_owned(),
            };
        }
        let last = chars[chars.len() - 1];
        let foreign =
            chars.iter().filter(|c| DATA.names.foreign.get(c).is_some_and(|&cost| cost < 5.6)).count();
        if ENDS.contains(last) && chars.len() > 2 {
            let stem = chars.len() - 1;
            let stem = match foreign == stem && stem > 2 {
                true => self.foreign(stem, random),
                false => (0..stem.min(3)).map(|_| self.place.draw(random)).collect(),
            };
            return format!("{stem}{last}");
        }
        if foreign == chars.len() && chars.len() > 2 {
            self.foreign(random.range(2, 6), random)
        } else {
            old.to_owned()
        }
    }

    /// Another place, another stem; what kind of body it is stays.
    fn body(&self, piece: &Piece, random: &mut Random) -> String {
        if piece.words.is_empty() {
            return piece.text.clone();
        }
        let last = piece.words.len() - 1;
        let words = piece.words.iter().enumerate().map(|(at, (word, tag))| match tag.as_str() {
            "ns" => self.place(word, random),
            "nr" if word.chars().count() > 1 => self.person(word, random),
            "nz" | "j" | "x" if at < last && (2..=3).contains(&word.chars().count()) => {
                self.stem(word, random)
            }
            _ => word.clone(),
        });
        words.collect()
    }

    pub fn stem(&self, old: &str, random: &mut Random) -> String {
        match random.range(0, 3) {
            0 => old.to_owned(),
            1 => (0..2).map(|_| self.place.draw(random)).collect(),
            _ => [self.given[1].draw(random), self.given[2].draw(random)].iter().collect(),
        }
    }
}

fn sort_of(place: &str) -> String {
    let length = place.chars().count();
    match place.chars().next_back().filter(|&c| ENDS.contains(c) && length > 2) {
        Some(last) => last.to_string(),
        None => length.min(5).to_string(),
    }
}
