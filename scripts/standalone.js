/**
 * Builds `dist/banmian-standalone.html`: the page, its styles, scripts, workers, tables and the wasm module in one file that works
 * by double click. Its policy knows its own script and style by their hashes and lets nothing be asked of any network.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { build } from "vite";
import { ROOT, isMain, script } from "./run.js";

/** @import { Plugin } from "vite" */

const WWW = join(ROOT, "www");

/** What the file has in place of modules of the site. */
const INSTEAD = [
  { of: /engine\/beside\.js$/, path: join(WWW, "standalone/beside.js") },
  { of: /offline\/register\.js$/, code: "export function workOffline() {}" },
];

export async function buildStandalone() {
  const [code, worker] = [await page(), await bundled(join(WWW, "engine/worker.js"))];
  const wasm = readFileSync(join(WWW, "engine/pkg/banmian_bg.wasm")).toString("base64");
  writeFileSync(join(ROOT, "dist/banmian-standalone.html"), html({ code: closed(code), worker: closed(worker), wasm }));
}

/** The page's script, with everything that it would load. */
async function page() {
  const built = await build({
    configFile: false,
    root: WWW,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [parts()],
    build: {
      write: false,
      target: "es2022",
      assetsInlineLimit: () => true,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
      rolldownOptions: { input: join(WWW, "workspace/main.js"), output: { codeSplitting: false } },
    },
  });
  const [{ output }] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ ([built].flat());
  if (output.length !== 1) throw new Error(`The page is not one file: ${output.map(({ fileName }) => fileName).join(", ")}`);
  return output[0].code;
}

/** @returns {Plugin} */
function parts() {
  return {
    name: "banmian-standalone",
    enforce: "pre",
    load: {
      order: "pre",
      handler(id) {
        const instead = INSTEAD.find(({ of }) => of.test(id));
        if (instead) return instead.code ?? readFileSync(instead.path ?? "", "utf8");
        if (!id.endsWith("?worker&url")) return null;
        // That of pdf.js, a module: a page from disk may start none, and pdf.js does without where its worker's module is there.
        return `import ${JSON.stringify(id.slice(0, id.indexOf("?")))};\nexport default "about:blank";`;
      },
    },
  };
}

/**
 * A worker's script in one piece.
 * @param {string} input
 */
async function bundled(input) {
  const built = await rolldown({ input, preserveEntrySignatures: false });
  const { output } = await built.generate({ format: "es", minify: true, codeSplitting: false });
  await built.close();
  return output[0].code;
}

/** @param {{ code: string, worker: string, wasm: string }} parts */
function html({ code, worker, wasm }) {
  const style = readFileSync(join(WWW, "styles/page.css"), "utf8");
  const icon = `data:image/svg+xml;base64,${readFileSync(join(WWW, "icon.svg")).toString("base64")}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src ${hash(style)}`,
    "connect-src data: blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html banmian banmian-reader",
  ].join("; ");
  const swap = (/** @type {string} */ text, /** @type {RegExp} */ place, /** @type {string} */ by) => {
    if (!place.test(text)) throw new Error(`index.html has no ${place}`);
    return text.replace(place, () => by);
  };
  let text = readFileSync(join(WWW, "index.html"), "utf8");
  text = swap(text, /(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]+/, policy);
  text = swap(text, /<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}" />`);
  text = swap(text, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  text = swap(text, /\s*<script type="module"[^>]*><\/script>/, "");
  const data = `<script type="text/plain" id="banmian-worker">${worker}</script>\n<script type="text/plain" id="banmian-wasm">${wasm}</script>`;
  return swap(text, /<\/body>/, `${data}\n<script type="module">${code}</script>\n</body>`);
}

/** A script must not end, nor a comment begin, where one of its strings has the words for it. @param {string} code */
function closed(code) {
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/** @param {string} text */
function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

if (isMain(import.meta.url)) await script(buildStandalone);
