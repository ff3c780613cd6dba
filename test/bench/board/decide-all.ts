/** One press about all of a thousand units, in the batches in which the page asks for it: how long, and what became of each. */
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../../../functions/portal/handler.ts';
import { createApi } from '../../../functions/portal/page/api.ts';
import { askFor, type Choice, decideAll } from '../../../functions/portal/page/deciding.ts';
import { sessionCookie } from '../../../functions/portal/visitor.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { openDeviceSession } from '../../../shared/records/codes.ts';
import { issueLink } from '../../../shared/records/links.ts';
import { first } from '../../../shared/vocabulary/text.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';
import type { LargeOffice } from '../../shared/office/a-large-office.ts';

/** What one question to the table takes where it is at work, as its service says ("single-digit milliseconds"). */
const answersAfter = 5;

export interface Pressed {
  readonly kind: string;
  readonly milliseconds: number;
  readonly processor: number;
  readonly requests: number;
  /** How many units by what became of them: `decided`, or the code by which they were refused. */
  readonly became: Readonly<Record<string, number>>;
}

/** Decides each of these about every unit, one after the other. */
export async function decideAboutAll(
  { world, regime }: Pick<LargeOffice, 'world' | 'regime'>,
  now: string,
  choices: readonly Choice[],
): Promise<readonly Pressed[]> {
  const table = new MeteredTable(late(world.table));
  const api = await apiOf({ world: { ...world, table }, regime }, now);
  const units = regime.units.map(({ code }) => code);
  const pressed: Pressed[] = [];
  for (const choice of choices) {
    const became: Record<string, number> = {};
    const count = (what: string) => {
      became[what] = (became[what] ?? 0) + 1;
    };
    const [began, usage] = [performance.now(), process.cpuUsage()];
    const { requests } = await table.during(async () => {
      const { unknown } = await decideAll(
        async (batch) => {
          const answer = await askFor(api, choice, batch);
          for (const { refused } of answer.outcomes) count(refused?.code ?? 'decided');
          return answer;
        },
        units,
        () => {},
      );
      for (const _ of unknown) count('unknown');
    });
    const { user, system } = process.cpuUsage(usage);
    const milliseconds = performance.now() - began;
    pressed.push({ kind: choice.kind, milliseconds, processor: (user + system) / 1000, requests, became });
  }
  return pressed;
}

/** The office's API for a device on which a code was entered, over a table that answers after a while. */
async function apiOf({ world, regime }: Pick<LargeOffice, 'world' | 'regime'>, now: string) {
  const recipient = 'VANPHONG';
  const until = '2025-06-01T00:00:00Z';
  const of = { regime: regime.id, holder: { kind: 'office', recipient } as const };
  const { token, link } = await issueLink(
    world.table,
    { ...of, issuedAt: now, expiresAt: until },
    world.randomBytes,
  );
  const secret = await openDeviceSession(
    world.table,
    { link: link.hash, regime: regime.id, recipient, openedAt: now, until },
    world.randomBytes,
  );
  const app = createApp({ ...world, page: { find: async () => null } });
  const cookie = `${sessionCookie(link)}=${secret}`;
  return createApi(
    token,
    () => first,
    async (path, { headers, ...init } = {}) => {
      const asked = new Headers(headers);
      asked.set('Cookie', cookie);
      return app.request(String(path), { ...init, headers: asked });
    },
  );
}

function late(table: Table): Table {
  const after = async <T>(answer: () => Promise<T>): Promise<T> => {
    await wait(answersAfter);
    return answer();
  };
  return {
    get: (key) => after(() => table.get(key)),
    putIfAbsent: (key, row) => after(() => table.putIfAbsent(key, row)),
    update: (key, update) => after(() => table.update(key, update)),
    updated: (key, update) => after(() => table.updated(key, update)),
    query: (range, options) => after(() => table.query(range, options)),
  };
}
