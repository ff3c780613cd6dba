/** `links issue|list|revoke`: what an admin does to the links by which units and the office come in. */

import {
  type Addressee,
  addressees,
  codeOf,
  inviteByHand,
  inviteMany,
} from '../../shared/office/links/invite.ts';
import { listLinks, revoke } from '../../shared/office/links/revoke.ts';
import { newUlid } from '../../shared/ports/randomness.ts';
import { readUse } from '../../shared/records/links.ts';
import type { Commands, SystemOptions } from './commands.ts';

interface LinkOptions extends SystemOptions {
  readonly dryRun?: boolean;
  readonly mail?: boolean;
  readonly batch?: string;
  readonly regime?: string;
}

/** `links`: issue, list and revoke. */
export function addLinkCommands({ program, onSystem, open, say }: Commands): void {
  const links = program.command('links').description('issue, list and revoke links');

  onSystem(links.command('issue'))
    .description('issue links to units and to the office’s recipients (all of them unless named)')
    .argument('[code...]', 'units or recipients')
    .option('--regime <id>', 'of this regime alone')
    .option('--mail', 'mail each an invitation instead of printing the link')
    .option(
      '--batch <name>',
      'with --mail: go on with a batch that was cut off; nobody in it is invited twice',
    )
    .option('--dry-run', 'only say who would get one')
    .action(async (only: string[], options: LinkOptions) => {
      const system = await open(options);
      const chosen = await addressees(system, { regime: options.regime, only });
      const whom = ({ holder, name }: Addressee) => `${codeOf(holder).padEnd(10)} ${name}`;
      if (options.dryRun) {
        for (const addressee of chosen) say(`${whom(addressee)} <${addressee.email}>`);
      } else if (options.mail) {
        const batch = options.batch ?? newUlid(system.randomBytes, Date.parse(system.clock.now()));
        say(`batch ${batch}: cut off, it goes on with --batch ${batch}`);
        await inviteMany(system, chosen, {
          batch,
          queued: (page) => {
            for (const each of page) say(`${whom(each)} <${each.email}>: invitation queued`);
          },
        });
      } else {
        for (const addressee of chosen) {
          say(`${whom(addressee)}: ${(await inviteByHand(system, addressee)).page}`);
        }
      }
    });

  onSystem(links.command('list'))
    .description('list the links that are open, by holder, with the hour of their last use')
    .action(async (options: LinkOptions) => {
      const system = await open(options);
      const valid = await listLinks(system);
      const byHolder = valid.toSorted((a, b) => codeOf(a.holder).localeCompare(codeOf(b.holder)));
      for (const { hash, holder, regime, issuedAt, expiresAt, scope } of byHolder) {
        const whose = `${hash.slice(0, 12)}  ${codeOf(holder).padEnd(10)}`;
        const use = `last used ${(await readUse(system.table, hash)) ?? 'never'}`;
        const good = scope === null ? 'everything' : `${scope.may} ${scope.period}`;
        say(`${whose} ${regime}  issued ${issuedAt}  until ${expiresAt}  ${use}  ${good}`);
      }
    });

  onSystem(links.command('revoke'))
    .description('revoke all links of a unit or recipient, or the one whose hash begins so')
    .argument('<code-or-hash>')
    .option('--regime <id>', 'of this regime alone')
    .option('--dry-run', 'only say which would be revoked')
    .action(async (whose: string, options: LinkOptions) => {
      const system = await open(options);
      const { regime, dryRun = false } = options;
      const { links: meant, stopped, revoked } = await revoke(system, whose, { regime, dryRun });
      for (const { hash, holder } of meant) say(`${hash.slice(0, 12)}  ${codeOf(holder)}`);
      for (const each of stopped) {
        say(`${each.code} (${each.regime}) ${dryRun ? 'would get' : 'gets'} no link until links issue`);
      }
      say(dryRun ? 'dry run: none was revoked' : `${revoked} revoked`);
    });
}
