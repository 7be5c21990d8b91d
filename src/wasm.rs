//! JavaScript's door: one call, one plain object; or a call for each pass, where the thread has a page to keep alive. Nothing else
//! in the crate knows JavaScript.
//!
//! Takes a string, the options as a plain object and a callback for progress; gives the report as `JSON.parse` would.
//! Throws a `TypeError` for what is not a string and a `LexiconError` for a lexicon that cannot be read. A panic, which
//! would be a mistake of this crate, becomes a `PanicError`; the module must not be called again after one.

use std::panic;

use js_sys::{Array, Error, Function, Object, Reflect, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::compare::{Stored, compare};
use crate::pieces::cuts;
use crate::span::Span;
use crate::tags::Lexicon;
use crate::tags::lexicon::BadLine;
use crate::utf16::Utf16;
use crate::{Layers, Options, Report, Stage, words};

#[wasm_bindgen(typescript_custom_section)]
const REPORT: &str = include_str!("report.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
export interface AnalyzeOptions {
  /** The user's own words, a line each: word, kind and for a synonym the name it stands for; CSV or TSV. */
  lexicon?: string | null;
  /** Reports the lexicon's themes where the text has none of their words too, with a score of 0. */
  allThemes?: boolean | null;
  /** Name of the text, such as a file's; comes back as `source.name`. */
  name?: string | null;
}

/** A pass about to begin; `report` is the last, after which the report is there. */
export type Stage = "articles" | "tags" | "themes" | "report";

/** What `analyze` throws for a lexicon that cannot be read. */
export interface LexiconError extends Error {
  name: "LexiconError";
  /** Every line that cannot be read, counted from 1. */
  lines: { line: number; reason: string }[];
}
"#;

/// Makes a panic readable: it goes to the console, and the caller catches an error with its message and place.
#[wasm_bindgen(start)]
fn start() {
    panic::set_hook(Box::new(|info| {
        let error = Error::new(&info.to_string());
        error.set_name("PanicError");
        web_sys::console::error_1(&error);
        wasm_bindgen::throw_val(error.into());
    }));
}

/// Analyses the text of a page. A lone surrogate in `text` is read as U+FFFD, which has the same length.
#[wasm_bindgen(js_name = analyze, unchecked_return_type = "Report")]
pub fn analyze_js(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: &JsValue,
    #[wasm_bindgen(js_name = onStage, unchecked_optional_param_type = "(stage: Stage) => void")]
    on_stage: &JsValue,
) -> Result<JsValue, JsValue> {
    let mut reading = Reading::new(text, options)?;
    loop {
        if let Some(callback) = on_stage.dyn_ref::<Function>() {
            // Progress is for show: a callback that throws stops nothing.
            let _ = callback.call1(&JsValue::NULL, &reading.stage().into());
        }
        let report = reading.next()?;
        if !report.is_undefined() {
            return Ok(report);
        }
    }
}

/// An analysis that goes on a pass at a time.
#[wasm_bindgen]
pub struct Reading {
    text: String,
    name: Option<String>,
    options: Options,
    layers: Layers,
}

#[wasm_bindgen]
impl Reading {
    /// Takes what `analyze` takes; nothing is done yet.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: &JsValue,
    ) -> Result<Reading, JsValue> {
        let text = text.as_string().ok_or_else(|| TypeError::new("text must be a string"))?;
        let name = string_option(options, "name")?;
        let lexicon = string_option(options, "lexicon")?;
        let all_themes = option(options, "allThemes", ("boolean", JsValue::as_bool))?.unwrap_or(false);
        let lexicon = Lexicon::parse(lexicon.as_deref().unwrap_or_default()).map_err(lexicon_error)?;
        Ok(Reading { text, name, options: Options { lexicon, all_themes }, layers: Layers::default() })
    }

    /// What `next` will do.
    #[wasm_bindgen(unchecked_return_type = "Stage")]
    pub fn stage(&self) -> String {
        self.layers.stage().map_or("report", stage_name).into()
    }

    /// Does the next pass; gives the report after the last.
    #[wasm_bindgen(unchecked_return_type = "Report | undefined")]
    pub fn next(&mut self) -> Result<JsValue, JsValue> {
        let done = self.layers.stage().is_none();
        let layers = std::mem::take(&mut self.layers);
        if !done {
            self.layers = layers.advance(&self.text, &self.options);
            return Ok(JsValue::UNDEFINED);
        }
        let analysis = layers.finish(&self.text, &self.options);
        let report = Report::new(&analysis, self.name.as_deref());
        Ok(report.serialize(&Serializer::json_compatible())?)
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Articles => "articles",
        Stage::Tags => "tags",
        Stage::Themes => "themes",
    }
}

/// Where the finished pieces of a text that comes in parts end, in UTF-16 code units; `text` begins where a piece begins. What stands
/// behind the last of them belongs to the next call. With `last` nothing follows.
#[wasm_bindgen(js_name = cuts, unchecked_return_type = "number[]")]
pub fn cuts_js(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    last: bool,
) -> Result<JsValue, JsValue> {
    let text = text.as_string().ok_or_else(|| TypeError::new("text must be a string"))?;
    let units = Utf16::new(&text);
    let ends: Vec<u32> = cuts(&text, last).into_iter().map(|end| units.offset(end) as u32).collect();
    Ok(ends.serialize(&Serializer::json_compatible())?)
}

/// Where the words of a text stand, in UTF-16 code units: the start and the end of each, one after the other. White space is in
/// none.
#[wasm_bindgen(js_name = words)]
pub fn words_js(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Vec<u32>, JsValue> {
    let text = text.as_string().ok_or_else(|| TypeError::new("text must be a string"))?;
    let units = Utf16::new(&text);
    let both = |word: Span| <[usize; 2]>::from(units.span(word)).map(|at| at as u32);
    let shown = |word: &Span| !word.of(&text).trim().is_empty();
    Ok(words::split(&text).into_iter().filter(shown).flat_map(both).collect())
}

/// Compares reports as `analyze` gives them, stored or fresh.
#[wasm_bindgen(js_name = compare, unchecked_return_type = "Comparison")]
pub fn compare_js(
    #[wasm_bindgen(unchecked_param_type = "Report[]")] reports: JsValue,
) -> Result<JsValue, JsValue> {
    if !Array::is_array(&reports) {
        return Err(TypeError::new("reports must be an array").into());
    }
    let reports: Vec<Stored> = serde_wasm_bindgen::from_value(reports)
        .map_err(|error| TypeError::new(&format!("what is compared is no report: {error}")))?;
    Ok(compare(&reports).serialize(&Serializer::json_compatible())?)
}

/// A field of the options; absent, `undefined` and `null` are the same.
fn option<T>(
    options: &JsValue,
    field: &str,
    (kind, read): (&str, impl Fn(&JsValue) -> Option<T>),
) -> Result<Option<T>, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(None);
    }
    let value =
        Reflect::get(options, &field.into()).map_err(|_| TypeError::new("options must be an object"))?;
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    match read(&value) {
        Some(value) => Ok(Some(value)),
        None => Err(TypeError::new(&format!("options.{field} must be a {kind}")).into()),
    }
}

fn string_option(options: &JsValue, field: &str) -> Result<Option<String>, JsValue> {
    option(options, field, ("string", JsValue::as_string))
}

fn lexicon_error(bad: Vec<BadLine>) -> JsValue {
    let message: Vec<String> = bad.iter().map(BadLine::to_string).collect();
    let error = Error::new(&message.join("\n"));
    error.set_name("LexiconError");
    let lines: Array = bad.iter().map(bad_line).collect();
    set(&error, "lines", &lines);
    error.into()
}

fn bad_line(bad: &BadLine) -> JsValue {
    let object = Object::new();
    set(&object, "line", &JsValue::from(bad.line as u32));
    set(&object, "reason", &JsValue::from(&bad.reason));
    object.into()
}

/// Sets a field of an object that is ours, which cannot fail.
fn set(object: &JsValue, field: &str, value: &JsValue) {
    let _ = Reflect::set(object, &field.into(), value);
}
