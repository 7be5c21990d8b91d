/** Resolves when the window is out of sight, where nothing is drawn: at once where it is. @returns {Promise<unknown>} */
export function outOfSight() {
  return new Promise((resolve) => {
    if (document.hidden) resolve(undefined);
    else document.addEventListener("visibilitychange", resolve, { once: true });
  });
}

/**
 * Brings an element to the middle of the window. What lies above it may get its true height only when it is scrolled past, so it is
 * looked at again until it rests.
 * @param {HTMLElement} element
 */
export async function centre(element) {
  let top = NaN;
  for (let look = 0; look < 5; look++) {
    element.scrollIntoView({ block: "center" });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const now = element.getBoundingClientRect().top;
    if (now === top) return;
    top = now;
  }
}
