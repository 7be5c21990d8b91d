//! Which families are themes of the page, best first.
//!
//! Takes families, gives those above the floor with a score from 0 to 1 that means the same on every page: spread over
//! articles, headline, position, form and use, frequency, each with a weight of its own, through a logistic curve. Keeps
//! one article from filling the list and drops what a better theme already says.

use std::collections::{BTreeSet, HashMap};

use super::Origin;
use super::families::Family;
use super::view::{View, key};

pub struct Ranked {
    pub family: Family,
    pub score: f64,
}

/// No page has more themes than this; the user's own come on top.
const MOST: usize = 12;
/// Below this nothing is reported but the user's own.
const FLOOR: f64 = 0.32;
/// How many themes one article may have to itself; found by counting alone, one.
const OWN: usize = 3;

pub fn rank(view: &View, families: Vec<Family>) -> Vec<Ranked> {
    let articles = view.page.articles.len();
    let mut ranked: Vec<Ranked> =
        families.into_iter().map(|family| Ranked { score: score(view, &family, articles), family }).collect();
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
                let counted = candidate.family.origin == Origin::Discovered;
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

fn score(view: &View, family: &Family, articles: usize) -> f64 {
    let among = articles_of(view, family);
    let spread = (among.len() as f64).log2().min(2.5);
    let headlines: BTreeSet<usize> = family
        .mentions
        .iter()
        .filter(|(p, _)| view.is_headline(*p))
        .map(|(p, _)| view.article_of(*p))
        .collect();
    let lead = family.mentions.iter().any(|(p, _)| view.blocks[p.block].lead);
    let frequency = (family.mentions.len() as f64).log2().min(4.0);
    // With one article nothing can spread: its headline and what it repeats must speak for it.
    let alone = if articles == 1 { 0.5 } else { 0.0 };
    let raw = 1.9 * family.strength
        + 1.0 * spread
        + 0.55 * (headlines.len() as f64).min(3.0).sqrt()
        + 0.15 * f64::from(u8::from(lead))
        + 0.22 * frequency
        + alone
        - 2.0;
    let score = 1.0 / (1.0 + (-1.4 * raw).exp());
    if family.origin == Origin::Lexicon { score.max(0.5) } else { score }
}

pub fn articles_of(view: &View, family: &Family) -> BTreeSet<usize> {
    family.mentions.iter().map(|(place, _)| view.article_of(*place)).collect()
}

/// Whether a weaker family runs through no other article than a stronger one and shares most of its words.
fn says_the_same(view: &View, strong: &Family, weak: &Family) -> bool {
    let (a, b) = (pairs(&strong.name), pairs(&weak.name));
    let shared = a.intersection(&b).count();
    if shared * 2 <= a.len().min(b.len()) {
        return false;
    }
    articles_of(view, weak).is_subset(&articles_of(view, strong))
}

/// The pairs of neighbouring characters of a name.
fn pairs(name: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = key(name).chars().collect();
    chars.windows(2).map(|w| (w[0], w[1])).collect()
}
