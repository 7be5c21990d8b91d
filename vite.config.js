import { readFileSync, readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { light, together } from "./scripts/light.js";
import { offline } from "./scripts/offline.js";

const www = new URL("www/", import.meta.url);
const pages = readdirSync(www).filter((name) => name.endsWith(".html"));

/** What index.html allows itself. As a header it binds the worker too, which a page's own head does not reach. */
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
  readFileSync(new URL("index.html", www), "utf8"),
)?.[1];

/**
 * The site is static and finds its parts by relative addresses, so it runs at any path of any server. What is built
 * must keep to the page's policy: no inline script or style, no `data:` address but for images.
 */
export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  plugins: [light(), offline(www)],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: (_, files, { hostType }) => (hostType === "html" ? files : []) },
    rolldownOptions: {
      // What banmian.js exports is for others to import.
      preserveEntrySignatures: "exports-only",
      input: [...pages, "banmian.js", "banmian-pieces.js"].map((name) => `www/${name}`),
      // They keep their names, for other pages to load.
      output: {
        codeSplitting: { groups: [{ name: together }] },
        entryFileNames: (chunk) => (/^banmian(-pieces)?$/.test(chunk.name) ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  preview: { host: "localhost", headers: policy ? { "Content-Security-Policy": policy } : {} },
});
