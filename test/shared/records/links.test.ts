import { describe, expect, it } from 'vitest';
import {
  issueLink,
  noteUse,
  openLink,
  readLinks,
  readUse,
  revokeLink,
} from '../../../shared/records/links.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';

const holder = { kind: 'unit', unit: 'QLDD' } as const;
const times = { issuedAt: '2024-03-01T00:00:00Z', expiresAt: '2024-06-01T00:00:00Z' };
const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => index);

describe('a link', () => {
  it('is drawn from the bytes it is given; of its token only the hash is kept', async () => {
    const table = new MemoryTable();
    const { token, link } = await issueLink(table, { regime: 'r', holder, ...times }, bytes);
    expect(token).toBe('0123456789ABCDEFGHJKMNPQRS');
    expect(await openLink(table, token, '2024-05-31T23:59:59Z')).toEqual(link);
    expect(JSON.stringify(table.rows())).not.toContain(token);
  });

  it('is revoked once: the first time stays, and no row is made of a link that never was', async () => {
    const table = new MemoryTable();
    const { link, token } = await issueLink(table, { regime: 'r', holder, ...times }, bytes);
    expect(await revokeLink(table, link.hash, '2024-03-02T00:00:00Z')).toBe(true);
    expect(await revokeLink(table, link.hash, '2024-03-03T00:00:00Z')).toBe(false);
    expect(await revokeLink(table, 'f'.repeat(64), '2024-03-03T00:00:00Z')).toBe(false);
    expect((await readLinks(table)).map(({ revokedAt }) => revokedAt)).toEqual(['2024-03-02T00:00:00Z']);
    await expect(openLink(table, token, '2024-03-03T00:00:00Z')).rejects.toMatchObject({
      code: 'LINK_REVOKED',
    });
  });

  it('has its last use noted by the hour: written once for each, however often it is used', async () => {
    const table = new MeteredTable(new MemoryTable());
    const hash = 'a'.repeat(64);
    const use = (...times: readonly string[]) =>
      table.during(async () => {
        for (const time of times) await noteUse(table, hash, `2024-03-01T${time}:00Z`);
      });
    expect(await use('08:00', '08:01', '08:59')).toMatchObject({ requests: 1 });
    expect(await readUse(table, hash)).toBe('2024-03-01T08:00:00.000Z');
    expect(await use('09:00', '09:30')).toMatchObject({ requests: 1 });
    expect(await readUse(table, hash)).toBe('2024-03-01T09:00:00.000Z');
  });

  it('has it noted by the next use where the note got lost', async () => {
    const table = new MemoryTable();
    const update = table.update.bind(table);
    table.update = () => Promise.reject(new Error('throttled'));
    await expect(noteUse(table, 'b'.repeat(64), times.issuedAt)).rejects.toThrow('throttled');
    table.update = update;
    await noteUse(table, 'b'.repeat(64), times.issuedAt);
    expect(await readUse(table, 'b'.repeat(64))).toBe('2024-03-01T00:00:00.000Z');
  });
});
