/** How numbers, dates and sizes are written: vi-VN (1.230; 85,7%; 18/03/2024 23:59) or plain English. */

import type { Indicator } from '../../regime/regime.ts';
import type { Figure } from '../../vocabulary/figure.ts';
import { first, type Language, localeOf } from '../../vocabulary/text.ts';
import { oneLine } from './visible-text.ts';

/** What stands where nobody gave a figure: not 0. */
const dash = '—';

// Making a formatter takes a hundred times as long as using it.
const numbers = (style: Intl.NumberFormatOptions) => ({
  vi: new Intl.NumberFormat(localeOf.vi, style),
  en: new Intl.NumberFormat(localeOf.en, style),
});
const twoDecimals = numbers({ maximumFractionDigits: 2 });
const oneDecimal = numbers({ maximumFractionDigits: 1 });
const ratios = numbers({ style: 'percent', maximumFractionDigits: 1 });
const instants = new Map<string, Intl.DateTimeFormat>();

/** `1234.5` → `1.234,5` in Vietnamese, `1,234.5` in English; at most two decimals. */
export function writtenNumber(value: number, language: Language = first): string {
  return twoDecimals[language].format(value);
}

/** A ratio between 0 and 1 as a percentage with at most one decimal; null → "—". */
export function writtenRatio(ratio: number | null, language: Language = first): string {
  if (ratio === null) return dash;
  return ratios[language].format(ratio);
}

/** dd/MM/yyyy HH:mm in the given IANA time zone. */
export function writtenInstant(iso: string, timeZone: string): string {
  const format = instants.get(timeZone) ?? instantFormat(timeZone);
  instants.set(timeZone, format);
  const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`;
}

function instantFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** `yyyy-mm-dd` → dd/MM/yyyy; anything else is given back. */
export function writtenDay(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

/** The instant's day in its time zone, dd/MM/yyyy. */
export function dayOfInstant(iso: string, timeZone: string): string {
  return writtenInstant(iso, timeZone).slice(0, 10);
}

/** Bytes as "812 byte", "245 KB", "1,2 MB" (1 KB = 1.024 bytes). */
export function writtenSize(bytes: number, language: Language = first): string {
  if (bytes < 1024) return `${bytes} byte`;
  const kilobytes = bytes / 1024;
  const write = (value: number) => oneDecimal[language].format(value);
  return kilobytes < 1024 ? `${write(Math.round(kilobytes))} KB` : `${write(kilobytes / 1024)} MB`;
}

/** A figure as the indicator's type wants it shown; null → "—". */
export function writtenFigure(figure: Figure, type: Indicator['type']): string {
  if (figure === null) return dash;
  if (typeof figure === 'string') return type === 'date' ? writtenDay(figure) : oneLine(figure);
  return type === 'percent' ? `${writtenNumber(figure)}%` : writtenNumber(figure);
}
