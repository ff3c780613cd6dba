import { beforeEach, describe, expect, it } from 'vitest';
import {
  closeMessage,
  leaseMessage,
  putMessage,
  readMessage,
  readWaiting,
  releaseMessage,
} from '../../../shared/records/outbox.ts';
import type { Message } from '../../../shared/records/rows.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';
import { queuedBefore } from '../../functions/queued.ts';

const message: Message = { kind: 'summary', run: 'r', recipient: 'VANPHONG' };
const now = '2024-03-01T08:00:00+07:00';
const until = '2024-03-01T01:05:00.000Z';
const later = '2024-03-02T00:00:00Z';

describe('a row of the outbox', () => {
  let table: MemoryTable;
  const read = async () => {
    const row = await readMessage(table, 'm');
    if (!row) throw new Error('the row is gone');
    return row;
  };
  beforeEach(async () => {
    table = new MemoryTable();
    await putMessage(table, 'm', message, now);
  });

  it('is put in once and waits from then on', async () => {
    expect(await putMessage(table, 'm', message, later)).toBe(false);
    expect(await queuedBefore(table, '2024-03-01T01:00:00Z')).toEqual([]);
    expect(await queuedBefore(table, '2024-03-01T01:00:01Z')).toEqual(['m']);
  });

  it('is leased by one of two that have read the same', async () => {
    const row = await read();
    expect(await leaseMessage(table, row, until)).toBe(true);
    expect(await leaseMessage(table, row, until)).toBe(false);
    expect(await read()).toMatchObject({
      state: 'leased',
      attempts: 1,
      leasedUntil: until,
      ambiguous: false,
    });
    expect(await queuedBefore(table, until)).toEqual([]);
  });

  it('that is taken over from a lease is ambiguous, and by one alone', async () => {
    await leaseMessage(table, await read(), until);
    const row = await read();
    expect(await leaseMessage(table, row, later)).toBe(true);
    expect(await leaseMessage(table, row, later)).toBe(false);
    expect(await read()).toMatchObject({ state: 'leased', attempts: 2, ambiguous: true });
  });

  it('is given back by a lease alone, and stays ambiguous once it was', async () => {
    await leaseMessage(table, await read(), until);
    await releaseMessage(table, await read(), { ambiguous: true });
    await leaseMessage(table, await read(), until);
    await releaseMessage(table, await read(), { ambiguous: false });
    expect(await read()).toMatchObject({ state: 'pending', leasedUntil: null, ambiguous: true });
    await closeMessage(table, 'm', { state: 'sent', at: later, sesMessageId: 's', to: 'a@units.example' });
    await releaseMessage(table, await read(), { ambiguous: false });
    expect((await read()).state).toBe('sent');
  });

  it('that is given back waits as long as it has waited since it was made', async () => {
    await leaseMessage(table, await read(), until);
    await releaseMessage(table, await read(), { ambiguous: false });
    expect(await readWaiting(table, later)).toEqual([{ id: 'm', since: new Date(now).toISOString() }]);
  });

  it('that was sent waits no more', async () => {
    await closeMessage(table, 'm', { state: 'sent', at: later, sesMessageId: 's', to: 'a@units.example' });
    expect(await read()).toMatchObject({
      state: 'sent',
      sentAt: later,
      sesMessageId: 's',
      to: 'a@units.example',
    });
    expect(await queuedBefore(table, '2025-01-01T00:00:00Z')).toEqual([]);
  });

  it('is not made by closing what was never there', async () => {
    await closeMessage(table, 'other', { state: 'superseded', at: later });
    expect(await readMessage(table, 'other')).toBeNull();
  });
});
