import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { capitalised } from '../../../words.ts';
import { FieldFault } from '../../field-fault.tsx';
import { type IssueFormProps, toSee } from './use-issuing.ts';

const shownAtOnce = 20;

interface Props extends Pick<IssueFormProps, 'draft'> {
  /** Stands below all of it, where there is any. */
  readonly children: ComponentChildren;
  /** What is said where they were not ticked off. */
  readonly fault: string | undefined;
}

/** What should be looked at before the report goes out, the gravest first. */
export function Doubts({ draft, fault, children }: Props) {
  const { doubts, settled, since, scheduledAt } = draft;
  const { t } = useWords();
  const { dateTime } = useTime();
  const [all, setAll] = useState(false);
  const shown = all ? doubts : doubts.slice(0, shownAtOnce);
  const rest = doubts.length - shown.length;
  return (
    <section class="panel" aria-labelledby="issue-doubts">
      <h2 id="issue-doubts">
        {t(words.doubts, { count: toSee(draft), time: dateTime(scheduledAt) ?? scheduledAt })}
      </h2>
      {since.length > 0 && (
        <>
          <Since since={since} />
          {doubts.length > 0 && <p class="small">{t(words.ofThatHour)}</p>}
        </>
      )}
      {doubts.length > 0 && (
        <ol class="doubts">
          {shown.map((doubt, n) => (
            <Doubt key={doubt} said={doubt} settled={settled.find((each) => each.doubt === n)} />
          ))}
        </ol>
      )}
      {toSee(draft) === 0 ? (
        <p>{t(words.noDoubts)}</p>
      ) : rest > 0 ? (
        <>
          <button
            name="doubts"
            class="button small-button"
            type="button"
            aria-describedby={fault && 'doubts-fault'}
            onClick={() => setAll(true)}
          >
            {t(words.moreDoubts, { count: rest })}
          </button>
          <FieldFault name="doubts" said={fault} />
        </>
      ) : (
        children
      )}
    </section>
  );
}

interface DoubtProps {
  readonly said: string;
  readonly settled: IssueFormProps['draft']['settled'][number] | undefined;
}

/** One of them; struck where nothing of it holds any more, and else with what no longer does. */
function Doubt({ said, settled }: DoubtProps) {
  const { t } = useWords();
  if (!settled) return <li>{capitalised(said)}</li>;
  return (
    <li>
      {settled.whole ? <s>{capitalised(said)}</s> : capitalised(said)}{' '}
      <strong class="small">
        {settled.whole ? t(words.settled) : t(words.settledPart, { what: settled.what.join('; ') })}
      </strong>
    </li>
  );
}

/** What has come or was decided after the draft: some of the doubts no longer hold. */
export function Since({ since }: Pick<IssueFormProps['draft'], 'since'>) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return (
    <div class="notice tone-warn since">
      <h3>{t(words.since, { count: since.length })}</h3>
      <ul>
        {since.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            {at !== null && <time dateTime={at}>{dateTime(at) ?? at}</time>} {capitalised(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}
