//! Learns by which signs a theme is known, from pages with the themes that an editor would name.

use std::io;
use std::path::PathBuf;

use serde_json::Value;

use crate::page::Page;
use crate::tags::{Entity, Lexicon};
use crate::themes::signs::{EXPECTED, NAMES, SIGNS, Signs, WEIGHTS};
use crate::themes::{Judged, folded, judged};
use crate::train::files::with_ending;
use crate::train::logistic::{Case, fit_near, show};
use crate::{page, tags};

struct Labelled {
    name: String,
    page: Page,
    entities: Vec<Entity>,
    /// Each with the names it may have.
    themes: Vec<Vec<String>>,
    not_themes: Vec<String>,
    families: Vec<Judged>,
}

/// How many themes of a page are looked at.
const FIRST: usize = 10;

/// Learns the weights, prints them, and measures them with each page left out in turn.
pub fn learn(folders: &[PathBuf], kept: &[PathBuf], show_candidates: bool) -> io::Result<()> {
    let pages = load_all(folders)?;
    let weights = learned(pages.iter());
    show(&NAMES, &weights, &cases(pages.iter()));
    println!("[{}]", weights.map(|w| format!("{w:.2}")).join(", "));
    let mut sums = [Found::default(); 3];
    for (i, page) in pages.iter().enumerate() {
        let others = pages.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, page)| page);
        let left_out = learned(others);
        for (sum, weights) in sums.iter_mut().zip([&WEIGHTS, &weights, &left_out]) {
            sum.add(&measure(page, weights, false));
        }
        measure(page, &left_out, true);
        if show_candidates {
            candidates(page, &weights);
        }
    }
    for (sum, which) in sums.iter().zip(["in the build", "learned here", "each page left out"]) {
        print(which, sum);
    }
    let mut sum = Found::default();
    for page in &load_all(kept)? {
        sum.add(&measure(page, &weights, true));
        if show_candidates {
            candidates(page, &weights);
        }
    }
    if !kept.is_empty() {
        print("pages kept for measuring", &sum);
    }
    Ok(())
}

fn print(which: &str, sum: &Found) {
    println!(
        "{which}: {} of {} themes among the first {FIRST}, {} false of {}, {} listed",
        sum.hit, sum.wanted, sum.bad, sum.not_wanted, sum.listed
    );
}

#[derive(Clone, Copy, Default)]
struct Found {
    hit: usize,
    wanted: usize,
    bad: usize,
    not_wanted: usize,
    listed: usize,
}

impl Found {
    fn add(&mut self, other: &Found) {
        self.hit += other.hit;
        self.wanted += other.wanted;
        self.bad += other.bad;
        self.not_wanted += other.not_wanted;
        self.listed += other.listed;
    }
}

fn measure(page: &Labelled, weights: &Signs, print: bool) -> Found {
    let mut list = judged(&page.page, &page.entities, Some(weights));
    let listed = list.len();
    list.truncate(FIRST);
    let hits = |names: &Vec<String>| list.iter().any(|theme| names.iter().any(|n| theme.names.contains(n)));
    let bad: Vec<&String> =
        page.not_themes.iter().filter(|bad| list.iter().any(|t| t.names[0] == **bad)).collect();
    if print {
        for missed in page.themes.iter().filter(|names| !hits(names)) {
            println!("{} misses {}", page.name, missed.join("|"));
        }
        bad.iter().for_each(|bad| println!("{} has {bad}", page.name));
    }
    Found {
        hit: page.themes.iter().filter(|names| hits(names)).count(),
        wanted: page.themes.len(),
        bad: bad.len(),
        not_wanted: page.not_themes.len(),
        listed,
    }
}

/// How firmly the expected weights hold: as much as a few cases would.
const PULL: f64 = 4.0;

fn learned<'p>(pages: impl Iterator<Item = &'p Labelled>) -> Signs {
    fit_near(&cases(pages), &EXPECTED, PULL)
}

fn cases<'p>(pages: impl Iterator<Item = &'p Labelled>) -> Vec<Case<SIGNS>> {
    pages.flat_map(|page| page.families.iter().map(|family| (family.signs, page.is_theme(family)))).collect()
}

impl Labelled {
    fn is_theme(&self, family: &Judged) -> bool {
        self.themes.iter().flatten().any(|name| family.names.contains(name))
    }
}

fn candidates(page: &Labelled, weights: &Signs) {
    println!("{}", page.name);
    let mut list: Vec<(f64, &Judged)> = page
        .families
        .iter()
        .map(|family| (crate::themes::signs::score(&family.signs, weights), family))
        .collect();
    list.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (score, family) in list.into_iter().filter(|(score, _)| *score > 0.03) {
        let mark = if page.is_theme(family) { "+" } else { " " };
        println!("  {mark} {score:.2} {}", family.names.join(" "));
    }
    for theme in &page.themes {
        if !page.families.iter().any(|f| theme.iter().any(|name| f.names.contains(name))) {
            println!("  - {}", theme.join("|"));
        }
    }
}

fn load_all(folders: &[PathBuf]) -> io::Result<Vec<Labelled>> {
    let pages: io::Result<Vec<Vec<Labelled>>> = folders.iter().map(|folder| load(folder)).collect();
    Ok(pages?.into_iter().flatten().collect())
}

/// The labelled pages of a folder, in the order of their names.
fn load(folder: &std::path::Path) -> io::Result<Vec<Labelled>> {
    with_ending(folder, "json")?.iter().map(|file| read(file)).collect()
}

fn read(file: &std::path::Path) -> io::Result<Labelled> {
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let page = page::read(&std::fs::read_to_string(file.with_extension("txt"))?);
    let entities = tags::entities(&page, &Lexicon::default());
    let names = |name: &str| name.split('|').map(folded).collect();
    let themes = match &gold["themes"] {
        Value::Object(themes) => themes.keys().map(|name| names(name)).collect(),
        Value::Array(themes) => themes.iter().filter_map(Value::as_str).map(names).collect(),
        _ => Vec::new(),
    };
    let not_themes = gold["not_theme"].as_array().into_iter().flatten().filter_map(Value::as_str).map(folded);
    Ok(Labelled {
        name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        not_themes: not_themes.collect(),
        families: judged(&page, &entities, None),
        themes,
        page,
        entities,
    })
}
