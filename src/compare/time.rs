//! The order of pages in time.
//!
//! By the date of the masthead; pages without a date come last, by name. Pages of one date are one time. Where no page has
//! a date, each is a time of its own, in the order of the names.

use super::stored::Stored;
use crate::words::filter::mix;

pub struct Time {
    /// Indexes of reports in the order of time.
    pub order: Vec<usize>,
    /// For each report its time, from 0; none for one without a date among others with.
    pub times: Vec<Option<usize>>,
    /// How many times there are.
    pub count: usize,
    /// The number of articles at each time.
    pub articles: Vec<usize>,
}

impl Time {
    pub fn new(reports: &[Stored]) -> Time {
        let mut order: Vec<usize> = (0..reports.len()).collect();
        order.sort_by_cached_key(|&page| key(&reports[page]));
        let dated = reports.iter().any(|report| date(report).is_some());
        let mut times = vec![None; reports.len()];
        let mut articles: Vec<usize> = Vec::new();
        let mut last: Option<Option<&str>> = None;
        for &page in &order {
            let day = date(&reports[page]);
            if dated && day.is_none() {
                continue;
            }
            if !dated || last != Some(day) {
                articles.push(0);
                last = Some(day);
            }
            times[page] = Some(articles.len() - 1);
            articles[times[page].unwrap_or_default()] += reports[page].articles.len();
        }
        Time { order, times, count: articles.len(), articles }
    }

    /// How a share of articles goes over time, from −1 to 1: its later half against its earlier; none with but one time.
    pub fn trend(&self, counts: &[usize]) -> Option<f64> {
        if self.count < 2 {
            return None;
        }
        let half = self.count / 2;
        let share = |range: std::ops::Range<usize>| {
            let all: usize = self.articles[range.clone()].iter().sum();
            counts[range].iter().sum::<usize>() as f64 / all.max(1) as f64
        };
        let (early, late) = (share(0..half), share(self.count - half..self.count));
        Some(if early + late > 0.0 { (late - early) / (late + early) } else { 0.0 })
    }
}

/// The date of the masthead.
pub fn date(report: &Stored) -> Option<&str> {
    report.source.masthead.as_ref()?.date.as_deref()
}

/// What pages are sorted by: the same for the same report, wherever it stands among those given.
fn key(report: &Stored) -> (bool, String, String, String, u64) {
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let masthead = report.source.masthead.as_ref();
    let day = date(report);
    (
        day.is_none(),
        day.unwrap_or_default().to_owned(),
        text(report.source.name.as_ref()),
        text(masthead.and_then(|m| m.page.as_ref())),
        report.articles.iter().flat_map(|a| a.headline().chain(a.body())).fold(0, |hash, text| {
            text.bytes().fold(mix(hash ^ text.len() as u64), |hash, byte| mix(hash ^ u64::from(byte)))
        }),
    )
}
