//! From lines to articles: what a page is made of.

pub mod articles;
pub mod cohesion;
pub mod edges;
pub mod ends;
pub mod evidence;
pub mod fields;
pub mod lines;
pub mod masthead;
pub mod model;
pub mod names;
pub mod observe;
pub mod openings;
pub mod order;
pub mod paragraphs;
pub mod rules;
pub mod running;
pub mod sheets;
pub mod signs;
pub mod stitch;
pub mod widths;

use std::ops::Range;

use crate::{span::Span, text::Passage};

/// A page read into articles; what the later passes work on.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The first masthead of the text.
    pub masthead: Option<Masthead>,
    /// The pages that the text holds, in order; none in a text without a line.
    pub sheets: Vec<Sheet>,
    pub articles: Vec<Article>,
    pub unplaced: Vec<Unplaced>,
}

/// One page of a text that may hold several; no article runs from one into another.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// From its first to its last character that is not white space.
    pub span: Span,
    /// Its articles, as indexes.
    pub articles: Range<usize>,
    pub masthead: Option<Masthead>,
}

/// One article: its blocks in reading order and its fields.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The input that belongs to it, heading marks included, ordered and disjoint.
    pub spans: Vec<Span>,
    pub blocks: Vec<Block>,
    pub dateline: Option<Dateline>,
    pub byline: Vec<Credit>,
    pub repairs: Vec<Repair>,
    pub continued: Option<Continued>,
    pub confidence: f64,
}

/// A headline, a paragraph, a caption: one unit of an article.
#[derive(Clone, Debug)]
pub struct Block {
    pub role: Role,
    pub passage: Passage,
    /// The input it takes up, marks included.
    pub ink: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Kicker,
    Title,
    Subtitle,
    Body,
    Caption,
    Heading,
    Note,
    Credit,
}

impl Role {
    /// Whether it is part of the headline (引题, 主题, 副题).
    pub fn is_headline(self) -> bool {
        matches!(self, Role::Kicker | Role::Title | Role::Subtitle)
    }
}

/// 讯头: who sends the report, from where, when. Spans are of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    pub agency: Option<String>,
    pub place: Option<String>,
    pub date: Option<String>,
    pub spans: Vec<Span>,
}

/// One name of a byline or of the page's editors, with the place of the name in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub name: String,
    pub role: Option<String>,
    pub organization: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    pub kind: RepairKind,
    pub span: Span,
    /// Chinese, shown to the reader.
    pub reason: String,
    pub confidence: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepairKind {
    Unwrap,
    Join,
    Move,
    Overlap,
    Gap,
}

/// （上接A01版）, （下转第3版）.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Continued {
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    pub paper: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    pub page: Option<String>,
    pub editors: Vec<Credit>,
}

/// Input that belongs to no article.
#[derive(Clone, Debug)]
pub struct Unplaced {
    pub kind: UnplacedKind,
    pub passage: Passage,
    /// The input it takes up, marks included, ordered and disjoint.
    pub spans: Vec<Span>,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnplacedKind {
    Furniture,
    Stray,
}

/// A place on the page: a range of the repaired text of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    pub article: usize,
    pub block: usize,
    pub span: Span,
}

impl Page {
    pub fn passage(&self, at: At) -> &Passage {
        &self.articles[at.article].blocks[at.block].passage
    }

    pub fn text(&self, at: At) -> &str {
        at.span.of(&self.passage(at).text)
    }

    /// The range of the input that `at` stands for.
    pub fn source(&self, at: At) -> Span {
        self.passage(at).source(at.span)
    }

    /// The masthead of the page that an article stands on; the text's first where its own has none.
    pub fn masthead_of(&self, article: usize) -> Option<&Masthead> {
        let sheet = self.sheets.partition_point(|sheet| sheet.articles.end <= article);
        self.sheets.get(sheet).and_then(|sheet| sheet.masthead.as_ref()).or(self.masthead.as_ref())
    }

    /// Every block with its place, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, usize, &Block)> {
        self.articles
            .iter()
            .enumerate()
            .flat_map(|(a, article)| article.blocks.iter().enumerate().map(move |(b, block)| (a, b, block)))
    }
}

/// Splits a text into pages and articles. Cannot fail; see `Page`.
pub fn read(text: &str) -> Page {
    let lines = lines::lines(text);
    let mut page = Page::default();
    for range in sheets::sheets(text, &lines) {
        page.add(text, &lines[range]);
    }
    page.masthead = page.sheets.iter().find_map(|sheet| sheet.masthead.clone());
    page
}

/// The articles of one page as they stand, and what belongs to none.
pub(crate) fn drafts(text: &str, lines: &[lines::Line]) -> (Vec<Article>, Vec<Unplaced>) {
    let fragments = paragraphs::paragraphs(text, lines);
    let model = model::built_in();
    let rows = observe::observe(lines, &fragments, &model.counts().rarity);
    let readings = model.read(&rows);
    articles::articles(text, lines, fragments, &readings)
}

/// The same with their cuts mended.
pub(crate) fn stitched(text: &str, lines: &[lines::Line]) -> (Vec<Article>, Vec<Unplaced>) {
    let (mut articles, unplaced) = drafts(text, lines);
    let openings = model::built_in().counts().openings;
    articles.iter_mut().for_each(|article| stitch::stitch(text, article, &openings));
    (articles, unplaced)
}

impl Page {
    /// Reads the lines of one page and adds what they hold.
    fn add(&mut self, text: &str, lines: &[lines::Line]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let span = Span::new(first.ink.start, last.ink.end);
        let (lines, aside) = running::set_aside(text, lines.to_vec());
        let (mut articles, mut unplaced) = stitched(text, &lines);
        order::order(text, &mut articles, &mut unplaced, &model::built_in().counts());
        let inks = articles.iter_mut().flat_map(|article| &mut article.blocks).map(|block| &mut block.ink);
        inks.chain(unplaced.iter_mut().map(|block| &mut block.spans))
            .for_each(|ink| running::cut_out(ink, &aside));
        for article in &mut articles {
            fields::fill(article);
            article.spans = articles::spans(text, article.blocks.iter().flat_map(|block| &block.ink));
        }
        unplaced.extend(aside.iter().map(|line| running::unplaced(text, line)));
        unplaced.sort_by_key(|block| block.spans.first().map_or(0, |span| span.start));
        let masthead = masthead::masthead(&unplaced, &articles);
        let before = self.articles.len();
        self.articles.append(&mut articles);
        self.unplaced.append(&mut unplaced);
        self.sheets.push(Sheet { span, articles: before..self.articles.len(), masthead });
    }
}
