//! The tagger's model, from a tagged corpus.
//!
//! Takes the PFR corpus, texts with other names in place of its own (`augment`) and sentences as papers of today write
//! them; learns a conditional random field (`crf`) over all features, keeps those that matter most and find room in
//! the model, learns these on, packs them (`pack`), and prints how well it reads days it has not seen.

mod augment;
mod corpus;
mod crf;
mod learned;
mod measure;
mod pack;
mod patterns;
mod silver;

pub(crate) use augment::Augment;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

use self::corpus::{Piece, Text, flat};
use self::crf::{Crf, Example, Mean};
use self::learned::{Learned, heaviest};
use super::files::with_ending;
use super::random::Random;
use super::written;
use crate::span::Span;
use crate::tags::Kind;
use crate::tags::model::Model;
use crate::tags::model::features::{FEATURES, GROUPS, Sentence, group};
use crate::tags::model::labels::{KINDS, Label, OUTSIDE, Part, label};
use crate::tags::model::lexicon::Lexicon;
use crate::tags::model::register::Register;
use crate::tags::reader;
use crate::tags::rules::data::DATA;

/// Days after this one are held out.
const LAST_DAY: u32 = 18;
/// Features that occur less often are left out.
const FEW: u8 = 2;

/// The day of texts of the other corpus, an encyclopedia, whose rules of what a name is differ.
const OTHER: u32 = 0;

const LONG_SURNAMES: [&str; 16] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "夏侯", "端木",
    "轩辕", "长孙", "宇文",
];

#[derive(clap::Args)]
pub struct Settings {
    /// The folder that holds pd1998/tagged.txt, uner and xwlb.
    #[arg(long)]
    corpus: PathBuf,
    /// Learns from uner's training part that often each epoch.
    #[arg(long, default_value_t = 2)]
    uner: usize,
    /// Pages written for the project, with their names.
    #[arg(long, default_value = "src/train/pages")]
    pages: PathBuf,
    /// Learns from these that often each epoch.
    #[arg(long, default_value_t = 2)]
    written: usize,
    /// Sentences of an encyclopedia written for the project, with their names.
    #[arg(long, default_value = "src/train/sentences")]
    sentences: PathBuf,
    /// Learns from these that often each epoch.
    #[arg(long, default_value_t = 1)]
    alone: usize,
    /// Epochs on labelled texts alone, after which texts of today are labelled too; 0 leaves these out.
    #[arg(long, default_value_t = 3)]
    first: usize,
    #[arg(long, default_value_t = 7)]
    epochs: usize,
    /// Epochs after the choice of features.
    #[arg(long, default_value_t = 6)]
    polish: usize,
    /// Buckets of four features.
    #[arg(long, default_value_t = 13000)]
    buckets: usize,
    /// Groups of features to leave out, to see what they are worth.
    #[arg(long)]
    without: Vec<String>,
    /// L1 penalty: the larger, the fewer weights.
    #[arg(long, default_value_t = 4.0)]
    l1: f32,
    /// Texts read without most of a group of features, in a hundred.
    #[arg(long, default_value_t = 85)]
    blind: u64,
    /// Sentences of today's papers in the place of texts, in a hundred.
    #[arg(long, default_value_t = 12)]
    patterns: u64,
    /// Texts of which names are replaced, in a hundred.
    #[arg(long, default_value_t = 50)]
    replace: u64,
    /// Nats by which people, places and bodies are made less likely than learned on pages: those of today have more that looks
    /// like them.
    #[arg(long, value_delimiter = ',', default_values_t = [0.8, 0.8, 1.2])]
    caution: Vec<f32>,
    /// The same in texts that read as an encyclopedia does: the sentences written for the project have more names than others.
    #[arg(long, value_delimiter = ',', default_values_t = [0.8, 0.8, 2.2])]
    reserve: Vec<f32>,
    #[arg(long, default_value = "src/data/tags.model")]
    out: PathBuf,
}

/// Features are hashes already.
#[derive(Default)]
struct Plain(u64);
impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
type Map<V> = HashMap<u64, V, BuildHasherDefault<Plain>>;

pub fn train(settings: &Settings) -> io::Result<()> {
    let source = fs::read_to_string(settings.corpus.join("pd1998/tagged.txt"))?;
    let (mut seen, held_out): (Vec<_>, Vec<_>) =
        corpus::pfr(&source).into_iter().partition(|text| text.day <= LAST_DAY);
    let uner = |part: &str| {
        let name = format!("uner/UNER_Chinese-GSDSIMP_zh_gsdsimp-ud-{part}.iob2");
        fs::read_to_string(settings.corpus.join(name)).map(|source| corpus::iob2(&source))
    };
    for _ in 0..settings.uner {
        seen.extend(uner("train")?);
    }
    let written = |folder: &Path, day| -> io::Result<Vec<Text>> {
        Ok(written::texts(folder)?.iter().map(|text| corpus::marked(text, day)).collect())
    };
    for _ in 0..settings.written {
        seen.extend(written(&settings.pages, LAST_DAY)?);
        seen.extend(written(&settings.pages.join(written::KNOWLEDGE), OTHER)?);
    }
    let alone = |folder: &Path| -> io::Result<Vec<Text>> {
        Ok(written::sentences(folder)?.iter().map(|text| corpus::marked(text, OTHER)).collect())
    };
    for _ in 0..settings.alone {
        seen.extend(alone(&settings.sentences)?);
    }
    let tests = [
        ("days 19-22", held_out),
        ("uner dev", uner("dev")?),
        ("uner train", uner("train")?),
        ("written", written(&settings.pages.join(written::KEPT), LAST_DAY)?),
        ("sentences", alone(&settings.sentences.join(written::KEPT))?),
    ];
    println!("{} texts", seen.len());
    let broadcasts = broadcasts(&settings.corpus.join("xwlb"))?;
    let register = pack::register(&seen, &broadcasts);
    let learned = Trainer::new(settings, &register).learn(seen, &broadcasts);
    let transitions = [&settings.caution, &settings.reserve]
        .map(|nats| pack::transitions(&learned.cautious(nats)))
        .concat();
    let rows = pack::rows(learned.rows.iter().map(|(key, row)| (*key, row)), settings.buckets);
    let bytes = pack::sections(&[&register, &transitions, &rows]);
    println!("{} bytes", bytes.len());
    let model = Model::new(&bytes);
    tests.iter().for_each(|(name, texts)| measure::print_figures(name, texts, &model));
    fs::write(&settings.out, bytes)
}

/// The texts of a folder, in the order of their names.
fn broadcasts(folder: &Path) -> io::Result<Vec<String>> {
    with_ending(folder, "txt")?.iter().map(fs::read_to_string).collect()
}

struct Trainer<'t> {
    settings: &'t Settings,
    lexicon: Lexicon,
    register: Register<'t>,
    augment: augment::Augment,
    random: Random,
    numbers: Map<u32>,
    crf: Crf,
}

impl<'t> Trainer<'t> {
    fn new(settings: &'t Settings, register: &'t [u8]) -> Trainer<'t> {
        Trainer {
            settings,
            lexicon: Lexicon::new(&DATA),
            register: Register(register),
            augment: Augment::new(),
            random: Random(7),
            numbers: Map::default(),
            crf: Crf::new(0, settings.l1),
        }
    }

    /// Learns from labelled texts, labels those of today by what it has learned, and learns from both.
    fn learn(mut self, mut texts: Vec<Text>, broadcasts: &[String]) -> Learned {
        let settings = self.settings;
        self.begin(&texts, settings.first);
        if settings.first > 0 {
            let silver = self.silver(broadcasts, LAST_DAY);
            println!("{} texts of today", silver.len());
            texts.extend(silver);
        }
        self.begin(&texts, settings.epochs);
        self.prune();
        let mut mean = Mean::default();
        for epoch in 0..settings.polish {
            let settled = epoch >= settings.polish / 2;
            self.epoch(&texts, 10, |crf| {
                if settled {
                    mean.add(crf)
                }
            });
        }
        mean.put(&mut self.crf);
        let rows = self.numbers.iter().map(|(&key, &number)| (key, self.crf.weights[number as usize]));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_unstable_by_key(|row| row.0);
        Learned { rows, transitions: self.crf.transitions }
    }

    /// Forgets what was learned and learns from all features of `texts`.
    fn begin(&mut self, texts: &[Text], epochs: usize) {
        self.number(texts);
        println!("{} features", self.numbers.len());
        self.crf = Crf::new(self.numbers.len(), self.settings.l1);
        for _ in 0..epochs {
            self.epoch(texts, 20, |_| ());
        }
    }

    /// Numbers the features that occur often enough.
    fn number(&mut self, texts: &[Text]) {
        let mut counts: Map<u8> = Map::default();
        for pass in 0..2 {
            for text in texts {
                let pieces = match pass {
                    0 => text.pieces.clone(),
                    _ if self.random.chance(self.settings.patterns) => self.augment.pattern(&mut self.random),
                    _ => self.changed(text),
                };
                for (sentence, gold) in self.sentences(&pieces) {
                    let mut keys = [0; FEATURES];
                    for at in 0..gold.len() {
                        sentence.features(at, &mut keys);
                        for (_, key) in keys.iter().enumerate().filter(|&(i, _)| self.wanted(i)) {
                            let count = counts.entry(*key).or_default();
                            *count = count.saturating_add(1);
                        }
                    }
                }
            }
        }
        let mut keys: Vec<u64> = counts.into_iter().filter(|&(_, n)| n >= FEW).map(|(key, _)| key).collect();
        keys.sort_unstable();
        self.numbers = keys.into_iter().zip(0..).collect();
    }

    fn wanted(&self, feature: usize) -> bool {
        self.settings.without.is_empty() || !self.settings.without.iter().any(|name| name == group(feature))
    }

    fn changed(&mut self, text: &Text) -> Vec<Piece> {
        if self.random.chance(self.settings.replace) {
            self.augment.change(&text.pieces, &mut self.random)
        } else {
            text.pieces.clone()
        }
    }

    /// The sentences of a text with their labels.
    fn sentences(&self, pieces: &[Piece]) -> Vec<(Sentence, Vec<Label>)> {
        let (chars, names) = flat(pieces);
        let encyclopedia = self.register.is_encyclopedia(chars.iter().copied());
        let text: String = chars.iter().collect();
        let labels = labels(chars.len(), &names);
        let mut start = 0;
        reader::parts(&text)
            .into_iter()
            .map(|part: Span| {
                let end = start + part.of(&text).chars().count();
                let range = std::mem::replace(&mut start, end)..end;
                let chars = &chars[range.clone()];
                let (fixed, _) = reader::decide(chars, &[]);
                (Sentence::new(chars, &fixed, &self.lexicon, encyclopedia), labels[range].to_vec())
            })
            .collect()
    }

    /// Learns from every text once; `each` sees the weights now and then.
    fn epoch(&mut self, texts: &[Text], drop: u64, mut each: impl FnMut(&Crf)) {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        self.random.shuffle(&mut order);
        for (done, text) in order.into_iter().enumerate() {
            if done % 500 == 499 {
                each(&self.crf);
            }
            let pieces = match self.random.chance(self.settings.patterns) {
                true => self.augment.pattern(&mut self.random),
                false => self.changed(&texts[text]),
            };
            // Without one group of features, what the others know has to do.
            let blind = self.random.pick(&GROUPS).0;
            let blind = if self.random.chance(self.settings.blind) { blind } else { "" };
            let rate = |feature| if blind == group(feature) { 75 } else { drop };
            let keep: Vec<bool> =
                (0..FEATURES).map(|i| self.wanted(i) && !self.random.chance(rate(i))).collect();
            for (sentence, gold) in self.sentences(&pieces) {
                let features = (0..gold.len())
                    .map(|at| {
                        let mut keys = [0; FEATURES];
                        sentence.features(at, &mut keys);
                        let kept = keys.iter().zip(&keep).filter(|&(_, &keep)| keep).map(|(key, _)| key);
                        kept.filter_map(|key| self.numbers.get(key).copied()).collect()
                    })
                    .collect();
                self.crf.learn(&Example { features, gold });
            }
        }
    }

    /// Keeps the features that matter most and find room.
    fn prune(&mut self) {
        let rows = self.numbers.iter().map(|(&key, &number)| (key, &self.crf.weights[number as usize]));
        let kept = heaviest(rows, self.settings.buckets);
        self.crf.keep(kept.iter().map(|key| self.numbers[key]));
        self.numbers = kept.into_iter().zip(0..).collect();
        println!("{} features kept", self.numbers.len());
    }
}

fn labels(length: usize, names: &[(Kind, usize, usize)]) -> Vec<Label> {
    let mut labels = vec![OUTSIDE; length];
    for &(kind, start, end) in names {
        let kind = KINDS.iter().position(|&k| k == kind).unwrap_or(0);
        labels[start..end].fill(label(kind, Part::Inside));
        labels[start] = label(kind, Part::Begin);
        labels[end - 1] = label(kind, Part::End);
        if start + 1 == end {
            labels[start] = label(kind, Part::Single);
        }
    }
    labels
}
