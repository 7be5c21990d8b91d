/**
 * What a reader does in the galley, as changes: takes the report in sight, gives operations that name their places.
 */
import { textsOf } from "../../elements/place.js";
import { placeAt } from "../corrections/places.js";

/** @import { Article, Report, Text } from "../../../src/report.js" */
/** @import { Change, Place, Target } from "../corrections/operations.js" */

/** The number by which a block is known while it is not changed: where it begins in the input. @param {Text} text */
export const keyOf = (text) => text.spans[0].start;

/** The texts of an article that can be taken hold of. @param {Article} article */
export const blocksOf = (article) => textsOf(article).filter(({ spans }) => spans.length > 0);

/** Where a report, its input and its articles are at hand. */
export class Steps {
  /**
   * @param {Report} report
   * @param {string} input
   */
  constructor(report, input) {
    this.report = report;
    this.input = input;
    this.pages = new Map(report.source.pages.flatMap(({ articles }, index) => articles.map((id) => [id, index])));
  }

  /** @param {Text} text */
  at = (text) => placeAt(this.input, text.spans[0]);

  /** The place of an article: its first block. @param {Article} article @returns {Place | null} */
  head(article) {
    const [first] = blocksOf(article);
    return first ? this.at(first) : null;
  }

  /**
   * The article before or after one on the same page.
   * @param {Article} article
   * @param {1 | -1} way
   * @returns {Article | null}
   */
  beside(article, way) {
    const { articles } = this.report;
    const other = articles[articles.indexOf(article) + way];
    return other && this.pages.get(other.id) === this.pages.get(article.id) ? other : null;
  }

  /**
   * @param {Article} article
   * @param {1 | -1} way
   * @returns {Change | null}
   */
  shiftArticle(article, way) {
    const other = this.beside(article, way);
    if (!other) return null;
    const next = way < 0 ? other : this.beside(other, 1);
    const place = this.head(article);
    return place ? { kind: "order", article: place, before: next && this.head(next) } : null;
  }

  /**
   * @param {Article} article
   * @param {1 | -1} way with the one before or after
   * @returns {Change | null}
   */
  mergeWith(article, way) {
    const other = this.beside(article, way);
    if (!other) return null;
    const [first, second] = (way < 0 ? [other, article] : [article, other]).map((one) => this.head(one));
    return first && second ? { kind: "merge", first, second } : null;
  }

  /**
   * A paragraph one place up or down, into the next article at the end of its own.
   * @param {Article} article
   * @param {Text} block
   * @param {1 | -1} way
   * @returns {Change | null}
   */
  shiftBlock(article, block, way) {
    const { paragraphs } = article;
    const index = paragraphs.findIndex((paragraph) => paragraph === block);
    if (index < 0) return null;
    const inside = paragraphs[index + way];
    if (inside) {
      const next = way < 0 ? inside : paragraphs[index + 2];
      return this.#move(block, next ? { before: this.at(next) } : this.#end(article));
    }
    const other = this.beside(article, way);
    if (!other) return null;
    const next = way > 0 ? other.paragraphs[0] : undefined;
    return this.#move(block, next ? { before: this.at(next) } : this.#end(other));
  }

  /** A block to the end of an article. @param {Text} block @param {Article} article */
  toEnd(block, article) {
    return this.#move(block, this.#end(article));
  }

  /**
   * A block beside another; headlines stand before all paragraphs.
   * @param {Text} block
   * @param {Article} article
   * @param {Text} other one of its texts
   * @param {boolean} after
   */
  toBeside(block, article, other, after) {
    const { paragraphs } = article;
    const index = paragraphs.findIndex((paragraph) => paragraph === other);
    const next = index < 0 ? paragraphs[0] : paragraphs[after ? index + 1 : index];
    if (next === block) return null;
    return this.#move(block, next ? { before: this.at(next) } : this.#end(article));
  }

  /** @param {Article} article @returns {Target | null} */
  #end(article) {
    const place = this.head(article);
    return place && { end: place };
  }

  /** @param {Text} block @param {Target | null} to @returns {Change | null} */
  #move(block, to) {
    return to && { kind: "move", block: this.at(block), to };
  }
}
