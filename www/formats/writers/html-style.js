/** The style of the HTML file: newsprint, light and dark, on screen and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#f6f2e9, #14120f); --sheet: light-dark(#fffdf8, #1c1a16); --ink: light-dark(#1e1b17, #ebe6db); --soft: light-dark(#5c554a, #b3ab9c); --rule: light-dark(#dcd5c6, #38332b); --accent: light-dark(#a51c1c, #f58b78); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem clamp(0.75rem, 4vw, 3rem) 3rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.85 "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; line-break: strict; overflow-wrap: anywhere; }
h1, h2, h3, .theme, nav, small, .source { font-family: "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
h1, article h2 { font-family: inherit; line-height: 1.4; text-align: center; text-wrap: balance; }
body > header { text-align: center; border-bottom: 3px double var(--ink); }
h1 { margin: 0; font-size: 2.2rem; letter-spacing: 0.08em; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 0.6rem; }
article { margin-top: 2.4rem; padding-top: 1.6rem; border-top: 1px solid var(--rule); }
article h2 { font-size: 1.7rem; margin: 0; word-break: keep-all; }
article header p { margin: 0.2rem 0; text-align: center; }
p { margin: 0.35rem 0; }
article > p { text-indent: 2em; text-align: justify; }
article > .caption, article > .credit, article > .note { text-indent: 0; color: var(--soft); font-size: 0.95em; }
article > .caption { border-inline-start: 3px solid var(--rule); padding-inline-start: 0.8rem; }
article > .credit { text-align: end; }
.kicker, .source, small, nav li { color: var(--soft); }
.source, small, nav { font-size: 0.875rem; line-height: 1.7; }
a { color: var(--accent); text-underline-offset: 0.2em; }
blockquote { margin: 0.6rem 0; padding: 0.4rem 1rem; background: var(--sheet); border-inline-start: 3px solid var(--accent); }
blockquote a { font-size: 0.875rem; }
.theme h3 { margin: 1.2rem 0 0; }
dt { font-weight: 600; } dd { margin: 0 0 0.6rem; }
span.person { text-decoration: underline; } span.person, span.organization, span.place, span.date, span.work, span.term { text-underline-offset: 0.25em; text-decoration-thickness: 1px; }
span.organization { text-decoration: underline double; } span.place { text-decoration: underline dashed; } span.work, span.term { text-decoration: underline dotted; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; background: none; font-size: 11pt; } nav { break-after: page; } article, blockquote { break-inside: auto; } h2, h3 { break-after: avoid; } p { orphans: 2; widows: 2; } }
`;
