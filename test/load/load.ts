/** Reports through the front door as fast as it takes them, one in twenty with something going wrong. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import type { System } from '../../infra/admin/system.ts';
import type { Links, LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import { regimeFile } from '../../infra/local/story/cast.ts';
import { issueLink } from '../../shared/records/links.ts';
import { type Mint, put, Unit } from '../journeys/a-cloud.ts';

export const period = 'Q1-2024';
const sample = join(import.meta.dirname, '..', '..', 'infra', 'local', 'story', 'files', 'Q1-2024_QLDD.xlsx');

/** What goes wrong with one report on its way to the store. */
export const mishaps = [
  'the connection is cut, and it is sent again',
  'it is sent twice at once',
  'it is sent with other bytes first',
  'it is announced and not sent, and announced again',
  'its event comes twice',
  'its event is lost',
] as const;
export type Mishap = (typeof mishaps)[number];

export interface Sent {
  readonly unit: string;
  readonly upload: string;
  /** Milliseconds on the wall, when the store had taken it. */
  readonly storedAt: number;
}

/** The sample regime with as many units as asked for, and a link for each. */
export async function applyLargeRegime(system: System, units: number): Promise<Links> {
  const regime = await readRegimeFile(regimeFile);
  const codes = Array.from({ length: units }, (_, n) => `T${String(n).padStart(4, '0')}`);
  await applyRegime(system, {
    ...regime,
    units: codes.map((code, n) => ({
      ...{ code, name: `Đơn vị thử ${n}`, kind: 'phòng', email: `${code.toLowerCase()}@units.example` },
      ...{ parent: regime.authority.code, reminded: true, aliases: [] },
    })),
  });
  const [issuedAt, expiresAt] = [system.clock.now(), '2025-01-01T00:00:00Z'];
  const links: Record<string, { page: string; token: string }> = {};
  for (const unit of codes) {
    const holder = { kind: 'unit', unit } as const;
    const link = { regime: regime.id, holder, issuedAt, expiresAt };
    const { token } = await issueLink(system.table, link, system.randomBytes);
    links[unit] = { page: `${system.portalUrl}/u#${token}`, token };
  }
  return links;
}

/** Where the sample says whose it is; its letters are written as numbers. */
const whose = /Ph&#242;ng [^<]* \(QLDD\)/;

/** The sample report as this unit's own, each time as other bytes. */
export async function reportWriter(): Promise<(unit: string, nth: number) => Uint8Array> {
  const parts = unzipSync(new Uint8Array(await readFile(sample)));
  return (unit, nth) => {
    const own = Object.entries(parts).map(([name, bytes]) => [
      name,
      name.startsWith('xl/worksheets/') ? strToU8(strFromU8(bytes).replace(whose, () => `(${unit})`)) : bytes,
    ]);
    return zipSync(Object.fromEntries(own), { level: 1, mtime: Date.UTC(2024, 0, 1) + nth * 2000 });
  };
}

/** Sends one report, however often it takes. */
export async function sendReport(
  cloud: LocalCloud,
  unit: string,
  bytes: Uint8Array,
  mishap: Mishap | null,
): Promise<Sent> {
  const sender = new Unit(cloud.endpoints.portal, cloud.endpoints.links[unit]?.token ?? '');
  if (mishap === 'it is announced and not sent, and announced again') await sender.mint(bytes);
  const mint = await sender.mint(bytes);
  const key = `inbox/${mint.uploadId}`;
  if (mishap === 'its event comes twice') cloud.fault({ kind: 'duplicate', target: key });
  if (mishap === 'its event is lost') cloud.fault({ kind: 'drop', target: key });
  if (mishap === 'the connection is cut, and it is sent again') await cutOff(mint, bytes);
  if (mishap === 'it is sent with other bytes first') {
    const wrong = await put(mint, bytes.with(99, (bytes[99] ?? 0) ^ 1));
    if (wrong.ok) throw new Error('other bytes were taken');
  }
  const answers =
    mishap === 'it is sent twice at once' ? [put(mint, bytes), put(mint, bytes)] : [put(mint, bytes)];
  const states = (await Promise.all(answers)).map(({ status }) => status);
  // 412: it is stored already. 409: another is storing it, and one of the two has.
  if (
    !states.every((status) => [200, 409, 412].includes(status)) ||
    !states.some((s) => s === 200 || s === 412)
  )
    throw new Error(`the store answered ${states.join(' and ')}`);
  return { unit, upload: mint.uploadId, storedAt: performance.now() };
}

/** Half the file, then the line is dead. */
async function cutOff({ method, url, headers }: Mint, bytes: Uint8Array): Promise<void> {
  const wanted = request(url, { method, headers: { ...headers, 'Content-Length': bytes.length } });
  wanted.on('error', () => {});
  wanted.write(bytes.subarray(0, bytes.length >> 1));
  await sleep(5);
  wanted.destroy();
}

/** Of the SHA-256 of a number, so that the same run goes wrong at the same places. */
export function mishapOf(nth: number, share: number): Mishap | null {
  const drawn = createHash('sha256').update(String(nth)).digest();
  if (drawn.readUInt16BE(0) / 65_536 >= share) return null;
  return mishaps[drawn.readUInt16BE(2) % mishaps.length] ?? null;
}
