/** What the analyzer shows, in one script that is loaded while the text is analysed. */
import "./banmian-progress.js";
import "./banmian-report.js";
