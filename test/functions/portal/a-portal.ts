import * as z from 'zod';
import { createApp } from '../../../functions/portal/handler.ts';
import { issueLink } from '../../../shared/records/links.ts';
import type { Link } from '../../../shared/records/rows.ts';
import { aWorld, type World } from '../a-world.ts';
import { holdToContract } from './by-the-contract.ts';

/** The portal over real records; every answer it gives is held to the contract. */
export interface Portal {
  readonly world: World;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** As the unit QLDD, unless another token is given. */
  get(path: string, as?: string): Promise<Response>;
  post(path: string, body: unknown, as?: string): Promise<Response>;
  /** A fresh link, valid to the end of May 2024. */
  tokenOf(holder: Link['holder']): Promise<string>;
}

export async function aPortal(
  now: string,
  logged: (...line: unknown[]) => void = () => {},
  makeWorld: (now: string) => Promise<World> = aWorld,
): Promise<Portal> {
  const world = await makeWorld(now);
  const logger = { info: logged, warn: () => {}, error: () => {} };
  const app = createApp({ ...world, logger, page: { find: async () => null } });
  const tokenOf = async (holder: Link['holder']) => {
    const { token } = await issueLink(
      world.table,
      {
        regime: world.regime.id,
        holder,
        issuedAt: world.now(),
        expiresAt: '2024-06-01T00:00:00Z',
      },
      world.randomBytes,
    );
    return token;
  };
  const own = await tokenOf({ kind: 'unit', unit: 'QLDD' });
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, init);
    await holdToContract(init.method ?? 'GET', path, answer);
    return answer;
  };
  return {
    ...{ world, tokenOf, ask },
    get: (path, as = own) => ask(path, { headers: { Authorization: `Bearer ${as}` } }),
    post: (path, body, as = own) =>
      ask(path, {
        method: 'POST',
        headers: { Authorization: `Bearer ${as}`, 'Content-Type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

const Refusal = z.strictObject({ code: z.string(), message: z.string() });

export async function refusalOf(response: Response) {
  return { status: response.status, ...Refusal.parse(await response.json()) };
}
