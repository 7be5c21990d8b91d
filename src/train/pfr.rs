//! The PFR corpus: January 1998 of the People's Daily, in words.
//!
//! A line is a paragraph: an id (`19980104-02-003-001/m`), then words with their part of speech; `[…]nt` marks compound
//! names. Surname and given name stand apart there and are one word here, as readers search for them.

/// A paragraph's day of the month and its words.
pub struct Paragraph {
    pub day: u32,
    pub words: Vec<String>,
}

pub fn paragraphs(source: &str) -> impl Iterator<Item = Paragraph> + '_ {
    source.lines().filter_map(|line| {
        let mut tokens = line.split_whitespace();
        let day = tokens.next()?.get(6..8)?.parse().ok()?;
        let words = join_names(tokens.filter_map(token));
        (!words.is_empty()).then_some(Paragraph { day, words })
    })
}

/// The word of `[中国/ns` or `政府/n]nt`, with its part of speech.
fn token(token: &str) -> Option<(&str, &str)> {
    let bare = token.strip_prefix('[').filter(|rest| !rest.starts_with('/')).unwrap_or(token);
    let (word, tag) = bare.rsplit_once('/')?;
    Some((word, tag.split(']').next().unwrap_or(tag)))
}

fn join_names<'s>(tokens: impl Iterator<Item = (&'s str, &'s str)>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut surname = false;
    for (word, tag) in tokens {
        let length = word.chars().count();
        match words.last_mut() {
            Some(last) if surname && tag == "nr" && length <= 2 => {
                last.push_str(word);
                surname = false;
            }
            _ => {
                words.push(word.to_owned());
                surname = tag == "nr" && (length == 1 || LONG_SURNAMES.contains(&word));
            }
        }
    }
    words
}

const LONG_SURNAMES: [&str; 16] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "夏侯", "端木",
    "轩辕", "长孙", "宇文",
];
