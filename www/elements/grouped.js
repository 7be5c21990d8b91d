/**
 * A list parted by a key, in the order in which keys first come up. (`Map.groupBy` is younger than browsers in use.)
 * @template K, V
 * @param {Iterable<V>} list
 * @param {(item: V) => K} keyOf
 * @returns {Map<K, V[]>}
 */
export function groupedBy(list, keyOf) {
  /** @type {Map<K, V[]>} */
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
