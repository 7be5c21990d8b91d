//! Measures what each pass takes of an analysis.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::{Options, Stage, analyze_with};

/// Each file is read so often; the quickest reading counts, since anything slower is the machine's doing.
const TIMES: usize = 5;

pub fn measure(files: &[PathBuf]) -> io::Result<()> {
    let mut sums = [Duration::ZERO; 3];
    let mut bytes = 0;
    for file in files {
        let text = std::fs::read_to_string(file)?;
        bytes += text.len();
        let readings: Vec<[Duration; 3]> = (0..TIMES).map(|_| read(&text)).collect();
        for (pass, sum) in sums.iter_mut().enumerate() {
            *sum += readings.iter().map(|reading| reading[pass]).min().unwrap_or_default();
        }
    }
    let all: Duration = sums.iter().sum();
    println!("{} files, {bytes} bytes, {all:.1?}", files.len());
    for (name, sum) in ["articles", "tags", "themes"].iter().zip(sums) {
        println!("  {name:10} {sum:.1?}  {:.1} %", 100.0 * sum.as_secs_f64() / all.as_secs_f64());
    }
    Ok(())
}

/// How long each pass takes.
fn read(text: &str) -> [Duration; 3] {
    let mut begun: Vec<(Stage, Instant)> = Vec::new();
    analyze_with(text, &Options::default(), |stage| begun.push((stage, Instant::now())));
    let end = Instant::now();
    let mut times = [Duration::ZERO; 3];
    for (i, (stage, start)) in begun.iter().enumerate() {
        let until = begun.get(i + 1).map_or(end, |(_, next)| *next);
        times[*stage as usize] += until - *start;
    }
    times
}
