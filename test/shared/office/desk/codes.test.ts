import { expect, it } from 'vitest';
import { askCode } from '../../../../shared/office/desk/codes.ts';
import { regimesInForce } from '../../../../shared/office/regimes-in-force.ts';
import { issueLink } from '../../../../shared/records/links.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice } from '../upkeep/a-small-office.ts';

it('asking for codes without end is refused with when it goes on', async () => {
  const office = await aSmallOffice('2024-03-12T03:10:00.000Z', {
    office: {
      ...smallRegime.office,
      recipients: smallRegime.office.recipients.map((each) => ({ ...each, role: 'decides' })),
    },
  });
  const [regime] = await regimesInForce(office);
  const [recipient] = regime?.office.recipients ?? [];
  if (!recipient) throw new Error('nobody is in the office');
  const holder = { kind: 'office', recipient: recipient.id } as const;
  const of = {
    regime: smallRegime.id,
    holder,
    issuedAt: office.clock.now(),
    expiresAt: '2024-06-01T00:00:00Z',
  };
  const { link } = await issueLink(office.table, of, office.randomBytes);
  for (let times = 0; times < 3; times += 1) await askCode(office, { link, recipient });
  await expect(askCode(office, { link, recipient })).rejects.toMatchObject({
    code: 'TOO_MANY_CODES',
    goesOnAt: '2024-03-12T04:00:00.000Z',
  });
});
