//! Pages built by hand, so that a pass can be tested without the passes before it.

use banmian::Span;
use banmian::page::{Article, At, Block, Page, Role};
use banmian::tags::{By, Entity, Kind, Mention};
use banmian::text::Passage;

/// A page from articles in which each line is a block: `引题：`, `标题：`, `副题：`, `小标题：`, `图注：` at its start say
/// which; any other line is a body paragraph.
pub fn page(articles: &[String]) -> Page {
    Page { articles: articles.iter().map(|text| article(text)).collect(), ..Page::default() }
}

fn article(text: &str) -> Article {
    let blocks = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(block).collect();
    Article { blocks, confidence: 1.0, ..Article::default() }
}

fn block(line: &str) -> Block {
    let roles = [
        ("引题：", Role::Kicker),
        ("标题：", Role::Title),
        ("副题：", Role::Subtitle),
        ("小标题：", Role::Heading),
        ("图注：", Role::Caption),
    ];
    let marked = roles.iter().find_map(|&(mark, role)| line.strip_prefix(mark).map(|text| (role, text)));
    let (role, text) = marked.unwrap_or((Role::Body, line));
    let all = Span::new(0, text.len());
    Block { role, passage: Passage::new(text, all), ink: vec![all] }
}

/// An entity with every mention that a plain search finds.
pub fn entity(page: &Page, kind: Kind, name: &str) -> Entity {
    let mentions = page
        .blocks()
        .flat_map(|(article, block, b)| {
            b.passage.text.match_indices(name).map(move |(start, found)| {
                let span = Span::new(start, start + found.len());
                Mention { at: At { article, block, span }, by: By::Rule }
            })
        })
        .collect();
    Entity { kind, name: name.to_string(), aliases: Vec::new(), roles: Vec::new(), value: None, mentions }
}
