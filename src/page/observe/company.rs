//! What a fragment shares with those around it.

use super::{Seen, bin};
use crate::page::cohesion::{Rarity, Union};
use crate::page::rules::LineKind;

/// Fragments, and two unions of their pairs that are filled anew for each question.
pub struct Company<'s, 'm> {
    seen: &'s [Seen<'s>],
    rarity: Rarity<'m>,
    one: Union,
    other: Union,
}

impl<'s, 'm> Company<'s, 'm> {
    pub fn new(seen: &'s [Seen<'s>], rarity: Rarity<'m>) -> Company<'s, 'm> {
        Company { seen, rarity, one: Union::default(), other: Union::default() }
    }

    /// The share of a short fragment's pairs that the paragraph it would head has too.
    pub fn in_next(&mut self, i: usize) -> u8 {
        let body = self.seen[i + 1..].iter().take(5).filter(|s| !s.short).take(2);
        self.one.fill(body.map(|s| &s.pairs));
        self.share_of_short(i)
    }

    /// The share of a short fragment's pairs that the paragraphs before it have too.
    pub fn in_before(&mut self, i: usize) -> u8 {
        let body = self.seen[..i].iter().rev().take(6).filter(|s| !s.short).take(3);
        self.one.fill(body.map(|s| &s.pairs));
        self.share_of_short(i)
    }

    /// The share of a short fragment's pairs that the first clauses of the paragraph it would head have too.
    pub fn in_lead(&mut self, i: usize) -> u8 {
        let lead = self.seen[i + 1..].iter().take(5).find(|s| !s.short);
        self.one.fill(lead.map(|s| &s.lead).into_iter());
        self.share_of_short(i)
    }

    fn share_of_short(&self, i: usize) -> u8 {
        let here = &self.seen[i];
        if here.short { overlap(self.rarity.share(&here.pairs, &self.one)) } else { 0 }
    }

    /// The share of a paragraph's first clauses that the paragraphs before it have too: what goes on speaks of what is known.
    pub fn lead_known(&mut self, i: usize) -> Option<f32> {
        if self.seen[i].short {
            return None;
        }
        self.one.fill(self.seen[..i].iter().rev().take(6).map(|s| &s.pairs));
        (!self.one.is_empty()).then(|| self.rarity.share(&self.seen[i].lead, &self.one))
    }

    /// The likeness of the `reach` paragraphs before fragment `i` to as many from it on.
    pub fn likeness(&mut self, i: usize, reach: usize) -> Option<f32> {
        let before = self.seen[..i].iter().rev().take(reach + 5).filter(|s| !s.short).take(reach);
        let after = self.seen[i..].iter().take(reach + 5).filter(|s| !s.short).take(reach);
        self.one.fill(before.map(|s| &s.pairs));
        self.other.fill(after.map(|s| &s.pairs));
        let both = !self.one.is_empty() && !self.other.is_empty();
        both.then(|| self.rarity.likeness(&self.one, &self.other))
    }

    /// The share of the last headline's pairs, of those before fragment `i`, that the paragraphs from it on have too: an
    /// article goes on to speak of what its headline said.
    pub fn echo(&mut self, i: usize) -> Option<f32> {
        let last = self.seen[..i].iter().rev().take(30).skip_while(|s| !s.short);
        let run = last.take_while(|s| s.short).take(3);
        self.one.fill(run.filter(|s| s.kind == LineKind::Plain).map(|s| &s.pairs));
        self.other.fill(self.seen[i..].iter().take(8).filter(|s| !s.short).take(3).map(|s| &s.pairs));
        let both = !self.one.is_empty() && !self.other.is_empty();
        both.then(|| self.rarity.share(self.one.pairs(), &self.other))
    }
}

fn overlap(share: f32) -> u8 {
    1 + if share == 0.0 { 0 } else { 1 + bin(share, &[0.1, 0.2, 0.35, 0.55]) }
}

/// How far the likeness here lies under that of the joints around; negative in a valley.
pub fn dip(joints: &[Option<f32>], i: usize) -> Option<f32> {
    let here = joints[i]?;
    let near = joints[i.saturating_sub(4)..(i + 5).min(joints.len())].iter().flatten();
    let (sum, count) = near.fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
    Some(here - sum / f32::max(count, 1.0))
}
