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
    pub text: &'t str,
    pub page: Page,
    pub entities: Vec<Entity>,
    pub gist: Gist,
}

/// A pass about to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Articles,
    Tags,
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
    begin(Stage::Articles);
    let page = page::read(text);
    begin(Stage::Tags);
    let entities = tags::entities(&page, &options.lexicon);
    begin(Stage::Themes);
    let mut gist = themes::read(&page, &entities, &options.lexicon);
    if options.all_themes {
        gist.add_unmentioned(&options.lexicon);
    }
    Analysis { text, page, entities, gist }
}
