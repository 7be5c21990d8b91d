/** The parts of an article that a host page can reach. */
export const ARTICLE_PARTS =
  "headline, kicker, title, subtitle, body, paragraph, heading, caption, note, credit, dateline, name, foot";
