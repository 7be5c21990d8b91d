/**
 * The gallery of embedding: what the snippets show, really running. Each snippet can be copied, with the address of this
 * place in it. An address with a query is meant for the frame.
 */
import "./elements/index.js";
import { say } from "./language/say.js";

/** The address that stands for this place in the snippets. */
const EXAMPLE = "https://banmian.example/";

if (location.search) location.replace(new URL(`./frame.html${location.search}`, location.href));

for (const code of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-snippet]"))) {
  code.textContent = (code.textContent ?? "").replaceAll(EXAMPLE, new URL("./", location.href).href);
  code.textContent = code.textContent.replaceAll(EXAMPLE.slice(0, -1), location.origin);
  const pre = /** @type {HTMLElement} */ (code.parentElement);
  pre.tabIndex = 0;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", say`代码`);
  pre.before(copyButton(code));
}

/** @param {HTMLElement} code */
function copyButton(code) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: say`复制` });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      button.textContent = say`已复制`;
    } catch {
      getSelection()?.selectAllChildren(code);
      button.textContent = say`已选中，请按复制键`;
    }
  });
  return button;
}

const box = /** @type {HTMLTextAreaElement} */ (document.querySelector("#box"));
const said = /** @type {HTMLOutputElement} */ (document.querySelector("#said"));
const analyzer = /** @type {import("./elements/banmian-analyzer.js").BanmianAnalyzer} */ (
  document.querySelector("#with-property")
);

document.querySelector("#run")?.addEventListener("click", () => {
  analyzer.text = box.value;
});
analyzer.addEventListener("banmian-report", (event) => {
  const { articles } = /** @type {CustomEvent<import("../src/report.js").Report>} */ (event).detail;
  said.value = `分出 ${articles.length} 篇`;
});
analyzer.addEventListener("banmian-error", (event) => {
  said.value = /** @type {CustomEvent<{ message: string }>} */ (event).detail.message;
});

const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#with-frame"));
addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || data?.banmian !== 1) return;
  const text = /** @type {HTMLElement} */ (document.querySelector("#essay")).innerText;
  if (data.type === "ready") frame.contentWindow?.postMessage({ banmian: 1, type: "analyze", id: 1, text }, location.origin);
  if (data.type === "height") frame.height = data.height;
});
frame.src = `./frame.html?origin=${encodeURIComponent(location.origin)}&element=themes`;
