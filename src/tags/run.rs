//! Texts of one source, one after another.
//!
//! Takes texts that belong together, such as the lines of a file; gives for each how its names are to be read, as news
//! has them or as an encyclopedia has. A single sentence says little of that, and its neighbours say the rest.

use super::explain::{self, Explained};
use super::{Lexicon, Tag, model, plain, reader};

/// How likely the register changes from one text to the next.
const CHANGE: f32 = 0.005;
/// What a text's log-odds count for: its characters say much the same thing over and over, and the register counts each.
const TEMPER: f32 = 0.5;

/// The log-odds that a text of which nothing is known is an encyclopedia's: most texts here are news.
const UNSEEN: f32 = -2.0;

/// What has been read so far.
pub struct Run {
    /// The log-odds that the next text is an encyclopedia's, before it is seen.
    before: f32,
}

impl Default for Run {
    fn default() -> Run {
        Run { before: UNSEEN }
    }
}

impl Run {
    /// The tags of the next text, ordered by place, not overlapping.
    pub fn tag(&mut self, text: &str, lexicon: &Lexicon) -> Vec<Tag> {
        let encyclopedia = self.is_encyclopedia(text);
        reader::flat(reader::read(text, lexicon, encyclopedia))
    }

    /// The tags of the next text, each with at most `most` reasons.
    ///
    /// ```
    /// use banmian::tags::{Lexicon, Run};
    /// let explained = Run::default().explain("市长王建国主持会议。", &Lexicon::default(), 5);
    /// assert_eq!(explained.len(), 1);
    /// assert_eq!(explained[0].reasons.len(), 5);
    /// ```
    pub fn explain(&mut self, text: &str, lexicon: &Lexicon, most: usize) -> Vec<Explained> {
        let encyclopedia = self.is_encyclopedia(text);
        explain::explain(text, lexicon, most, encyclopedia)
    }

    fn is_encyclopedia(&mut self, text: &str) -> bool {
        self.step(model::BUILT_IN.register.log_odds(text.chars().map(plain)))
    }

    /// A step of the forward algorithm of a hidden Markov model with two states (Rabiner 1989); news wherever not enough is said.
    fn step(&mut self, log_odds: f32) -> bool {
        let here = self.before + TEMPER * log_odds;
        let chance = 1.0 / (1.0 + (-here).exp());
        let next = chance * (1.0 - CHANGE) + (1.0 - chance) * CHANGE;
        self.before = (next / (1.0 - next)).ln();
        here > 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_say_what_a_text_leaves_open() {
        let read = |odds: &[f32]| {
            let mut run = Run::default();
            odds.iter().map(|&odds| run.step(odds)).collect::<Vec<_>>()
        };
        assert_eq!(read(&[0.0, 3.0, 3.0]), [false, false, true]);
        assert_eq!(read(&[9.0, -2.0, -2.0]), [true, true, true]);
        assert_eq!(read(&[-5.0, 2.0, 2.0]), [false; 3]);
        // However long a run was, a text that speaks clearly is heard, and so is what comes after; a word is not.
        let long = [vec![30.0; 500], vec![-10.0, -11.0, -1.0, 500.0, 1.0]].concat();
        assert_eq!(read(&long)[500..], [true, false, false, true, true]);
    }

    #[test]
    fn a_text_that_says_nothing_is_read_as_those_before_it() {
        let read = |before| Run { before }.is_encyclopedia("");
        assert!(read(3.0) && !read(-3.0) && !read(0.0));
    }

    #[test]
    fn what_is_explained_is_what_is_tagged() {
        let (text, lexicon) = ("市长林远山说，何苗去了青荷。", Lexicon::default());
        let explained = Run::default().explain(text, &lexicon, 1);
        let tags: Vec<Tag> = explained.into_iter().map(|one| one.tag).collect();
        assert!(!tags.is_empty() && tags == Run::default().tag(text, &lexicon));
    }
}
