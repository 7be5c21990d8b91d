//! What runs through the page, with proof.
//!
//! Takes the articles, the entities and the user's words; gives themes with their mentions and evidence, keywords, category
//! and best sentences of each article, and a summary of the page. Reads only repaired passages, so a phrase cut by a line
//! end is whole here. The way: view → candidates (quotes, named, phrases, pack) → families → ranking → evidence.

use crate::page::{At, Page};
use crate::tags::lexicon::{Entry, WordKind};
use crate::tags::{Entity, Lexicon};

pub(crate) mod background;
mod candidates;
mod category;
mod digest;
mod evidence;
mod families;
mod form;
mod hash;
mod keywords;
mod named;
mod names;
mod pack;
mod phrases;
mod quotes;
mod ranking;
pub(crate) mod signs;
mod summary;
pub(crate) mod trie;
pub(crate) mod view;

use view::View;

/// What the page is about: themes, and for each article its keywords, category and best sentences.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    /// Best first.
    pub themes: Vec<Theme>,
    /// One an article, in the order of the articles.
    pub articles: Vec<ArticleGist>,
    /// The page in a few of its sentences.
    pub summary: Summary,
}

/// What one article is about.
#[derive(Clone, Debug, Default)]
pub struct ArticleGist {
    /// The heaviest first.
    pub keywords: Vec<Keyword>,
    /// The field it belongs to.
    pub category: Option<Category>,
    /// Whole sentences, in reading order.
    pub summary: Vec<At>,
}

/// A word that tells what an article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word.
    pub term: String,
    /// Against its usual frequency.
    pub weight: f64,
    /// In the article.
    pub count: usize,
}

/// The field of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// As the reader sees it.
    pub name: &'static str,
    /// How much speaks for it.
    pub score: f64,
}

/// A theme of the page.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its most usual form.
    pub name: String,
    /// Its other forms.
    pub variants: Vec<String>,
    /// How it was found.
    pub origin: Origin,
    /// 0 to 1.
    pub score: f64,
    /// In reading order.
    pub mentions: Vec<ThemeMention>,
    /// One sentence an article: the one that says most.
    pub evidence: Vec<At>,
    /// Indexes of other themes with the strength of the tie (0 to 1), strongest first.
    pub related: Vec<(usize, f64)>,
    /// Indexes of entities that stand close to it.
    pub entities: Vec<usize>,
}

/// How a theme was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// In the user's words or a pack.
    Lexicon,
    /// In quotation marks.
    Quoted,
    /// By words that return.
    Discovered,
}

/// A place that has a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeMention {
    /// Where.
    pub at: At,
    /// How it is there.
    pub kind: Match,
}

/// How a theme stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Match {
    /// In its own words.
    Exact,
    /// In another form.
    Variant,
    /// In part of its words.
    Part,
}

/// A few Chinese sentences about the page, with the sentences of the page they rest on.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The words.
    pub text: String,
    /// Where they stand on the page.
    pub evidence: Vec<At>,
}

impl Gist {
    /// Adds the themes of the lexicon that stand nowhere, with a score of 0 and their synonyms as variants.
    pub fn add_unmentioned(&mut self, lexicon: &Lexicon) {
        // Of two lines for a word the later wins, so the entry found for it may be another.
        let wanted = |word: &str| lexicon.find(word).first().is_some_and(|(_, e)| e.kind == WordKind::Theme);
        let entries = lexicon.entries.iter().filter(|entry| entry.kind == WordKind::Theme);
        for entry in entries.filter(|entry| wanted(&entry.word)) {
            let named = |theme: &&mut Theme| theme.origin == Origin::Lexicon && theme.name == entry.name;
            match self.themes.iter_mut().find(named) {
                None => self.themes.push(Theme::unmentioned(entry)),
                Some(theme) if theme.mentions.is_empty() => theme.add_variant(&entry.word),
                Some(_) => (),
            }
        }
    }
}

impl Theme {
    fn unmentioned(entry: &Entry) -> Theme {
        let mut theme = Theme {
            name: entry.name.clone(),
            variants: Vec::new(),
            origin: Origin::Lexicon,
            score: 0.0,
            mentions: Vec::new(),
            evidence: Vec::new(),
            related: Vec::new(),
            entities: Vec::new(),
        };
        theme.add_variant(&entry.word);
        theme
    }

    fn add_variant(&mut self, word: &str) {
        if word != self.name && !self.variants.iter().any(|variant| variant == word) {
            self.variants.push(word.to_owned());
        }
    }
}

/// Reads the themes of a page.
pub fn read(page: &Page, entities: &[Entity], lexicon: &Lexicon) -> Gist {
    let view = View::new(page);
    let names = names::names(&view, entities);
    let phrases = phrases::phrases(&view, &names);
    let families = families(&view, entities, lexicon, &names, &phrases);
    let themes = evidence::themes(&view, ranking::rank(&view, families, &signs::WEIGHTS), entities);
    let keywords = keywords::keywords(&view, entities, &themes, &phrases);
    let digests = digest::digests(&view, &keywords);
    let categories = category::categories(&view);
    let articles: Vec<ArticleGist> = keywords
        .into_iter()
        .zip(categories)
        .zip(digests)
        .map(|((keywords, category), summary)| ArticleGist { keywords, category, summary })
        .collect();
    let summary = summary::summary(&view, entities, &themes, &articles);
    Gist { themes, articles, summary }
}

/// Everything on the page that could be a theme.
fn families(
    view: &View,
    entities: &[Entity],
    lexicon: &Lexicon,
    names: &names::Names,
    phrases: &[phrases::Phrase],
) -> Vec<families::Family> {
    families::families(view, &candidates::candidates(view, entities, lexicon, names, phrases))
}

/// A family as training sees it.
#[cfg(feature = "train")]
pub(crate) struct Judged {
    pub names: Vec<String>,
    pub signs: signs::Signs,
}

/// Every family of a page; with weights, those alone that become themes, best first.
#[cfg(feature = "train")]
pub(crate) fn judged(page: &Page, entities: &[Entity], weights: Option<&signs::Signs>) -> Vec<Judged> {
    let view = View::new(page);
    let names = names::names(&view, entities);
    let phrases = phrases::phrases(&view, &names);
    let families = families(&view, entities, &Lexicon::default(), &names, &phrases);
    let judge = |family: &families::Family| Judged {
        names: std::iter::once(&family.name).chain(&family.variants).map(|name| view::key(name)).collect(),
        signs: ranking::signs_of(&view, family),
    };
    match weights {
        None => families.iter().map(judge).collect(),
        Some(weights) => ranking::rank(&view, families, weights).iter().map(|r| judge(&r.family)).collect(),
    }
}

/// A name folded as families fold theirs.
#[cfg(feature = "train")]
pub(crate) fn folded(name: &str) -> String {
    view::key(name)
}
