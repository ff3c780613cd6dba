import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressees, inviteByHand, linksOf, listLinks, revokeLinks } from '../../../shared/office/invite.ts';
import { Unknown } from '../../../shared/office/regimes-in-force.ts';
import { LinkRefused, openLink } from '../../../shared/records/links.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

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

  it('are valid side by side, and all of a unit’s are revoked at once', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    const [other] = await addressees(world.system, { only: ['QLDD'] });
    if (!unit || !other) throw new Error('the sample regime lacks its units');
    const first = await inviteByHand(world.system, unit);
    const second = await inviteByHand(world.system, unit);
    const untouched = await inviteByHand(world.system, other);
    expect(first.page).toBe(`${world.system.portalUrl}/u#${first.token}`);
    expect(await listLinks(world.system)).toHaveLength(3);
    expect(await revokeLinks(world.system, await linksOf(world.system, 'VPDK'))).toBe(2);
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
      await expect(linksOf(world.system, whose)).rejects.toThrow(Unknown);
    },
  );

  it('are never stored: the table knows their hash alone', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    if (!unit) throw new Error('the sample regime lacks VPDK');
    const { token } = await inviteByHand(world.system, unit);
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(JSON.stringify(await listLinks(world.system))).not.toContain(token);
  });
});
