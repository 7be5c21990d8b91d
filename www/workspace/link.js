/**
 * A short text in a link: packed into the part after `#`, which browsers keep to themselves and no server sees.
 *
 * Takes a text, gives a link, or null where it would be too long to send around. The other way it takes what stands after
 * `#` in any link, by anyone, and gives a text, or null where it is damaged. The text is never anything but text.
 */

/** What the fragment begins with. */
const SIGN = "#t=";

/** Characters of a link that mail programs and messengers still leave whole. */
export const LONGEST = 8_000;

/** Bytes of text that a link may unpack to. */
const MOST = 1_000_000;

/**
 * @param {string} text
 * @param {string} page address of the page that will open it
 * @returns {Promise<string | null>}
 */
export async function linkTo(text, page) {
  const packed = await piped(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), LONGEST);
  if (!packed) return null;
  const link = new URL(page);
  link.hash = SIGN + btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return link.href.length <= LONGEST ? link.href : null;
}

/**
 * @param {string} hash of an address
 * @returns {Promise<string | null>}
 */
export async function textIn(hash) {
  try {
    const characters = atob(hash.slice(SIGN.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
    const unpacked = await piped(bytes, new DecompressionStream("deflate-raw"), MOST);
    const text = unpacked && new TextDecoder("utf-8", { fatal: true }).decode(unpacked);
    return text?.trim() ? text : null;
  } catch {
    return null;
  }
}

/**
 * Hears of links with a text: the one the page was opened with and those opened later. The address is cleared at once, so
 * that the text does not stay in it.
 * @param {{ onText(text: string): void, onBroken(): void }} listener
 * @returns {() => void} takes the listener away
 */
export function watchLinks({ onText, onBroken }) {
  const look = async () => {
    const { hash } = location;
    if (!hash.startsWith(SIGN)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    const text = await textIn(hash);
    if (text === null) onBroken();
    else onText(text);
  };
  void look();
  window.addEventListener("hashchange", look);
  return () => window.removeEventListener("hashchange", look);
}

/**
 * Bytes through a stream that packs or unpacks; null where more comes out than `most`.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most
 */
async function piped(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let length = 0;
  for (let one = await reader.read(); !one.done; one = await reader.read()) {
    length += one.value.length;
    parts.push(one.value);
    if (length > most) return void reader.cancel(), null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
