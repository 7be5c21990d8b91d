//! One theme, one family: variants, parts and wholes together.
//!
//! Takes the candidates, gives families of them: a parallel phrase with its parts, a phrase with what contains it, the words
//! the lexicon gives one name. Then looks for looser mentions: one character changed at the end (港产联动, 港产联手),
//! words put in (港产深度联动; 港商、外商回乡).

use std::collections::HashMap;

use super::candidates::Candidate;
use super::signs::{self, Sign, Signs};
use super::trie::Trie;
use super::view::{BlockView, Place, View, is_han, is_quote, key};
use super::{Match, Origin};

pub struct Family {
    pub name: String,
    /// As the page writes them, the most frequent first.
    pub variants: Vec<String>,
    pub origin: Origin,
    pub signs: Signs,
    /// In reading order.
    pub mentions: Vec<(Place, Match)>,
}

pub fn families(view: &View, candidates: &[Candidate]) -> Vec<Family> {
    let candidates = &whole(view, candidates);
    let roots = roots(candidates);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); candidates.len()];
    for (i, &root) in roots.iter().enumerate() {
        groups[root].push(i);
    }
    let mut out: Vec<Family> =
        groups.iter().filter(|g| !g.is_empty()).map(|group| family(view, candidates, group)).collect();
    add_loose(view, &mut out);
    out
}

/// The candidates without those found by counting that are a mere piece of a better one (港产联 of 港产联动).
fn whole(view: &View, candidates: &[Candidate]) -> Vec<Candidate> {
    let counted = Candidate::is_counted;
    let trie = Trie::new(candidates.iter().map(|c| c.key.as_str()));
    let mut piece = vec![false; candidates.len()];
    for (i, candidate) in candidates.iter().enumerate().filter(|(_, c)| !counted(c)) {
        let chars: Vec<char> = candidate.key.chars().collect();
        let reach = spread(view, candidate.places.iter().copied());
        for (j, _) in (0..chars.len()).flat_map(|start| trie.at(&chars, start)) {
            let other = &candidates[j];
            let wider = spread(view, other.places.iter().copied()) > reach;
            let apart = other.places.len() >= 2 * candidate.places.len();
            piece[j] |= j != i && counted(other) && !wider && !apart;
        }
    }
    candidates.iter().zip(piece).filter(|(_, piece)| !piece).map(|(c, _)| c.clone()).collect()
}

/// For each candidate the first of its family.
fn roots(candidates: &[Candidate]) -> Vec<usize> {
    let index: HashMap<&str, usize> =
        candidates.iter().enumerate().map(|(i, c)| (c.key.as_str(), i)).collect();
    let mut union = Union {
        parent: (0..candidates.len()).collect(),
        known: candidates.iter().map(|c| c.has(Sign::Known)).collect(),
    };
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (i, candidate) in candidates.iter().enumerate() {
        if let Some(name) = &candidate.name {
            let first = *by_name.entry(name).or_insert(i);
            union.unite(first, i);
        }
    }
    let free = |i: usize| candidates[i].origin != Origin::Lexicon;
    for (i, candidate) in candidates.iter().enumerate().filter(|&(i, _)| free(i)) {
        for part in &candidate.parts {
            if let Some(&j) = index.get(part.as_str()).filter(|&&j| free(j)) {
                union.join(i, j);
            }
        }
    }
    let trie = Trie::new(candidates.iter().map(|c| c.key.as_str()));
    for (i, candidate) in candidates.iter().enumerate().filter(|&(i, _)| free(i)) {
        let chars: Vec<char> = candidate.key.chars().collect();
        for start in 0..chars.len() {
            for (j, end) in trie.at(&chars, start) {
                if j != i && free(j) && end - start >= 3 {
                    union.join(i, j);
                }
            }
        }
    }
    (0..candidates.len()).map(|i| union.root(i)).collect()
}

struct Union {
    parent: Vec<usize>,
    /// Whether a family holds a known theme; two of them (乡村振兴, 共同富裕) stay apart, unless a list joins them.
    known: Vec<bool>,
}

impl Union {
    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if !(self.known[a] && self.known[b]) {
            self.unite(a, b);
        }
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
        self.known[low] |= self.known[high];
    }
}

fn family(view: &View, candidates: &[Candidate], group: &[usize]) -> Family {
    let head = *group
        .iter()
        .max_by(|&&a, &&b| fame(view, &candidates[a]).total_cmp(&fame(view, &candidates[b])).then(b.cmp(&a)))
        .unwrap_or(&group[0]);
    let head = &candidates[head];
    let own = head.origin == Origin::Lexicon;
    let name = head.name.clone().filter(|_| own).unwrap_or_else(|| head.surface.clone());
    let mut members: Vec<&Candidate> = group.iter().map(|&i| &candidates[i]).collect();
    members.sort_by(|a, b| b.places.len().cmp(&a.places.len()).then(a.key.cmp(&b.key)));
    let variants =
        members.iter().filter(|c| key(&c.surface) != key(&name)).map(|c| c.surface.clone()).collect();
    let mut mentions: Vec<(Place, Match)> = Vec::new();
    for member in &members {
        let kind = if member.key == key(&name) { Match::Exact } else { Match::Variant };
        mentions.extend(member.places.iter().map(|&place| (place, kind)));
    }
    let mut signs = head.signs;
    members.iter().filter(|c| !c.is_counted()).for_each(|c| signs::merge(&mut signs, &c.signs));
    Family { name, variants, origin: head.origin, signs, mentions: disjoint(mentions) }
}

/// Who gives the family its name: spread and form, then a whole before its parts.
fn fame(view: &View, candidate: &Candidate) -> f64 {
    let spread = spread(view, candidate.places.iter().copied());
    let length = candidate.key.chars().count();
    let whole = if candidate.parts.is_empty() { 0.0 } else { 0.4 };
    let measure = if length == 4 { 0.2 } else { 0.0 };
    let known = 0.4 * f64::from(signs::get(&candidate.signs, Sign::Known));
    let said = [(Sign::Quoted, 0.4), (Sign::Pursued, 0.2), (Sign::Parallel, 0.2), (Sign::Counted, -0.2)];
    let form: f64 = said.iter().filter(|(sign, _)| candidate.has(*sign)).map(|(_, weight)| weight).sum();
    spread as f64 + known + form + whole + measure + 0.05 * candidate.places.len().min(8) as f64
}

/// In how many articles the places stand.
pub fn spread(view: &View, places: impl Iterator<Item = Place>) -> usize {
    let mut articles: Vec<usize> = places.map(|p| view.article_of(p)).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// In reading order, the longer of two that overlap.
fn disjoint(mut mentions: Vec<(Place, Match)>) -> Vec<(Place, Match)> {
    mentions.sort_by_key(|(p, _)| (p.block, p.start, usize::MAX - p.end));
    let mut out: Vec<(Place, Match)> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if out.last().is_none_or(|(last, _)| last.block != mention.0.block || last.end <= mention.0.start) {
            out.push(mention);
        }
    }
    out
}

/// Adds mentions of four-character themes that are changed or stretched.
fn add_loose(view: &View, families: &mut [Family]) {
    let figure = |f: &Family| signs::get(&f.signs, Sign::Figure) > 0.0;
    let firm = |f: &Family| f.origin == Origin::Quoted && f.mentions.len() >= 2 && !figure(f);
    let mut stems: Vec<(usize, [char; 4])> = Vec::new();
    for (i, family) in families.iter().enumerate().filter(|(_, f)| firm(f)) {
        for name in std::iter::once(&family.name).chain(&family.variants) {
            if let Ok(four) = <[char; 4]>::try_from(key(name).chars().collect::<Vec<_>>())
                && four.iter().all(|&c| is_han(c))
            {
                stems.push((i, four));
            }
        }
    }
    let heads: Vec<String> = stems.iter().map(|(_, four)| four[..2].iter().collect()).collect();
    let trie = Trie::new(heads.iter().map(String::as_str));
    let mut by_head: HashMap<String, Vec<usize>> = HashMap::new();
    for (s, head) in heads.iter().enumerate() {
        let sharing = by_head.entry(head.clone()).or_default();
        // Enough for any page; a text made to share one beginning must not make the walk quadratic.
        if sharing.len() < 8 {
            sharing.push(s);
        }
    }
    for (b, block) in view.blocks.iter().enumerate() {
        for start in (0..block.chars.len()).filter(|&s| !block.masked[s]) {
            let Some((number, _)) = trie.longest(&block.chars, start) else { continue };
            for &stem in &by_head[&heads[number]] {
                let (family, four) = stems[stem];
                if let Some((end, kind)) = loose(block, start, four) {
                    families[family].mentions.push((Place { block: b, start, end }, kind));
                }
            }
        }
    }
    for family in families {
        add_changed(view, family);
        family.mentions = disjoint(std::mem::take(&mut family.mentions));
    }
}

/// The surface of a mention with a changed end is a variant of its own.
fn add_changed(view: &View, family: &mut Family) {
    for i in 0..family.mentions.len() {
        let (place, kind) = family.mentions[i];
        let surface = view.text(place);
        if kind == Match::Variant && surface != family.name && !family.variants.iter().any(|v| v == surface) {
            family.variants.push(surface.to_string());
        }
    }
}

/// Whether a changed or stretched form of `four` begins at `start`: where it ends, and what it is.
fn loose(block: &BlockView, start: usize, four: [char; 4]) -> Option<(usize, Match)> {
    let chars = &block.chars[start..];
    if chars.get(2) == Some(&four[2]) {
        let changed =
            chars.get(3).is_some_and(|&c| is_han(c) && c != four[3] && !"的了着过到来于在是和与".contains(c));
        return changed.then_some((start + 4, Match::Variant));
    }
    for gap in 1..=5 {
        let inserted = chars.get(2..2 + gap)?;
        if !inserted.iter().all(|&c| is_han(c) && !"的了在是".contains(c) || c == '、' || is_quote(c)) {
            return None;
        }
        let rest = &chars[2 + gap..];
        let listed = inserted.len() >= 3 && matches!(inserted[0], '、' | '和' | '与' | '及');
        if rest.starts_with(&four[2..]) {
            return Some((start + 4 + gap, Match::Part));
        }
        if listed && rest.first() == Some(&four[2]) {
            return Some((start + 3 + gap, Match::Part));
        }
    }
    None
}
