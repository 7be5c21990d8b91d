//! From lines to articles: what a page is made of.

pub mod articles;
pub mod cohesion;
pub mod ends;
pub mod fields;
pub mod lines;
pub mod masthead;
pub mod model;
pub mod names;
pub mod observe;
pub mod order;
pub mod paragraphs;
pub mod rules;
pub mod stitch;
pub mod widths;

use crate::{span::Span, text::Passage};

/// A page read into articles; what the later passes work on.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub masthead: Option<Masthead>,
    pub articles: Vec<Article>,
    pub unplaced: Vec<Unplaced>,
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

    /// Every block with its place, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, usize, &Block)> {
        self.articles
            .iter()
            .enumerate()
            .flat_map(|(a, article)| article.blocks.iter().enumerate().map(move |(b, block)| (a, b, block)))
    }
}

/// Splits the text of a page into articles. Cannot fail; see `Page`.
pub fn read(text: &str) -> Page {
    let lines = lines::lines(text);
    let fragments = paragraphs::paragraphs(text, &lines);
    let model = model::built_in();
    let rows = observe::observe(&lines, &fragments, &model.rarity());
    let readings = model.read(&rows);
    let (mut articles, mut unplaced) = articles::articles(text, &lines, fragments, &readings);
    for article in &mut articles {
        stitch::stitch(text, article);
    }
    order::order(text, &mut articles, &mut unplaced, &model.rarity());
    for article in &mut articles {
        fields::fill(article);
        article.spans = articles::spans(text, article.blocks.iter().flat_map(|block| &block.ink));
    }
    let masthead = masthead::masthead(&unplaced, &articles);
    Page { masthead, articles, unplaced }
}
