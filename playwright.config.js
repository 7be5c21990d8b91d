import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { chromium } from "./scripts/setup.js";

// Playwright reads this file in each of its processes; the first one chooses.
process.env.BANMIAN_TEST_PORT ??= String(await freePort());
process.env.CHROMIUM ??= (await chromium()) ?? "";

// Below a path of a server that also serves other things, as many sites will stand.
const baseURL = `http://localhost:${process.env.BANMIAN_TEST_PORT}/papers/today/`;

export default defineConfig({
  testDir: "tests/web",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // What passes only at the second try is listed as flaky in the closing lines.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  // An analysis on a machine that does other things as well takes its time.
  expect: { timeout: 15_000 },
  reporter: "list",
  webServer: { command: "node tests/web/server.js", url: baseURL },
  use: {
    baseURL,
    locale: "zh-CN",
    // It would answer what a test routes elsewhere; offline.spec.js lets it in.
    serviceWorkers: "block",
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
