/**
 * Resolves in another task, so that what follows keeps no hand waiting together with what went before. A window out of sight
 * gets its turn as soon, where it would have to wait for a timer.
 * @returns {Promise<unknown>}
 */
export function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = (event) => {
      port1.close();
      resolve(event);
    };
    port2.postMessage(null);
  });
}
