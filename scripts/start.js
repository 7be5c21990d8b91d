/** Sets up what is missing, builds, and serves the page; `--port 8080` asks for a port. */
import { parseArgs } from "node:util";
import { buildSite, buildWasm } from "./build.js";
import { Trouble, script } from "./run.js";

await script(async () => {
  const port = wantedPort();
  buildWasm();
  buildSite();
  const { preview } = await import("vite");
  // Without a port given, Vite's usual one or the next that is free.
  const server = await preview({ preview: port === undefined ? {} : { port, strictPort: true } }).catch((error) => {
    throw new Trouble(error.message);
  });
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
});

function wantedPort() {
  const { port } = parsed();
  if (port === undefined) return undefined;
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Trouble(`--port ${port}: not a port.`);
  return Number(port);
}

function parsed() {
  try {
    return parseArgs({ options: { port: { type: "string" } } }).values;
  } catch (error) {
    throw new Trouble(/** @type {Error} */ (error).message);
  }
}
