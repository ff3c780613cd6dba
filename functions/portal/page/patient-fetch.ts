/**
 * `fetch` for a front door that is flooded, and for a portal that does so much at a time for one link: what was turned away
 * changed nothing, so it may be asked again whatever it was.
 */
import { versionHeader } from '../contract/version.ts';

const mostAttempts = 5;
/** Seconds that nobody has to be told of: a limit of an hour says until when, and is for the person to read. */
const soon = 5;

/**
 * @param wait so many ms
 * @param chance in [0, 1): whoever was turned away together does not come back together
 */
export function patientFetch(
  ask: typeof fetch,
  wait: (ms: number) => Promise<void>,
  chance: () => number,
): typeof fetch {
  return async (...request) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await ask(...request);
      if (response.status !== 429 || attempt === mostAttempts) return response;
      // The portal's own answers bear its version.
      const isPortals = response.headers.has(versionHeader);
      const seconds = Number(response.headers.get('Retry-After') ?? Infinity);
      if (isPortals && seconds > soon) return response;
      await wait((isPortals ? seconds * 1000 : 400 * 2 ** (attempt - 1)) * (0.5 + chance()));
    }
  };
}

/** The browser's own. */
export const askPatiently = patientFetch(
  (...request) => fetch(...request),
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  Math.random,
);
