/** What the page loads. */
import "./banmian-compose.js";
import "./banmian-scheme.js";
import "./banmian-workspace.js";
