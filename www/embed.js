/** The live examples of embedding: the element, and a host that gives it text and listens. */
import "./elements/banmian-analyzer.js";

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
