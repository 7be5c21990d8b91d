//! Runs the passes in order; each adds a layer and changes none before it.

use crate::page::{self, Page};
use crate::tags::{self, Entity, Lexicon};
use crate::themes::{self, Gist};

/// What the caller may choose.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The user's own words; they win over every model.
    pub lexicon: Lexicon,
    /// Whether the themes of the lexicon are reported where the text has none of their words.
    pub all_themes: bool,
}

/// The layers of one analysed text.
#[derive(Clone, Debug)]
pub struct Analysis<'t> {
    /// What was read.
    pub text: &'t str,
    /// Articles and what belongs to none.
    pub page: Page,
    /// People, organizations, places, dates, works and terms.
    pub entities: Vec<Entity>,
    /// Themes, keywords, categories and summaries.
    pub gist: Gist,
}

/// A pass about to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Lines into articles, with their parts and repairs.
    Articles,
    /// Names, dates, works and terms.
    Tags,
    /// Themes, keywords and summaries.
    Themes,
}

/// Reads a page. Any string gives an analysis.
///
/// ```
/// let analysis = banmian::analyze("", &banmian::Options::default());
/// assert!(analysis.page.articles.is_empty());
/// ```
pub fn analyze<'t>(text: &'t str, options: &Options) -> Analysis<'t> {
    analyze_with(text, options, |_| ())
}

/// Reads a page and says which pass begins, for a progress bar.
pub fn analyze_with<'t>(text: &'t str, options: &Options, mut begin: impl FnMut(Stage)) -> Analysis<'t> {
    let mut layers = Layers::default();
    while let Some(stage) = layers.stage() {
        begin(stage);
        layers = layers.advance(text, options);
    }
    layers.finish(text, options)
}

/// What is there of an analysis that is made a pass at a time, for threads that have other things to do in between.
///
/// ```
/// use banmian::{Layers, Options, analyze};
///
/// let (text, options) = ("标题\n正文。", Options::default());
/// let first = Layers::default().advance(text, &options);
/// assert_eq!(first.stage(), Some(banmian::Stage::Tags));
/// assert_eq!(first.finish(text, &options).page.articles.len(), analyze(text, &options).page.articles.len());
/// ```
#[derive(Clone, Debug, Default)]
pub enum Layers {
    /// Nothing but the text.
    #[default]
    Text,
    /// The articles too.
    Page(Page),
    /// The names too.
    Entities(Page, Vec<Entity>),
    /// All of it.
    Gist(Page, Vec<Entity>, Gist),
}

impl Layers {
    /// The pass that comes next; `None` when all is there.
    pub fn stage(&self) -> Option<Stage> {
        match self {
            Layers::Text => Some(Stage::Articles),
            Layers::Page(_) => Some(Stage::Tags),
            Layers::Entities(..) => Some(Stage::Themes),
            Layers::Gist(..) => None,
        }
    }

    /// Makes the next layer, from the same text and options as those before.
    pub fn advance(self, text: &str, options: &Options) -> Self {
        match self {
            Layers::Text => Layers::Page(page::read(text)),
            Layers::Page(page) => {
                let entities = tags::entities(&page, &options.lexicon);
                Layers::Entities(page, entities)
            }
            Layers::Entities(page, entities) => {
                let mut gist = themes::read(&page, &entities, &options.lexicon);
                if options.all_themes {
                    gist.add_unmentioned(&options.lexicon);
                }
                Layers::Gist(page, entities, gist)
            }
            whole => whole,
        }
    }

    /// Makes what is missing.
    pub fn finish<'t>(self, text: &'t str, options: &Options) -> Analysis<'t> {
        match self {
            Layers::Gist(page, entities, gist) => Analysis { text, page, entities, gist },
            part => part.advance(text, options).finish(text, options),
        }
    }
}
