/** What leads out of a file, as a finding quotes it. */

const longest = 300;

/** An address as it may be told: one line, no invisible letters, at most 300 characters. */
export function quoted(address: string): string {
  return address
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/**
 * Whether an address lies on another computer: it has a protocol, or names a host by two slashes. Files of the computer
 * on which the report was written (`file:///C:/…`, `C:\…`, `Book2.xlsx`) are looked for on whoever's opens it, in vain.
 */
export function isRemote(address: string): boolean {
  const named = address.trim().replaceAll('\\', '/');
  const local = /^file:(.*)$/i.exec(named)?.[1] ?? (/^[A-Za-z]:(?=\/|$)/.test(named) ? '' : named);
  if (/^\/*[A-Za-z]:(\/|$)/.test(local)) return false;
  // "file:////host/…" and "file://host/…" name a host, "file:///home/…" does not.
  if (/^file:/i.test(named)) return /^\/\/([^/]|\/\/)/.test(local);
  return /^(\/\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(local);
}
