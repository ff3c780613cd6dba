import { useEffect } from 'preact/hooks';
import { frame } from '../../../../../../shared/wording/page.ts';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { unitFile } from '../../../../../../shared/wording/page-unit-file.ts';
import type { IssueView } from '../../../../contract/issue.ts';
import type { Overview } from '../../../api.ts';
import { useAnswer, useFocusOn, useFresh, useTime, useWords } from '../../../page-context.ts';
import { shortDay } from '../../../words.ts';
import { Trouble } from '../../trouble.tsx';
import { Since } from './doubts.tsx';
import { DraftActions } from './draft-actions.tsx';
import { DraftFiles } from './draft-files.tsx';
import { IssueForm } from './issue-form.tsx';
import { WhatWasIssued } from './what-was-issued.tsx';

interface Props {
  readonly period: string;
  readonly overview: Overview;
  readonly onBack: () => void;
  readonly onChange: () => void;
}

/** A period's report on its way upward: what is in the draft, what is doubtful, who gets it, and the act. */
export function IssuePage({ period, overview, onBack, onChange }: Props) {
  const { t } = useWords();
  const path = `issue/${encodeURIComponent(period)}`;
  const answer = useAnswer((api) => api.ask<IssueView>(path, ['draft', 'issued']), path);
  const view = answer.value;
  const focused = useFocusOn<HTMLHeadingElement>(view === null);
  useFresh(answer.reload);
  const title = view?.title ?? period;
  function reload(): void {
    answer.reload();
    onChange();
  }
  const isIssued = view?.draft != null && view.issued.some(({ edition }) => edition === view.draft?.edition);
  const heading = t(isIssued ? words.titleIssued : words.title, { title });
  useEffect(() => {
    document.title = heading;
  });
  return (
    <div class="issue-page">
      <button class="back no-print" type="button" onClick={onBack}>
        {t(unitFile.back)}
      </button>
      {answer.error !== null && <Trouble error={answer.error} onRetry={answer.reload} />}
      {view === null && answer.error === null && <p class="loading">{t(frame.loading)}</p>}
      {view && (
        <>
          <div class="title-row">
            <h1 ref={focused} tabIndex={-1}>
              {heading}
            </h1>
          </div>
          {view.until !== null && <p class="until">{view.until}</p>}
          {view.takenBack && <TakenBack by={view.takenBack} />}
          <WhatWasIssued view={view} path={path} />
          {view.draft === null ? (
            <section class="panel">
              <p>{t(words.none)}</p>
              <DraftActions {...{ view, path, overview }} onChange={reload} />
            </section>
          ) : (
            <Draft key={view.draft.run} draft={view.draft} {...{ path, view, overview }} onReload={reload} />
          )}
        </>
      )}
    </div>
  );
}

interface DraftProps {
  readonly draft: NonNullable<IssueView['draft']>;
  readonly view: IssueView;
  readonly overview: Overview;
  readonly path: string;
  readonly onReload: () => void;
}

function Draft({ draft, view, overview, path, onReload }: DraftProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { edition, filed, expected, replaces, hindrances } = draft;
  const isIssued = view.issued.some((each) => each.edition === edition);
  const time = dateTime(draft.scheduledAt) ?? draft.scheduledAt;
  return (
    <>
      <section class="panel" aria-labelledby="issue-content">
        <h2 id="issue-content">{t(isIssued ? words.contentIssued : words.content)}</h2>
        <p>{t(words.asOf, { edition, time, filed, expected })}</p>
        {replaces && !isIssued && (
          <p>{t(words.replaces, { number: replaces.number, day: shortDay(replaces.day) })}</p>
        )}
        {draft.stale && (
          <p class="notice tone-warn recorded">{t(isIssued ? words.staleIssued : words.stale)}</p>
        )}
        {draft.stale && isIssued && <Since since={draft.since} />}
        {hindrances.map((each) => (
          <p key={each} class="notice tone-bad recorded">
            {each}
          </p>
        ))}
        <DraftFiles run={draft.run} files={draft.files} />
        <DraftActions {...{ view, path, overview }} onChange={onReload} />
      </section>
      {!isIssued &&
        (overview.role === 'decides' ? (
          <IssueForm {...{ draft, path, onReload }} />
        ) : (
          <p class="notice tone-calm recorded">{t(unitFile.readsOnly)}</p>
        ))}
    </>
  );
}

/** The draft that was drawn up last is none any more. */
function TakenBack({ by: { edition, actor, at, reason } }: { by: NonNullable<IssueView['takenBack']> }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const who = { edition, who: actor, time: dateTime(at) ?? at, reason };
  return <p class="notice tone-warn recorded">{t(words.takenBack, who)}</p>;
}
