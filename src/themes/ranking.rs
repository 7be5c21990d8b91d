//! Which families are themes of the page, best first.
//!
//! Takes families, gives those above the floor with a score from 0 to 1 that means the same on every page: their own signs,
//! and spread over articles, headlines, position and frequency. Keeps one article from filling the list and drops what a
//! better theme already says.

use std::collections::{BTreeSet, HashMap};

use super::Origin;
use super::families::Family;
use super::signs::{self, Sign, Signs};
use super::view::{Place, View, key};

pub struct Ranked {
    pub family: Family,
    pub score: f64,
}

/// No page has more themes than this; the user's own come on top.
const MOST: usize = 12;
/// Below this nothing is reported but the user's own.
const FLOOR: f64 = 0.25;
/// How many themes one article may have to itself; found by counting alone, one.
const OWN: usize = 3;

/// Families with these weights of their signs, the best first.
pub fn rank(view: &View, families: Vec<Family>, weights: &Signs) -> Vec<Ranked> {
    let ranked = families.into_iter().map(|family| Ranked { score: score(view, &family, weights), family });
    choose(view, ranked.collect())
}

fn choose(view: &View, mut ranked: Vec<Ranked>) -> Vec<Ranked> {
    ranked.sort_by(|a, b| {
        let own = |r: &Ranked| r.family.origin == Origin::Lexicon;
        own(b).cmp(&own(a)).then(b.score.total_cmp(&a.score)).then_with(|| a.family.name.cmp(&b.family.name))
    });
    let mut kept: Vec<Ranked> = Vec::new();
    let mut own: HashMap<usize, usize> = HashMap::new();
    for candidate in ranked {
        if candidate.family.origin != Origin::Lexicon {
            let themes = kept.iter().filter(|k| k.family.origin != Origin::Lexicon).count();
            if themes >= MOST || candidate.score < FLOOR {
                break;
            }
            let among = articles_of(view, &candidate.family);
            if among.len() == 1 {
                let count = own.entry(*among.first().unwrap_or(&0)).or_default();
                let counted = signs::get(&candidate.family.signs, Sign::Counted) > 0.0;
                if *count >= if counted { 1 } else { OWN } {
                    continue;
                }
                *count += 1;
            }
            if kept.iter().any(|k| says_the_same(view, &k.family, &candidate.family)) {
                continue;
            }
        }
        kept.push(candidate);
    }
    kept.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.family.name.cmp(&b.family.name)));
    kept
}

fn score(view: &View, family: &Family, weights: &Signs) -> f64 {
    let score = signs::score(&signs_of(view, family), weights);
    if family.origin == Origin::Lexicon { score.max(0.5) } else { score }
}

/// All signs of a family: its own, and how it stands on the page.
pub fn signs_of(view: &View, family: &Family) -> Signs {
    let all = view.page.articles.len();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut headlines = BTreeSet::new();
    let mut lead = false;
    for (place, _) in &family.mentions {
        *counts.entry(view.article_of(*place)).or_default() += 1;
        if view.is_headline(*place) {
            headlines.insert(view.article_of(*place));
        }
        lead |= view.blocks[place.block].lead;
    }
    let log = |n: usize, most: f32| (n.max(1) as f32).log2().min(most);
    let mut signs = family.signs;
    let mut set = |sign, value| signs::set(&mut signs, sign, value);
    set(Sign::Spread, log(counts.len(), 2.5));
    set(Sign::Share, if all > 1 { (counts.len() - 1) as f32 / (all - 1) as f32 } else { 0.0 });
    set(Sign::Headlines, (headlines.len() as f32).min(3.0).sqrt());
    set(Sign::Lead, f32::from(u8::from(lead)));
    set(Sign::Frequency, log(family.mentions.len(), 4.0));
    set(Sign::Dense, log(counts.values().copied().max().unwrap_or(1), 3.0));
    set(Sign::Alone, f32::from(u8::from(all == 1)));
    signs
}

pub fn articles_of(view: &View, family: &Family) -> BTreeSet<usize> {
    family.mentions.iter().map(|(place, _)| view.article_of(*place)).collect()
}

/// Whether a weaker family stands only where a stronger one stands, or runs through no other article and shares most of its
/// words.
fn says_the_same(view: &View, strong: &Family, weak: &Family) -> bool {
    let covered = weak.mentions.iter().filter(|(place, _)| covers(strong, *place)).count();
    let counted = signs::get(&weak.signs, Sign::Counted) > 0.0;
    if covered == weak.mentions.len() || counted && covered * 2 >= weak.mentions.len() {
        return true;
    }
    let (a, b) = (pairs(&strong.name), pairs(&weak.name));
    let shared = a.intersection(&b).count();
    let (long, short) = (key(&weak.name), key(&strong.name));
    let nested = long.contains(&short) || short.contains(&long);
    if shared * 2 <= a.len().min(b.len()) && !nested {
        return false;
    }
    articles_of(view, weak).is_subset(&articles_of(view, strong))
}

/// Whether a mention of the family overlaps the place.
fn covers(family: &Family, place: Place) -> bool {
    // Mentions are in reading order and apart from each other.
    let before = family.mentions.partition_point(|(p, _)| (p.block, p.end) <= (place.block, place.start));
    family.mentions.get(before).is_some_and(|(p, _)| p.block == place.block && p.start < place.end)
}

/// The pairs of neighbouring characters of a name.
fn pairs(name: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = key(name).chars().collect();
    chars.windows(2).map(|w| (w[0], w[1])).collect()
}
