import { describe, expect, it } from 'vitest';
import type { Desk } from './a-desk.ts';

/** Comes last: looks at all that the windows of the stories before it asked for and complained of. */
export function behindTheScenes(desk: Desk): void {
  describe('behind the scenes', () => {
    it('asked nobody but the portal and the bucket, and broke no rule of its content security policy', () => {
      const { portal, gateway } = desk.ground.cloud.endpoints;
      const asked = desk.windows
        .flatMap(({ requests }) => requests)
        .map((request) => request.split(' ')[1] ?? '');
      expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(
        new Set([new URL(portal).origin, new URL(gateway).origin]),
      );
      const expected =
        /^Failed to load resource: (net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED)|.* status of 409 )/;
      const complaints = desk.windows.flatMap((window) => window.complaints);
      expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
    });

    it('told no server its link, neither in an address nor as the page it came from', () => {
      const tokens = Object.values(desk.ground.cloud.endpoints.links).map(({ token }) => token);
      const told = desk.windows.flatMap(({ requests, referrers }) => [...requests, ...referrers]).join('\n');
      for (const token of tokens) expect(told).not.toContain(token);
    });
  });
}
