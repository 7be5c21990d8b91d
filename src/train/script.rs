//! The table of traditional characters, from OpenCC's dictionaries.
//!
//! Takes the character dictionaries of opencc-js, gives the pairs that `text::fold` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use encoding_rs::GBK;

pub fn make(opencc: &Path, out: &Path) -> io::Result<()> {
    let to_simplified = read(&opencc.join("dist/esm-lib/dict/TSCharacters.js"))?;
    let to_traditional = read(&opencc.join("dist/esm-lib/dict/STCharacters.js"))?;
    let mut lines = [String::new(), String::new()];
    let mut traditional = BTreeSet::new();
    for (&from, simplified) in &to_simplified {
        let Some(&to) = simplified.first() else { continue };
        if from == to || !is_basic(from) || !is_basic(to) || is_kept(from) {
            continue;
        }
        traditional.insert(from);
        let shared = to_traditional.get(&to).is_none_or(|forms| forms.contains(&to));
        lines[usize::from(shared)].extend([from, to]);
    }
    fs::write(out, lines.join("\n") + "\n")?;
    println!("{} characters", traditional.len());
    Ok(())
}

/// A dictionary as opencc-js stores it: entries parted by `|`, a character and then its forms, parted by spaces.
fn read(path: &Path) -> io::Result<BTreeMap<char, Vec<char>>> {
    let source = fs::read_to_string(path)?;
    let entries = source.split('"').nth(1).unwrap_or_default();
    let mut dictionary = BTreeMap::new();
    for entry in entries.split('|') {
        let mut forms = entry.split(' ').filter_map(|form| form.chars().next());
        if let Some(key) = forms.next() {
            dictionary.insert(key, forms.collect());
        }
    }
    Ok(dictionary)
}

/// Han characters of three bytes.
fn is_basic(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Whether simplified text has `c` as its own (乾坤, 宫商角徵羽): GB2312 lists it, in rows B0–F7, columns from
/// A1. Two of its characters stand there for old names alone, while traditional pages are full of them.
fn is_kept(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = GBK.encode(c.encode_utf8(&mut buffer));
    !unmappable && matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe]) && !matches!(c, '後' | '於')
}
