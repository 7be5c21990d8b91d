/**
 * Who and what stand together: themes, people and organizations, and the paragraphs that name two of them.
 *
 * Takes a report; gives nodes and ties, most named first. The paper itself and those who sign an article write of the
 * others and are left out. Drawing is the network's part.
 */
import { placesOf } from "../elements/place.js";

/** @import { Report, Text } from "../../src/report.js" */
/** @import { Place } from "./picture.js" */

/** @typedef {"theme" | "person" | "organization"} Kind */
/** @typedef {{ id: string, kind: Kind, name: string, count: number, place: Place }} Node */
/** A tie and how many paragraphs make it; `place` is in the first. @typedef {{ a: Node, b: Node, count: number, place: Place }} Tie */

/** How many of each kind are looked at: more could not be told apart. @type {Record<Kind, number>} */
const MOST = { theme: 12, person: 20, organization: 14 };

/**
 * @param {Report} report
 * @param {string} input
 * @returns {{ nodes: Node[], ties: Tie[] }}
 */
export function tiesOf(report, input) {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const authors = new Set([report.source.masthead?.paper, ...report.articles.flatMap(({ byline }) => byline.map(({ name }) => name))]);
  const subjects = report.entities.filter(({ name }) => !authors.has(name));
  const found = [
    ...report.themes.slice(0, MOST.theme).map((theme) => ({ ...theme, kind: /** @type {Kind} */ ("theme") })),
    ...["person", "organization"].flatMap((kind) => subjects.filter((entity) => entity.kind === kind).slice(0, MOST[/** @type {Kind} */ (kind)])),
  ];
  /** Which nodes each paragraph names. @type {Map<Text, Map<string, { node: Node, place: Place }>>} */
  const named = new Map();
  for (const { id, kind, name, mentions } of found) {
    const [first] = mentions;
    if (!first) continue;
    /** @type {Node} */
    const node = { id, kind: /** @type {Kind} */ (kind), name, count: mentions.length, place: { article: first.article, start: first.start, end: first.end, id } };
    for (const { article: at, start, end } of mentions) {
      const article = articles.get(at);
      const [seat] = article ? placesOf(article, input, { start, end }) : [];
      if (!seat) continue;
      const here = named.get(seat.text) ?? new Map();
      if (!here.has(id)) here.set(id, { node, place: { article: at, start, end, id } });
      named.set(seat.text, here);
    }
  }
  const ties = tied(named);
  const nodes = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort((a, b) => b.count - a.count);
  return { nodes, ties };
}

/** @param {Map<Text, Map<string, { node: Node, place: Place }>>} named */
function tied(named) {
  /** @type {Map<string, Tie>} */
  const ties = new Map();
  for (const here of named.values()) {
    const list = [...here.values()];
    list.forEach(({ node: a, place }, index) => {
      for (const { node: b } of list.slice(index + 1)) {
        const key = `${a.id} ${b.id}`;
        const tie = ties.get(key);
        if (tie) tie.count += 1;
        else ties.set(key, { a, b, count: 1, place });
      }
    });
  }
  return [...ties.values()].sort((x, y) => y.count - x.count);
}
