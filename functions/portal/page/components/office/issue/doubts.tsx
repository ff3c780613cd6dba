import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { capitalised } from '../../../words.ts';

const shownAtOnce = 20;

interface Props {
  readonly doubts: readonly string[];
  /** ISO 8601: when the draft was drawn up. */
  readonly asOf: string;
  readonly children: ComponentChildren;
}

/** What should be looked at before the report goes out, the gravest first. */
export function Doubts({ doubts, asOf, children }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const [all, setAll] = useState(false);
  const shown = all ? doubts : doubts.slice(0, shownAtOnce);
  const rest = doubts.length - shown.length;
  return (
    <section class="panel" aria-labelledby="issue-doubts">
      <h2 id="issue-doubts">{t(words.doubts, { count: doubts.length, time: dateTime(asOf) ?? asOf })}</h2>
      {doubts.length === 0 ? (
        <p>{t(words.noDoubts)}</p>
      ) : (
        <>
          <ul class="doubts">
            {shown.map((doubt) => (
              <li key={doubt}>{capitalised(doubt)}</li>
            ))}
          </ul>
          {rest > 0 && (
            <button class="button small-button" type="button" onClick={() => setAll(true)}>
              {t(words.moreDoubts, { count: rest })}
            </button>
          )}
          {rest === 0 && children}
        </>
      )}
    </section>
  );
}
