//! What a fragment shares with those around it.

use super::{Seen, bin};
use crate::page::cohesion::{Rarity, union};
use crate::page::rules::LineKind;

/// The share of a short fragment's pairs that the paragraph it would head has too.
pub fn in_next(seen: &[Seen<'_>], i: usize, rarity: &Rarity<'_>) -> u8 {
    if !seen[i].short {
        return 0;
    }
    let body = seen[i + 1..].iter().take(5).filter(|s| !s.short).take(2);
    overlap(rarity.share(&seen[i].pairs, &union(body.map(|s| &s.pairs))))
}

/// The share of a short fragment's pairs that the paragraphs before it have too.
pub fn in_before(seen: &[Seen<'_>], i: usize, rarity: &Rarity<'_>) -> u8 {
    if !seen[i].short {
        return 0;
    }
    let body = seen[..i].iter().rev().take(6).filter(|s| !s.short).take(3);
    overlap(rarity.share(&seen[i].pairs, &union(body.map(|s| &s.pairs))))
}

/// The share of a short fragment's pairs that the first clauses of the paragraph it would head have too.
pub fn in_lead(seen: &[Seen<'_>], i: usize, rarity: &Rarity<'_>) -> u8 {
    if !seen[i].short {
        return 0;
    }
    let lead = seen[i + 1..].iter().take(5).find(|s| !s.short);
    overlap(lead.map_or(0.0, |s| rarity.share(&seen[i].pairs, &union([&s.lead].into_iter()))))
}

/// The share of a paragraph's first clauses that the paragraphs before it have too: what goes on speaks of what is known.
pub fn lead_known(seen: &[Seen<'_>], i: usize, rarity: &Rarity<'_>) -> Option<f32> {
    if seen[i].short {
        return None;
    }
    let known = union(seen[..i].iter().rev().take(6).map(|s| &s.pairs));
    (!known.is_empty()).then(|| rarity.share(&seen[i].lead, &known))
}

pub fn overlap(share: f32) -> u8 {
    1 + if share == 0.0 { 0 } else { 1 + bin(share, &[0.1, 0.2, 0.35, 0.55]) }
}

/// The likeness of the `reach` paragraphs before fragment `i` to as many from it on.
pub fn likeness(seen: &[Seen<'_>], i: usize, reach: usize, rarity: &Rarity<'_>) -> Option<f32> {
    let before = seen[..i].iter().rev().take(reach + 5).filter(|s| !s.short).take(reach);
    let after = seen[i..].iter().take(reach + 5).filter(|s| !s.short).take(reach);
    let (before, after) = (union(before.map(|s| &s.pairs)), union(after.map(|s| &s.pairs)));
    (!before.is_empty() && !after.is_empty()).then(|| rarity.likeness(&before, &after))
}

/// The share of the last headline's pairs, of those before fragment `i`, that the paragraphs from it on have too: an
/// article goes on to speak of what its headline said.
pub fn echo(seen: &[Seen<'_>], i: usize, rarity: &Rarity<'_>) -> Option<f32> {
    let run = seen[..i].iter().rev().take(30).skip_while(|s| !s.short).take_while(|s| s.short).take(3);
    let headline = union(run.filter(|s| s.kind == LineKind::Plain).map(|s| &s.pairs));
    let after = union(seen[i..].iter().take(8).filter(|s| !s.short).take(3).map(|s| &s.pairs));
    (!headline.is_empty() && !after.is_empty()).then(|| rarity.share(headline.pairs(), &after))
}

/// How far the likeness here lies under that of the joints around; negative in a valley.
pub fn dip(joints: &[Option<f32>], i: usize) -> Option<f32> {
    let here = joints[i]?;
    let near = joints[i.saturating_sub(4)..(i + 5).min(joints.len())].iter().flatten();
    let (sum, count) = near.fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
    Some(here - sum / f32::max(count, 1.0))
}
