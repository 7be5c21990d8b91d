/**
 * The files that were picked. The field forgets them, so that the same ones can be picked again.
 * @param {Event} event of a field for files
 */
export function pickedFiles({ target }) {
  const input = /** @type {HTMLInputElement} */ (target);
  const files = [...(input.files ?? [])];
  input.value = "";
  return files;
}
