/** The module is the same wherever it is built: it names no place of the machine that made it, and no host. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PKG = new URL("../../www/engine/pkg/", import.meta.url);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

for (const name of readdirSync(PKG).filter((name) => /\.(?:wasm|js|ts)$/.test(name))) {
  test(name, () => {
    const built = readFileSync(new URL(name, PKG), "latin1");
    for (const place of [ROOT, homedir(), "/home/", "/Users/", "registry/src", "index.crates.io"]) assert.ok(!built.includes(place), place);
    // The JavaScript around it explains itself by one address, in a comment that the site's build leaves out.
    if (name.endsWith(".wasm")) assert.doesNotMatch(built, /(?:https?|wss?):\/\/[\w-]+\.\w/);
  });
}
