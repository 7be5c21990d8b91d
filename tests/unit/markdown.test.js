/** What Markdown would read as its own stays text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { toMarkdown } from "../../www/formats/writers/markdown.js";
import { HARM } from "../web/fixtures/hostile.js";

/** @param {string} text */
const paragraph = (text) =>
  toMarkdown(
    /** @type {any} */ ({
      source: { masthead: null, name: null }, themes: [], unplaced: [], entities: [],
      articles: [{ kicker: null, title: { text: "题" }, subtitles: [], byline: [], dateline: null, paragraphs: [{ role: "body", text, spans: [] }] }],
    }),
    text,
  ).split("\n\n").slice(1).join("\n\n").trim();

test("tags, links, images and entities", () => {
  for (const harm of Object.values(HARM)) assert.doesNotMatch(paragraph(harm), /(?<!\\)[<>[\]]|(?<!\\)&#?\w+;/);
  assert.equal(paragraph("甲&乙 &amp; [丙](javascript:x) ~~丁~~"), "甲&乙 \\&amp; \\[丙\\](javascript:x) \\~\\~丁\\~\\~");
});

test("the beginnings of lines, each of them", () => {
  assert.equal(paragraph("# 题\n- 一\n2. 二\n3) 三\n===\n+ 四"), "\\# 题\n\\- 一\n2\\. 二\n3\\) 三\n\\===\n\\+ 四");
});
