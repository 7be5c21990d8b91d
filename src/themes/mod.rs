//! What runs through the page, with proof.

use crate::page::{At, Page};
use crate::tags::{Entity, Lexicon};

/// What the page is about: themes, and for each article its keywords, category and best sentences.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    /// Best first.
    pub themes: Vec<Theme>,
    /// One an article, in the order of the articles.
    pub articles: Vec<ArticleGist>,
    pub summary: Summary,
}

#[derive(Clone, Debug, Default)]
pub struct ArticleGist {
    pub keywords: Vec<Keyword>,
    pub category: Option<Category>,
    /// Whole sentences, in reading order.
    pub summary: Vec<At>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    pub term: String,
    pub weight: f64,
    pub count: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    pub name: &'static str,
    pub score: f64,
}

#[derive(Clone, Debug)]
pub struct Theme {
    pub name: String,
    pub variants: Vec<String>,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Lexicon,
    Quoted,
    Discovered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeMention {
    pub at: At,
    pub kind: Match,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Match {
    Exact,
    Variant,
    Part,
}

/// A few Chinese sentences about the page, with the sentences of the page they rest on.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub text: String,
    pub evidence: Vec<At>,
}

/// Reads the themes of a page.
pub fn read(page: &Page, entities: &[Entity], lexicon: &Lexicon) -> Gist {
    let _ = (entities, lexicon);
    Gist { articles: vec![ArticleGist::default(); page.articles.len()], ..Gist::default() }
}
