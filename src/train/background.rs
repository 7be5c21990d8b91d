//! The background of the theme pass: how common a sequence of words is in ordinary news.
//!
//! Takes folders of pages with known articles, counts for each sequence of whole words (2 to 6 characters) the share of
//! articles that have it, and packs the common ones into a filter. Nothing can be read back from it but a share for a
//! phrase one already has.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::themes::background::{LONGEST, SHORTEST, code, hash};
use crate::train::files::with_ending;
use crate::train::stories::PageFile;
use crate::words;

/// Sequences that fewer articles have are left out: strangers count as rare.
const LEAST: usize = 12;

pub fn make(folders: &[PathBuf], out: &Path) -> io::Result<()> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    let mut articles = 0;
    for folder in folders {
        for file in with_ending(folder, "json")? {
            let page: PageFile = serde_json::from_slice(&fs::read(file)?)?;
            articles += page.articles.len();
            for article in &page.articles {
                for sequence in sequences(&article.paragraphs) {
                    *counts.entry(sequence).or_default() += 1;
                }
            }
        }
    }
    let common: BTreeMap<u64, u16> = counts
        .into_iter()
        .filter(|&(_, count)| count >= LEAST)
        .map(|(key, count)| (key, code(count as f64 / articles as f64)))
        .collect();
    let entries: Vec<(u64, u16)> = common.into_iter().collect();
    let bytes = super::filter::build(&entries);
    println!("{articles} articles, {} sequences, {} bytes", entries.len(), bytes.len());
    fs::write(out, bytes)
}

/// The hashes of all sequences of an article, each once.
fn sequences(paragraphs: &[String]) -> HashSet<u64> {
    let mut out = HashSet::new();
    for text in paragraphs {
        let words = words::split(text);
        for first in 0..words.len() {
            for last in first..words.len() {
                let sequence = &text[words[first].start..words[last].end];
                let length = sequence.chars().count();
                if length > LONGEST || !sequence.chars().all(crate::themes::background::counts) {
                    break;
                }
                if length >= SHORTEST {
                    out.insert(hash(sequence));
                }
            }
        }
    }
    out
}
