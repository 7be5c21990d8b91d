/** What was open on the desk, for the next visit: ids and nothing of the texts. */

const KEY = "banmian.desk";

/** @typedef {{ open: string[], active: string }} Open */

/** @returns {Open} */
export function rememberedDesk() {
  try {
    const { open, active } = JSON.parse(localStorage.getItem(KEY) ?? "");
    return { open: Array.isArray(open) ? open.filter((id) => typeof id === "string") : [], active: String(active) };
  } catch {
    return { open: [], active: "new" };
  }
}

/** @param {Open} desk */
export function rememberDesk(desk) {
  try {
    localStorage.setItem(KEY, JSON.stringify(desk));
  } catch {
    // A browser that keeps nothing begins with an empty desk.
  }
}
