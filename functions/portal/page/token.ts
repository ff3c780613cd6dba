/**
 * The token that lets a unit in: where it is found, and how a typed code becomes one. It lives in the fragment
 * (which no browser sends to a server) and in the tab's session; it is never put in a query.
 */

/** The alphabet of a token: base32 without I, L, O and U, which people misread. */
const tokenShape = /^[0-9A-HJKMNP-TV-Z]+$/;

/** 128 bits are 26 characters of base32; anything shorter was cut off in copying. */
export const leastTokenLength = 26;

/** Spaces of every kind, dashes of every kind and the marks that mails put around a code. */
const separators = /[\s\u200b-\u200d\u2060\ufeff\u00ad\-\u2010-\u2015\u2212_.,;:<>()[\]"'“”‘’]/gu;

/** A code as a person types it → the token's own characters; `length` tells how many were understood. */
export function normaliseCode(typed: string): { readonly token: string; readonly whole: boolean } {
  const token = typed
    .normalize('NFKC')
    .replace(separators, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return { token, whole: token.length >= leastTokenLength && tokenShape.test(token) };
}

export interface FoundToken {
  readonly token: string;
  /** The path and fragment the address should have; null where it has them already. */
  readonly repaired: string | null;
}

/**
 * Finds the token in an address. Link rewriters turn `/u#TOKEN` into `/u%23TOKEN` (even twice encoded) or
 * `/u#%23TOKEN`; all of them are understood. Null where the address carries none.
 */
export function findToken(address: { readonly pathname: string; readonly hash: string }): FoundToken | null {
  const [path, fromPath] = splitAtHash(address.pathname);
  const raw = decodeFully(address.hash).replace(/^#+/, '') || fromPath;
  const code = normaliseCode(raw);
  // Whatever is no whole code goes to the server as it stands: only the server may call a link wrong.
  const token = code.whole ? code.token : raw.trim();
  if (token === '') return null;
  const straight = `${path}#${token}`;
  return { token, repaired: straight === address.pathname + address.hash ? null : straight };
}

function splitAtHash(pathname: string): readonly [path: string, rest: string] {
  const decoded = decodeFully(pathname);
  const at = decoded.indexOf('#');
  return at < 0 ? [pathname, ''] : [decoded.slice(0, at) || '/u', decoded.slice(at).replace(/^#+/, '')];
}

/** `%2523` → `%23` → `#`; text that is no valid encoding stays as it is. */
function decodeFully(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3 && decoded.includes('%'); round += 1) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch (error) {
      if (error instanceof URIError) return decoded;
      throw error;
    }
  }
  return decoded;
}
