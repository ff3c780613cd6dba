/** What whoever runs the local cloud reads on the terminal. */
import { languageOf } from '../../shared/regime/language.ts';
import { languages, localeOf, say, type Text } from '../../shared/vocabulary/text.ts';
import { localCloudWords as words } from '../../shared/wording/local-cloud.ts';
import type { LocalCloud } from './cloud/local-cloud.ts';
import { Mails } from './inbox/mails.ts';
import { files as sampleFiles } from './story/cast.ts';
import { sampleRegime } from './story/sample-regime.ts';

/** One line, in both languages. */
export function print(text: Text): void {
  console.log(inBoth(text, '  ·  '));
}

function inBoth(text: Text, between: string): string {
  return languages.map((language) => say(text, language)).join(between);
}

/** Says what time it is in the cloud, and where to look: its ports, folders, the units' links, the report. */
export async function introduce({ endpoints, mailFolder, now }: LocalCloud): Promise<void> {
  const { timeZone } = sampleRegime;
  print(words.clock(new Date(now()).toLocaleString(localeOf[languageOf(sampleRegime)], { timeZone })));
  const addresses: [Text, string][] = [
    [words.portal, endpoints.portal],
    [words.inbox, endpoints.mail],
    [words.control, endpoints.control],
    [words.gateway, endpoints.gateway],
    [words.mailFiles, mailFolder],
    [words.sampleFiles, sampleFiles],
  ];
  const reported = (await new Mails(mailFolder).list()).find(({ attachments }) => attachments.length === 2);
  reported?.attachments.forEach(({ name }, index) => {
    addresses.push([words.report(name), `${endpoints.mail}/mails/${reported.id}/attachments/${index}`]);
  });
  for (const [name, url] of addresses) console.log(`  ${inBoth(name, ' · ').padEnd(50)} ${url}`);
  const links = Object.entries(endpoints.links);
  if (links.length > 0) print(words.unitLinks);
  for (const [unit, { page }] of links) console.log(`  ${unit.padEnd(12)} ${page}`);
}
