/** The year's place on the local cloud: the bundles behind their doors, over HTTP. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { openLocal, type WholeSystem } from '../../../infra/admin/system.ts';
import type { LocalCloud } from '../../../infra/local/cloud/local-cloud.ts';
import { startLocalCloud } from '../../../infra/local/cloud/start.ts';
import type { Row } from '../../../shared/ports/table.ts';
import { put, Unit } from '../../journeys/a-cloud.ts';
import { csvOf } from '../cloud-week.ts';
import type { SignedPut } from '../one-process.ts';
import type { FileKind } from '../schedule.ts';
import type { FileAbout, Place, Sent } from './place.ts';
import { yearRegime } from './regime.ts';

export class CloudPlace implements Place {
  readonly office: WholeSystem;
  readonly #cloud: LocalCloud;
  readonly #folder: string;

  private constructor(cloud: LocalCloud, folder: string, system: WholeSystem) {
    this.#cloud = cloud;
    this.#folder = folder;
    this.office = { ...system, clock: { now: () => new Date(cloud.now()).toISOString() } };
  }

  static async start(firstNow: string): Promise<CloudPlace> {
    const folder = await mkdtemp(join(tmpdir(), 'year-'));
    const cloud = await startLocalCloud({ folder, port: 0, firstNow, onProblem: () => {} });
    return new CloudPlace(cloud, folder, await openLocal(folder));
  }

  async stop(): Promise<void> {
    await this.#cloud.close();
    await rm(this.#folder, { recursive: true });
  }

  /** Every hour that passes is run. */
  async moveTo(instant: string): Promise<void> {
    if (Date.parse(instant) > this.#cloud.now()) await this.#cloud.setClock(instant);
    await this.settle();
  }

  ask(token: string, path: string, body: object): Promise<Response> {
    return new Unit(this.#cloud.endpoints.portal, token).ask(path.replace(/^\/api\//, ''), body);
  }

  fileOf(
    kind: FileKind,
    { unit, period, number }: FileAbout,
  ): { readonly name: string; readonly bytes: Uint8Array } {
    const isPlan = yearRegime.periods.some((each) => each.id === period && each.kind === 'plan');
    return isPlan
      ? { name: `ke-hoach-${number}.rtf`, bytes: planOf(unit) }
      : { name: `bao-cao-${number}.csv`, bytes: csvOf(yearRegime, unit, kind, number) };
  }

  async fileComes(uploadId: string, request: SignedPut, bytes: Uint8Array): Promise<void> {
    const answer = await put({ ...request, uploadId }, bytes);
    if (!answer.ok) throw new Error(`the bucket refused: ${await answer.text()}`);
  }

  breaks(): void {
    throw new Error('no address breaks in the part of the year that is played here');
  }

  async settle(): Promise<void> {
    await this.#cloud.idle();
  }

  async rows(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for await (const row of this.office.eachRow()) rows.push(row);
    return rows;
  }

  async sent(): Promise<readonly Sent[]> {
    const names = (await readdir(this.#cloud.mailFolder)).filter((name) => name.endsWith('.eml'));
    return Promise.all(
      names.map(async (name) => {
        const raw = await readFile(join(this.#cloud.mailFolder, name));
        const { to, date } = await PostalMime.parse(raw);
        return { raw, to: to?.[0]?.address ?? '', at: new Date(date ?? 0).toISOString() };
      }),
    );
  }
}

/** A plan, which is words alone. */
function planOf(unit: string): Uint8Array {
  const lines = ['Kế hoạch năm', `Đơn vị: ${unit}`, 'I. Kết quả', 'Ban hành hai văn bản.'];
  const inRtf = (letter: string) => (/[ -~]/.test(letter) ? letter : `\\u${letter.charCodeAt(0)}?`);
  const text = lines.map((line) => `${[...line].map(inRtf).join('')}\\par `).join('');
  return new TextEncoder().encode(`{\\rtf1\\ansi ${text}}`);
}
