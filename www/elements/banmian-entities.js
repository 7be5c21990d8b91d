import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { tagLines } from "../styles/tags.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { grouped, tags } from "./kinds.js";
import { more } from "./more.js";
import { tell } from "./tell.js";

/** @import { Article, Entity } from "../../src/report.js" */

/** Entities of one kind that are listed at first, and how many each press of the button adds. */
const FIRST = 15;
const BATCH = 100;

/** Articles whose numbers are given with a name. */
const NUMBERED = 8;

/**
 * 名录: the people with their offices, the organizations, places, dates … of the page, most mentioned first.
 *
 * @fires {CustomEvent<{ id: string | null }>} banmian-choose-entity - an entity was chosen, or chosen again to let go
 * @csspart entity - one entity
 */
export class BanmianEntities extends LitElement {
  static properties = {
    entities: { attribute: false },
    /** Articles of the report, for their numbers. */
    articles: { attribute: false },
    /** Id of the entity whose mentions are lit. */
    chosen: { attribute: false },
    shown: { state: true },
  };

  static styles = [
    tokens,
    controls,
    tagLines,
    css`
      :host { display: block; font-size: 0.875rem; line-height: 1.6; }
      section + section { margin-top: 1.2rem; }
      h3 { font-size: 0.875rem; font-weight: 600; padding-bottom: 0.35rem; border-bottom: 1px solid var(--_rule); }
      h3 small { color: var(--_soft); font-weight: 400; margin-inline-start: 0.4rem; }
      .entity { display: grid; grid-template-columns: 1fr auto; gap: 0 0.8rem; width: 100%; padding: 0.4rem; border-bottom: 1px solid var(--_rule); }
      .entity:hover .name { color: var(--_accent); }
      .entity[aria-pressed="true"] { background: var(--_lit); }
      .name { font-weight: 600; overflow-wrap: anywhere; }
      .count { color: var(--_soft); font-variant-numeric: tabular-nums; }
      .role { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--_soft); overflow-wrap: anywhere; }
      .where { grid-column: 1 / -1; font-size: 0.75rem; color: var(--_soft); }
      .entity[aria-pressed="true"] :is(.name, .count, .role, .where) { color: var(--_ink); }
      .none { color: var(--_soft); padding-block: 1rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Entity[]} */
    this.entities = [];
    /** @type {Article[]} */
    this.articles = [];
    /** @type {string | null} */
    this.chosen = null;
    /** How many are listed, by kind. @type {Partial<Record<Entity["kind"], number>>} */
    this.shown = {};
  }

  render() {
    if (this.entities.length === 0) return html`<p class="none">${say`没有标出人物、机构或地点。`}</p>`;
    return tags().map(({ kind, name }) => this.#group(kind, name));
  }

  /**
   * @param {Entity["kind"]} kind
   * @param {string} name
   */
  #group(kind, name) {
    const list = this.entities.filter((entity) => entity.kind === kind);
    if (list.length === 0) return nothing;
    const shown = this.shown[kind] ?? FIRST;
    const rest = list.length - shown;
    return html`<section>
      <h3><span class="tag ${kind}">${name}</span><small>${grouped(list.length)}</small></h3>
      <ul>${list.slice(0, shown).map((entity) => this.#entity(entity))}</ul>
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 个）`, () => (this.shown = { ...this.shown, [kind]: shown + BATCH }))}
    </section>`;
  }

  /** @param {Entity} entity */
  #entity({ id, name, aliases, roles, value, mentions }) {
    const chosen = id === this.chosen;
    const offices = [...new Set(roles.map(({ title, organization }) => `${organization ?? ""}${title}`))];
    const notes = [offices.join(say`、`), aliases.length > 0 ? say`又称 ${aliases.join(say`、`)}` : "", value === name ? "" : (value ?? "")];
    const note = notes.filter(Boolean).join("　");
    return html`<li>
      <button class="plain entity" part="entity" type="button" aria-pressed=${chosen} @click=${() => this.#choose(chosen ? null : id)}>
        <span class="name" lang="zh">${name}</span><span class="count">${say`${grouped(mentions.length)} 处`}</span>
        ${note ? html`<span class="role" lang="zh">${note}</span>` : nothing}
        <span class="where">${this.#where(mentions)}</span>
      </button>
    </li>`;
  }

  /**
   * The articles that name it.
   * @param {Entity["mentions"]} mentions
   */
  #where(mentions) {
    const named = new Set(mentions.map(({ article }) => article));
    const numbers = this.articles.flatMap(({ id }, index) => (named.has(id) ? [index + 1] : []));
    const some = numbers.slice(0, NUMBERED).join(say`、`);
    return numbers.length > NUMBERED ? say`见第 ${some} 等 ${grouped(numbers.length)} 篇` : say`见第 ${some} 篇`;
  }

  /** @param {string | null} id */
  #choose(id) {
    tell(this, "banmian-choose-entity", { id });
  }
}

define("banmian-entities", BanmianEntities);
