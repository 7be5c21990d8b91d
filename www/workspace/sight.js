/** Resolves when the window is out of sight, where nothing is drawn: at once where it is. @returns {Promise<unknown>} */
export function outOfSight() {
  return new Promise((resolve) => {
    if (document.hidden) resolve(undefined);
    else document.addEventListener("visibilitychange", resolve, { once: true });
  });
}
