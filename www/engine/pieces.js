/**
 * Texts of any length, a piece at a time: a page wherever mastheads tell the pages apart. Loaded when it is asked for.
 *
 * The worker says where to cut (src/pieces.rs) and analyses each piece as it does any text, so stopping, repeating and what else an
 * engine does hold here too. What is held of the text is what no piece has yet, and the pieces under way.
 */
import { EngineError } from "./error.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Engine } from "./engine.js" */

/** @typedef {string | Uint8Array} Part */
/** @typedef {string | Blob | ReadableStream<Part> | AsyncIterable<Part> | Iterable<Part>} Source */

/**
 * @typedef {object} PiecesOptions
 * @property {string} [lexicon]
 * @property {boolean} [allThemes]
 * @property {string} [name]
 * @property {AbortSignal} [signal]
 * @property {(reason: string) => void} [onFallback]
 * @property {(done: { read: number, total: number | null }) => void} [onProgress]
 * @property {number} [workers]
 */

/** @typedef {{ start: number, end: number, text: string, report: Report }} Piece */

/** Code units that are cut at a time. The core finds a cut in three times its longest piece; most pages are far shorter. */
const PART = 1 << 18;
/** Pieces under way for each worker: the next waits there when one is done. */
const AHEAD = 2;

/**
 * @param {Engine} shared
 * @param {new () => Engine} Own
 * @param {Source} source
 * @param {PiecesOptions} [options]
 * @returns {AsyncGenerator<Piece, void, undefined>}
 */
export async function* pieces(shared, Own, source, { workers = 1, signal, onProgress, ...options } = {}) {
  const parts = partsOf(source);
  const stop = new AbortController();
  const abort = () => stop.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  const engines = workers > 1 ? Array.from({ length: workers }, () => new Own()) : [shared];
  const how = { ...options, signal: stop.signal };
  const total = typeof source === "string" ? source.length : null;
  const texts = cut(engines[0], parts, stop.signal);
  /** @type {Promise<Piece>[]} */
  const underWay = [];
  let count = 0;
  let start = 0;
  let open = true;
  try {
    for (;;) {
      while (open && underWay.length < AHEAD * engines.length) {
        const { value: text } = await texts.next();
        if (text === undefined) open = false;
        else {
          const place = { start, end: (start += text.length), text };
          const piece = engines[count++ % engines.length].analyze(text, how).then((report) => ({ ...place, report }));
          // One that fails is heard of when its turn comes.
          piece.catch(() => {});
          underWay.push(piece);
        }
      }
      const next = underWay.shift();
      if (!next) return;
      const piece = await next;
      onProgress?.({ read: piece.end, total });
      yield piece;
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    abort();
    if (workers > 1) for (const engine of engines) engine.close();
    // The source need not be done with what it is asked for.
    parts.return?.(undefined)?.catch(() => {});
  }
}

/**
 * The pieces of a text that comes in parts.
 * @param {Engine} engine
 * @param {AsyncIterator<string>} parts
 * @param {AbortSignal} signal
 */
async function* cut(engine, parts, signal) {
  let text = "";
  let wanted = PART;
  for (let last = false; !last; ) {
    while (!last && text.length < wanted) {
      const { value, done } = await orAborted(parts.next(), signal);
      if (done) last = true;
      else text += value;
    }
    let at = 0;
    for (const end of await engine.ask({ cut: text, last }, { signal })) {
      yield text.slice(at, end);
      at = end;
    }
    text = text.slice(at);
    // Where nothing could be cut there is more to be seen first.
    wanted = (at > 0 ? Math.min(text.length, PART) : text.length) + PART;
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function orAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new EngineError("aborted"));
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * The text of a source in parts; bytes are UTF-8.
 * @param {any} source
 * @returns {AsyncGenerator<string>}
 */
async function* partsOf(source) {
  if (typeof source === "string") {
    for (let at = 0; at < source.length; at += PART) yield source.slice(at, at + PART);
    return;
  }
  const decoder = new TextDecoder();
  for await (const part of source instanceof Blob ? chunks(source.stream()) : source?.getReader ? chunks(source) : iterable(source)) {
    if (typeof part === "string") yield part;
    else if (part instanceof Uint8Array) yield decoder.decode(part, { stream: true });
    else throw new EngineError("input");
  }
  yield decoder.decode();
}

/** @param {any} source */
function iterable(source) {
  if (source?.[Symbol.asyncIterator] || source?.[Symbol.iterator]) return source;
  throw new EngineError("input");
}

/** Not every browser walks a stream by itself. @param {ReadableStream<Part>} stream */
async function* chunks(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
