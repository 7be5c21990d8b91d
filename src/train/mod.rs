//! Makes the models in `data/` from named corpora, the same each time.

mod background;
mod clusters;
mod edges;
mod files;
mod filter;
mod ftrl;
mod joins;
pub mod lines;
mod logistic;
pub mod measure;
mod openings;
mod order;
mod pfr;
pub mod random;
mod script;
pub mod shapes;
pub mod stories;
mod summaries;
pub mod tags;
mod themes;
mod words;
mod written;

use std::io;
use std::path::PathBuf;

/// What can be trained.
#[derive(clap::Subcommand)]
pub enum Train {
    /// The line model, from folders of pages with known articles.
    Lines {
        /// Folders of NAME.json, one a source.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Where to write the model.
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long, default_value_t = 10)]
        epochs: usize,
        /// Also trains without each source in turn and measures on it.
        #[arg(long)]
        leave_out: bool,
        /// Prints the heaviest weights.
        #[arg(long, default_value_t = 0)]
        show: usize,
        /// Prints up to so many mistakes a source and shape.
        #[arg(long, default_value_t = 0)]
        mistakes: usize,
    },
    /// Measures the line model in the build in every shape.
    Measure {
        folders: Vec<PathBuf>,
        /// Prints up to so many mistakes a source and shape.
        #[arg(long, default_value_t = 0)]
        mistakes: usize,
    },
    /// Measures joins of cut paragraphs and moves of displaced ones with the models in the build.
    Repairs { folders: Vec<PathBuf> },
    /// The weights by which lines broken at a width are put together (`page/edges.rs`); prints them and measures.
    Edges { folders: Vec<PathBuf> },
    /// The weights by which cut paragraphs are joined (`page/stitch.rs`); prints them.
    Joins { folders: Vec<PathBuf> },
    /// The weights that pair displaced text with articles without an end (`page/order/pairing.rs`); prints them.
    Order { folders: Vec<PathBuf> },
    /// Prints how often articles of each confidence have both bounds right.
    Reliability { folders: Vec<PathBuf> },
    /// Prints the label and the probability of a start for each fragment of a page, to see what the line model does.
    Label { file: PathBuf },
    /// The weights by which themes are ranked (`themes/signs.rs`), from labelled pages; prints them and measures.
    Themes {
        /// Folders of NAME.json with NAME.txt.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Folders of pages that are measured and not learned from.
        #[arg(long)]
        kept: Vec<PathBuf>,
        /// Prints the candidates of each page with their scores.
        #[arg(long)]
        show: bool,
    },
    /// Measures the summaries of articles against their headlines, which they do not see.
    Summaries {
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Prints so many articles with their summaries.
        #[arg(long, default_value_t = 0)]
        show: usize,
    },
    /// The background of ordinary news that the theme pass reads.
    Background {
        /// Folders of NAME.json, one a source.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        #[arg(long, default_value = "src/data/background.bin")]
        out: PathBuf,
    },
    /// The word model.
    Words {
        /// The folder that holds pd1998/tagged.txt.
        #[arg(long)]
        corpus: PathBuf,
        /// src/data/dict.txt of the crate jieba-rs.
        #[arg(long)]
        dict: PathBuf,
        #[arg(long, default_value = "src/data/words.bin")]
        out: PathBuf,
    },
    /// The clusters of words that the tagger knows.
    Clusters {
        /// Word vectors in the binary format of word2vec, the most frequent word first.
        #[arg(long)]
        vectors: PathBuf,
        /// How many words.
        #[arg(long, default_value_t = 30_000)]
        words: usize,
        /// Prints so many words of each cluster.
        #[arg(long, default_value_t = 0)]
        show: usize,
        #[arg(long, default_value = "src/data/clusters.bin")]
        out: PathBuf,
    },
    /// The tagger's model.
    Tags(tags::Settings),
    /// The table of traditional characters.
    Script {
        /// The unpacked npm package opencc-js.
        #[arg(long)]
        opencc: PathBuf,
        #[arg(long, default_value = "src/data/traditional.txt")]
        out: PathBuf,
    },
}

impl Train {
    pub fn run(self) -> io::Result<()> {
        match self {
            Train::Background { folders, out } => background::make(&folders, &out)?,
            Train::Summaries { folders, show } => summaries::measure(&folders, show)?,
            Train::Themes { folders, kept, show } => themes::learn(&folders, &kept, show)?,
            Train::Words { corpus, dict, out } => words::train(&corpus, &dict, &out)?,
            Train::Clusters { vectors, words, show, out } => clusters::train(&vectors, words, &out, show)?,
            Train::Tags(settings) => tags::train(&settings)?,
            Train::Script { opencc, out } => script::make(&opencc, &out)?,
            Train::Repairs { folders } => {
                load_all(&folders)?.iter().for_each(print_repairs);
            }
            Train::Edges { folders } => {
                let sources = load_all(&folders)?;
                edges::learn(&sources);
                sources.iter().for_each(edges::measure);
            }
            Train::Joins { folders } => joins::learn(&load_all(&folders)?),
            Train::Order { folders } => order::learn(&load_all(&folders)?),
            Train::Measure { folders, mistakes } => {
                let built_in = crate::page::model::built_in();
                load_all(&folders)?.iter().for_each(|source| print_figures(built_in, source, mistakes));
            }
            Train::Reliability { folders } => load_all(&folders)?.iter().for_each(print_reliability),
            Train::Label { file } => print_labels(&std::fs::read_to_string(file)?),
            Train::Lines { folders, out, epochs, leave_out, show, mistakes } => {
                let sources = load_all(&folders)?;
                let all: Vec<&lines::Source> = sources.iter().collect();
                let model = lines::train(&all, epochs);
                let bytes = model.to_bytes();
                println!("all sources, {} bytes", bytes.len());
                let model = crate::page::model::Model::from_bytes(&bytes);
                sources.iter().for_each(|source| print_figures(&model, source, mistakes));
                for (weight, feature, label) in measure::heaviest(&model, show) {
                    println!("{weight:+.2}  {label:15} {feature}");
                }
                if let Some(out) = out {
                    std::fs::write(out, bytes)?;
                }
                for (i, source) in sources.iter().enumerate().filter(|_| leave_out) {
                    let others: Vec<&lines::Source> =
                        sources.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, s)| s).collect();
                    println!("without {}", source.name);
                    print_figures(&lines::train(&others, epochs), source, mistakes);
                }
            }
        }
        Ok(())
    }
}

fn load_all(folders: &[PathBuf]) -> io::Result<Vec<lines::Source>> {
    folders.iter().map(|folder| lines::Source::load(folder)).collect()
}

fn print_figures(model: &crate::page::model::Model, source: &lines::Source, mistakes: usize) {
    for (shape, style) in measure::shapes_of(source) {
        let figures = measure::measure(model, source, style);
        println!("  {}  {shape:24} F {:.4}  exact {:.1}%", source.name, figures.f(), figures.exact() * 100.0);
        figures.mistakes.iter().take(mistakes).for_each(|mistake| println!("    {mistake}"));
    }
}

fn print_repairs(source: &lines::Source) {
    for cuts in [0, 15] {
        let style = shapes::Style { cuts, ..shapes::Style::default() };
        let joins::Joins { right, made, cuts } = joins::measure(source, style);
        println!("  {}  {cuts} cuts, {made} joins made, {right} of them right", source.name);
    }
    for disorder in std::iter::once(None).chain(shapes::displace::Disorder::ALL.map(Some)) {
        let moves = order::measure(source, disorder);
        let what = disorder.map_or("as they stand".to_owned(), |disorder| format!("{disorder:?}"));
        let made = [0.0, 0.9, 0.95].map(|sure| {
            let (made, right) = moves.from(sure);
            format!("{made} moves from {sure}, {right} right")
        });
        println!(
            "  {}  {what:14} {} displaced, {} back home; {}; {} lost ends, {} marked",
            source.name,
            moves.displaced,
            moves.home,
            made.join(", "),
            moves.lost,
            moves.marked
        );
    }
}

fn print_reliability(source: &lines::Source) {
    for (shape, style) in measure::measured_shapes() {
        let table = measure::reliability(source, style);
        let tenths = table.iter().enumerate().rev().filter(|(_, (count, _))| *count > 0);
        let shown = tenths.map(|(tenth, (count, right))| {
            format!("0.{tenth}: {right}/{count} ({:.0}%)", 100.0 * *right as f64 / *count as f64)
        });
        println!("  {}  {shape:24} {}", source.name, shown.collect::<Vec<_>>().join("  "));
    }
}

fn print_labels(text: &str) {
    let lines = crate::page::lines::lines(text);
    let fragments = crate::page::paragraphs::paragraphs(text, &lines);
    let model = crate::page::model::built_in();
    let rows = crate::page::observe::observe(&lines, &fragments, &model.counts().rarity);
    for (fragment, reading) in fragments.iter().zip(model.read(&rows)) {
        let head: String = fragment.passage.text.chars().take(40).collect();
        println!("{:.2} {:15} {head}", reading.start, reading.label.name());
    }
}
