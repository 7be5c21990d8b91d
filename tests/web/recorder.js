/** A proxy between the browser and everything else. It writes down what is sent, and can let nothing through. */
import { createServer, request as ask } from "node:http";
import { BASE } from "./host-page.js";

/** @import { Browser, BrowserContext } from "@playwright/test" */

/**
 * What Chromium asks for by itself wherever a page has fields to fill in; it tells the kinds of fields and not what is in them. No
 * page can forbid it, and the policy of this one lets none of its scripts reach there.
 */
const OF_THE_BROWSER = "content-autofill.googleapis.com:443";

/** @typedef {{ method: string, url: string, headers: string, bytes: number }} Sent */
/** @typedef {{ seen: Sent[], cut: boolean }} Record */

/**
 * A browser of its own behind such a proxy, which forwards what is meant for the test's own server and refuses all else.
 * @param {Browser} browser
 * @param {(context: BrowserContext, record: Record) => Promise<void>} jobs
 */
export async function recorded(browser, jobs) {
  /** @type {Record} */
  const record = { seen: [], cut: false };
  const server = createServer((incoming, outgoing) => {
    const line = { method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.rawHeaders.join("\n"), bytes: 0 };
    record.seen.push(line);
    incoming.on("data", (part) => (line.bytes += part.length));
    if (record.cut || new URL(line.url).port !== new URL(BASE).port) return void outgoing.writeHead(502).end();
    incoming.pipe(ask(line.url, { method: line.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }));
  });
  // What is encrypted, and sockets, would ask for a tunnel.
  server.on("connect", ({ url }, socket) => {
    if (url !== OF_THE_BROWSER) record.seen.push({ method: "CONNECT", url: url ?? "", headers: "", bytes: 0 });
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((/** @type {(value?: unknown) => void} */ resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const context = await browser.newContext({ baseURL: BASE, locale: "zh-CN", serviceWorkers: "allow", proxy: { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" } });
  try {
    await jobs(context, record);
  } finally {
    await context.close();
    server.close();
  }
}

/**
 * What was sent and is more than asking for a file of the program by its name alone.
 * @param {Sent[]} seen
 * @param {string[]} [pages] addresses of pages that were opened, which may have a query of their own
 */
export function strange(seen, pages = []) {
  return seen.filter(({ method, url, headers, bytes }) => {
    const plain = pages.includes(url) || (url.startsWith(BASE) && !/[?#]/.test(url));
    // Nor may the address of the page that asks tell more than where it is.
    const from = /^referer\n(.*)$/im.exec(headers)?.[1] ?? "";
    return method !== "GET" || bytes > 0 || !plain || (/[?#]/.test(from) && !pages.includes(from));
  });
}
