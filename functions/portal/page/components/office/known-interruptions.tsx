import { prolonging as words } from '../../../../../shared/wording/page-prolong.ts';
import type { Interruptions } from '../../../contract/prolong.ts';
import { useAnswer, useTime, useWords } from '../../page-context.ts';
import { useTroubleWords } from '../trouble.tsx';

/** The schedule runs every hour; behind by more than that it stands still. */
const behindAfter = 2 * 3_600_000;

const kinds = ['notCome', 'unread', 'readLate', 'cutOff'] as const;

/** What the records know of interruptions, beside the hours that are about to be given. */
export function KnownInterruptions({ now }: { now: number }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const trouble = useTroubleWords();
  const answer = useAnswer(
    (api) => api.ask<Interruptions>('interruptions', ['gaps', 'uploads']),
    'interruptions',
  );
  if (answer.value === null) {
    const why = answer.error !== null && trouble(answer.error);
    return <p class="small">{why ? t(words.unknown, { why }) : t(words.knowing)}</p>;
  }
  const { gaps, scheduleDone, uploads, uploadsSince } = answer.value;
  const time = (at: string) => dateTime(at) ?? at;
  const said = [
    ...gaps.map(({ from, to }) => t(words.gap, { from: time(from), to: time(to) })),
    ...(scheduleDone !== null && now - Date.parse(scheduleDone) > behindAfter
      ? [t(words.behind, { done: time(scheduleDone) })]
      : []),
    ...kinds.flatMap((kind) => (uploads[kind] > 0 ? [t(words[kind], { count: uploads[kind] })] : [])),
  ];
  return (
    <section class={`notice tone-${said.length > 0 ? 'warn' : 'calm'} interruptions`}>
      <h3>{t(words.known)}</h3>
      {said.length > 0 && (
        <ul>
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p class="small">
        {t(said.length > 0 ? words.beyond : words.quiet)}{' '}
        {t(words.uploadsFrom, { count: uploads.looked, since: time(uploadsSince) })}
      </p>
    </section>
  );
}
