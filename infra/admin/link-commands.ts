/** `links issue|list|revoke`: what an admin does to the links by which units and the office come in. */

import {
  addressees,
  codeOf,
  inviteByHand,
  inviteByMail,
  linksOf,
  listLinks,
  revokeLinks,
  stopHolders,
} from '../../shared/office/invite.ts';
import type { Commands, SystemOptions } from './commands.ts';

interface LinkOptions extends SystemOptions {
  readonly dryRun?: boolean;
  readonly mail?: boolean;
  readonly regime?: string;
}

export function addLinkCommands({ program, onSystem, open, say }: Commands): void {
  const links = program.command('links').description('issue, list and revoke links');

  onSystem(links.command('issue'))
    .description('issue links to units and to the office’s recipients (all of them unless named)')
    .argument('[code...]', 'units or recipients')
    .option('--regime <id>', 'of this regime alone')
    .option('--mail', 'mail each an invitation instead of printing the link')
    .option('--dry-run', 'only say who would get one')
    .action(async (only: string[], options: LinkOptions) => {
      const system = await open(options);
      for (const addressee of await addressees(system, { regime: options.regime, only })) {
        const whom = `${codeOf(addressee.holder).padEnd(10)} ${addressee.name}`;
        if (options.dryRun) say(`${whom} <${addressee.email}>`);
        else if (options.mail) {
          await inviteByMail(system, addressee);
          say(`${whom} <${addressee.email}>: invitation queued`);
        } else say(`${whom}: ${(await inviteByHand(system, addressee)).page}`);
      }
    });

  onSystem(links.command('list'))
    .description('list the links that are open, by holder, with the hour of their last use')
    .action(async (options: LinkOptions) => {
      const valid = await listLinks(await open(options));
      const byHolder = valid.toSorted((a, b) => codeOf(a.holder).localeCompare(codeOf(b.holder)));
      for (const { hash, holder, regime, issuedAt, expiresAt, scope, lastUsedAt } of byHolder) {
        const whose = `${hash.slice(0, 12)}  ${codeOf(holder).padEnd(10)}`;
        const use = `last used ${lastUsedAt ?? 'never'}`;
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
      const meant = await linksOf(system, whose, options.regime);
      for (const { hash, holder } of meant) say(`${hash.slice(0, 12)}  ${codeOf(holder)}`);
      // By its code a holder is stopped: no later mail mints it a link, until `links issue` gives one again.
      const stopped = meant.every(({ holder }) => codeOf(holder) === whose);
      if (stopped && !options.dryRun) await stopHolders(system, meant);
      say(options.dryRun ? 'dry run: none was revoked' : `${await revokeLinks(system, meant)} revoked`);
    });
}
