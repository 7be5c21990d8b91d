/** No text leaves the machine: what the page allows itself, and what it does while it analyses. */
import { expect, test } from "@playwright/test";
import { paste, report } from "./reader.js";

/** @import { Page, Request } from "@playwright/test" */

const TEXT = "# 茶山村收了头茬茶\n\n茶山村讯（记者 沈一禾）清明前，茶山村收了头茬茶。\n";

/**
 * All that the page and its workers ask for from now on.
 * @param {Page} page
 */
function requests(page) {
  /** @type {Request[]} */
  const seen = [];
  page.context().on("request", (request) => seen.push(request));
  return seen;
}

test("its policy allows its own files and wasm, and nothing else", async ({ page }) => {
  await page.goto("./");
  const content = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const policy = new Map(
    (content ?? "").split(";").map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(" ")];
    }),
  );
  expect(policy.get("default-src")).toBe("'none'");
  expect(policy.get("script-src")).toBe("'self' 'wasm-unsafe-eval'");
  expect(policy.get("style-src")).toBe("'self'");
  expect(policy.get("connect-src")).toBe("'self'");
  expect(policy.get("worker-src")).toBe("'self'");
  expect(policy.get("form-action")).toBe("'none'");
  expect(policy.get("require-trusted-types-for")).toBe("'script'");
  expect(policy.get("trusted-types")).toBe("lit-html banmian banmian-reader");
});

test("no string becomes markup or a script, and no further policy may be made", async ({ page }) => {
  await page.goto("./");
  const refused = await page.evaluate(() => {
    const tries = {
      markup: () => (document.body.innerHTML = "<b>甲</b>"),
      parser: () => new DOMParser().parseFromString("<b>甲</b>", "text/html"),
      worker: () => new Worker("./assets/none.js"),
      policy: () => /** @type {any} */ (window).trustedTypes.createPolicy("other", {}),
    };
    return Object.entries(tries).filter(([, work]) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    }).map(([name]) => name);
  });
  expect(refused).toEqual(["markup", "parser", "worker", "policy"]);
});

test("the first analysis fetches at most the engine's own files", async ({ page, baseURL }) => {
  await page.goto("./", { waitUntil: "networkidle" });
  const seen = requests(page);
  await paste(page, TEXT);
  await report(page);
  for (const request of seen) {
    expect(request.method()).toBe("GET");
    expect(request.postData()).toBeNull();
    expect(request.url()).toMatch(/\/assets\/(worker|banmian_bg)-[\w-]+\.(js|wasm)$/);
    expect(request.url().startsWith(baseURL ?? "")).toBe(true);
  }
});

test("once loaded, it analyses without a single request and without a network", async ({ page, context }) => {
  await page.goto("./");
  await paste(page, TEXT);
  await report(page);
  const seen = requests(page);
  await context.setOffline(true);
  await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, `# 离线也能读\n\n网线拔了，文章照样读得出来，一个字也没有送出去。\n\n${TEXT.repeat(50)}`);
  await expect((await report(page)).locator("banmian-article h3").first()).toHaveText("离线也能读");
  expect(seen.map((request) => request.url())).toEqual([]);
});

test("the browser keeps the page from reaching another origin", async ({ page, baseURL }) => {
  const other = `http://127.0.0.1:${new URL(baseURL ?? "").port}/hosts/bare.html`;
  await page.goto("/hosts/bare.html");
  expect(await page.evaluate((url) => fetch(url).then(({ ok }) => ok), other), "reachable without a policy").toBe(true);
  await page.goto("./");
  const blocked = await page.evaluate(async (url) => {
    const violation = new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
    });
    await fetch(url).catch(() => {});
    return violation;
  }, other);
  expect(blocked).toBe("connect-src");
});

test("the page never breaks its own policy", async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const broken = [];
    Object.assign(window, { broken });
    document.addEventListener("securitypolicyviolation", (event) => {
      broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await page.goto("./");
  await paste(page, TEXT);
  await report(page);
  expect(await page.evaluate(() => /** @type {any} */ (window).broken)).toEqual([]);
});
