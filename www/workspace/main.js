/** What the page loads. */
import { workOffline } from "../offline/register.js";
import "./banmian-compose.js";
import "./banmian-languages.js";
import "./banmian-scheme.js";
import "./banmian-workspace.js";
import { rememberedLanguage, speak } from "./spoken.js";

void speak(rememberedLanguage());
workOffline();
// What a report loads later comes before it is asked for, so that the page goes on where the network ends.
const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
addEventListener("load", () => whenIdle(() => import("../elements/whole.js").catch(() => {})), { once: true });
