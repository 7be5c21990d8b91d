//! Several pages read at once: a week of a paper, or one day of many.
//!
//! Takes reports as `analyze` gives them, stored or fresh; gives the themes over pages and dates, what is printed more than
//! once, and who and what returns. Linear in the pages, and the same in whatever order they come.

mod entities;
mod groups;
mod reprints;
mod stored;
mod themes;
mod time;

use serde::Serialize;

pub use stored::Stored;
use time::Time;

/// What `compare` gives; `report.d.ts` says the same in TypeScript.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct Comparison {
    version: u8,
    /// By date, then by name.
    pub pages: Vec<ComparedPage>,
    /// On most pages first.
    pub themes: Vec<ComparedTheme>,
    /// Articles that several pages have.
    pub reprints: Vec<Reprint>,
    /// Those on more than one page, on most pages first.
    pub entities: Vec<ComparedEntity>,
}

/// A page that is compared.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct ComparedPage {
    /// The index of its report among those given.
    pub page: usize,
    /// The name its text was given.
    pub name: Option<String>,
    /// What its masthead calls the paper.
    pub paper: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    /// How many it has.
    pub articles: usize,
}

/// A theme over all pages.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct ComparedTheme {
    /// Its most usual form.
    pub name: String,
    /// Its other forms.
    pub variants: Vec<String>,
    /// The best of its pages.
    pub score: f64,
    /// On all pages together.
    pub mentions: usize,
    /// The pages that have it, in the order of time.
    pub pages: Vec<ThemePage>,
    /// Where it appears first; `None` where no page has a date.
    pub first: Option<First>,
    /// −1 where it has gone, 1 where it has come; `null` where there is but one time.
    pub trend: Option<f64>,
    /// Where it goes.
    pub direction: Direction,
    /// Whether it appears for the first time at the last time.
    #[serde(rename = "isNew")]
    pub is_new: bool,
}

/// Where a theme goes from its earlier to its later pages.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More of the articles have it.
    Rising,
    /// Fewer have it.
    Falling,
    /// No telling change.
    Steady,
}

/// A theme on one page.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct ThemePage {
    /// Index of the report among those given.
    pub page: usize,
    /// The page's date, ISO 8601.
    pub date: Option<String>,
    /// The id in its report; `null` where the words stand there without being a theme of the page.
    pub theme: Option<String>,
    /// Ids of the articles that have it.
    pub articles: Vec<String>,
    /// Mentions in headlines.
    pub headline: usize,
    /// Mentions below them.
    pub body: usize,
}

/// Where a theme appears first.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct First {
    /// Index of the report among those given.
    pub page: usize,
    /// The page's date, ISO 8601.
    pub date: Option<String>,
}

/// Articles that are one text.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct Reprint {
    /// In the order of time.
    pub articles: Vec<ArticleOf>,
    /// The share of the shorter text that stands in the longer, 0 to 1, of the pair least alike.
    pub likeness: f64,
}

/// An article of one of the pages.
#[derive(Serialize, Debug, Clone, PartialEq, Eq)]
pub struct ArticleOf {
    /// Index of the report among those given.
    pub page: usize,
    /// The article's id in it.
    pub article: String,
}

/// Someone or something that several pages name.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct ComparedEntity {
    /// As in the report: `person`, `place` …
    pub kind: String,
    /// The most usual name.
    pub name: String,
    /// What else the pages call it.
    pub aliases: Vec<String>,
    /// On all pages together.
    pub mentions: usize,
    /// In the order of time.
    pub pages: Vec<EntityPage>,
}

/// An entity on one page.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub struct EntityPage {
    /// Index of the report among those given.
    pub page: usize,
    /// The page's date, ISO 8601.
    pub date: Option<String>,
    /// The id in its report.
    pub entity: String,
    /// Ids of the articles that name it.
    pub articles: Vec<String>,
    /// How often they do.
    pub mentions: usize,
}

/// Compares reports.
pub fn compare(reports: &[Stored]) -> Comparison {
    let time = Time::new(reports);
    Comparison {
        version: 1,
        pages: time.order.iter().map(|&page| compared_page(reports, page)).collect(),
        themes: themes::themes(reports, &time),
        reprints: reprints::reprints(reports, &time),
        entities: entities::entities(reports, &time),
    }
}

fn compared_page(reports: &[Stored], page: usize) -> ComparedPage {
    let Stored { source, articles, .. } = &reports[page];
    ComparedPage {
        page,
        name: source.name.clone(),
        paper: source.masthead.as_ref().and_then(|m| m.paper.clone()),
        date: time::date(&reports[page]).map(str::to_owned),
        articles: articles.len(),
    }
}

/// Three decimals, as in reports.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
