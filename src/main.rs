//! The command `banmian`.
//!
//! `analyze` for files, `compare` for their reports, `tag`, `explain` and `words` for sentences, `batch` for streams of documents. Wrong arguments:
//! exit 2 and one line saying why. A file that cannot be read is named and the others go on; exit 1 at the end.

mod command;

use std::path::PathBuf;
use std::process::ExitCode;

use banmian::Options;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};

/// Reads the raw text of Chinese newspaper pages: articles, names and themes.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads pages and prints a report of each.
    Analyze {
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Your own words: a CSV or TSV file of word, kind and canonical name; 主题 names a theme, 排除 what is none.
        #[arg(long)]
        lexicon: Option<PathBuf>,
        /// Reports the themes of your words on pages that have none of them too.
        #[arg(long)]
        all_themes: bool,
        /// Reads texts of any length page by page, in bounded memory: {"name", "start", "end", "report"} a line. Offsets of
        /// a report count from its piece's start.
        #[arg(long)]
        pieces: bool,
        /// How many threads work; all cores where it is not said.
        #[arg(long, default_value_t = 0, hide_default_value = true)]
        threads: usize,
        /// Text files in UTF-8, UTF-16, GB18030 or Big5; `-` or nothing reads standard input.
        files: Vec<PathBuf>,
    },
    /// Tags sentences of one source: one a line in, a JSON array of {kind, start, end} a line out.
    Tag {
        #[arg(long)]
        lexicon: Option<PathBuf>,
    },
    /// Tells what made each tag of sentences of one source: one a line in, its tags with the heaviest features out.
    Explain {
        #[arg(long)]
        lexicon: Option<PathBuf>,
        /// How many features to show for a tag.
        #[arg(long, default_value_t = 8)]
        most: usize,
    },
    /// Segments sentences: one a line in, words with spaces between them out.
    Words {
        #[arg(long)]
        lexicon: Option<PathBuf>,
    },
    /// Analyzes a stream: {"id", "text"} a line in, {"id", "report"} or {"id", "error"} a line out.
    Batch {
        #[arg(long)]
        lexicon: Option<PathBuf>,
        #[arg(long)]
        all_themes: bool,
        /// How many threads work; all cores where it is not said.
        #[arg(long, default_value_t = 0, hide_default_value = true)]
        threads: usize,
    },
    /// Compares pages by their reports: themes over dates, reprints, who returns. Prints one JSON object.
    Compare {
        /// Files of reports, JSON or a report a line; `-` or nothing reads standard input.
        files: Vec<PathBuf>,
    },
    /// Makes a model from corpora.
    #[cfg(feature = "train")]
    #[command(subcommand)]
    Train(banmian::train::Train),
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// A report, indented; for several files one after the other.
    Json,
    /// A report a line, in the order of the files.
    Ndjson,
    Markdown,
    Text,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let done = match arguments.command {
        Command::Analyze { format, lexicon, all_themes, pieces, threads, files } => command::options(lexicon)
            .and_then(|options| {
                let options = Options { all_themes, ..options };
                if pieces {
                    command::pieces::analyze(format, &options, threads, &files)
                } else {
                    command::analyze(format, &options, threads, &files)
                }
            }),
        Command::Tag { lexicon } => command::options(lexicon).and_then(|options| command::tag(&options)),
        Command::Explain { lexicon, most } => {
            command::options(lexicon).and_then(|options| command::explain(&options, most))
        }
        Command::Words { lexicon } => command::options(lexicon).and_then(|options| command::words(&options)),
        Command::Batch { lexicon, all_themes, threads } => command::options(lexicon)
            .and_then(|options| command::batch(&Options { all_themes, ..options }, threads)),
        Command::Compare { files } => command::compare(&files),
        #[cfg(feature = "train")]
        Command::Train(train) => train.run().map_err(command::Failure::from),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// Help and version go to standard output; anything else is one line and exit 2.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    let message = error.to_string();
    let line = message.lines().find(|line| !line.trim().is_empty()).unwrap_or("wrong arguments");
    let line = line.trim_start_matches("error: ");
    let line = if line.starts_with("Reads the raw") { "a subcommand is required; see --help" } else { line };
    eprintln!("banmian: {line}");
    ExitCode::from(2)
}
