//! Whole pages with goldens: `tests/pages/NAME.golden` is what is read from `www/samples/NAME.txt` or `tests/pages/NAME.txt`.
//!
//! A golden has a line for each block with its role, then names and themes; it is meant to be read by someone who knows
//! newspapers. `GOLDEN=write cargo test --test pages` writes them anew: read the difference before you commit it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use banmian::page::{Article, RepairKind, Role, UnplacedKind};
use banmian::tags::Kind;
use banmian::{Analysis, Options, analyze};

/// Pages with their names and themes.
const PAGES: [&str; 8] = [
    "www/samples/front-page",
    "www/samples/plain",
    "www/samples/wrapped",
    "tests/pages/web-copy",
    "tests/pages/traditional",
    "tests/pages/transcript",
    "tests/pages/evening",
    "tests/pages/county",
];

/// Pages that show a shape of input; their goldens have articles, fields and repairs only.
const SHAPES: [&str; 24] = [
    "tests/pages/two-reports",
    "tests/pages/pdf-copy",
    "tests/pages/several-pages",
    "tests/pages/markdown",
    "tests/pages/bold-marks",
    "tests/pages/spaced",
    "tests/pages/narrow",
    "tests/pages/wide",
    "tests/pages/taiwan",
    "tests/pages/briefs",
    "tests/pages/interview",
    "tests/pages/columns",
    "tests/pages/torn",
    "tests/pages/crossheads",
    "tests/pages/sections",
    "tests/pages/narrow-heads",
    "tests/pages/supplement",
    "tests/pages/notices",
    "tests/pages/opinions",
    "tests/pages/law",
    "tests/pages/archive",
    "tests/pages/series",
    "tests/pages/classroom",
    "tests/pages/sports",
];

#[test]
fn pages_are_read_as_their_goldens_say() {
    let mut differing = Vec::new();
    for page in PAGES.into_iter().chain(SHAPES) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(root.join(format!("{page}.txt"))).expect("the page is there");
        let name = page.rsplit('/').next().expect("a path has a last part");
        let golden: PathBuf = root.join(format!("tests/pages/{name}.golden"));
        let shown = show(&analyze(&text, &Options::default()), PAGES.contains(&page));
        if std::env::var_os("GOLDEN").is_some_and(|how| how == "write") {
            std::fs::write(&golden, &shown).expect("the golden can be written");
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        if shown != expected {
            differing.push(format!("{name}:\n{}", difference(&expected, &shown)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The lines that only one of the two has.
fn difference(expected: &str, shown: &str) -> String {
    let missing =
        expected.lines().filter(|line| !shown.lines().any(|l| l == *line)).map(|line| format!("- {line}\n"));
    let extra =
        shown.lines().filter(|line| !expected.lines().any(|l| l == *line)).map(|line| format!("+ {line}\n"));
    missing.chain(extra).collect()
}

fn show(analysis: &Analysis<'_>, tags: bool) -> String {
    let mut out = String::new();
    for m in analysis.page.sheets.iter().filter_map(|sheet| sheet.masthead.as_ref()) {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "–".to_owned());
        let editors: Vec<&str> = m.editors.iter().map(|e| e.name.as_str()).collect();
        let _ = writeln!(
            out,
            "报头 {} {} {} {}",
            part(&m.paper),
            part(&m.date),
            part(&m.page),
            editors.join(" ")
        );
    }
    for article in &analysis.page.articles {
        show_article(article, &mut out);
    }
    for block in &analysis.page.unplaced {
        let kind = if block.kind == UnplacedKind::Stray { "残段" } else { "杂项" };
        let _ = writeln!(out, "{kind} {} ← {}", block.passage.text, block.reason);
    }
    if tags {
        show_tags(analysis, &mut out);
    }
    out
}

fn show_tags(analysis: &Analysis<'_>, out: &mut String) {
    for (kind, name) in [(Kind::Person, "人物"), (Kind::Organization, "机构"), (Kind::Place, "地点")] {
        let mut names: Vec<String> =
            analysis.entities.iter().filter(|e| e.kind == kind).map(|e| e.name.clone()).collect();
        names.sort();
        let _ = writeln!(out, "{name} {}", names.join(" "));
    }
    let themes: Vec<&str> = analysis.gist.themes.iter().take(5).map(|t| t.name.as_str()).collect();
    let _ = writeln!(out, "主题 {}", themes.join(" "));
}

fn show_article(article: &Article, out: &mut String) {
    out.push_str("——\n");
    for block in &article.blocks {
        let role = match block.role {
            Role::Kicker => "引题",
            Role::Title => "主题",
            Role::Subtitle => "副题",
            Role::Body => "正文",
            Role::Caption => "图说",
            Role::Heading => "小标题",
            Role::Note => "按语",
            Role::Credit => "署名",
        };
        let _ = writeln!(out, "{role} {}", block.passage.text);
    }
    if let Some(d) = &article.dateline {
        let parts = [&d.agency, &d.place, &d.date].map(|part| part.as_deref().unwrap_or("–"));
        let _ = writeln!(out, "  讯头 {}", parts.join(" "));
    }
    for credit in &article.byline {
        let _ = writeln!(out, "  {} {}", credit.role.as_deref().unwrap_or("–"), credit.name);
    }
    if let Some(c) = &article.continued {
        let _ = writeln!(out, "  转接 {:?} {:?}", c.from, c.to);
    }
    for repair in article.repairs.iter().filter(|repair| repair.kind != RepairKind::Unwrap) {
        let _ = writeln!(out, "  {:?} {}", repair.kind, repair.reason);
    }
}
