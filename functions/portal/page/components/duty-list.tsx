import type { Text } from '../../../../shared/vocabulary/text.ts';
import { duties } from '../../../../shared/wording/page.ts';
import type { Duty } from '../../contract/duties.ts';
import type { DutyList as List } from '../api.ts';
import { groupDuties, groupOf, ruleSaysMore } from '../duty-order.ts';
import { useFocusOn, useTime, useUploads, useWords } from '../page-context.ts';
import { isBusy } from '../sending/upload-states.ts';
import { DutyChip, dutyTone } from './chip.tsx';
import { Deadline } from './deadline.tsx';

/** A unit's duties: what is to be done first, then what is done. */
export function DutyList({ list, onOpen }: { list: List; onOpen: (period: string) => void }) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>('list');
  const running = useUploads().find(({ state }) => isBusy(state))?.state.file;
  const todo = list.duties.filter(({ status }) => groupOf[status] === 'todo');
  const overdue = todo.filter(({ status }) => status === 'overdue').length;
  const summary =
    list.duties.length === 0
      ? t(duties.none)
      : todo.length === 0
        ? t(duties.allDone)
        : t(summaryFor(todo.length, overdue), { count: todo.length, overdue });
  return (
    <>
      <div class="title-row">
        <h1 ref={heading} tabIndex={-1}>
          {t(duties.title)}
        </h1>
        <p class="lead">{summary}</p>
      </div>
      {running && (
        <section class="panel running">
          <p>{t(duties.uploadRunning, { file: running.name })}</p>
          <button class="button" type="button" onClick={() => onOpen(running.period)}>
            {t(duties.showUpload)}
          </button>
        </section>
      )}
      {groupDuties(list.duties).map(({ group, duties: found }) => (
        <section key={group} class="group" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>
            {t(duties[group])} <span class="count">{found.length}</span>
          </h2>
          {group === 'todo' ? (
            <ul class="cards">
              {found.map((one) => (
                <DutyCard key={one.period} duty={one} now={list.now} onOpen={onOpen} />
              ))}
            </ul>
          ) : (
            <ul class="panel rows">
              {found.map((one) => (
                <DutyRow key={one.period} duty={one} now={list.now} onOpen={onOpen} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

function summaryFor(todo: number, overdue: number): Text {
  if (overdue === 0) return duties.summary;
  if (overdue < todo) return duties.summaryOverdue;
  return todo === 1 ? duties.summaryOneOverdue : duties.summaryAllOverdue;
}

interface OneDuty {
  readonly duty: Duty;
  readonly now: number;
  readonly onOpen: (period: string) => void;
}

/** A duty that still asks for something. */
function DutyCard({ duty, now, onOpen }: OneDuty) {
  const { t } = useWords();
  const send = duty.kind === 'plan' ? duties.openPlan : duties.open;
  return (
    <li class={`card tone-${dutyTone[duty.status]}`}>
      <div class="card-head">
        <DutyChip status={duty.status} />
        <span class="period">{duty.period}</span>
      </div>
      <h3>{duty.title}</h3>
      <Deadline due={duty.due} now={now} open={true} />
      {ruleSaysMore(duty) && <p class="rule">{duty.ruleText}</p>}
      {duty.attempt && <Attempt attempt={duty.attempt} />}
      <button
        class="button primary"
        type="button"
        aria-label={`${t(send)}: ${duty.title}`}
        onClick={() => onOpen(duty.period)}
      >
        {t(send)}
      </button>
    </li>
  );
}

/** The file that was sent and is no report yet: without a word of it, the unit thinks that it has filed. */
function Attempt({ attempt }: { attempt: NonNullable<Duty['attempt']> }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const { fileName: file, state, receivedAt, errors: count } = attempt;
  const said = state === 'rejected' ? duties.attemptRejected : duties.attemptUnread;
  return <p class="field-warning">{t(said, { file, time: dateTime(receivedAt) ?? receivedAt, count })}</p>;
}

/** A duty that asks for nothing now: one line is enough. */
function DutyRow({ duty, now, onOpen }: OneDuty) {
  const { t } = useWords();
  return (
    <li class="row">
      <div class="row-what">
        <h3>{duty.title}</h3>
        <Deadline due={duty.due} now={now} open={groupOf[duty.status] === 'coming'} />
      </div>
      <DutyChip status={duty.status} />
      <button
        class="button small-button"
        type="button"
        aria-label={`${t(duties.look)}: ${duty.title}`}
        onClick={() => onOpen(duty.period)}
      >
        {t(duties.look)}
      </button>
    </li>
  );
}
