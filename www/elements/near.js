/** How far below or above the window an element is when it begins. */
const MARGIN = "400px";

/**
 * Waits until an element is in the window or nearly so.
 * @param {Element} element
 * @param {AbortSignal} signal the wait is over without it
 * @returns {Promise<void>}
 */
export function near(element, signal) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: MARGIN },
    );
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    observer.observe(element);
  });
}
