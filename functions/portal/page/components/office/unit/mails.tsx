import {
  mailStateWords,
  mailWords,
  unitFile as words,
} from '../../../../../../shared/wording/page-unit-file.ts';
import type { SentMail, UnitFile } from '../../../../contract/desk.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { capitalised } from '../../../words.ts';
import { useDecisionName } from './decision-record.tsx';

/** What was mailed to the unit, where to, and what became of it. */
export function Mails({ file }: { readonly file: UnitFile }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const nameOf = useDecisionName();
  const decisionTold = (of: string) => {
    const told = file.record.find(({ decision }) => decision === of);
    return told ? t(words.told, { what: nameOf(told) }) : t(mailWords.decision);
  };
  return (
    <section class="panel" aria-labelledby="mails-title">
      <h2 id="mails-title">{t(words.mails)}</h2>
      {file.mails.length === 0 && <p class="small">{t(words.noMails)}</p>}
      <ul class="notes">
        {file.mails.map((mail) => {
          const { about, of, state, contact, at, again } = mail;
          const to = addressOf(mail, file);
          return (
            <li key={`${about}/${of}/${contact}/${at}`}>
              <p>{about === 'decision' ? decisionTold(of) : t(mailWords[about])}</p>
              <p class={failed.has(state) ? 'tone-bad asked' : 'small'}>
                {[capitalised(t(mailStateWords[state])), dateTime(at)].join(' · ')}
              </p>
              {state !== 'superseded' && (
                <p class="small">
                  {to === null ? t(words.registered) : t(words.sentTo, { to })}
                  {again && ` · ${t(words.mailAgain)}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const failed: ReadonlySet<SentMail['state']> = new Set(['returned', 'withheld']);

/** Of a mail that has not gone the address that it is to go to; null where nobody kept where it went. */
function addressOf({ to, contact, state }: SentMail, { contact: unit }: UnitFile): string | null {
  if (to != null) return to;
  const hasGone = state === 'sent' || state === 'returned';
  return contact ?? (hasGone ? null : unit.email);
}
