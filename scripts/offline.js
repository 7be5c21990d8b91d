/**
 * The part of the build that makes the app installable: its manifest and icons under fixed names, and a service worker
 * that knows every built file. Pages other than `index.html` get none of it.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";

/** @import { Plugin } from "vite" */

/** Files of pages that are no part of the app. */
const OTHERS = /^((embed|frame)\.html|banmian\.js|assets\/(embed|frame)-)|\.map$/;

const LINKS = [
  { rel: "manifest", href: "./manifest.webmanifest" },
  { rel: "apple-touch-icon", href: "./icons/apple-180.png" },
];

/**
 * @param {URL} www
 * @returns {Plugin}
 */
export function offline(www) {
  const read = (/** @type {string} */ path) => readFileSync(new URL(path, www));
  return {
    name: "banmian-offline",
    apply: "build",
    enforce: "post",
    transformIndexHtml: {
      order: "post",
      handler: (_, { path }) => (path.endsWith("/index.html") ? LINKS.map((attrs) => ({ tag: "link", attrs, injectTo: /** @type {const} */ ("head") })) : []),
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        /** @type {[string, Buffer][]} */
        const fixed = [
          ["manifest.webmanifest", read("offline/manifest.json")],
          ["icons/icon.svg", read("icon.svg")],
          ...readdirSync(new URL("offline/icons/", www)).map((name) => /** @type {[string, Buffer]} */ ([`icons/${name}`, read(`offline/icons/${name}`)])),
        ];
        for (const [fileName, source] of fixed) this.emitFile({ type: "asset", fileName, source });
        const files = [...new Set([...Object.keys(bundle), ...fixed.map(([name]) => name)])].filter((name) => !OTHERS.test(name)).sort();
        const hash = createHash("sha256").update(files.join("\n"));
        for (const [, source] of fixed) hash.update(source);
        const page = bundle["index.html"];
        if (page?.type === "asset") hash.update(page.source);
        const head = `self.FILES = ${JSON.stringify(files)};\nself.VERSION = ${JSON.stringify(hash.digest("hex").slice(0, 16))};\n`;
        this.emitFile({ type: "asset", fileName: "service-worker.js", source: head + read("offline/service-worker.js") });
      },
    },
  };
}
