/** What correcting a page takes; loaded when it is begun. */
import "./banmian-corrections.js";
import "./banmian-galley.js";
import "./banmian-theme-desk.js";
