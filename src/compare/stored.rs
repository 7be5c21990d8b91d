//! A report as it was stored: the fields of version 1 that a comparison reads. Anything else in it is passed over.

use serde::Deserialize;
use serde::de::Error;

/// A report as comparing reads it: from JSON of any program.
#[derive(Deserialize, Clone, Debug)]
pub struct Stored {
    #[serde(rename = "version", deserialize_with = "version")]
    _version: u8,
    pub(super) source: Source,
    pub(super) articles: Vec<Article>,
    pub(super) entities: Vec<Entity>,
    pub(super) themes: Vec<Theme>,
}

fn version<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    match u8::deserialize(deserializer)? {
        1 => Ok(1),
        other => Err(D::Error::custom(format!("version {other} of a report; 1 is expected"))),
    }
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Source {
    pub name: Option<String>,
    pub masthead: Option<Masthead>,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Masthead {
    pub paper: Option<String>,
    pub date: Option<String>,
    pub page: Option<String>,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Article {
    pub id: String,
    pub kicker: Option<Text>,
    pub title: Text,
    pub subtitles: Vec<Text>,
    pub paragraphs: Vec<Text>,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Text {
    pub text: String,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Entity {
    pub id: String,
    pub kind: String,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub mentions: Vec<Mention>,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Mention {
    pub article: String,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct Theme {
    pub id: String,
    pub name: String,
    pub variants: Vec<String>,
    pub origin: String,
    pub score: f64,
    pub articles: Vec<ThemeArticle>,
}

#[derive(Deserialize, Clone, Debug)]
pub(super) struct ThemeArticle {
    pub article: String,
    pub headline: usize,
    pub body: usize,
}

impl Article {
    /// Everything that stands over the body.
    pub fn headline(&self) -> impl Iterator<Item = &str> {
        let texts = self.kicker.iter().chain([&self.title]).chain(&self.subtitles);
        texts.map(|text| text.text.as_str())
    }

    pub fn body(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|text| text.text.as_str())
    }
}
