//! From lines to articles: what a page is made of.

pub mod articles;
#[allow(missing_docs)]
pub mod cohesion;
#[allow(missing_docs)]
pub mod edges;
#[allow(missing_docs)]
pub mod ends;
pub mod evidence;
pub mod fields;
mod laws;
pub mod lines;
pub mod masthead;
#[allow(missing_docs)]
pub mod model;
#[allow(missing_docs)]
pub mod names;
#[allow(missing_docs)]
pub mod observe;
#[allow(missing_docs)]
pub mod openings;
#[allow(missing_docs)]
pub mod order;
#[allow(missing_docs)]
pub mod paragraphs;
#[allow(missing_docs)]
pub mod rules;
pub mod running;
pub mod sheets;
#[allow(missing_docs)]
pub mod signs;
#[allow(missing_docs)]
pub mod stitch;
pub mod widths;

use std::ops::Range;

use self::model::Label;

use crate::{span::Span, text::Passage};

/// A page read into articles; what the later passes work on.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The first masthead of the text.
    pub masthead: Option<Masthead>,
    /// The pages that the text holds, in order; none in a text without a line.
    pub sheets: Vec<Sheet>,
    /// In reading order.
    pub articles: Vec<Article>,
    /// What belongs to no article.
    pub unplaced: Vec<Unplaced>,
}

/// One page of a text that may hold several; no article runs from one into another.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// From its first to its last character that is not white space.
    pub span: Span,
    /// Its articles, as indexes.
    pub articles: Range<usize>,
    /// What stands at its head.
    pub masthead: Option<Masthead>,
}

/// One article: its blocks in reading order and its fields.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The input that belongs to it, heading marks included, ordered and disjoint.
    pub spans: Vec<Span>,
    /// Headline and paragraphs, in reading order.
    pub blocks: Vec<Block>,
    /// 讯头.
    pub dateline: Option<Dateline>,
    /// Who wrote it, took its pictures or sent it.
    pub byline: Vec<Credit>,
    /// What was put right, in the order of the input.
    pub repairs: Vec<Repair>,
    /// 上接, 下转.
    pub continued: Option<Continued>,
    /// How sure its boundaries are, 0 to 1.
    pub confidence: f64,
}

/// A headline, a paragraph, a caption: one unit of an article.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is in the article.
    pub role: Role,
    /// Its repaired text.
    pub passage: Passage,
    /// The input it takes up, marks included.
    pub ink: Vec<Span>,
}

/// What a block is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// 引题.
    Kicker,
    /// 主题.
    Title,
    /// 副题.
    Subtitle,
    /// 正文.
    Body,
    /// 图片说明.
    Caption,
    /// 小标题.
    Heading,
    /// Notes of the editors, 转接.
    Note,
    /// 署名.
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
    /// 通讯社 or paper.
    pub agency: Option<String>,
    /// From where.
    pub place: Option<String>,
    /// When, as it is written.
    pub date: Option<String>,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// One name of a byline or of the page's editors, with the place of the name in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// As it is written.
    pub name: String,
    /// 记者, 通讯员, 摄影 …
    pub role: Option<String>,
    /// Whose.
    pub organization: Option<String>,
    /// Where the name stands.
    pub span: Span,
}

/// Something that was put right in the text, or could not be.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// What was done.
    pub kind: RepairKind,
    /// The place in the input.
    pub span: Span,
    /// Chinese, shown to the reader.
    pub reason: String,
    /// 0 to 1.
    pub confidence: f64,
}

/// What was done to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepairKind {
    /// Lines of a fixed width put together.
    Unwrap,
    /// A paragraph cut by a column joined.
    Join,
    /// A displaced run brought to its article.
    Move,
    /// Words that stood twice at a cut left out once.
    Overlap,
    /// Something is missing here.
    Gap,
}

/// （上接A01版）, （下转第3版）.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Continued {
    /// The page it comes from.
    pub from: Option<String>,
    /// The page it goes on to.
    pub to: Option<String>,
}

/// 报头: what a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The paper's name.
    pub paper: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    /// 版次.
    pub page: Option<String>,
    /// 责编, 版面 and others.
    pub editors: Vec<Credit>,
}

/// Input that belongs to no article.
#[derive(Clone, Debug)]
pub struct Unplaced {
    /// What it is.
    pub kind: UnplacedKind,
    /// Its repaired text.
    pub passage: Passage,
    /// The input it takes up, marks included, ordered and disjoint.
    pub spans: Vec<Span>,
    /// Chinese, shown to the reader.
    pub reason: String,
}

/// What belongs to no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnplacedKind {
    /// 报头, page numbers, navigation.
    Furniture,
    /// A text whose article was not found.
    Stray,
}

/// A place on the page: a range of the repaired text of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Index of the article.
    pub article: usize,
    /// Index of its block.
    pub block: usize,
    /// Range of the block's repaired text.
    pub span: Span,
}

impl Page {
    /// The text that a place is part of.
    pub fn passage(&self, at: At) -> &Passage {
        &self.articles[at.article].blocks[at.block].passage
    }

    /// The words of a place.
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
    let inside = |(i, row): (usize, &observe::Row)| {
        i > 0 && laws::is_inside(observe::kind(row), &fragments[i].passage.text)
    };
    let allowed =
        rows.iter().enumerate().map(inside).map(|inside| if inside { Label::inside() } else { model::ANY });
    // The lattice asks for each label of each fragment.
    let allowed: Vec<model::Allowed> = allowed.collect();
    let readings = model.read_within(&rows, &|i| allowed[i]);
    articles::articles(text, lines, fragments, &rows, &readings)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_stands_on_its_own_page() {
        let page = |number: usize, title: &str| {
            format!(
                "青陵日报 2025年4月16日 A{number}版\n# {title}\n江边的码头上个月修好了，轮渡每天开行二十个班次。\n\n"
            )
        };
        let text = page(1, "码头复航") + &page(2, "白鹭回来") + &page(3, "夜市开张");
        let read = read(&text);
        assert_eq!(read.articles.len(), 3);
        let label = |article| read.masthead_of(article).and_then(|masthead| masthead.page.as_deref());
        assert_eq!([label(0), label(1), label(2)], [Some("A1版"), Some("A2版"), Some("A3版")]);
        // A page without a masthead has the text's first.
        let bare = Page { masthead: read.masthead.clone(), ..Page::default() };
        assert_eq!(bare.masthead_of(0), read.masthead.as_ref());
    }

    #[test]
    fn a_sentence_alone_is_an_article() {
        for text in ["江边的码头昨日复航。", "今天天气很好。我们去江边玩。", "林远山说：“好。”"]
        {
            let page = read(text);
            assert!(page.articles.len() == 1 && page.unplaced.is_empty(), "{text}");
        }
        assert!(read("青陵日报\n2025年4月16日\n").articles.is_empty());
    }

    #[test]
    fn a_line_in_brackets_starts_no_article_but_the_first() {
        let told = "治理一年以后，锦带河边又见白鹭，清晨几十只白鹭落在浅滩上觅食。\n";
        let report = "江边的码头上个月修好了，轮渡每天开行二十个班次，最后一班夜里十点离开码头。\n";
        let articles = |text: &str| read(text).articles.len();
        assert_eq!(articles(&format!("# 码头复航\n{report}# 白鹭又来了\n{told}")), 2);
        assert_eq!(articles(&format!("# 码头复航\n{report}# （白鹭又来了）\n{told}")), 1);
        let page = read(&format!("（白鹭又来了）\n{told}"));
        assert!(page.articles.len() == 1 && page.unplaced.is_empty());
    }

    #[test]
    fn a_place_is_a_range_of_the_input() {
        let text = "码头复航\n江边的码头上个月修好了，轮渡每天开行二十个班次。\n";
        let page = read(text);
        let span = page.articles[0].blocks[1]
            .passage
            .text
            .find("轮渡")
            .map(|at| Span::new(at, at + 6))
            .expect("it is there");
        let at = At { article: 0, block: 1, span };
        assert_eq!((page.text(at), page.source(at).of(text)), ("轮渡", "轮渡"));
    }
}
