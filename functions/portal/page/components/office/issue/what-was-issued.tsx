import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { mailStateWords } from '../../../../../../shared/wording/page-unit-file.ts';
import type { IssueView } from '../../../../contract/issue.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { capitalised, shortDay } from '../../../words.ts';
import { Since } from './doubts.tsx';
import { SignedLink } from './signed-link.tsx';

type Issued = IssueView['issued'][number];

/** Every issue on record, newest first: the signed file, what became of its mails, and in view of what it was issued. */
export function WhatWasIssued({ view: { issued }, path }: { view: IssueView; path: string }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  if (issued.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="issue-issued">
      <h2 id="issue-issued">{t(words.issued)}</h2>
      <ol class="history">
        {issued.map(
          (
            {
              edition,
              number,
              day,
              signedBy,
              actor,
              at,
              reason,
              lackingReason,
              sentTo,
              run,
              pdf,
              shown,
              mails,
            },
            nth,
          ) => (
            <li key={edition} class={`event tone-${nth === 0 ? 'good' : 'calm'}`}>
              <p>
                <strong>
                  {t(words.doneFacts, { edition, number, day: shortDay(day), whom: sentTo.join(', ') })}
                </strong>
              </p>
              {signedBy !== null && <p class="small">{t(words.signedBy, { who: signedBy })}</p>}
              <p class="small">{t(words.issuedBy, { who: actor, time: dateTime(at) ?? at, reason })}</p>
              {lackingReason !== null && (
                <p class="field-warning">{t(words.issuedLacking, { reason: lackingReason })}</p>
              )}
              <SignedLink {...{ path, run, sha256: pdf }} name={t(words.downloadSigned)} />
              <UpwardMails mails={mails} />
              {shown && <WhatWasSeen shown={shown} />}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

function UpwardMails({ mails }: Pick<Issued, 'mails'>) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return (
    <ul class="upward-mails">
      {mails.map(({ name, email, state, at }) => (
        <li key={name} class={state === 'returned' || state === 'withheld' ? 'field-warning' : 'small'}>
          {[email === null ? name : `${name} <${email}>`, t(mailStateWords[state]), at && dateTime(at)]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}

/** What stood before whoever issued: the record says what they knew. */
function WhatWasSeen({
  shown: { stale, since, doubts, answers, lacking },
}: {
  shown: NonNullable<Issued['shown']>;
}) {
  const { t } = useWords();
  const count = since.length + doubts.length;
  return (
    <>
      {stale && <p class="field-warning">{t(words.issuedStale)}</p>}
      {lacking === null && <p class="small">{t(words.issuedUncompared)}</p>}
      {lacking !== null && lacking.length > 0 && (
        <details>
          <summary class="field-warning">{t(words.signedLacks, { count: lacking.length })}</summary>
          <ul class="doubts">
            {lacking.map((text, nth) => (
              <li key={`${nth} ${text}`}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {count > 0 && (
        <details>
          <summary>{t(words.issuedSeen, { count })}</summary>
          {since.length > 0 && <Since since={since} />}
          <ul class="doubts">
            {doubts.map((doubt) => {
              const answer = answers.find((each) => each.doubt === doubt)?.answer;
              return (
                <li key={doubt}>
                  {capitalised(doubt)}
                  {answer && <p class="small">{t(words.answered, { answer })}</p>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
