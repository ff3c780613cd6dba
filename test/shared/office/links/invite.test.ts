import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressees, inviteByHand, inviteMany, mintLink } from '../../../../shared/office/links/invite.ts';
import { linksOf, listLinks, revoke } from '../../../../shared/office/links/revoke.ts';
import { Unknown } from '../../../../shared/office/regimes-in-force.ts';
import { LinkRefused, openLink } from '../../../../shared/records/links.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(() => world.stop());

describe('links', () => {
  it('are issued to every unit and to the office’s recipients', async () => {
    const everybody = await addressees(world.system, { only: [] });
    expect(everybody.filter(({ holder }) => holder.kind === 'unit')).toHaveLength(14);
    expect(everybody.filter(({ holder }) => holder.kind === 'office')).toHaveLength(2);
    await expect(addressees(world.system, { only: ['NOBODY'] })).rejects.toThrow(Unknown);
  });

  it('are mailed once in a batch that was cut off and goes on, and again in another', async () => {
    const everybody = await addressees(world.system, { only: [] });
    const queued: string[] = [];
    const invite = (batch: string, most = Number.POSITIVE_INFINITY) => {
      let sent = 0;
      const send = async (body: string) => {
        sent += 1;
        if (sent > most) throw new Error('killed');
        queued.push(JSON.parse(body).outbox);
      };
      return inviteMany({ ...world.system, outbox: { send } }, everybody, { batch, queued: () => {} });
    };
    await expect(invite('one', 5)).rejects.toThrow('killed');
    await invite('one');
    await invite('one');
    expect(new Set(queued).size).toBe(16);
    expect(queued.length).toBeLessThanOrEqual(16 + 5);
    await invite('two');
    expect(new Set(queued).size).toBe(32);
  });

  it('are valid side by side, and all of a unit’s are revoked at once', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    const [other] = await addressees(world.system, { only: ['QLDD'] });
    if (!unit || !other) throw new Error('the sample regime lacks its units');
    const first = await inviteByHand(world.system, unit);
    const second = await inviteByHand(world.system, unit);
    const untouched = await inviteByHand(world.system, other);
    expect(first.page).toBe(`${world.system.portalUrl}/u#${first.token}`);
    expect(await listLinks(world.system)).toHaveLength(3);
    expect(await revoke(world.system, 'VPDK')).toMatchObject({ revoked: 2 });
    for (const { token } of [first, second]) {
      await expect(openLink(world.table, token, world.now())).rejects.toThrow(LinkRefused);
    }
    expect(await openLink(world.table, untouched.token, world.now())).toMatchObject({
      holder: { unit: 'QLDD' },
    });
  });

  it.each(['', 'a', 'DDB', 'abcdef', 'NOBODY'])(
    'are not revoked by "%s", which names none of them',
    async (whose) => {
      for (const addressee of await addressees(world.system, { only: ['DDBD', 'VPDK'] })) {
        await inviteByHand(world.system, addressee);
      }
      await expect(revoke(world.system, whose)).rejects.toThrow(Unknown);
      expect(await listLinks(world.system)).toHaveLength(2);
    },
  );

  it('are given by no mail to whom they were revoked, though none was open any more', async () => {
    const holder = { kind: 'unit', unit: 'VPDK' } as const;
    const { code } = await mintLink(world.system, world.regime, holder);
    world.setNow('2026-03-15T08:00:00+07:00');
    await expect(openLink(world.table, code, world.now())).rejects.toThrow('LINK_EXPIRED');
    expect(await revoke(world.system, 'VPDK', { dryRun: true })).toMatchObject({ revoked: 0 });
    expect((await mintLink(world.system, world.regime, holder)).link).toContain('#');
    expect(await revoke(world.system, 'VPDK')).toMatchObject({ stopped: [{ code: 'VPDK' }], revoked: 1 });
    expect((await mintLink(world.system, world.regime, holder)).link).not.toContain('#');
    expect(await revoke(world.system, 'DDBD')).toMatchObject({ stopped: [{ code: 'DDBD' }], revoked: 0 });
  });

  it('are not open where they were minted while their holder was stopped', async () => {
    const holder = { kind: 'unit', unit: 'VPDK' } as const;
    const { table } = world.system;
    const put = table.putIfAbsent.bind(table);
    // Between the look at whether the holder is stopped and the link's row.
    const spy = vi.spyOn(table, 'putIfAbsent').mockImplementationOnce(async (...row) => {
      await revoke(world.system, 'VPDK');
      return put(...row);
    });
    const { link } = await mintLink(world.system, world.regime, holder);
    spy.mockRestore();
    expect(link).not.toContain('#');
    expect(await linksOf(world.system, 'VPDK')).toEqual([]);
  });

  it('of one mail are revoked by the beginning of its hash, and their holder is not stopped', async () => {
    const holder = { kind: 'unit', unit: 'VPDK' } as const;
    await mintLink(world.system, world.regime, holder);
    const [link] = await linksOf(world.system, 'VPDK');
    const hash = link?.hash.slice(0, 12) ?? '';
    expect(await revoke(world.system, hash)).toMatchObject({ stopped: [], revoked: 1 });
    expect((await mintLink(world.system, world.regime, holder)).link).toContain('#');
  });

  it('of somebody of the office, or of who left the regime, are revoked by their code too', async () => {
    const holders = [
      { kind: 'office', recipient: 'VANPHONG' },
      { kind: 'unit', unit: 'GONE' },
    ] as const;
    for (const holder of holders) await mintLink(world.system, world.regime, holder);
    await mintLink(world.system, world.regime, { kind: 'office', recipient: 'LANHDAO' });
    for (const [n, code] of ['VANPHONG', 'GONE'].entries()) {
      expect(await revoke(world.system, code)).toMatchObject({
        stopped: [{ regime: world.regime.id, code }],
        revoked: 1,
      });
      expect((await mintLink(world.system, world.regime, holders[n] ?? holders[0])).link).not.toContain('#');
    }
    expect(
      await revoke(world.system, 'LANHDAO', { regime: 'another', dryRun: true }).catch(String),
    ).toContain('LANHDAO');
    expect(await listLinks(world.system)).toHaveLength(1);
  });

  it('of another regime are left alone where one is named', async () => {
    const holder = { kind: 'unit', unit: 'VPDK' } as const;
    await mintLink(world.system, world.regime, holder);
    await mintLink(world.system, { ...world.regime, id: 'khac' }, holder);
    expect(await revoke(world.system, 'VPDK', { regime: 'khac' })).toMatchObject({
      stopped: [{ regime: 'khac' }],
      revoked: 1,
    });
    expect((await listLinks(world.system)).map(({ regime }) => regime)).toEqual([world.regime.id]);
    const [left] = await listLinks(world.system);
    const hash = left?.hash ?? '';
    await expect(revoke(world.system, hash, { regime: 'khac' })).rejects.toThrow(hash);
    for (const odd of [`x${hash.slice(0, 12)}`, `${hash.slice(0, 12)}x`]) {
      await expect(revoke(world.system, odd)).rejects.toThrow(odd);
    }
    await mintLink(world.system, world.regime, { kind: 'unit', unit: 'DDBD' });
    expect(await revoke(world.system, hash.toUpperCase())).toMatchObject({ links: [{ hash }], revoked: 1 });
    expect(await listLinks(world.system)).toHaveLength(1);
  });

  it('are listed from the oldest while they open something', async () => {
    const mint = (unit: string) => mintLink(world.system, world.regime, { kind: 'unit', unit });
    world.setNow('2024-03-17T08:00:00+07:00');
    await mint('VPDK');
    world.setNow('2024-03-15T08:00:00+07:00');
    await mint('DDBD');
    const holders = async () =>
      (await listLinks(world.system)).map(({ holder }) => holder.kind === 'unit' && holder.unit);
    expect(await holders()).toEqual(['DDBD', 'VPDK']);
    const [{ expiresAt } = { expiresAt: '' }] = await listLinks(world.system);
    world.setNow(expiresAt);
    expect(await holders()).toEqual(['VPDK']);
    expect(await revoke(world.system, 'LANHDAO')).toMatchObject({
      stopped: [{ code: 'LANHDAO' }],
      links: [],
    });
  });

  it('are never stored: the table knows their hash alone', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    if (!unit) throw new Error('the sample regime lacks VPDK');
    const { token } = await inviteByHand(world.system, unit);
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(JSON.stringify(await listLinks(world.system))).not.toContain(token);
  });
});
