/** The parts of reading that elements load when they are first to be seen; the app has them at hand before the network goes. */
import "./banmian-concordance.js";
import "./banmian-contents.js";
import "./banmian-entities.js";
import "./banmian-repair.js";
import "./banmian-review.js";
import "./banmian-unplaced.js";
import "./host-light.js";
import "./review.js";
import "./search.js";
import "./summary.js";
