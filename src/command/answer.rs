//! The answer to one line of a batch: takes a document as JSON, gives its report or an error as a line of JSON. Whatever
//! the line is, it is answered.

use std::panic::{self, AssertUnwindSafe};

use banmian::{Options, Report};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct BatchLine<'d> {
    id: &'d Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// The line that answers a line.
pub fn answer(text: &str, options: &Options) -> Vec<u8> {
    let refuse = |id: &Value, error: String| json_line(&BatchLine { id, report: None, error: Some(error) });
    match serde_json::from_str::<Document>(text) {
        Ok(Document { id, text }) => {
            let report = guarded(|| Report::new(&banmian::analyze(&text, options), None));
            match report {
                Ok(report) => json_line(&BatchLine { id: &id, report: Some(report), error: None }),
                Err(reason) => refuse(&id, reason),
            }
        }
        Err(error) => {
            let id = serde_json::from_str::<Value>(text).ok().and_then(|value| value.get("id").cloned());
            refuse(&id.unwrap_or(Value::Null), error.to_string())
        }
    }
}

/// A mistake of this crate costs the text over which it is made and no other.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| "the analysis broke down".to_owned())
}

/// A line of JSON, made where it is not printed.
pub fn json_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = json(serde_json::to_vec, value);
    line.push(b'\n');
    line
}

/// What is written is plain data, whose JSON cannot fail.
pub fn json<T: Serialize>(write: fn(&T) -> serde_json::Result<Vec<u8>>, value: &T) -> Vec<u8> {
    write(value).expect("plain data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breakdown_is_told_and_not_passed_on() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert!(guarded(|| -> u8 { panic!("meant to") }).is_err());
    }

    #[test]
    fn a_line_that_is_no_document_is_answered_with_its_error() {
        let said = |line| -> Value { serde_json::from_slice(&answer(line, &Options::default())).unwrap() };
        assert_eq!(said(r#"{"id": 7, "text": "标题"}"#)["id"], 7);
        assert_eq!(said(r#"{"id": 7, "text": 8}"#)["id"], 7);
        for line in ["{", r#"{"id": 7, "text": 8}"#, r#"{"id": 7}"#, "[]", "null"] {
            assert!(said(line)["error"].is_string() && said(line).get("report").is_none(), "{line}");
        }
    }
}
