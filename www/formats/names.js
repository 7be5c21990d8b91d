/** Names of files as they come from others: shown as text, and safe to give to a file of ours on every system. */

/** Control characters and those that turn the direction of what follows: a name must not look like another. */
const TRICKS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Longer names are no help to anyone. */
const LONGEST = 200;

/** @param {string} name */
export function shownName(name) {
  const shown = name.replace(TRICKS, "").trim();
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}……` : shown || "?";
}

/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name for a file that any system takes: no path, no reserved name, no dot or blank at its ends.
 * @param {string} name without an ending
 */
export function safeName(name) {
  const plain = name
    .replace(TRICKS, "")
    .replace(/[\\/:*?"<>|：]/g, "_")
    .replace(/\s+/g, " ")
    .slice(0, 80)
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return DEVICES.test(plain) ? `_${plain}` : plain || "banmian";
}
