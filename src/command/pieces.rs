//! `analyze --pieces`: texts of any length, page by page.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use banmian::pieces::{Piece, Pieces};
use banmian::text::decode::Stream;
use banmian::{Options, Report};
use serde::Serialize;

use super::{Done, Failure, crew, guarded, json_line, name};
use crate::Format;

/// `start` and `end` are UTF-16 code units of the whole text, what the report says counts from `start`.
#[derive(Serialize)]
struct PieceLine<'p> {
    name: Option<&'p str>,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Analyzes files piece by piece, in their order. One that cannot be read is named, and the others go on.
pub fn analyze(format: Format, options: &Options, threads: usize, files: &[PathBuf]) -> Done {
    if matches!(format, Format::Markdown | Format::Text) {
        return Err(Failure::Arguments("--pieces prints JSON, a line a piece".to_owned()));
    }
    let stdin = [PathBuf::from("-")];
    let files = if files.is_empty() { &stdin } else { files };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut failed = false;
    crew::in_order(
        threads,
        files.iter().flat_map(|path| Reading::of(path)),
        |(path, piece)| {
            let Piece { start_utf16: start, text, .. } =
                piece.map_err(|error| format!("{}: {error}", path.display()))?;
            let end = start + text.encode_utf16().count();
            let name = name(path);
            let name = name.as_deref();
            let (report, error) = match guarded(|| Report::new(&banmian::analyze(&text, options), name)) {
                Ok(report) => (Some(report), None),
                Err(reason) => (None, Some(reason)),
            };
            Ok(json_line(&PieceLine { name, start, end, report, error }))
        },
        |line: Result<Vec<u8>, String>| match line {
            Ok(line) => out.write_all(&line),
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

/// The pieces of a file as it is read; after an error there are no more.
struct Reading<'p> {
    path: &'p Path,
    from: Option<Stream<Box<dyn Read + Send>>>,
    trouble: Option<io::Error>,
    pieces: Pieces,
}

impl<'p> Reading<'p> {
    fn of(path: &'p Path) -> Reading<'p> {
        let open = || -> io::Result<_> {
            let file: Box<dyn Read + Send> =
                if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
            Stream::new(file)
        };
        let (from, trouble) = match open() {
            Ok(from) => (Some(from), None),
            Err(error) => (None, Some(error)),
        };
        Reading { path, from, trouble, pieces: Pieces::default() }
    }
}

impl<'p> Iterator for Reading<'p> {
    type Item = (&'p Path, io::Result<Piece>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.pieces.hungry() && self.trouble.is_none() {
            match self.from.as_mut().and_then(Iterator::next) {
                Some(Ok(part)) => self.pieces.push(&part),
                Some(Err(error)) => self.trouble = Some(error),
                None => self.pieces.finish(),
            }
        }
        if let Some(piece) = self.pieces.next() {
            return Some((self.path, Ok(piece)));
        }
        // What was read before the trouble is given out first.
        self.pieces.finish();
        if let Some(piece) = self.pieces.next() {
            return Some((self.path, Ok(piece)));
        }
        self.trouble.take().map(|error| (self.path, Err(error)))
    }
}
