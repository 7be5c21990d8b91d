//! Banmian (版面) reads the raw text of a Chinese newspaper page and gives back what an editor would: its articles with all
//! their parts, the people, organizations, places and dates in them, and the themes that run across the page.
//!
//! ```
//! let page = "\
//! 云岭新区首条地铁开工
//! 本报讯（记者 沈一鸣）3月5日，云岭新区首条地铁开工建设。市委书记周文远宣布开工。
//! 工程全长21公里，计划五年建成。
//! 码头装上智能路灯
//! 本报讯（记者 何苗）日前，清水湾码头的旧灯全部换成了智能路灯，夜里走在江边亮堂多了。
//! ";
//! let analysis = banmian::analyze(page, &banmian::Options::default());
//! assert_eq!(analysis.page.articles.len(), 2);
//! assert_eq!(analysis.page.articles[0].byline[0].name, "沈一鸣");
//! ```
//!
//! Any text gives an analysis; nothing of it is lost: what belongs to no article stands in `page.unplaced`. Spans are ranges
//! of UTF-8 bytes. [`Report`] is the same as plain data with offsets in UTF-16, for JavaScript and JSON:
//!
//! ```
//! use banmian::{Options, Report, analyze};
//!
//! let report = Report::new(&analyze("标题\n正文。", &Options::default()), Some("一版.txt"));
//! # let _ = report;
//! ```
//!
//! # The passes
//!
//! [`page`] splits the text into articles and repairs what columns and line widths broke; [`tags`] finds the names; [`themes`]
//! says what the page is about; [`words`] segments; each opens with what it takes and gives. [`analyze`] runs them in order.
//!
//! The user's own words win over every model:
//!
//! ```
//! use banmian::tags::Lexicon;
//! use banmian::{Options, analyze};
//!
//! let lexicon = Lexicon::parse("锦带河,place\n河湾治理,theme\n").unwrap();
//! let options = Options { lexicon, ..Options::default() };
//! let analysis = analyze("锦带河新桥通车\n本报讯 锦带河新桥今晨通车，河湾治理又添一景。\n", &options);
//! assert!(analysis.entities.iter().any(|entity| entity.name == "锦带河"));
//! assert_eq!(analysis.gist.themes[0].name, "河湾治理");
//! ```
//!
//! [`compare`](compare()) reads the reports of several pages together, as [`Report`] writes them, in JSON or any other format of serde:
//!
//! ```
//! use banmian::compare::Stored;
//! use banmian::{Options, Report, analyze, compare};
//!
//! let stored = |text: &str| -> Stored {
//!     let json = serde_json::to_string(&Report::new(&analyze(text, &Options::default()), None)).unwrap();
//!     serde_json::from_str(&json).unwrap()
//! };
//! let pages = [stored("河湾治理又添新桥\n本报讯 推进“河湾治理”，锦带河新桥今晨通车。\n"), stored("河湾治理见成效\n本报讯 推进“河湾治理”一年，白鹭回来了。\n")];
//! let comparison = compare(&pages);
//! assert_eq!(comparison.themes[0].name, "河湾治理");
//! assert_eq!(comparison.themes[0].pages.len(), 2);
//! ```
//!
//! A text of any length is cut at its pages and read a piece at a time: [`pieces`].
//!
//! # Features
//!
//! - `cli` (default): the command `banmian` and the decoding of files. Programs that only want the library turn default features off;
//!   then it needs `regex` and `serde` and nothing else.
//! - `train`: makes the models from corpora.

#![warn(missing_docs)]

pub mod analyzer;
pub mod compare;
pub mod page;
pub mod pieces;
pub mod report;
pub mod span;
pub mod tags;
pub mod text;
pub mod themes;
#[cfg(feature = "train")]
#[allow(missing_docs)]
pub mod train;
pub mod utf16;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;

pub use analyzer::{Analysis, Layers, Options, Stage, analyze, analyze_with};
pub use compare::compare;
pub use report::Report;
pub use span::Span;

/// The examples of the README, which run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
