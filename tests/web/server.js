/**
 * A plain static server for the browser tests: the built site at `/papers/today/`, bare host pages at `/hosts/`. It
 * answers at `localhost` and `127.0.0.1`, which are two origins to a browser, and lets each load from the other. At
 * `/guest.html` stands whatever page the test asks for, with the policy that it asks for.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDERS = [
  { at: "/papers/today/", folder: new URL("../../dist/", import.meta.url) },
  // The same files once more, as if it were another version.
  { at: "/papers/yesterday/", folder: new URL("../../dist/", import.meta.url) },
  { at: "/hosts/", folder: new URL("hosts/", import.meta.url) },
];

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/guest.html") {
    const csp = searchParams.get("csp");
    response.writeHead(200, { "Content-Type": TYPES[".html"], ...(csp ? { "Content-Security-Policy": csp } : {}) });
    return void response.end(searchParams.get("html"));
  }
  const file = fileAt(pathname);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Access-Control-Allow-Origin": "*",
  });
  createReadStream(file).pipe(response);
}).listen(Number(process.env.BANMIAN_TEST_PORT));

/** @param {string} path */
function fileAt(path) {
  const place = FOLDERS.find(({ at }) => path.startsWith(at));
  if (!place) return null;
  const below = normalize(decodeURIComponent(path.slice(place.at.length)) || "index.html");
  const file = join(fileURLToPath(place.folder), below);
  return !below.startsWith("..") && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}
