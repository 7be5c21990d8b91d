//! Reports for people: Markdown and plain text.

use std::fmt::Write;

use banmian::Analysis;
use banmian::page::{Article, Role};
use banmian::tags::Kind;

/// The page as Markdown: summary, themes, articles, names.
pub fn markdown(analysis: &Analysis<'_>) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# 版面摘要\n\n{}\n", analysis.gist.summary.text);
    if !analysis.gist.themes.is_empty() {
        let _ = writeln!(out, "## 主题\n");
        for theme in &analysis.gist.themes {
            let _ =
                writeln!(out, "- **{}**（{:.2}）{}", theme.name, theme.score, articles_of(analysis, theme));
        }
        out.push('\n');
    }
    for article in &analysis.page.articles {
        for block in &article.blocks {
            let text = &block.passage.text;
            let _ = match block.role {
                Role::Title => writeln!(out, "## {text}\n"),
                Role::Kicker | Role::Subtitle => writeln!(out, "**{text}**\n"),
                Role::Heading => writeln!(out, "### {text}\n"),
                Role::Note | Role::Caption => writeln!(out, "> {text}\n"),
                Role::Credit => writeln!(out, "*{text}*\n"),
                Role::Body => writeln!(out, "{text}\n"),
            };
        }
    }
    names(analysis, &mut out, "## ", "- ");
    out
}

/// The page as plain text.
pub fn text(analysis: &Analysis<'_>) -> String {
    let mut out = format!("{}\n\n", analysis.gist.summary.text);
    for theme in &analysis.gist.themes {
        let _ = writeln!(out, "{:.2}  {}  {}", theme.score, theme.name, articles_of(analysis, theme));
    }
    for (i, article) in analysis.page.articles.iter().enumerate() {
        let _ = writeln!(out, "\n[{}] {}", i + 1, headline(article));
        let body = article.blocks.iter().filter(|block| !block.role.is_headline());
        for block in body {
            let _ = writeln!(out, "    {}", block.passage.text);
        }
    }
    names(analysis, &mut out, "\n", "  ");
    out
}

fn headline(article: &Article) -> String {
    let parts = article.blocks.iter().filter(|block| block.role.is_headline());
    let parts: Vec<&str> = parts.map(|block| block.passage.text.as_str()).collect();
    if parts.is_empty() { "（无题）".to_owned() } else { parts.join(" / ") }
}

/// The numbers of the articles that a theme runs through.
fn articles_of(analysis: &Analysis<'_>, theme: &banmian::themes::Theme) -> String {
    let mut articles: Vec<usize> = theme.mentions.iter().map(|mention| mention.at.article).collect();
    articles.sort_unstable();
    articles.dedup();
    debug_assert!(articles.iter().all(|&i| i < analysis.page.articles.len()));
    let numbers: Vec<String> = articles.iter().map(|i| (i + 1).to_string()).collect();
    format!("第 {} 篇", numbers.join("、"))
}

fn names(analysis: &Analysis<'_>, out: &mut String, head: &str, item: &str) {
    let kinds =
        [(Kind::Person, "人物"), (Kind::Organization, "机构"), (Kind::Place, "地点"), (Kind::Date, "时间")];
    for (kind, title) in kinds {
        let of_kind: Vec<_> = analysis.entities.iter().filter(|entity| entity.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{head}{title}\n");
        for entity in of_kind {
            let roles: Vec<&str> = entity.roles.iter().map(|role| role.title.as_str()).collect();
            let roles = if roles.is_empty() { String::new() } else { format!("（{}）", roles.join("、")) };
            let _ = writeln!(out, "{item}{}{roles} ×{}", entity.name, entity.mentions.len());
        }
        out.push('\n');
    }
}
