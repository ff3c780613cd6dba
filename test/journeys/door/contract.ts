/** What the portal answers, held to the document of its API. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addressees, inviteByHand } from '../../../shared/office/links/invite.ts';
import { holdToContract } from '../../functions/portal/by-the-contract.ts';
import type { Place } from '../a-cloud.ts';

const files = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'story', 'files');

const tokenOf = ({ ground }: Place, unit: string) => ground.cloud.endpoints.links[unit]?.token ?? '';

async function ask({ ground }: Place, token: string, path: string, body?: unknown): Promise<Response> {
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await fetch(`${ground.cloud.endpoints.portal}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await holdToContract(method, path, answer);
  return answer;
}

export function answersToUnits(door: Place): void {
  describe('every answer on the way through the API', () => {
    it.each([
      ['accepted', 'VPS', 'BC_dan_van_Q1_2024_VPS.xlsx'],
      ['with findings', 'CN-CLO', 'Bao cao chi nhanh Cao Loc.xlsx'],
      ['in Word', 'KHTC', 'Bao cao dan van Quy I.docx'],
    ])('is as the document says: a report %s', async (_, code, name) => {
      const unit = door.ground.unit(code);
      const upload = await unit.send(await readFile(join(files, name)), name);
      await unit.verdict(upload);
      for (const path of [`uploads/${upload}`, 'duties', 'duties/Q1-2024']) {
        expect((await ask(door, tokenOf(door, code), `/api/${path}`)).status).toBe(200);
      }
    });

    it('is as the document says: nothing to report, more time, and the forms', async () => {
      const token = tokenOf(door, 'TTRA');
      const wish = { until: '2024-03-25', reason: 'Chờ số liệu' };
      expect((await ask(door, token, '/api/duties/Q1-2024/extension', wish)).status).toBe(201);
      expect((await ask(door, token, '/api/duties/Q1-2024/nil', { reason: 'Không phát sinh' })).status).toBe(
        201,
      );
      expect((await ask(door, token, '/api/duties/Q1-2024')).status).toBe(200);
      expect((await ask(door, token, '/api/templates/Q1-2024.docx')).status).toBe(200);
    });
  });
}

/** Comes after the summary. */
export function answersToTheOffice(door: Place): void {
  describe('every answer to the office', () => {
    it('is as the document says: what the office sees, and the consolidated report', async () => {
      const [recipient] = await addressees(door.ground.system, { only: ['VANPHONG'] });
      if (!recipient) throw new Error('there is no recipient VANPHONG');
      const { token } = await inviteByHand(door.ground.system, recipient);
      const seen = await ask(door, token, '/api/office');
      const { periods } = z
        .object({
          periods: z.array(
            z.object({
              period: z.string(),
              reports: z.array(z.object({ run: z.string(), files: z.array(z.string()) })),
            }),
          ),
        })
        .parse(await seen.json());
      const reports = periods.filter(({ period }) => period === 'Q1-2024').flatMap((each) => each.reports);
      // On Monday how far it had come, in figures alone; then the draft report and what only the office has of it.
      expect(reports.map(({ files: made }) => made)).toEqual([
        ['bao-cao-tong-hop.xlsx'],
        ['bao-cao-tong-hop.docx', 'bao-cao-tong-hop.xlsx', 'phu-luc-loi-van.docx', 'tom-tat-lanh-dao.docx'],
      ]);
      for (const { run: name, files: made } of reports) {
        for (const file of made) {
          const link = await ask(door, token, `/api/office/runs/${name}/${file}`);
          const { url } = z.object({ url: z.url() }).parse(await link.json());
          expect((await fetch(url)).status).toBe(200);
        }
      }
    });
  });
}
