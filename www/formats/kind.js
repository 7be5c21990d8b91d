/** Whether bytes that are some kind of text are a web page: it has no sure beginning, only tags. */

/** How far into a file the first tag may stand: comments and declarations come before it. */
const SEARCHED = 2048;

const TAG = /^\s*(?:<!--|<\?xml[^>]*\?>\s*(?:<!DOCTYPE\s+html|<html))|<!DOCTYPE\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i;

/** @param {Uint8Array} bytes */
export function isHtml(bytes) {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, SEARCHED)).replaceAll("\u0000", "");
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(begin) && TAG.test(begin);
}
