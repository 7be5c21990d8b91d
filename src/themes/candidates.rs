//! What could be a theme, gathered from every source and looked up in the whole text.
//!
//! Takes the view, the entities and the lexicon; gives each candidate once (by its folded form) with the signs that speak for
//! it and every place where it stands. Names of people, bodies and places, datelines and set phrases are left out here;
//! families and ranking come next.

use std::collections::{BTreeMap, HashSet};

use crate::tags::lexicon::WordKind;
use crate::tags::{Entity, Lexicon};

use super::Origin;
use super::form::{Form, form};
use super::names::{Name, Names, excluded, is_division, short_places};
use super::phrases::Phrase;
use super::signs::{self, Sign, Signs};
use super::trie::Trie;
use super::view::{Place, View, key};
use super::{background, named, pack, quotes};

#[derive(Clone, Debug)]
pub struct Candidate {
    /// Folded, without quotation marks.
    pub key: String,
    /// As the page or the lexicon writes it.
    pub surface: String,
    pub origin: Origin,
    /// The name it goes by, where a list gives one.
    pub name: Option<String>,
    pub signs: Signs,
    /// The keys of its parts, for a parallel phrase.
    pub parts: Vec<String>,
    /// In reading order, not overlapping.
    pub places: Vec<Place>,
}

impl Candidate {
    pub fn has(&self, sign: Sign) -> bool {
        signs::get(&self.signs, sign) > 0.0
    }

    /// Whether nothing but counting found it.
    pub fn is_counted(&self) -> bool {
        self.has(Sign::Counted)
    }
}

/// A phrase found by counting that more ordinary articles than this have is no theme.
const COMMON: f64 = 0.004;

/// Every candidate that stands on the page, ordered by key.
pub fn candidates(
    view: &View,
    entities: &[Entity],
    lexicon: &Lexicon,
    names: &Names,
    phrases: &[Phrase],
) -> Vec<Candidate> {
    let mut pool = Pool {
        excluded: excluded(view.page, entities, lexicon),
        found: BTreeMap::new(),
        heads: HashSet::new(),
        never: HashSet::new(),
    };
    for entry in &lexicon.entries {
        match entry.kind {
            WordKind::Theme => pool.lexicon(&entry.word, &entry.name),
            WordKind::Exclude => pool.exclude(&entry.word),
            WordKind::Tag(_) | WordKind::Word => (),
        }
    }
    for (known, term) in pack::met(view) {
        if let Some(candidate) = pool.known(term, known.weight) {
            candidate.name = (known.names.len() > 1).then(|| known.names[0].to_owned());
        }
    }
    for quoted in quotes::quoted(view) {
        pool.quoted(view, &quoted);
    }
    for named in named::named(view, names) {
        let signs: Vec<(Sign, f32)> = named.signs.into_iter().map(|sign| (sign, 1.0)).collect();
        pool.add(view.text(named.place), Origin::Discovered, &signs);
    }
    for column in named::columns(view.page) {
        pool.add(column, Origin::Discovered, &[(Sign::Column, 1.0)]);
    }
    for phrase in phrases {
        pool.phrase(view, phrase);
    }
    let mut found = place(view, names, pool.found.into_values().collect());
    let places = short_places(view.page, entities);
    found.retain(|candidate| !candidate.is_counted() || !places.contains(&candidate.key));
    found.iter_mut().for_each(|candidate| look(candidate, &places));
    found
}

/// The signs that a candidate shows by itself.
fn look(candidate: &mut Candidate, places: &HashSet<String>) {
    let text = candidate.key.clone();
    let mut set = |sign, yes: bool| signs::set(&mut candidate.signs, sign, f32::from(u8::from(yes)));
    let shape = form(&text).as_ref().and_then(Form::sign);
    match (text.chars().count(), shape) {
        (_, Some(sign)) => set(sign, true),
        (0..=3, None) => set(Sign::Short, true),
        (4, None) => set(Sign::Four, true),
        (_, None) => set(Sign::Long, true),
    }
    set(Sign::Event, EVENTS.iter().any(|tail| text.ends_with(tail)) && text.chars().count() >= 3);
    let programme = PROGRAMMES.iter().any(|tail| text.ends_with(tail)) && text.chars().count() >= 5;
    set(Sign::Programme, programme || is_campaign(&text));
    set(Sign::Person, text.ends_with(['员', '者', '师', '人', '手', '长', '工', '生', '民', '户']));
    let share = background::share(&text);
    set(Sign::Attributed, named::is_attributed(&text, places));
    if share > 0.0 {
        signs::set(&mut candidate.signs, Sign::Common, ((share.log2() + 10.0) / 10.0).clamp(0.0, 1.0) as f32);
    }
    if background::share_of_parts(&text) > COMMON {
        signs::set(&mut candidate.signs, Sign::Stretched, 1.0);
    }
}

/// What the names of events and campaigns end in.
const EVENTS: [&str; 9] = ["节", "赛", "博览会", "博会", "大会", "论坛", "马拉松", "宣传周", "活动月"];
const PROGRAMMES: [&str; 7] = ["工程", "行动", "计划", "专项", "攻坚战", "保卫战", "战略"];

/// Four characters that say where a place wants to go, or who shall come home: 制造立市, 文化强县, 楚商回归.
fn is_campaign(text: &str) -> bool {
    match text.chars().collect::<Vec<_>>()[..] {
        [_, _, '立' | '强' | '兴', to] => "省市县区州镇村".contains(to),
        [_, who, '回', '归'] => "商友贤才人".contains(who),
        _ => false,
    }
}

struct Pool {
    excluded: HashSet<String>,
    /// What the user does not want as a theme.
    never: HashSet<String>,
    found: BTreeMap<String, Candidate>,
    /// The first three characters of quoted phrases.
    heads: HashSet<String>,
}

impl Pool {
    fn lexicon(&mut self, word: &str, name: &str) {
        let key = key(word);
        if key.is_empty() {
            return;
        }
        self.excluded.remove(&key);
        self.never.remove(&key);
        let candidate = self.add_any(key, word, Origin::Lexicon, &[]);
        candidate.name = Some(name.to_string());
    }

    /// A known theme may also be tagged as a name (口袋公园).
    fn known(&mut self, term: &str, weight: f32) -> Option<&mut Candidate> {
        let key = key(term);
        if self.never.contains(&key) {
            return None;
        }
        Some(self.add_any(key, term, Origin::Discovered, &[(Sign::Known, weight)]))
    }

    /// Of a word that is named twice the later line wins, as everywhere in the lexicon.
    fn exclude(&mut self, word: &str) {
        let key = key(word);
        self.found.remove(&key);
        self.never.insert(key);
    }

    fn quoted(&mut self, view: &View, quoted: &quotes::Quoted) {
        let surface = view.text(quoted.place);
        let mut signs: Vec<(Sign, f32)> = quoted.signs.iter().map(|&sign| (sign, 1.0)).collect();
        signs.push((Sign::Quoted, 1.0));
        self.heads.insert(key(surface).chars().take(3).collect());
        let mut keys = Vec::new();
        if let Form::Parallel(parts) = &quoted.form {
            keys = parts.iter().map(|part| key(part)).collect();
            if parts.len() <= 3 {
                for part in parts.iter().filter(|p| p.chars().count() >= 4) {
                    self.add(part, Origin::Quoted, &signs);
                }
            }
        }
        if let Some(candidate) = self.add(surface, Origin::Quoted, &signs) {
            candidate.parts = keys;
            if candidate.origin == Origin::Discovered {
                candidate.origin = Origin::Quoted;
            }
        }
    }

    fn phrase(&mut self, view: &View, phrase: &Phrase) {
        let text = view.text(phrase.first);
        let length = phrase.first.end - phrase.first.start;
        let cohesion = [(Sign::Cohesion, phrase.cohesion as f32)];
        if let Some(candidate) = self.found.get_mut(&key(text)) {
            cohesion.iter().for_each(|&(sign, value)| signs::set(&mut candidate.signs, sign, value));
            return;
        }
        let short = length == 3 && !self.heads.contains(&key(text));
        let alone = view.page.articles.len() == 1 || !short;
        let recurs = phrase.articles >= 2 || phrase.count >= 3 && (phrase.headline && alone || length >= 4);
        let chance = length <= 4 && phrase.count == 2 && phrase.articles == 1 && !phrase.headline;
        if length < 2
            || length == 2 && (phrase.articles < 2 || phrase.count < 3 || background::share(text) > 0.0)
            || !recurs
            || chance
            || phrase.cohesion < 0.25
            || background::share(text) > COMMON
            || is_division(text)
        {
            return;
        }
        // An ordinary phrase with a word more: 实际行动诠释.
        if background::share_of_parts(text) > COMMON && !phrase.headline {
            return;
        }
        self.add(text, Origin::Discovered, &[(Sign::Counted, 1.0), cohesion[0]]);
    }

    /// Adds what is not excluded; a second source adds its signs.
    fn add(&mut self, surface: &str, origin: Origin, signs: &[(Sign, f32)]) -> Option<&mut Candidate> {
        let key = key(surface);
        if key.chars().count() < 2
            || self.excluded.contains(&key)
            || self.never.contains(&key)
            || pack::is_common(&key)
        {
            return None;
        }
        // An everyday word in quotation marks or after a verb: “超过”, 数据显示.
        let short = key.chars().count() <= 4;
        if short && background::share(&key) > COMMON && !self.found.contains_key(&key) {
            return None;
        }
        Some(self.add_any(key, surface, origin, signs))
    }

    fn add_any(
        &mut self,
        key: String,
        surface: &str,
        origin: Origin,
        more: &[(Sign, f32)],
    ) -> &mut Candidate {
        let candidate = self.found.entry(key.clone()).or_insert_with(|| Candidate {
            key,
            surface: surface.trim().to_string(),
            origin,
            name: None,
            signs: signs::none(),
            parts: Vec::new(),
            places: Vec::new(),
        });
        more.iter().for_each(|&(sign, value)| signs::set(&mut candidate.signs, sign, value));
        candidate
    }
}

/// Looks every candidate up in the text; those that stand nowhere go.
fn place(view: &View, names: &Names, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let trie = Trie::new(candidates.iter().map(|c| c.key.as_str()));
    for (i, block) in view.blocks.iter().enumerate() {
        let mut inside: Vec<usize> = (0..=block.chars.len()).collect();
        let mut starts = HashSet::new();
        for &Name { start, end, .. } in &names[i] {
            inside[start..end].fill(end);
            starts.insert(start);
        }
        for start in (0..block.chars.len()).filter(|&s| !block.masked[s]) {
            for (number, end) in trie.at(&block.chars, start) {
                let candidate = &mut candidates[number];
                let free = candidate.places.last().is_none_or(|p| p.block != i || p.end <= start);
                // A part of a longer name (志愿服务 in 志愿服务中心) is not the phrase, unless the user says so.
                let open = candidate.origin == Origin::Lexicon || candidate.has(Sign::Known);
                if free && (open || inside[start] <= end) {
                    candidate.places.push(Place { block: i, start, end });
                    if starts.contains(&start) {
                        signs::set(&mut candidate.signs, Sign::Place, 1.0);
                    }
                }
            }
        }
    }
    candidates.retain(|c| !c.places.is_empty());
    // A list has simplified characters where the page may have traditional ones.
    for candidate in candidates.iter_mut().filter(|c| c.origin != Origin::Lexicon) {
        candidate.surface = view.text(candidate.places[0]).to_owned();
    }
    candidates
}
