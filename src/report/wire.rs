//! From the layers of an analysis to the wire types: names for kinds, ids for indexes, UTF-16 for bytes.

use super::*;
use crate::page::{self, At, RepairKind, Role, UnplacedKind};
use crate::span::Span as Bytes;
use crate::tags::{By, Kind};
use crate::text::{self, Passage};
use crate::themes::{self, Match, Origin};
use crate::utf16::Utf16;

/// Converts the layers of one analysis.
pub(super) struct Wire<'a> {
    analysis: &'a Analysis<'a>,
    utf16: Utf16<'a>,
}

fn article_id(article: usize) -> String {
    format!("a{}", article + 1)
}

fn entity_id(entity: usize) -> String {
    format!("e{}", entity + 1)
}

fn theme_id(theme: usize) -> String {
    format!("t{}", theme + 1)
}

/// Scores are written with three decimals, the same in every language.
fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

impl<'a> Wire<'a> {
    pub(super) fn new(analysis: &'a Analysis<'a>) -> Wire<'a> {
        Wire { analysis, utf16: Utf16::new(analysis.text) }
    }

    fn span(&self, span: Bytes) -> Span {
        let (start, end) = self.utf16.span(span);
        Span { start, end }
    }

    fn spans(&self, spans: impl IntoIterator<Item = Bytes>) -> Vec<Span> {
        spans.into_iter().map(|span| self.span(span)).collect()
    }

    pub(super) fn source(&self, name: Option<&str>) -> Source {
        let text = self.analysis.text;
        Source {
            name: name.map(str::to_owned),
            length: self.utf16.offset(text.len()),
            lines: text.lines().count(),
            script: match text::script(text) {
                text::Script::Simplified => "hans",
                text::Script::Traditional => "hant",
                text::Script::Mixed => "mixed",
            },
            masthead: self.analysis.page.masthead.as_ref().map(|masthead| self.masthead(masthead)),
            pages: self.analysis.page.sheets.iter().map(|sheet| self.page(sheet)).collect(),
        }
    }

    fn page(&self, sheet: &page::Sheet) -> SourcePage {
        let Span { start, end } = self.span(sheet.span);
        SourcePage {
            start,
            end,
            masthead: sheet.masthead.as_ref().map(|masthead| self.masthead(masthead)),
            articles: sheet.articles.clone().map(article_id).collect(),
        }
    }

    fn masthead(&self, masthead: &page::Masthead) -> Masthead {
        Masthead {
            paper: masthead.paper.clone(),
            date: masthead.date.clone(),
            page: masthead.page.clone(),
            editors: masthead.editors.iter().map(|credit| self.person(credit)).collect(),
        }
    }

    fn person(&self, credit: &page::Credit) -> Person {
        let Span { start, end } = self.span(credit.span);
        Person {
            name: credit.name.clone(),
            role: credit.role.clone(),
            organization: credit.organization.clone(),
            start,
            end,
        }
    }

    fn text(&self, passage: &Passage) -> Text {
        Text { text: passage.text.clone(), spans: self.spans(passage.all_sources()) }
    }

    pub(super) fn articles(&self) -> Vec<Article> {
        let gists = self.analysis.gist.articles.iter();
        let articles = self.analysis.page.articles.iter().zip(gists);
        articles.enumerate().map(|(i, (article, gist))| self.article(i, article, gist)).collect()
    }

    fn article(&self, index: usize, article: &page::Article, gist: &themes::ArticleGist) -> Article {
        let of = |role| article.blocks.iter().filter(move |b| b.role == role).map(|b| self.text(&b.passage));
        Article {
            id: article_id(index),
            spans: self.spans(article.spans.iter().copied()),
            kicker: of(Role::Kicker).next(),
            title: of(Role::Title).next().unwrap_or_else(|| self.text(&Passage::default())),
            subtitles: of(Role::Subtitle).collect(),
            dateline: article.dateline.as_ref().map(|d| Dateline {
                agency: d.agency.clone(),
                place: d.place.clone(),
                date: d.date.clone(),
                spans: self.spans(d.spans.iter().copied()),
            }),
            byline: article.byline.iter().map(|credit| self.person(credit)).collect(),
            paragraphs: article.blocks.iter().filter_map(|block| self.paragraph(block)).collect(),
            repairs: article.repairs.iter().map(|repair| self.repair(repair)).collect(),
            keywords: gist
                .keywords
                .iter()
                .map(|k| Keyword { term: k.term.clone(), weight: rounded(k.weight), count: k.count })
                .collect(),
            category: gist.category.as_ref().map(|c| Category { name: c.name, score: rounded(c.score) }),
            summary: self.spans(gist.summary.iter().map(|&at| self.analysis.page.source(at))),
            continued: article
                .continued
                .as_ref()
                .map(|c| Continued { from: c.from.clone(), to: c.to.clone() }),
            confidence: rounded(article.confidence),
        }
    }

    /// `None` for the parts of the headline, which have fields of their own.
    fn paragraph(&self, block: &page::Block) -> Option<Paragraph> {
        let role = match block.role {
            Role::Kicker | Role::Title | Role::Subtitle => return None,
            Role::Body => "body",
            Role::Caption => "caption",
            Role::Heading => "heading",
            Role::Note => "note",
            Role::Credit => "credit",
        };
        let Text { text, spans } = self.text(&block.passage);
        let sentences = self.spans(text::sentences(&text).into_iter().map(|part| block.passage.source(part)));
        Some(Paragraph { text, spans, role, sentences })
    }

    fn repair(&self, repair: &page::Repair) -> Repair {
        let Span { start, end } = self.span(repair.span);
        let kind = match repair.kind {
            RepairKind::Unwrap => "unwrap",
            RepairKind::Join => "join",
            RepairKind::Move => "move",
            RepairKind::Overlap => "overlap",
            RepairKind::Gap => "gap",
        };
        Repair { kind, start, end, reason: repair.reason.clone(), confidence: rounded(repair.confidence) }
    }

    /// With its marks, so that its spans hold all that is its own and lead from its text to the input all the same.
    pub(super) fn unplaced(&self, block: &page::Unplaced) -> Block {
        let Text { text, spans } = self.text(&block.passage.whole(self.analysis.text, &block.spans));
        Block {
            text,
            spans,
            role: match block.kind {
                UnplacedKind::Furniture => "furniture",
                UnplacedKind::Stray => "stray",
            },
            reason: block.reason.clone(),
        }
    }

    pub(super) fn entities(&self) -> Vec<Entity> {
        let entities = self.analysis.entities.iter().enumerate();
        entities
            .map(|(i, entity)| Entity {
                id: entity_id(i),
                kind: kind_name(entity.kind),
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
                roles: entity
                    .roles
                    .iter()
                    .map(|role| PersonRole {
                        title: role.title.clone(),
                        organization: role.organization.clone(),
                        count: role.count,
                    })
                    .collect(),
                value: entity.value.clone(),
                mentions: entity
                    .mentions
                    .iter()
                    .map(|mention| {
                        let Evidence { article, start, end } = self.evidence(mention.at);
                        EntityMention { article, start, end, by: by_name(mention.by) }
                    })
                    .collect(),
            })
            .collect()
    }

    pub(super) fn themes(&self) -> Vec<Theme> {
        self.analysis.gist.themes.iter().enumerate().map(|(i, theme)| self.theme(i, theme)).collect()
    }

    fn theme(&self, index: usize, theme: &themes::Theme) -> Theme {
        Theme {
            id: theme_id(index),
            name: theme.name.clone(),
            variants: theme.variants.clone(),
            origin: match theme.origin {
                Origin::Lexicon => "lexicon",
                Origin::Quoted => "quoted",
                Origin::Discovered => "discovered",
            },
            score: rounded(theme.score),
            articles: self.theme_articles(theme),
            mentions: theme
                .mentions
                .iter()
                .map(|mention| {
                    let Evidence { article, start, end } = self.evidence(mention.at);
                    let kind = match mention.kind {
                        Match::Exact => "exact",
                        Match::Variant => "variant",
                        Match::Part => "part",
                    };
                    ThemeMention { article, start, end, kind }
                })
                .collect(),
            evidence: theme.evidence.iter().map(|&at| self.evidence(at)).collect(),
            related: theme
                .related
                .iter()
                .map(|&(other, weight)| Related { theme: theme_id(other), weight: rounded(weight) })
                .collect(),
            entities: theme.entities.iter().map(|&entity| entity_id(entity)).collect(),
        }
    }

    fn theme_articles(&self, theme: &themes::Theme) -> Vec<ThemeArticle> {
        let mut counts = std::collections::BTreeMap::<usize, (usize, usize)>::new();
        for mention in &theme.mentions {
            let block = &self.analysis.page.articles[mention.at.article].blocks[mention.at.block];
            let (headline, body) = counts.entry(mention.at.article).or_default();
            *(if block.role.is_headline() { headline } else { body }) += 1;
        }
        counts
            .into_iter()
            .map(|(article, (headline, body))| ThemeArticle { article: article_id(article), headline, body })
            .collect()
    }

    pub(super) fn evidence(&self, at: At) -> Evidence {
        let Span { start, end } = self.span(self.analysis.page.source(at));
        Evidence { article: article_id(at.article), start, end }
    }
}

/// The wire name of a kind of tag.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organization => "organization",
        Kind::Date => "date",
        Kind::Work => "work",
        Kind::Term => "term",
    }
}

/// How the wire format calls what made a tag.
pub fn by_name(by: By) -> &'static str {
    match by {
        By::Lexicon => "lexicon",
        By::Model => "model",
        By::Rule => "rule",
    }
}
