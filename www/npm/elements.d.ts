/** The elements; importing this registers them where there are custom elements, and does nothing on a server. */
import type { Evidence, Report } from "../../src/report.js";

/** What the elements that read a text have in common. */
export interface Reader {
  /** The text; wins over `for` and the slot. */
  text: string | null;
  /** Id of the element whose text is read, in the same document or shadow tree. */
  for: string | null;
  /** Themes to look for, separated by commas. */
  themes: string | null;
  /** Whether those of them that stand nowhere are reported too. */
  allThemes: boolean;
  /** The host's own words: lines of `word,kind` or `word,kind,name`. */
  lexicon: string | null;
  /** `lazy` (the default) waits until the element is near the viewport, `eager` does not. */
  loading: "lazy" | "eager";
  /** Analyses the text anew; needed only where the text of another element has changed. */
  analyze(): Promise<Report | null>;
  /** Stops the analysis that runs, if any. */
  cancel(): void;
}

/** `<banmian-analyzer>`: reads a text and shows its articles, tags and themes. */
export class BanmianAnalyzer extends HTMLElement implements Reader {
  text: string | null;
  for: string | null;
  themes: string | null;
  allThemes: boolean;
  lexicon: string | null;
  loading: "lazy" | "eager";
  /** Name of the page, shown where it has no masthead. */
  name: string | null;
  /** Pages that are seen together, this one among them. */
  pages: { name: string; date: string | null; report: Report }[];
  /** The last report, or null. */
  readonly report: Report | null;
  /** The text that the offsets of the last report count in. */
  readonly input: string;
  analyze(): Promise<Report | null>;
  cancel(): void;
  /** Brings a place of the text into sight. */
  reveal(place: { article: string | null; start?: number; end?: number }): Promise<void>;
}

/** `<banmian-themes>`: the themes of a text of the host's page, lit where they stand. */
export class BanmianThemes extends HTMLElement implements Reader {
  text: string | null;
  for: string | null;
  themes: string | null;
  allThemes: boolean;
  lexicon: string | null;
  loading: "lazy" | "eager";
  /** A report to show, where the host has one. */
  report: Report | null;
  /** The text that was analysed. */
  input: string;
  /** Id of the open theme. */
  chosen: string | null;
  analyze(): Promise<Report | null>;
  cancel(): void;
}

/** What the elements tell their host; all of them bubble out of shadow trees. */
export interface BanmianEvents {
  "banmian-report": CustomEvent<Report>;
  "banmian-error": CustomEvent<{ code: string; message: string }>;
  "banmian-fallback": CustomEvent<{ reason: string }>;
  "banmian-choose-theme": CustomEvent<{ id: string | null }>;
  "banmian-jump": CustomEvent<Evidence>;
}

declare global {
  interface HTMLElementTagNameMap {
    "banmian-analyzer": BanmianAnalyzer;
    "banmian-themes": BanmianThemes;
  }
  interface HTMLElementEventMap extends BanmianEvents {}
}
