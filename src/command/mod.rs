//! What the subcommands do.

mod answer;
mod crew;
pub mod pieces;
mod show;

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use banmian::compare::Stored;
use banmian::report::{by_name, kind_name};
use banmian::tags::explain::Explained;
use banmian::tags::{Lexicon, Run};
use banmian::utf16::Utf16;
use banmian::{Options, Report, words};
use serde::Serialize;

use crate::Format;
use answer::{answer, guarded, json, json_line};

/// Why the command ends without success.
pub enum Failure {
    /// Arguments that cannot be used: exit 2.
    Arguments(String),
    /// Something could not be read or written: exit 1. What could be done is done.
    Work(String),
    /// Whoever read our output has stopped reading.
    Closed,
}

impl Failure {
    pub fn report(self) -> ExitCode {
        let (code, reason) = match self {
            Failure::Arguments(reason) => (2, reason),
            Failure::Work(reason) => (1, reason),
            Failure::Closed => return ExitCode::SUCCESS,
        };
        if !reason.is_empty() {
            eprintln!("banmian: {reason}");
        }
        ExitCode::from(code)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::Work(error.to_string()),
        }
    }
}

type Done = Result<(), Failure>;

/// The options with the user's words; a lexicon that cannot be used is a wrong argument.
pub fn options(lexicon: Option<PathBuf>) -> Result<Options, Failure> {
    let Some(path) = lexicon else { return Ok(Options::default()) };
    let text = read(&path).map_err(Failure::Arguments)?;
    let lexicon = Lexicon::parse(&text).map_err(|bad| {
        let lines: Vec<String> = bad.iter().map(ToString::to_string).collect();
        Failure::Arguments(format!("{}: {}", path.display(), lines.join("; ")))
    })?;
    Ok(Options { lexicon, ..Options::default() })
}

/// Analyzes files, and prints in their order. One that cannot be read is named, and the others go on.
pub fn analyze(format: Format, options: &Options, threads: usize, files: &[PathBuf]) -> Done {
    let mut out = BufWriter::new(io::stdout().lock());
    let stdin = [PathBuf::from("-")];
    let files = if files.is_empty() { &stdin } else { files };
    let mut failed = false;
    crew::in_order(
        threads,
        files.iter(),
        |path| -> Result<Vec<u8>, String> {
            let text = read(path)?;
            let printed = guarded(|| print(format, &text, name(path).as_deref(), options));
            printed.map_err(|reason| format!("{}: {reason}", path.display()))
        },
        |printed| match printed {
            Ok(printed) => out.write_all(&printed),
            Err(reason) => {
                eprintln!("banmian: {reason}");
                failed = true;
                Ok(())
            }
        },
    )?;
    out.flush()?;
    if failed { Err(Failure::Work(String::new())) } else { Ok(()) }
}

/// What is printed of a text.
fn print(format: Format, text: &str, name: Option<&str>, options: &Options) -> Vec<u8> {
    let analysis = banmian::analyze(text, options);
    let report = || Report::new(&analysis, name);
    match format {
        Format::Json => [json(serde_json::to_vec_pretty, &report()), b"\n".to_vec()].concat(),
        Format::Ndjson => json_line(&report()),
        Format::Markdown => show::markdown(&analysis).into_bytes(),
        Format::Text => show::text(&analysis).into_bytes(),
    }
}

/// What a report calls its text.
fn name(path: &Path) -> Option<String> {
    path.file_name().filter(|_| path != Path::new("-")).map(|name| name.to_string_lossy().into_owned())
}

/// Compares the reports of files, each of which may hold several, and prints the comparison in one line. What is no report
/// is named with its file and place, and nothing is compared.
pub fn compare(files: &[PathBuf]) -> Done {
    let stdin = [PathBuf::from("-")];
    let mut reports: Vec<Stored> = Vec::new();
    for path in if files.is_empty() { &stdin } else { files } {
        let text = read(path).map_err(Failure::Work)?;
        for report in serde_json::Deserializer::from_str(&text).into_iter() {
            reports.push(report.map_err(|error| Failure::Work(format!("{}: {error}", path.display())))?);
        }
    }
    let mut out = io::stdout().lock();
    line(&mut out, &banmian::compare(&reports))?;
    Ok(())
}

/// The text of a file, or a line saying why there is none.
fn read(path: &Path) -> Result<String, String> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| format!("{}: {error}", path.display()))?;
    let decoded = banmian::text::decode(&bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(decoded.text)
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// Calls `each` with every line of standard input, without its end. Bytes that are not UTF-8 become U+FFFD.
fn each_line(mut each: impl FnMut(&mut BufWriter<io::StdoutLock<'_>>, &str) -> io::Result<()>) -> Done {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    while input.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&bytes);
        each(&mut out, line.trim_end_matches(['\n', '\r']))?;
        bytes.clear();
    }
    out.flush()?;
    Ok(())
}

#[derive(Serialize)]
struct TagLine {
    kind: &'static str,
    start: usize,
    end: usize,
}

/// One JSON array a line; offsets are UTF-16 code units of the line.
pub fn tag(options: &Options) -> Done {
    let mut run = Run::default();
    each_line(|out, text| {
        let units = Utf16::new(text);
        let tags = run.tag(text, &options.lexicon);
        let tags: Vec<TagLine> = tags
            .iter()
            .map(|tag| {
                let (start, end) = units.span(tag.span);
                TagLine { kind: kind_name(tag.kind), start, end }
            })
            .collect();
        line(out, &tags)
    })
}

/// A line a tag: its words, its kind and what made it; then a line a feature: weight, character, what the feature reads.
pub fn explain(options: &Options, most: usize) -> Done {
    let mut run = Run::default();
    each_line(|out, text| {
        for Explained { tag, reasons } in run.explain(text, &options.lexicon, most) {
            let by = by_name(tag.by);
            writeln!(out, "{}  {}  {by}", tag.span.of(text), kind_name(tag.kind))?;
            for reason in reasons {
                writeln!(out, "  {:+.2}  {}  {}", reason.weight, reason.at.of(text), reason.feature)?;
            }
        }
        Ok(())
    })
}

/// Words with one space between them; white space of the line is not a word.
pub fn words(options: &Options) -> Done {
    each_line(|out, text| {
        let spans = words::split_with(text, &options.lexicon);
        let words: Vec<&str> =
            spans.iter().map(|span| span.of(text).trim()).filter(|word| !word.is_empty()).collect();
        writeln!(out, "{}", words.join(" "))
    })
}

/// One document a line, answered in order and at once: whoever sends one and waits for its answer gets it. One that cannot
/// be read gets an error in its line, and the others go on.
pub fn batch(options: &Options, threads: usize) -> Done {
    let mut out = io::stdout().lock();
    let mut input = io::BufReader::new(io::stdin());
    let mut trouble = None;
    let lines = std::iter::from_fn(|| {
        loop {
            let mut line = Vec::new();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(line),
                Err(error) => {
                    trouble = Some(error);
                    return None;
                }
            }
        }
    });
    let answer = |line: Vec<u8>| answer(&String::from_utf8_lossy(&line), options);
    crew::in_order(threads, lines, answer, |answer| {
        out.write_all(&answer)?;
        out.flush()
    })?;
    trouble.map_or(Ok(()), |error| Err(error.into()))
}
