//! Measures the best sentences and the keywords of articles against the headlines that an editor gave them.
//!
//! The headline is taken off before the page is read. Of the sentences it is compared how much of it they hold, beside the
//! lead sentence and, since more sentences hold more, as many from the beginning as were picked. Of the first five
//! keywords, how many it has and how much of it they cover, beside the five words of highest tf · idf.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::page::{Article, At, Block, Page, Role};
use crate::span::Span;
use crate::tags::{self, Lexicon};
use crate::text::{Passage, sentences};
use crate::themes::{self, background};
use crate::train::files::with_ending;
use crate::train::stories::PageFile;
use crate::words;

/// Shorter texts leave nothing to choose.
const SENTENCES: usize = 4;

/// How many keywords are looked at.
const TERMS: usize = 5;

/// Terms that the headline has, of all; and sums of the part of it that they cover.
#[derive(Default)]
struct Hits {
    found: usize,
    all: usize,
    cover: f64,
}

/// Sums of ROUGE-L: recall and F.
#[derive(Default)]
struct Rouge {
    recall: f64,
    f: f64,
    chars: usize,
}

pub fn measure(folders: &[PathBuf], show: usize) -> io::Result<()> {
    for folder in folders {
        let mut sums: [Rouge; 4] = Default::default();
        let mut hits: [Hits; 2] = Default::default();
        let mut count = 0;
        for file in &with_ending(folder, "json")? {
            measure_page(file, show, (&mut sums, &mut hits), &mut count)?;
        }
        println!("{}: {count} articles", folder.display());
        for (name, hits) in ["tf · idf", "keywords"].iter().zip(&hits) {
            let (precision, cover) = (hits.found as f64 / hits.all as f64, hits.cover / count as f64);
            println!("  {name:20} in the headline {precision:.4}, of it {cover:.4}");
        }
        for (name, sum) in
            ["lead sentence", "first of the summary", "as many leading ones", "summary"].iter().zip(&sums)
        {
            let n = count as f64;
            println!(
                "  {name:20} ROUGE-L recall {:.4} F {:.4}, {:.0} characters",
                sum.recall / n,
                sum.f / n,
                sum.chars as f64 / n
            );
        }
    }
    Ok(())
}

fn measure_page(
    file: &Path,
    show: usize,
    (sums, hits): (&mut [Rouge; 4], &mut [Hits; 2]),
    count: &mut usize,
) -> io::Result<()> {
    let file: PageFile = serde_json::from_slice(&std::fs::read(file)?)?;
    let titled = file.articles.iter().filter(|a| !a.composite && a.paragraphs.len() > 1);
    let (titles, articles): (Vec<&String>, Vec<Article>) =
        titled.filter_map(|a| Some((a.title.as_ref()?, body(&a.paragraphs[1..])))).unzip();
    let page = Page { articles, ..Page::default() };
    let entities = tags::entities(&page, &Lexicon::default());
    let gist = themes::read(&page, &entities, &Lexicon::default());
    for (i, (title, gist)) in titles.into_iter().zip(&gist.articles).enumerate() {
        let text = |at: &At| page.text(*at).to_owned();
        let blocks = page.articles[i].blocks.iter().map(|block| block.passage.text.as_str());
        let all: Vec<String> = blocks
            .flat_map(|text| sentences(text).into_iter().map(move |s| s.of(text).trim().to_owned()))
            .collect();
        let picked: Vec<String> = gist.summary.iter().map(text).collect();
        if all.len() < SENTENCES || picked.is_empty() {
            continue;
        }
        let best = &picked[0];
        let leading = all[..picked.len().min(all.len())].concat();
        let title = title.rsplit('】').next().unwrap_or(title);
        for (sum, text) in sums.iter_mut().zip([&all[0], best, &leading, &picked.concat()]) {
            sum.add(title, text);
        }
        let keywords: Vec<&str> =
            gist.keywords.iter().map(|keyword| keyword.term.as_str()).take(TERMS).collect();
        hits[0].add(title, &heaviest(&page.articles[i]));
        hits[1].add(title, &keywords);
        if *count < show {
            println!("{title}\n  {}\n  {best}\n  {}", picked.join("\n  "), keywords.join(" "));
        }
        *count += 1;
    }
    Ok(())
}

/// The words of highest tf · idf by the background of ordinary news.
fn heaviest(article: &Article) -> Vec<&str> {
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    for block in &article.blocks {
        let text = block.passage.text.as_str();
        let words = words::split(text).into_iter().map(|span| span.of(text));
        for word in words.filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic)) {
            *counts.entry(word).or_default() += 1.0;
        }
    }
    let rarity = |word: &str| -background::share(word).max(1e-5).log2();
    let mut words: Vec<(f64, &str)> = counts.into_iter().map(|(word, n)| (n * rarity(word), word)).collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0));
    words.into_iter().map(|(_, word)| word).take(TERMS).collect()
}

fn body(paragraphs: &[String]) -> Article {
    let block = |text: &String| {
        let all = Span::new(0, text.len());
        Block { role: Role::Body, passage: Passage::new(text, all), ink: vec![all] }
    };
    Article { blocks: paragraphs.iter().map(block).collect(), ..Article::default() }
}

impl Hits {
    fn add(&mut self, title: &str, terms: &[&str]) {
        let mut covered = vec![false; title.len()];
        for term in terms {
            let places: Vec<usize> = title.match_indices(term).map(|(at, _)| at).collect();
            self.found += usize::from(!places.is_empty());
            self.all += 1;
            places.iter().for_each(|&at| covered[at..at + term.len()].fill(true));
        }
        self.cover += covered.iter().filter(|c| **c).count() as f64 / title.len().max(1) as f64;
    }
}

impl Rouge {
    fn add(&mut self, title: &str, text: &str) {
        let ink = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
        let (a, b) = (ink(title), ink(text));
        let common = longest_common(&a, &b) as f64;
        let (recall, precision) = (common / a.len().max(1) as f64, common / b.len().max(1) as f64);
        self.recall += recall;
        self.f += 2.0 * recall * precision / (recall + precision).max(1e-9);
        self.chars += b.len();
    }
}

/// The length of the longest common subsequence.
fn longest_common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}
