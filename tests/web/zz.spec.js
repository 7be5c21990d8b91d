import { test } from "@playwright/test";
import { untranslated } from "./untranslated.js";
test.use({ locale: "en-GB" });
test("dump", async ({ page }) => {
  await page.goto("./");
  console.log(await untranslated(page));
  await page.getByRole("button", { name: /Evening paper/ }).click();
  await page.locator("banmian-report").waitFor();
  console.log((await untranslated(page)).join("\n"));
  for (const v of ["Compare", "Charts"]) { await page.getByRole("tab", { name: v }).click(); await page.waitForTimeout(1500); console.log("==" + v + "\n" + (await untranslated(page)).join("\n")); }
});
