//! Things that belong together, found pair by pair (disjoint sets).

use std::collections::BTreeMap;

/// Each of `n` things, at first alone.
pub struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    pub fn new(n: usize) -> Groups {
        Groups { parent: (0..n).collect() }
    }

    /// The first thing of the group that `i` is in.
    pub fn first(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Makes one group of two; gives its first thing.
    pub fn join(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.first(a), self.first(b));
        self.parent[a.max(b)] = a.min(b);
        a.min(b)
    }

    /// The groups by their first things, each in order.
    pub fn all(mut self) -> BTreeMap<usize, Vec<usize>> {
        let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.parent.len() {
            out.entry(self.first(i)).or_default().push(i);
        }
        out
    }
}
