/** Texts that are no newspaper page: each gives a report or a clear message, and the page lives on. */
import { expect, test } from "@playwright/test";
import { paste, report } from "./reader.js";

const MODULE = "/papers/today/banmian.js";

/** The strings are made in the page: lone surrogates do not survive the way there. */
const TEXTS = {
  "nothing": () => "",
  "blanks only": () => " \u3000\t\r\n\n",
  "one line": () => "江口镇的早市开了",
  "one character": () => "报",
  "line ends of three kinds": () => "早市\r\n午市\r夜市\n",
  "control characters": () => Array.from({ length: 300 }, (_, code) => String.fromCharCode(code)).join(""),
  "lone surrogates": () => "早市\ud800开\udc00了\udfff\ud83d",
  "characters of four bytes": () => "𠮷野家🍜👩‍🌾".repeat(500),
  "brackets that never close": () => "（“《".repeat(20_000),
  "marks only": () => "# ".repeat(50_000),
  "100,000 lines": () => "早市开了，\n".repeat(100_000),
  "5 MB without a line break": () => "江口镇的早市开了，来了很多人。".repeat(116_000),
  "5 MB without a mark": () => "早".repeat(1_750_000),
};

for (const [name, make] of Object.entries(TEXTS)) {
  test(`${name}: a report in which every character has its place`, async ({ page }) => {
    await page.goto("/hosts/bare.html");
    const { length, lost, version } = await page.evaluate(
      async ([module, source]) => {
        const text = /** @type {string} */ (new Function(`return (${source})()`)());
        const { analyze } = await import(module);
        const report = await analyze(text);
        const placed = new Uint8Array(text.length);
        for (const { spans } of [...report.articles, ...report.unplaced]) {
          for (const { start, end } of spans) for (let at = start; at < end; at++) placed[at]++;
        }
        let lost = 0;
        for (let at = 0; at < text.length; at++) {
          const blank = /[\p{White_Space}\u200b\ufeff]/u.test(text[at]);
          if (!blank && placed[at] !== 1) lost++;
        }
        return { length: report.source.length - text.length, lost, version: report.version };
      },
      [MODULE, String(make)],
    );
    expect({ length, lost, version }).toEqual({ length: 0, lost: 0, version: 1 });
  });
}

test("5 MB on one line in the box: a report or a message, and the page answers", async ({ page }) => {
  await page.goto("./");
  await paste(page, TEXTS["5 MB without a line break"]());
  const shown = page.locator("banmian-report, [role=alert]").filter({ visible: true }).first();
  await expect(shown).toBeVisible({ timeout: 45_000 });
  expect(await page.evaluate(() => document.title)).not.toBe("");
});

test("one line in the box: a report", async ({ page }) => {
  await page.goto("./");
  await paste(page, TEXTS["one line"]());
  await expect(await report(page)).toContainText("江口镇的早市开了");
});
