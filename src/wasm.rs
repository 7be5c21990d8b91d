//! JavaScript's door: one call, one plain object. Nothing else in the crate knows JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Options, Report, analyze};

#[wasm_bindgen(typescript_custom_section)]
const REPORT: &str = include_str!("report.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
}

/// Analyses the text of a page. A lone surrogate in `text` is read as U+FFFD.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_js(text: &str) -> Result<JsReport, JsError> {
    let analysis = analyze(text, &Options::default());
    let report = Report::new(&analysis, None);
    let object = report.serialize(&Serializer::json_compatible())?;
    Ok(object.unchecked_into())
}
