/**
 * What the engine uses and the last browsers for Windows 7 and 8 (Chrome 109, Firefox 115) lack; defined only where it
 * is missing. To be imported before the engine.
 */

if (!Array.prototype.toSorted) {
  // Not enumerable, as a browser's own: pdf.js opens no file where going through an array meets it.
  Object.defineProperty(Array.prototype, 'toSorted', {
    value: function toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
      return [...this].sort(compare);
    },
    writable: true,
    configurable: true,
  });
}

Map.groupBy ??= function groupBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
    index += 1;
  }
  return groups;
};
