/**
 * What Banmian says of a text, version 1.
 *
 * Offsets are UTF-16 code units of the analysed text, half-open: `text.slice(start, end)`.
 * All fields are always present; `null` stands where there is nothing.
 */
export interface Report {
  version: 1;
  source: Source;
  articles: Article[];
  /** What belongs to no article: page furniture and pieces whose article is not certain. */
  unplaced: Block[];
  /** Most mentioned first. */
  entities: Entity[];
  /** Best first. */
  themes: Theme[];
  summary: Summary;
}

export interface Span {
  start: number;
  end: number;
}

export interface Source {
  /** The name given with the text (a file's name), if any. */
  name: string | null;
  /** Length of the text in UTF-16 code units. */
  length: number;
  lines: number;
  script: "hans" | "hant" | "mixed";
  /** The first masthead of the text. */
  masthead: Masthead | null;
  /** The pages that the text holds, in order; no article runs from one into another. Empty for a blank text. */
  pages: SourcePage[];
}

/** One page of a text that may hold several. */
export interface SourcePage extends Span {
  masthead: Masthead | null;
  /** Ids of its articles. */
  articles: string[];
}

export interface Masthead {
  paper: string | null;
  /** ISO 8601. */
  date: string | null;
  page: string | null;
  editors: Person[];
}

/** A name in a byline or among the page's editors, with its place. */
export interface Person extends Span {
  name: string;
  /** 记者, 通讯员, 摄, 责编 … as the page has it. */
  role: string | null;
  organization: string | null;
}

/** Repaired text and where it came from. Between two spans the text may have one space. */
export interface Text {
  text: string;
  spans: Span[];
}

export interface Article {
  id: string;
  /** All the input that belongs to the article, heading marks included. */
  spans: Span[];
  kicker: Text | null;
  /** Its text is empty for an article without a headline. */
  title: Text;
  subtitles: Text[];
  dateline: Dateline | null;
  byline: Person[];
  paragraphs: Paragraph[];
  repairs: Repair[];
  keywords: Keyword[];
  category: { name: string; score: number } | null;
  /** Its best sentences, in reading order. */
  summary: Span[];
  continued: { from: string | null; to: string | null } | null;
  /** 0 to 1. */
  confidence: number;
}

export interface Dateline {
  agency: string | null;
  place: string | null;
  date: string | null;
  spans: Span[];
}

export interface Paragraph extends Text {
  role: "body" | "caption" | "heading" | "note" | "credit";
  sentences: Span[];
}

export interface Repair extends Span {
  kind: "unwrap" | "join" | "move" | "overlap" | "gap";
  /** Chinese, for the reader. */
  reason: string;
  confidence: number;
}

/** Its text has its heading and emphasis marks, since its spans are all the input that is its own. */
export interface Block extends Text {
  role: "furniture" | "stray";
  reason: string;
}

export interface Entity {
  id: string;
  kind: "person" | "place" | "organization" | "date" | "work" | "term";
  name: string;
  aliases: string[];
  /** Offices and titles of a person. */
  roles: { title: string; organization: string | null; count: number }[];
  /** Dates: ISO 8601, where it can be resolved; a range is `start/end`. */
  value: string | null;
  mentions: EntityMention[];
}

export interface EntityMention extends Span {
  /** The id of the article. */
  article: string;
  by: "lexicon" | "model" | "rule";
}

export interface Keyword {
  term: string;
  weight: number;
  count: number;
}

export interface Theme {
  id: string;
  name: string;
  variants: string[];
  origin: "lexicon" | "quoted" | "discovered";
  /** 0 to 1. */
  score: number;
  /** Counts of mentions in headlines and in the body. */
  articles: { article: string; headline: number; body: number }[];
  mentions: ThemeMention[];
  /** For each article the sentence that says most. */
  evidence: Evidence[];
  related: { theme: string; weight: number }[];
  /** Ids of entities that stand close to it. */
  entities: string[];
}

export interface ThemeMention extends Span {
  article: string;
  match: "exact" | "variant" | "part";
}

export interface Evidence extends Span {
  article: string;
}

export interface Summary {
  text: string;
  evidence: Evidence[];
}

/** What `compare` says of several reports, version 1. `page` is always the index of a report among those given. */
export interface Comparison {
  version: 1;
  /** By date, then by name; those without a date last. */
  pages: ComparedPage[];
  /** On most pages first. */
  themes: ComparedTheme[];
  /** Articles that are one text, whole or shortened. */
  reprints: Reprint[];
  /** People, organizations and places on more than one page, on most pages first. */
  entities: ComparedEntity[];
}

export interface ComparedPage {
  page: number;
  name: string | null;
  paper: string | null;
  /** ISO 8601. */
  date: string | null;
  /** How many it has. */
  articles: number;
}

export interface ComparedTheme {
  name: string;
  variants: string[];
  /** The best of its pages. */
  score: number;
  mentions: number;
  /** The pages that have it, in the order of time. */
  pages: ThemePage[];
  first: { page: number; date: string | null } | null;
  /** Its share of the articles, later half against earlier: -1 gone to 1 come; `null` where all pages are of one time. */
  trend: number | null;
  direction: "rising" | "falling" | "steady";
  /** Whether it is first met at the last date. */
  isNew: boolean;
}

export interface ThemePage {
  page: number;
  date: string | null;
  /** Its id in the report; `null` where the words stand there without being a theme of that page. */
  theme: string | null;
  /** Ids of the articles that have it. */
  articles: string[];
  /** Mentions in headlines and in the body. */
  headline: number;
  body: number;
}

export interface Reprint {
  /** In the order of time. */
  articles: { page: number; article: string }[];
  /** How much of the shorter text stands in the longer, 0 to 1, of the pair least alike. */
  likeness: number;
}

export interface ComparedEntity {
  kind: "person" | "organization" | "place";
  name: string;
  /** What else the pages call it. */
  aliases: string[];
  mentions: number;
  /** In the order of time; `entity` is its id in the report. */
  pages: { page: number; date: string | null; entity: string; articles: string[]; mentions: number }[];
}
