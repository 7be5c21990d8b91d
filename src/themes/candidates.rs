//! What could be a theme, gathered from every source and looked up in the whole text.
//!
//! Takes the view, the entities and the lexicon; gives each candidate once (by its folded form) with what speaks for it and
//! every place where it stands. Names of people, bodies and places, datelines and set phrases are left out here; families and
//! ranking come next.

use std::collections::{BTreeMap, HashSet};

use crate::page::Page;
use crate::tags::lexicon::WordKind;
use crate::tags::{Entity, Kind, Lexicon};

use super::Origin;
use super::form::Form;
use super::phrases::Phrase;
use super::trie::Trie;
use super::view::{Place, View, key};
use super::{background, named, pack, quotes};

/// For each block of the view the ranges of characters taken up by names.
pub type Names = Vec<Vec<Name>>;

/// A name in a block of the view, in characters.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    /// A place may begin a longer phrase (浪川马拉松), any other name is closed.
    pub place: bool,
}

#[derive(Clone, Debug)]
pub struct Candidate {
    /// Folded, without quotation marks.
    pub key: String,
    /// As the page or the lexicon writes it.
    pub surface: String,
    pub origin: Origin,
    /// The name it goes by, where the lexicon gives one.
    pub name: Option<String>,
    /// 0 to 1: form and use together.
    pub strength: f64,
    pub in_pack: bool,
    /// The keys of its parts, for a parallel phrase.
    pub parts: Vec<String>,
    /// In reading order, not overlapping.
    pub places: Vec<Place>,
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
    };
    for entry in lexicon.entries.iter().filter(|e| e.kind == WordKind::Theme) {
        pool.lexicon(&entry.word, &entry.name);
    }
    for (term, weight) in pack::policy_terms() {
        if let Some(candidate) = pool.add(term, Origin::Discovered, weight) {
            candidate.in_pack = true;
        }
    }
    for quoted in quotes::quoted(view) {
        pool.quoted(view, &quoted);
    }
    for named in named::named(view) {
        let strength = if named.column { 0.35 } else { 0.45 };
        pool.add(view.text(named.place), Origin::Discovered, strength);
    }
    for phrase in phrases {
        pool.phrase(view, phrase);
    }
    place(view, names, pool.found.into_values().collect())
}

struct Pool {
    excluded: HashSet<String>,
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
        if let Some(candidate) = self.add_any(key, word, Origin::Lexicon, 1.0) {
            candidate.name = Some(name.to_string());
        }
    }

    fn quoted(&mut self, view: &View, quoted: &quotes::Quoted) {
        // A headline that puts a nickname in quotes introduces it.
        let shown = if view.is_headline(quoted.place) { 0.1 } else { 0.0 };
        let strength = (quoted.form.strength() + quoted.usage + shown).clamp(0.0, 1.0);
        let surface = view.text(quoted.place);
        self.heads.insert(key(surface).chars().take(3).collect());
        let mut keys = Vec::new();
        if let Form::Parallel(parts) = &quoted.form {
            keys = parts.iter().map(|part| key(part)).collect();
            if parts.len() <= 3 {
                for part in parts.iter().filter(|p| p.chars().count() >= 4) {
                    self.add(part, Origin::Quoted, strength * 0.9);
                }
            }
        }
        if let Some(candidate) = self.add(surface, Origin::Quoted, strength) {
            candidate.parts = keys;
            if candidate.in_pack && candidate.origin == Origin::Discovered {
                candidate.strength = (candidate.strength + 0.2).min(1.0);
            }
            if candidate.origin == Origin::Discovered {
                candidate.origin = Origin::Quoted;
            }
        }
    }

    fn phrase(&mut self, view: &View, phrase: &Phrase) {
        let text = view.text(phrase.first);
        let length = phrase.first.end - phrase.first.start;
        let short = length < 4 && !self.heads.contains(&key(text));
        let alone = view.page.articles.len() == 1 || !short;
        let recurs = phrase.articles >= 2 || phrase.headline && phrase.count >= 3 && alone;
        let chance = length <= 4 && phrase.count == 2 && !phrase.headline;
        let share = background::share(text);
        if length < 3 || !recurs || chance || phrase.cohesion < 0.25 || share > COMMON || is_division(text) {
            return;
        }
        // An ordinary phrase with a word more: 实际行动诠释.
        let stretched = background::share_of_parts(text) > COMMON;
        if stretched && !phrase.headline {
            return;
        }
        let length_bonus = if length >= 4 { 0.1 } else { -0.1 };
        let common_part = if stretched { 0.2 } else { 0.0 };
        let strength = 0.3 * phrase.cohesion + length_bonus - commonness(share) - common_part;
        self.add(text, Origin::Discovered, strength.max(0.0));
    }

    /// Adds what is not excluded; a second source makes a candidate as strong as its best.
    fn add(&mut self, surface: &str, origin: Origin, strength: f64) -> Option<&mut Candidate> {
        let key = key(surface);
        if key.chars().count() < 2 || self.excluded.contains(&key) || pack::is_common(&key) {
            return None;
        }
        self.add_any(key, surface, origin, strength)
    }

    fn add_any(
        &mut self,
        key: String,
        surface: &str,
        origin: Origin,
        strength: f64,
    ) -> Option<&mut Candidate> {
        let candidate = self.found.entry(key.clone()).or_insert_with(|| Candidate {
            key,
            surface: surface.trim().to_string(),
            origin,
            name: None,
            strength,
            in_pack: false,
            parts: Vec::new(),
            places: Vec::new(),
        });
        candidate.strength = candidate.strength.max(strength);
        Some(candidate)
    }
}

/// What strength a phrase loses for standing in other news too: 0 for a rare one, 0.3 for one in every hundred articles.
fn commonness(share: f64) -> f64 {
    if share == 0.0 { 0.0 } else { ((share.log2() + 10.0) * 0.09).clamp(0.0, 0.4) }
}

/// Whether a short phrase reads as the name of a division (汐川市, 石桥镇) that no tag has caught.
fn is_division(text: &str) -> bool {
    text.chars().count() <= 4
        && text.ends_with(['市', '县', '区', '省', '镇', '乡', '村', '州'])
        && !["城市", "乡村", "园区", "灾区", "山区", "农村"].iter().any(|word| text.ends_with(word))
}

/// What the tags and the fields of the page say is something other than a theme.
fn excluded(page: &Page, entities: &[Entity], lexicon: &Lexicon) -> HashSet<String> {
    let mut out = HashSet::new();
    for entity in entities.iter().filter(|e| e.kind != Kind::Term) {
        out.insert(key(&entity.name));
        out.extend(entity.aliases.iter().map(|alias| key(alias)));
    }
    out.extend(page.masthead.iter().filter_map(|m| m.paper.as_deref()).map(key));
    for article in &page.articles {
        out.extend(
            article
                .dateline
                .iter()
                .flat_map(|d| d.agency.as_deref().into_iter().chain(d.place.as_deref()))
                .map(key),
        );
        out.extend(article.byline.iter().map(|credit| key(&credit.name)));
    }
    let words =
        lexicon.entries.iter().filter(|e| matches!(e.kind, WordKind::Tag(kind) if kind != Kind::Term));
    out.extend(words.map(|e| key(&e.word)));
    out
}

/// For each block of the view the characters taken up by names; no phrase is made of parts of one.
pub fn names(view: &View, entities: &[Entity]) -> Names {
    let mut out = vec![Vec::new(); view.blocks.len()];
    let blocks: BTreeMap<(usize, usize), usize> =
        view.blocks.iter().enumerate().map(|(i, b)| ((b.article, b.block), i)).collect();
    for entity in entities.iter().filter(|e| e.kind != Kind::Term && e.kind != Kind::Work) {
        for mention in &entity.mentions {
            if let Some(&i) = blocks.get(&(mention.at.article, mention.at.block)) {
                let (start, end) = view.blocks[i].chars_of(mention.at.span);
                // A single character (衡, 京) stands for a place inside many phrases; a tag that cuts a word in two is wrong.
                if end > start + 1 && view.blocks[i].parts_words(start) && view.blocks[i].parts_words(end) {
                    out[i].push(Name { start, end, place: entity.kind == Kind::Place });
                }
            }
        }
    }
    out
}

/// Looks every candidate up in the text; those that stand nowhere go.
fn place(view: &View, names: &Names, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let trie = Trie::new(candidates.iter().map(|c| c.key.as_str()));
    for (i, block) in view.blocks.iter().enumerate() {
        let mut inside: Vec<usize> = (0..=block.chars.len()).collect();
        for &Name { start, end, .. } in &names[i] {
            inside[start..end].fill(end);
        }
        for start in (0..block.chars.len()).filter(|&s| !block.masked[s]) {
            for (number, end) in trie.at(&block.chars, start) {
                let candidate = &mut candidates[number];
                let free = candidate.places.last().is_none_or(|p| p.block != i || p.end <= start);
                // A part of a longer name (志愿服务 in 志愿服务中心) is not the phrase, unless the user says so.
                let named = candidate.origin != Origin::Lexicon && !candidate.in_pack && inside[start] > end;
                if free && !named {
                    candidate.places.push(Place { block: i, start, end });
                }
            }
        }
    }
    candidates.retain(|c| !c.places.is_empty());
    candidates
}
