import { beforeEach, describe, expect, it } from 'vitest';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { mintUpload } from '../../../shared/office/mint.ts';
import type { Sender } from '../../../shared/office/open-duty.ts';
import { readUpload } from '../../../shared/records/uploads.ts';
import { refusalOf } from './said.ts';
import { aSmallOffice, firstSender, period, readingOf, type SmallOffice } from './upkeep/a-small-office.ts';

let office: SmallOffice;
let sender: Sender;
beforeEach(async () => {
  office = await aSmallOffice();
  sender = await firstSender(office);
});

const file = { period, fileName: 'a.xlsx', size: 5, sha256: 'c'.repeat(64) };
const entered = { actor: 'office:VP', link: 'abababababab', reason: 'Bản giấy', standsFor: null };
const refused = (given: Partial<Parameters<typeof mintUpload>[2]>) =>
  refusalOf(mintUpload(office, sender, { ...file, ...given }));
const decide = async (kind: 'return' | 'exclude-version' | 'undo', given: object) => {
  const asked = { kind, period, unit: 'U1', reason: 'Sai mẫu', actor: 'office:VP', ...given };
  return recordDecision(office, await prepareDecision(office, asked));
};

describe('what is minted', () => {
  it('is on record before it can be sent: what was announced, by whom, and by which link, for an hour', async () => {
    const { upload, request } = await mintUpload(office, sender, { ...file, sender: 'Bà A' });
    expect(await readUpload(office.table, upload.upload)).toMatchObject({
      ...file,
      unit: 'U1',
      regime: sender.regime.id,
      regimeHash: sender.regimeHash,
      sender: 'Bà A',
      link: sender.linkHash,
      mintedAt: '2024-03-12T03:00:00.000Z',
      expiresAt: '2024-03-12T04:00:00.000Z',
    });
    expect(request).toMatchObject({ method: 'PUT', url: expect.stringContaining(upload.upload) });
  });

  it('names neither sender, nor link, nor entry where there is none', async () => {
    const { linkHash: _, ...without } = sender;
    const { upload } = await mintUpload(office, without, { ...file, sender: '' });
    expect(upload.sender).toBeNull();
    expect(upload).not.toHaveProperty('link');
    expect(upload).not.toHaveProperty('entered');
  });
});

describe('a file of a unit', () => {
  it('is not taken behind the lock; one that the office sends in its place is', async () => {
    office.setNow('2024-04-02T03:00:00.000Z');
    expect(await refused({})).toBe('PERIOD_LOCKED');
    expect((await mintUpload(office, sender, { ...file, entered })).upload).toMatchObject({ entered });
  });

  it('is one of 120 in an hour, which those that the office sends do not count among', async () => {
    for (let n = 0; n < 120; n += 1) await mintUpload(office, sender, file);
    expect(await refused({})).toBe('TOO_MANY_UPLOADS');
    expect(await refused({ entered })).toBeNull();
    office.setNow('2024-03-12T04:00:00.000Z');
    expect(await refused({})).toBeNull();
  });

  it('is not taken after thirty of an hour that were no reports, but for another unit’s', async () => {
    office.engine.set(7, readingOf(7, 'rejected'));
    for (let n = 0; n < 29; n += 1) await office.filed('U1', 7);
    for (let n = 0; n < 5; n += 1) await office.filed('U2', 7);
    await office.filed('U1', 8);
    expect(await refused({})).toBeNull();
    await office.filed('U1', 7);
    expect(await refused({})).toBe('TOO_MANY_BAD_FILES');
    expect(await refused({ entered })).toBeNull();
    // Of the thirty the oldest, an hour after it: the clock moves a second with each file.
    await expect(mintUpload(office, sender, file)).rejects.toMatchObject({
      goesOnAt: '2024-03-12T04:00:01.000Z',
    });
    office.setNow('2024-03-12T04:00:00.000Z');
    expect(await refused({})).toBe('TOO_MANY_BAD_FILES');
    office.setNow('2024-03-12T04:00:01.000Z');
    expect(await refused({})).toBeNull();
  });
});

describe('bytes that the office gave back or left out', () => {
  it.each([
    ['return', 'FILE_RETURNED'],
    ['exclude-version', 'FILE_EXCLUDED'],
  ] as const)('by %s are not taken again, until that is taken back', async (kind, code) => {
    const { upload, sha256 } = await office.filed('U1', 12);
    const { decision } = await decide(kind, { receipt: upload });
    expect(await refused({ sha256 })).toBe(code);
    expect(await refused({})).toBeNull();
    await decide('undo', { undone: decision });
    expect(await refused({ sha256 })).toBeNull();
  });
});

describe('what the office types off a scan', () => {
  it('stands for a file of that unit in which nothing could be read, and for no other', async () => {
    office.engine.set(9, { ...readingOf(9, 'rejected'), state: 'unreadable' });
    const scan = await office.filed('U1', 9);
    const others = await office.filed('U2', 9);
    const read = await office.filed('U1', 12);
    const standing = ({ upload }: { upload: string }) =>
      refused({ entered: { ...entered, standsFor: upload } });
    expect(await standing(scan)).toBeNull();
    for (const other of [others, read, { upload: '01HS0000000000000000000000' }]) {
      expect(await standing(other)).toBe('VERSION_UNKNOWN');
    }
  });
});
