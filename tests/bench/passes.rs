//! What each pass of the analysis costs: `cargo bench --bench passes -- FILES`, by default over the sample pages.
//!
//! Prints the milliseconds of each pass over all files (the median of several rounds), its share, and megabytes a second.

use std::time::{Duration, Instant};

use banmian::{Options, Report, Stage, analyze_with};

const ROUNDS: usize = 7;
const PASSES: [&str; 4] = ["articles", "tags", "themes", "report"];
const SAMPLES: [&str; 3] = ["www/samples/front-page.txt", "www/samples/plain.txt", "www/samples/wrapped.txt"];

fn main() {
    let mut files: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if files.is_empty() {
        files = SAMPLES.map(|name| format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).to_vec();
    }
    let texts: Vec<String> = files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    // The first round reads the models in.
    let mut rounds: Vec<[Duration; 4]> = (0..=ROUNDS).map(|_| round(&texts)).skip(1).collect();
    let medians: [Duration; 4] = std::array::from_fn(|pass| {
        rounds.sort_by_key(|round| round[pass]);
        rounds[ROUNDS / 2][pass]
    });
    let all: Duration = medians.iter().sum();
    println!("{} texts, {:.2} MB", texts.len(), bytes as f64 / 1e6);
    for (name, time) in PASSES.iter().zip(medians).chain([(&"all", all)]) {
        let (seconds, share) = (time.as_secs_f64(), time.as_secs_f64() / all.as_secs_f64());
        println!(
            "{name:10} {:9.1} ms  {:5.1} %  {:6.2} MB/s",
            seconds * 1e3,
            share * 100.0,
            bytes as f64 / 1e6 / seconds
        );
    }
    let seconds = words(&texts).as_secs_f64();
    println!(
        "{:10} {:9.1} ms {:8} {:6.2} MB/s",
        "words alone",
        seconds * 1e3,
        "",
        bytes as f64 / 1e6 / seconds
    );
}

/// The time of finding words and nothing else, the median of the rounds.
fn words(texts: &[String]) -> Duration {
    let mut rounds = [(); ROUNDS].map(|()| {
        let start = Instant::now();
        for text in texts {
            std::hint::black_box(banmian::words::split(text));
        }
        start.elapsed()
    });
    rounds.sort();
    rounds[ROUNDS / 2]
}

/// The time of each pass over all texts.
fn round(texts: &[String]) -> [Duration; 4] {
    let mut spent = [Duration::ZERO; 4];
    for text in texts {
        let mut began: Vec<(usize, Instant)> = Vec::new();
        let options = Options::default();
        let analysis = analyze_with(text, &options, |stage| {
            let pass = match stage {
                Stage::Articles => 0,
                Stage::Tags => 1,
                Stage::Themes => 2,
            };
            began.push((pass, Instant::now()));
        });
        began.push((3, Instant::now()));
        std::hint::black_box(Report::new(&analysis, None));
        let ends = began.iter().skip(1).map(|&(_, at)| at).chain([Instant::now()]);
        for (&(pass, start), end) in began.iter().zip(ends) {
            spent[pass] += end - start;
        }
    }
    spent
}
