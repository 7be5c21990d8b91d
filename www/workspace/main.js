/** What the page loads. */
import { workOffline } from "../offline/register.js";
import "./banmian-compose.js";
import "./banmian-scheme.js";
import "./banmian-workspace.js";

workOffline();
