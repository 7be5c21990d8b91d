/** What holds of every report, as the analysis gives it and after whatever corrections. */
import assert from "node:assert/strict";
import { piecesOf, textsOf } from "../../www/elements/place.js";

/** @import { Article, Report, Text } from "../../src/report.js" */

/**
 * The laws of a report: every character has one place, spans are in order and inside, texts are made of the input.
 * @param {Report} report
 * @param {string} input
 */
export function check(report, input) {
  const times = new Uint8Array(input.length);
  for (const { spans } of [...report.articles, ...report.unplaced]) {
    for (const { start, end } of spans) {
      assert.ok(0 <= start && start < end && end <= input.length);
      for (let at = start; at < end; at += 1) times[at] += 1;
    }
  }
  for (let at = 0; at < input.length; at += 1) {
    if (/\S/.test(input[at])) assert.equal(times[at], 1, `“${input.slice(at, at + 8)}” at ${at} has ${times[at]} places`);
  }
  const ids = report.articles.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const article of report.articles) checkArticle(article, input);
  for (const block of report.unplaced) checkText(block, input);
  const known = new Set(ids);
  const places = [...report.entities.flatMap(({ mentions }) => mentions), ...report.themes.flatMap(({ mentions, evidence }) => [...mentions, ...evidence])];
  for (const { article, start, end } of places) {
    assert.ok(known.has(article) && start < end && end <= input.length);
    const home = report.articles.find(({ id }) => id === article);
    assert.ok(home?.spans.some((span) => span.start <= start && start < span.end));
  }
  assert.deepEqual(report.source.pages.flatMap(({ articles }) => articles).sort(), [...ids].sort());
}

/** @param {Article} article @param {string} input */
function checkArticle(article, input) {
  article.spans.reduce((end, span) => (assert.ok(span.start > end || end < 0), span.end), -1);
  const shown = textsOf(article).flatMap(({ spans }) => spans);
  for (const { start, end } of shown) assert.ok(article.spans.some((span) => span.start <= start && end <= span.end));
  for (const text of textsOf(article)) checkText(text, input);
}

/** @param {Text} text @param {string} input */
function checkText(text, input) {
  const pieces = piecesOf(text, input);
  let at = 0;
  for (const piece of pieces) {
    assert.ok(piece.at === at || (piece.at === at + 1 && text.text[at] === " "));
    assert.equal(text.text.slice(piece.at, piece.at + piece.end - piece.start), input.slice(piece.start, piece.end));
    at = piece.at + piece.end - piece.start;
  }
  assert.equal(at, text.text.length);
}
