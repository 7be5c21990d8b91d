//! The native command.

use std::io::{self, Read, Write};

use banmian::{Options, Report, analyze};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let analysis = analyze(&text, &Options::default());
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &Report::new(&analysis, None))?;
    out.write_all(b"\n")
}
