/** Every part of a report that elements load when it is first to be seen; the app has them all at hand before the network goes. */
import "./banmian-concordance.js";
import "./banmian-contents.js";
import "./banmian-entities.js";
import "./banmian-repair.js";
import "./banmian-review.js";
import "./banmian-unplaced.js";
import "./compare/banmian-compare.js";
import "./host-light.js";
import "./review.js";
import "./search.js";
