/** What a page is about, said from its report: only what stands there, in the reader's language, words of the paper marked. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { digestOf, partsOf, unmarked } from "../../www/elements/digest.js";
import { useLanguage } from "../../www/language/say.js";
import { article, reportOf, spanOf, text } from "./reports.js";

const INPUT = "石桥镇修好老桥\n镇长顾长河说，“两岸同心”让老桥三个月就修好了。顾长河到场。\n柳湾村种下新树\n村民说“两岸同心”种树快。";
const first = { ...article("1", { title: text(INPUT, "石桥镇修好老桥"), body: [text(INPUT, "镇长顾长河说，“两岸同心”让老桥三个月就修好了。顾长河到场。")] }), category: { name: "民生", score: 1 } };
const second = article("2", { title: text(INPUT, "柳湾村种下新树"), body: [text(INPUT, "村民说“两岸同心”种树快。")] });

/** @param {string[]} articles */
const theme = (articles) => ({
  id: "t", name: "“两岸同心”", variants: [], origin: /** @type {const} */ ("quoted"), score: 1, related: [], entities: [], mentions: [],
  articles: articles.map((id) => ({ article: id, headline: 0, body: 1 })), evidence: [{ article: "1", ...spanOf(INPUT, "镇长顾长河说，“两岸同心”让老桥三个月就修好了。") }],
});
const mayor = {
  id: "e", kind: /** @type {const} */ ("person"), name: "顾长河", aliases: [], value: null, roles: [{ title: "镇长", organization: null, count: 1 }],
  mentions: [spanOf(INPUT, "顾长河"), { start: INPUT.lastIndexOf("顾长河"), end: INPUT.lastIndexOf("顾长河") + 3 }].map((span) => ({ ...span, article: "1", by: /** @type {const} */ ("rule") })),
};
const PAGE = reportOf({ articles: [first, second], themes: [theme(["1", "2"])], entities: [mayor] });

afterEach(() => useLanguage("zh-Hans"));

test("articles, what runs through them, a sentence and who is named", () => {
  const { text: said, evidence } = digestOf(PAGE, INPUT);
  assert.equal(
    unmarked(said),
    "全版共 2 篇稿件，其中民生 1 篇。“两岸同心”贯穿 2 篇：《石桥镇修好老桥》《柳湾村种下新树》。《石桥镇修好老桥》写道：“镇长顾长河说，‘两岸同心’让老桥三个月就修好了。”提到较多的有人物顾长河（镇长）。",
  );
  assert.deepEqual(evidence, theme([]).evidence);
});

test("in English only the words of the paper are Chinese, and they are marked", async () => {
  await useLanguage("en");
  const parts = partsOf(digestOf(PAGE, INPUT).text);
  assert.equal(parts[0].words, "2 articles: public life 1. ".replace("public life", parts[0].words.replace(/^2 articles: | 1\. $/g, "")));
  for (const { words, own } of parts) assert.equal(/\p{Script=Han}/u.test(words), !own, words);
  await useLanguage("zh-Hant");
  const [own] = partsOf(digestOf(PAGE, INPUT).text);
  assert.equal(own.words, "全版共 2 篇稿件，其中民生 1 篇。");
});

test("who signs a report is not told of, a single article neither runs nor counts, nothing is nothing", () => {
  const signed = { ...first, byline: mayor.mentions.map(({ start, end }) => ({ start, end, name: "顾长河", role: "记者", organization: null })) };
  assert.equal(unmarked(digestOf(reportOf({ articles: [signed], entities: [mayor], themes: [{ ...theme(["1"]), evidence: [] }] }), INPUT).text), "全文是一篇稿件，题为《石桥镇修好老桥》。文中的主题有“两岸同心”。");
  assert.equal(digestOf(reportOf({ articles: [] }), "").text, "没有读出稿件。");
});

test("signs of the text that are like the marks do no harm", () => {
  const odd = reportOf({ articles: [{ ...first, title: { text: "\uE001石桥\uE000", spans: [] } }] });
  assert.deepEqual(partsOf(digestOf(odd, INPUT).text).map(({ words }) => words), ["全文是一篇稿件，题为", "《石桥》", "。"]);
});
