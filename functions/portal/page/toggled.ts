/** Those that were held, and `one` with them; or without it where it was among them. */
export function toggled<T>(held: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(held);
  if (!next.delete(one)) next.add(one);
  return next;
}
