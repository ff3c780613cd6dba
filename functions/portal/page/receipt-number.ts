/** A receipt's number as it stands in an address or is typed off a print. */

const dashes = /[\u2010-\u2015\u2212]/gu;
const between = /[\s\u200b-\u200d\u2060\ufeff\u00ad.,;:<>()[\]"'“”‘’]/gu;

/** Dashes of every kind become the plain one, spaces and marks around it go; capitals as printed. */
export function tidyNumber(typed: string): string {
  return typed.normalize('NFKC').replace(dashes, '-').replace(between, '').toUpperCase();
}

/** The number in an address' fragment, percent-encoded or not; empty where there is none. */
export function numberIn(hash: string): string {
  const raw = hash.replace(/^#/, '');
  try {
    return tidyNumber(decodeURIComponent(raw));
  } catch (error) {
    if (error instanceof URIError) return tidyNumber(raw);
    throw error;
  }
}
