import { useRef, useState } from 'preact/hooks';
import { isOwing } from '../../../../../../shared/filing/owing.ts';
import { frame } from '../../../../../../shared/wording/page.ts';
import { mailingWords, remindedWords } from '../../../../../../shared/wording/page-chase.ts';
import { actionWords } from '../../../../../../shared/wording/page-deciding.ts';
import { unitFile as words } from '../../../../../../shared/wording/page-unit-file.ts';
import type { Noted, UnitFile } from '../../../../contract/desk.ts';
import { ApiRefused, type Overview } from '../../../api.ts';
import { alsoOwed } from '../../../board.ts';
import {
  useAnswer,
  useDependencies,
  useFocusOn,
  useFresh,
  useReloadAt,
  useTime,
  useWords,
} from '../../../page-context.ts';
import { remindedToday } from '../../../reminded-today.ts';
import { longDay } from '../../../words.ts';
import { blame } from '../../blame.ts';
import { DutyChip } from '../../chip.tsx';
import { Deadline } from '../../deadline.tsx';
import { Trouble, useTroubleWords } from '../../trouble.tsx';
import type { Action } from '../action.ts';
import { AlsoOwed } from '../also-owed.tsx';
import { aboutUnit, acceptedLate } from './about-unit.ts';
import { BouncedAddresses, isBounced } from './bounced-addresses.tsx';
import { Contact } from './contact.tsx';
import { DecisionRecordList, useDecisionName } from './decision-record.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { Mails } from './mails.tsx';
import { SentFiles } from './sent-files.tsx';

interface Props {
  readonly period: string;
  readonly unit: string;
  readonly overview: Overview;
  /** How often something was decided since the page was opened: it is asked for anew then. */
  readonly changes: number;
  readonly onBack: () => void;
  readonly onAct: (action: Action) => void;
  /** Called when the regime may have changed; the device may decide from then on. */
  readonly onChanged: () => void;
}

/** One unit's duty: its files, what was declared and decided, the office's notes, the mails; and what can be decided. */
export function UnitFilePage({ period, unit, overview, changes, onBack, onAct, onChanged }: Props) {
  const { t } = useWords();
  const at = `duties/${encodeURIComponent(period)}/${encodeURIComponent(unit)}`;
  const answer = useAnswer((api) => api.ask<UnitFile>(at, ['duty', 'record', 'notes']), at);
  const file = answer.value;
  const heading = useFocusOn<HTMLHeadingElement>(file === null);
  useReloadAt(changes, answer.reload);
  useFresh(answer.reload);
  const decides = overview.role === 'decides';
  return (
    <div class="unit-file">
      <button class="back no-print" type="button" onClick={onBack}>
        {t(words.back)}
      </button>
      {answer.error !== null && <Trouble error={answer.error} onRetry={answer.reload} />}
      {file === null && answer.error === null && <p class="loading">{t(frame.loading)}</p>}
      {file && (
        <>
          <div class="title-row">
            <h1 ref={heading} tabIndex={-1}>
              {file.duty.unit.name}
            </h1>
            <div class="title-facts">
              <DutyChip status={file.duty.status} />
              <span>
                {file.duty.title} <span class="period">{period}</span>
              </span>
              <Deadline due={file.duty.due} now={overview.now} open={file.duty.counts === null} />
            </div>
            <Contact {...{ file, decides, overview, onChanged }} />
          </div>
          <BouncedAddresses {...{ file, decides, overview, onAct, onChanged }} />
          <Decisions {...{ file, decides, overview, onAct }} />
          <div class="columns unit-columns">
            <div class="column">
              <SentFiles {...{ file, decides, onAct }} />
              {decides && <EntryPanel {...{ file, at }} now={overview.now} onSent={onChanged} />}
              <DecisionRecordList {...{ file, decides, onAct }} />
            </div>
            <div class="column">
              <Notes {...{ file, decides, at }} onNoted={answer.reload} />
              <Mails file={file} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

interface Part {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly onAct: (action: Action) => void;
}

/** The request that waits, and what can be decided about the unit as a whole. */
function Decisions({ file, decides, overview, onAct }: Part & Pick<Props, 'overview'>) {
  const { t, language } = useWords();
  const nameOf = useDecisionName();
  const { today, dateTime } = useTime();
  const remindedAt = remindedToday(file, (at) => today(Date.parse(at)) === today(overview.now));
  const { request, hold, duty, contact } = file;
  // One thing is to be done first: what the unit waits for, or else where it is reached.
  const reminderFirst = request === null && !isBounced(file, contact.email);
  const possible = (
    [
      request === null && 'extension',
      isOwing(duty.status) && file.reminded && 'hold-reminders',
      duty.status === 'late' && duty.reason === null && 'accept-late',
      duty.counts === null && duty.status !== 'nil' && duty.status !== 'excluded' && 'nil',
      duty.status !== 'excluded' && 'exclude-unit',
    ] as const
  ).filter((kind) => kind !== false);
  const mails = (
    [isOwing(duty.status) && hold === null && remindedAt === null && 'reminder', 'link'] as const
  ).filter((kind) => kind !== false);
  const held = hold && nameOf({ kind: 'hold-reminders', until: hold.until });
  const heldBack = hold && held && (
    <div class="notice tone-info request">
      <h3>{held}</h3>
      <p>{hold.reason}</p>
      <AlsoOwed also={alsoOwed(overview.periods, duty.period, [duty.unit.code], hold.until)} />
      {decides && (
        <div class="button-row no-print">
          <button
            class="button"
            type="button"
            onClick={() =>
              onAct({
                ...aboutUnit(file, 'undo'),
                undone: { decision: hold.decision, name: held, forAll: false },
              })
            }
          >
            {t(words.remindAgain)}
          </button>
        </div>
      )}
    </div>
  );
  if (!decides)
    return (
      <>
        {heldBack}
        <p class="notice tone-calm recorded">{t(words.readsOnly)}</p>
      </>
    );
  return (
    <section class="panel decisions no-print" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t(words.actions)}</h2>
      {request && (
        <div class="notice tone-info request">
          <h3>{t(words.asks, { until: longDay(request.until, language) })}</h3>
          <p>{request.reason}</p>
          <div class="button-row">
            <button
              class="button primary"
              type="button"
              onClick={() => onAct({ ...aboutUnit(file, 'extension'), until: request.until })}
            >
              {t(words.grant)}
            </button>
            <button class="button" type="button" onClick={() => onAct(aboutUnit(file, 'extension-refusal'))}>
              {t(words.refuse)}
            </button>
          </div>
        </div>
      )}
      {heldBack}
      {remindedAt !== null && (
        <p class="small">{t(remindedWords.today, { time: dateTime(remindedAt) ?? remindedAt })}</p>
      )}
      <div class="button-row">
        {mails.map((kind) => (
          <button
            key={kind}
            class={kind === 'reminder' && reminderFirst ? 'button primary' : 'button'}
            type="button"
            onClick={() => onAct(aboutUnit(file, kind))}
          >
            {t(mailingWords[kind].button)}
          </button>
        ))}
        {possible.map((kind) => (
          <button
            key={kind}
            class="button"
            type="button"
            onClick={() => onAct(kind === 'accept-late' ? acceptedLate(file) : aboutUnit(file, kind))}
          >
            {t(actionWords[kind].button)}
          </button>
        ))}
      </div>
    </section>
  );
}

/** What the office noted for itself. */
function Notes({
  file,
  decides,
  at,
  onNoted,
}: Pick<Part, 'file' | 'decides'> & { at: string; onNoted: () => void }) {
  const { api } = useDependencies();
  const { t } = useWords();
  const { dateTime } = useTime();
  const trouble = useTroubleWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    setFault(null);
    try {
      await api.ask<Noted>(`${at}/notes`, ['note'], { text });
      setText('');
      onNoted();
    } catch (error) {
      setFault(trouble(error));
      if (error instanceof ApiRefused && error.code === 'NOTE_MISSING') blame(field.current);
    }
  }
  return (
    <section class="panel" aria-labelledby="notes-title">
      <h2 id="notes-title">{t(words.notes)}</h2>
      <p class="small">{t(words.notesLead)}</p>
      {decides && (
        <form class="note-form no-print" onSubmit={keep}>
          <label class="field">
            <span class="field-label">{t(words.noteLabel)}</span>
            <input
              ref={field}
              type="text"
              maxLength={1000}
              value={text}
              placeholder={t(words.noteHint)}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <p class="field-fault" role="alert">
            {fault}
          </p>
          <button class="button small-button" type="submit">
            {t(words.noteAdd)}
          </button>
        </form>
      )}
      <ul class="notes">
        {file.notes.map(({ note, text: said, actor, notedAt }) => (
          <li key={note}>
            <p>{said}</p>
            <p class="small">{t(words.by, { who: actor, time: dateTime(notedAt) ?? notedAt })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
