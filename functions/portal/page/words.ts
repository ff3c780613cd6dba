/** From a text in two languages to what is shown: the language, its blanks filled, dates and sizes as people write them. */
import { type Blanks, fill, type Language, localeOf, type Text } from '../../../shared/vocabulary/text.ts';

/** The text in one language, with every `{name}` replaced from `blanks`; an unknown name stays visible. */
export function say(text: Text, language: Language, blanks: Blanks = {}): string {
  return fill(text[language], blanks, (name) => `{${name}}`);
}

/** With a capital, where a line begins with it. */
export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** ISO 8601 → `dd/MM/yyyy HH:mm` in the time of `zone` (IANA), in all languages alike; null where it is no date. */
export function dateTime(iso: string, zone: string): string | null {
  const part = partsIn(zone, iso);
  return part && `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

/** The same to the second, for what is to prove something. */
export function exactTime(iso: string, zone: string): string | null {
  const minute = dateTime(iso, zone);
  return minute && `${minute}:${String(new Date(iso).getUTCSeconds()).padStart(2, '0')}`;
}

/** `yyyy-mm-dd` → `dd/MM/yyyy`; what is no such day stays as it is. */
export function shortDay(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

/** With its weekday, inside a sentence: `thứ Sáu, 22/03/2024`. */
export function longDay(day: string, language: Language): string {
  return `${weekdayOf(day, language)}, ${shortDay(day)}`;
}

/** Inside a sentence: `thứ Sáu`. */
export function weekdayOf(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf[language], { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(day)).replace(/^Th/, 'th').replace(/^Ch/, 'ch');
}

/** The calendar day in `zone` of `now` (ms since 1970), `yyyy-mm-dd`. */
export function dayOf(now: number, zone: string): string {
  const part = partsIn(zone, new Date(now).toISOString());
  return part ? `${part.year}-${part.month}-${part.day}` : '';
}

/** The day after it. */
export function dayAfter(now: number, zone: string): string {
  return dayOf(now + 86_400_000, zone);
}

/** Calendar days in `zone` from `now` (ms since 1970) to the day of `iso`: 0 is today, negative is past. */
export function daysUntil(iso: string, now: number, zone: string): number | null {
  const due = partsIn(zone, iso);
  const today = partsIn(zone, new Date(now).toISOString());
  return due && today && Math.round((dayNumber(due) - dayNumber(today)) / 86_400_000);
}

/** Bytes as people read them: `0 B`, `824 KB`, `4,2 MB` (the comma in Vietnamese). */
export function fileSize(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`;
  const inMegabytes = bytes >= 1024 * 1024;
  const amount = bytes / (inMegabytes ? 1024 * 1024 : 1024);
  const digits = { maximumFractionDigits: inMegabytes ? 1 : 0 };
  return `${number(amount, language, digits)} ${inMegabytes ? 'MB' : 'KB'}`;
}

/** A number with the language's own separators: 1.250,5 in Vietnamese, 1,250.5 in English. */
export function number(value: number, language: Language, digits: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(localeOf[language], {
    maximumFractionDigits: 6,
    ...digits,
  }).format(value);
}

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>>;

function partsIn(zone: string, iso: string): Parts | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  const found = { year: '', month: '', day: '', hour: '', minute: '' };
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const { type, value } of format.formatToParts(date)) {
    if (type in found) found[type as keyof Parts] = value;
  }
  return found;
}

function dayNumber(part: Parts): number {
  return Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day));
}
