/**
 * Keeps the page working without a network: what was built is fetched once and served from then on.
 *
 * The build writes `FILES` and `VERSION` before these lines. Files are known by their hashed names, so the kept one is
 * the right one; the page itself is asked for anew where there is a network. Everything else goes its way untouched.
 */

/** @type {string[]} */
const files = /** @type {any} */ (globalThis).FILES;
/** @type {string} */
const shelf = `banmian-${/** @type {any} */ (globalThis).VERSION}`;
const worker = /** @type {any} */ (globalThis);

/** Milliseconds that a new page may take to come before the kept one is shown. */
const PATIENCE = 4_000;

const root = new URL("./", location.href).href;
const kept = new Set(files.map((file) => root + file));
const page = `${root}index.html`;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keep()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, mode, url } = /** @type {Request} */ (event.request);
  const [plain] = url.split(/[?#]/);
  if (method !== "GET") return;
  if (mode === "navigate" && (plain === root || plain === page)) event.respondWith(newest(event.request));
  else if (kept.has(plain)) event.respondWith(first(event.request, plain));
});

async function keep() {
  const cache = await caches.open(shelf);
  // What has no hash in its name must not come from an older copy of the browser.
  await cache.addAll(files.map((file) => new Request(root + file, { cache: file.startsWith("assets/") ? "default" : "reload" })));
}

/** Takes away what older versions kept; other sites of the same origin keep theirs. */
async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith("banmian-") && other !== shelf).map((other) => caches.delete(other)));
}

/** @param {Request} request */
async function newest(request) {
  const cache = await caches.open(shelf);
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => Response.error());
  // A server in trouble, or a proxy that says so in its place, is no network either.
  const usable = answer.type !== "error" && answer.status < 500;
  return usable ? answer : ((await cache.match(page)) ?? answer);
}

/**
 * @param {Request} request
 * @param {string} url
 */
async function first(request, url) {
  const cache = await caches.open(shelf);
  return (await cache.match(url)) ?? fetch(request);
}
