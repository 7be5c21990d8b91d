/** docs/report.schema.json against reports of the sample pages and of texts that are none. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { analyze } from "../wasm/module.js";

const schema = JSON.parse(readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8"));

/** Words of JSON Schema that say nothing of a value. */
const SILENT = new Set(["$schema", "$id", "$defs", "title", "description"]);

/**
 * Faults of a value, each with its place; only the words the schema uses, and any other is a fault of its own.
 * @param {any} rule
 * @param {any} value
 * @param {string} [at]
 * @returns {string[]}
 */
function faults(rule, value, at = "report") {
  if (rule.type && ![rule.type].flat().some((type) => isA(type, value))) return [`${at} is no ${rule.type}`];
  return Object.entries(rule).flatMap(([word, told]) => {
    if (SILENT.has(word) || word === "type") return [];
    switch (word) {
      case "$ref": return faults(schema.$defs[told.slice("#/$defs/".length)], value, at);
      case "const": return value === told ? [] : [`${at} is not ${told}`];
      case "enum": return told.includes(value) ? [] : [`${at} is ${value}`];
      case "anyOf": return told.some((/** @type {any} */ one) => faults(one, value, at).length === 0) ? [] : [`${at} is none of those`];
      case "minimum": return value >= told ? [] : [`${at} is too small`];
      case "maximum": return value <= told ? [] : [`${at} is too large`];
      case "items": return value.flatMap((/** @type {any} */ item, /** @type {number} */ index) => faults(told, item, `${at}[${index}]`));
      case "required": return told.filter((/** @type {string} */ key) => !(key in value)).map((/** @type {string} */ key) => `${at}.${key} is missing`);
      case "additionalProperties": return Object.keys(value).filter((key) => !(key in rule.properties)).map((key) => `${at}.${key} is unknown`);
      case "properties": return Object.entries(told).flatMap(([key, inside]) => (key in value ? faults(inside, value[key], `${at}.${key}`) : []));
      default: return [`unknown word ${word}`];
    }
  });
}

/**
 * @param {string} type
 * @param {any} value
 */
function isA(type, value) {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type && value !== null && !Array.isArray(value);
}

const pages = new URL("../pages/", import.meta.url);
const texts = readdirSync(pages).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, pages), "utf8"));

test("every report keeps to the schema", () => {
  for (const text of [...texts, "", "早", "# ".repeat(100)]) assert.deepEqual(faults(schema, analyze(text, { name: "一版.txt" })), []);
});

test("the schema finds what is missing, unknown or of another kind", () => {
  const report = analyze(texts[0]);
  const { summary, ...without } = report;
  assert.deepEqual(faults(schema, without), ["report.summary is missing"]);
  assert.deepEqual(faults(schema, { ...report, more: 1 }), ["report.more is unknown"]);
  assert.deepEqual(faults(schema, { ...report, summary: { ...summary, text: 7 } }), ["report.summary.text is no string"]);
});
