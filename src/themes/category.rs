//! The field an article belongs to (政务, 经济, 体育 …), by the words it uses.
//!
//! Takes the view and the words of each field; a longer word says more, a word in a headline counts three times, a word met
//! again and again counts less each time. None where hardly any word is met.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Category;
use super::pack;
use super::trie::Trie;
use super::view::View;

struct Fields {
    names: Vec<&'static str>,
    /// The fields of each term; a few terms belong to two.
    terms: Vec<(Vec<usize>, usize)>,
    trie: Trie,
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let mut names = Vec::new();
    let mut terms: Vec<(Vec<usize>, usize)> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for (name, words) in
        pack::lines(include_str!("../data/categories.tsv")).filter_map(|l| l.split_once('\t'))
    {
        for word in words.split_whitespace() {
            let i = *index.entry(word).or_insert_with(|| {
                order.push(word);
                terms.push((Vec::new(), word.chars().count()));
                terms.len() - 1
            });
            terms[i].0.push(names.len());
        }
        names.push(name);
    }
    Fields { names, terms, trie: Trie::new(order) }
});

/// Least weight of words for a field to be named.
const LEAST: f64 = 1.0;

/// One an article.
pub fn categories(view: &View) -> Vec<Option<Category>> {
    let fields = &*FIELDS;
    let mut counts: Vec<HashMap<usize, f64>> = vec![HashMap::new(); view.page.articles.len()];
    for block in &view.blocks {
        let weight = if block.role.is_headline() { 3.0 } else { 1.0 };
        let mut i = 0;
        while i < block.chars.len() {
            match fields.trie.longest(&block.chars, i).filter(|_| !block.masked[i]) {
                Some((term, end)) => {
                    *counts[block.article].entry(term).or_default() += weight;
                    i = end;
                }
                None => i += 1,
            }
        }
    }
    counts.iter().map(|counts| category(fields, counts)).collect()
}

fn category(fields: &Fields, counts: &HashMap<usize, f64>) -> Option<Category> {
    let mut scores = vec![0.0; fields.names.len()];
    let mut terms: Vec<(&usize, &f64)> = counts.iter().collect();
    // Sums of floats depend on their order.
    terms.sort_by_key(|(term, _)| **term);
    for (term, count) in terms {
        let (of, length) = &fields.terms[*term];
        for &field in of {
            scores[field] += (1.0 + count.ln()) * (0.5 * *length as f64).min(2.0) / of.len() as f64;
        }
    }
    let total: f64 = scores.iter().sum();
    let (best, &score) = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
    (score >= LEAST).then(|| Category { name: fields.names[best], score: score / total })
}
