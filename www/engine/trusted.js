/** Addresses of this program's own scripts, as a page that enforces Trusted Types wants them; it allows a policy `banmian`. */

/** @typedef {{ createScriptURL: (url: string) => any }} Policy */

/** @type {Policy | undefined} */
let policy;

/** @param {string} url */
export function trusted(url) {
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } }} */ (globalThis);
  policy ??= trustedTypes?.createPolicy("banmian", { createScriptURL: (own) => own });
  return policy ? policy.createScriptURL(url) : url;
}
