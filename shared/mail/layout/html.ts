/**
 * html`<td>${text}</td>`: everything put into the template is escaped, unless it is Html itself.
 * Lists are joined; null and false leave nothing.
 */
import { visible } from './visible-text.ts';

/** Markup that is safe to stand in a letter: made by `html` alone. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type HtmlValue = Html | string | number | null | false | readonly HtmlValue[];

/** A template whose values are escaped, unless they are markup already or lists of it; null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    strings.map((part, n) => part + (n < values.length ? markupOf(values[n] ?? null) : '')).join(''),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(value: HtmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return visible(String(value)).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
