/**
 * The element in a frame, for pages that want it isolated. Takes texts from the one origin it speaks with, shows them, and
 * tells that origin the report and how high it wants to be. The address has `origin`, and may have `element`, `scheme`,
 * `lang`; a text never stands in an address.
 */
import "../elements/index.js";
import { nearest, useLanguage } from "../language/say.js";
import { asked, partner } from "./messages.js";

/** @import { BanmianAnalyzer } from "../elements/banmian-analyzer.js" */
/** @import { Analyze, Said } from "./messages.js" */

const query = new URLSearchParams(location.search);
const list = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=banmian-origins]"))?.content ?? "";
const origin = partner(query.get("origin"), list);
const place = /** @type {HTMLElement} */ (document.querySelector("#place"));

if (origin === null || parent === window) refuse();
else void begin(origin);

function refuse() {
  const text = "本页供其他网站嵌入使用，须在地址中以 origin 写明嵌入它的网站，并在许可之列。";
  place.append(Object.assign(document.createElement("p"), { className: "refused", textContent: text }));
}

/** @param {string} origin */
async function begin(origin) {
  const lang = query.get("lang");
  if (lang) {
    document.documentElement.lang = lang;
    await useLanguage(nearest(lang)).catch(() => {});
  }
  document.documentElement.dataset.scheme = query.get("scheme") ?? "";
  const element = /** @type {BanmianAnalyzer} */ (document.createElement(query.get("element") === "themes" ? "banmian-themes" : "banmian-analyzer"));
  element.themes = query.get("themes");
  /** @type {(message: Said) => void} */
  const say = (message) => parent.postMessage(message, origin);
  let id = 0;
  element.addEventListener("banmian-report", (event) => say({ banmian: 1, type: "report", id, report: /** @type {CustomEvent} */ (event).detail }));
  element.addEventListener("banmian-error", (event) => say({ banmian: 1, type: "error", id, .../** @type {CustomEvent} */ (event).detail }));
  element.addEventListener("banmian-fallback", (event) => say({ banmian: 1, type: "fallback", .../** @type {CustomEvent} */ (event).detail }));
  addEventListener("message", (event) => {
    const message = event.source === parent && event.origin === origin ? asked(event.data) : null;
    if (!message) return;
    if (message.type === "cancel") return element.cancel();
    id = message.id;
    show(element, message);
  });
  place.append(element);
  new ResizeObserver(() => say({ banmian: 1, type: "height", height: Math.ceil(place.getBoundingClientRect().height) })).observe(place);
  say({ banmian: 1, type: "ready" });
}

/**
 * @param {BanmianAnalyzer} element
 * @param {Analyze} message
 */
function show(element, { text, name, themes, allThemes = false, lexicon }) {
  const again = element.text === text;
  Object.assign(element, { name: name ?? null, lexicon: lexicon ?? null, allThemes, themes: themes ?? query.get("themes"), text });
  if (again) void element.analyze();
}
