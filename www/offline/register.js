/** Lets the app, and never a page that embeds its elements, work without a network once it has been seen. */
import { trusted } from "../engine/trusted.js";

export function workOffline() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => {
    const url = new URL("service-worker.js", document.baseURI);
    // Where it is refused, as in a private window, the page works as long as there is a network.
    navigator.serviceWorker.register(trusted(url.href)).catch(() => {});
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
