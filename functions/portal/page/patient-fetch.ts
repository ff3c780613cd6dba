/** `fetch` for a front door that is flooded: what it turned away reached nobody, so it may be asked again whatever it was. */
import { versionHeader } from '../contract/version.ts';

const mostAttempts = 5;

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
      // The portal's own answers bear its version; its own 429 says until when, and is for the person to read.
      const turnedAway = response.status === 429 && !response.headers.has(versionHeader);
      if (!turnedAway || attempt === mostAttempts) return response;
      await wait(400 * 2 ** (attempt - 1) * (0.5 + chance()));
    }
  };
}

/** The browser's own. */
export const askPatiently = patientFetch(
  (...request) => fetch(...request),
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  Math.random,
);
