//! Tokens as tests write them: `青荷/地 建设/名 的/虚`.

use super::lattice::Token;
use super::table::{Class, Leaning};

const LETTERS: [(char, Class); 11] = [
    ('地', Class::Place),
    ('机', Class::Body),
    ('人', Class::Person),
    ('名', Class::Noun),
    ('动', Class::Verb),
    ('虚', Class::Function),
    ('专', Class::Proper),
    ('未', Class::Unknown),
    ('数', Class::Figure),
    ('标', Class::Mark),
    ('定', Class::Fixed),
];
/// The first of them are names.
const NAMES: usize = 3;

/// The tokens; a figure behind the letter is how a word leans towards being inside a body.
pub fn tokens(text: &str) -> (Vec<char>, Vec<Token>) {
    let (mut chars, mut tokens) = (Vec::new(), Vec::new());
    for part in text.split(' ') {
        let (word, class) = part.split_once('/').expect("a word and its class");
        let (letter, lean) = class.split_at('名'.len_utf8());
        let (_, class) = LETTERS.into_iter().find(|(c, _)| letter.starts_with(*c)).expect("a class");
        let leaning = Leaning { in_body: lean.parse().unwrap_or(0.0), ..Leaning::default() };
        let start = chars.len();
        chars.extend(word.chars());
        tokens.push(Token { start, end: chars.len(), class, leaning });
    }
    (chars, tokens)
}

/// The text with its names in marks.
pub fn shown(chars: &[char], tokens: &[Token]) -> String {
    let one = |token: &Token| {
        let word: String = chars[token.start..token.end].iter().collect();
        match LETTERS[..NAMES].iter().find(|(_, class)| *class == token.class) {
            Some((letter, _)) => format!("〔{letter} {word}〕"),
            None => word,
        }
    };
    tokens.iter().map(one).collect()
}
