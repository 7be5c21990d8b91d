/** What the page loads. */
import { workOffline } from "../offline/register.js";
import "./banmian-compose.js";
import "./banmian-languages.js";
import "./banmian-scheme.js";
import "./banmian-workspace.js";
import { rememberedLanguage, speak } from "./spoken.js";

void speak(rememberedLanguage());
workOffline();
