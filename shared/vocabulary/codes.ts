/** Codes, fingerprints, days and instants. */
import * as z from 'zod';

/** A ULID, 26 characters of Crockford's base 32: uploads and decisions are ordered by theirs. */
export const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
export const Ulid = z.string().regex(ulidPattern);

/** SHA-256 of a file or an object: 64 lower-case hexadecimal characters. */
export const sha256Pattern = /^[0-9a-f]{64}$/;
export const Sha256 = z.string().regex(sha256Pattern);

export const Instant = z.iso.datetime({ offset: true }).describe('ISO 8601 with offset.');

/** As IANA names it, `Asia/Ho_Chi_Minh`. */
export const TimeZone = z.string().refine(isTimeZone, 'a time zone such as "Asia/Ho_Chi_Minh"');

/** A calendar day, `yyyy-mm-dd`, in the regime's time zone. */
export const Day = z.iso.date();

export function isDay(text: string): boolean {
  return Day.safeParse(text).success;
}

/** Those that were met: a look into the engine's tables takes longer than the rest of a regime. */
const timeZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (timeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    timeZones.add(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
