import { decisionWords, history } from '../../../../../../shared/wording/page-history.ts';
import { unitFile as words } from '../../../../../../shared/wording/page-unit-file.ts';
import { dutyStatusWords } from '../../../../../../shared/wording/statuses.ts';
import type { DecisionRecord, UnitFile } from '../../../../contract/desk.ts';
import { useTime, useWords } from '../../../page-context.ts';
import { shortDay } from '../../../words.ts';
import { decisionTone } from '../../history.tsx';
import type { Action } from '../action.ts';
import { aboutUnit } from './about-unit.ts';

interface Props {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly onAct: (action: Action) => void;
}

/** Everything declared and decided, newest first: who, when, why, and what it changed. */
export function DecisionRecordList({ file, decides, onAct }: Props) {
  const { t } = useWords();
  return (
    <section class="panel" aria-labelledby="record-title">
      <h2 id="record-title">{t(words.record)}</h2>
      {file.record.length === 0 && <p class="small">{t(words.noRecord)}</p>}
      <ol class="history">
        {file.record.map((each) => (
          <Entry key={each.decision} each={each} {...{ file, decides, onAct }} />
        ))}
      </ol>
    </section>
  );
}

/** What a decision is called where it stands on record. */
export function useDecisionName() {
  const { t } = useWords();
  return ({ kind, until, hours = 0 }: Pick<DecisionRecord, 'kind' | 'until' | 'hours'>) =>
    t(decisionWords[kind], { until: until === null ? '' : shortDay(until), hours });
}

function Entry({ each, file, decides, onAct }: Props & { each: DecisionRecord }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { kind, reason, actor, decidedAt, before, after, undone, undoneBy, waived } = each;
  const nameOf = useDecisionName();
  const target = file.record.find(({ decision }) => decision === undone);
  const about = file.duty.versions.find(({ uploadId }) => uploadId === each.uploadId)?.fileName;
  const name = nameOf(each);
  const changed = before && after && before.status !== after.status;
  const moved = before && after && before.due !== after.due;
  return (
    <li class={`event tone-${undoneBy === null ? decisionTone[kind] : 'calm'}`} data-kind={kind}>
      <div class="event-head">
        <h3 class="event-title">
          {undoneBy === null ? name : <s>{name}</s>}
          {target && `: ${nameOf(target)}`}
        </h3>
        {undoneBy !== null && <span class="chip tone-calm">{t(words.takenBack)}</span>}
      </div>
      <p class="small event-facts">
        <span>{t(words.by, { who: actor, time: dateTime(decidedAt) ?? decidedAt })}</span>
        {about !== undefined && <span>{t(history.about, { file: about })}</span>}
        {waived.length > 0 && <code>{waived.join(', ')}</code>}
      </p>
      <p class="small">{t(history.reason, { reason })}</p>
      {changed && (
        <p class="small">
          {t(words.change, {
            before: t(dutyStatusWords[before.status]),
            after: t(dutyStatusWords[after.status]),
          })}
        </p>
      )}
      {moved && (
        <p class="small">
          {t(words.dueMoved, {
            before: dateTime(before?.due ?? '') ?? '—',
            after: dateTime(after?.due ?? '') ?? '—',
          })}
        </p>
      )}
      {decides && each.undoable && (
        <div class="button-row no-print">
          <button
            class="button small-button"
            type="button"
            aria-label={`${t(words.undo)}: ${name}`}
            onClick={() =>
              onAct({
                ...aboutUnit(file, 'undo'),
                undone: { decision: each.decision, name, forAll: each.forAll },
              })
            }
          >
            {t(words.undo)}
          </button>
        </div>
      )}
    </li>
  );
}
