import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { bulk, dueMoves } from '../../../../../shared/wording/page-bulk.ts';
import { keptWords } from '../../../../../shared/wording/page-chase.ts';
import { coming } from '../../../../../shared/wording/page-coming.ts';
import { recordedAs, deciding as words } from '../../../../../shared/wording/page-deciding.ts';
import type { Overview } from '../../api.ts';
import { alsoOwed } from '../../board.ts';
import { focusAfterLeaving, type Leaving, leavings, leftByDefault } from '../../bulk.ts';
import type { Choice } from '../../deciding.ts';
import { byDue, extendedUntil } from '../../due-moves.ts';
import { useTime, useWords } from '../../page-context.ts';
import { toggled } from '../../toggled.ts';
import { shortDay } from '../../words.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { DayField, ReasonField } from '../reason-fields.tsx';
import { useMissing } from '../use-missing.ts';
import type { Action } from './action.ts';
import { AlsoOwed } from './also-owed.tsx';
import { CodeStep } from './code-step.tsx';
import { DueMoves } from './due-moves.tsx';
import { KeptAway } from './kept-away.tsx';
import { NamedUnits, type OpenUnit } from './named-units.tsx';
import { Outcome } from './outcome.tsx';
import { NextReminder, OwnReminder } from './press/next-reminder.tsx';
import { LeftByDefault, LeftOut, OpenRequests } from './press/open-requests.tsx';
import { ReminderPreview } from './press/reminder-preview.tsx';
import { useReach } from './press/use-reach.ts';
import { pressWords, wordsOf } from './press/words.ts';
import { Reached } from './reached.tsx';
import { useDeciding } from './use-deciding.ts';

interface Props extends OpenUnit {
  readonly action: Action;
  readonly overview: Overview;
  /** Called with the codes of those about whom it is on record. */
  readonly onDecided: (decided: readonly string[]) => void;
  readonly onClose: () => void;
}

const takesDay: ReadonlySet<Action['kind']> = new Set(['extension', 'guidance', 'hold-reminders']);

/** Whoever waits for an answer, or whose file does, should have it before this. */
const afterAnswers: ReadonlySet<Action['kind']> = new Set(['reminder', 'nil', 'exclude-unit']);

/** One decision: what it does and whom it reaches, the reason, the code where this device has none, and what came of it. */
export function DecisionDialog({ action, overview, onDecided, onOpen, onClose }: Props) {
  const { t } = useWords();
  const { today, dayAfter } = useTime();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(action.until ?? '');
  const { kind, file, undone } = action;
  const reach = useReach(action);
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const leftBefore = useRef(left);
  const groups = leftByDefault(kind, action.units);
  const [taken, take] = useState<ReadonlySet<Leaving>>(new Set());
  const isLeft = leavings.flatMap((why) => (taken.has(why) ? [] : (groups.get(why) ?? [])));
  const leftOut = new Set([...left, ...isLeft.map(({ code }) => code)]);
  const possible = (reach.value?.reached ?? action.units).filter(({ code }) => !leftOut.has(code));
  const more = kind === 'extension' && day !== '' ? extendedUntil(possible, day, overview.timeZone) : null;
  const units = more?.moved ?? possible;
  const wantsDay = takesDay.has(kind);
  const also =
    kind === 'hold-reminders'
      ? alsoOwed(
          overview.periods,
          action.period,
          units.map(({ code }) => code),
          day,
        )
      : null;
  const [holdsAll, holdAll] = useState(false);
  const own = wordsOf(kind);
  const about = { period: action.period, reason: reason.trim() };
  const choice: Choice =
    kind === 'mended'
      ? { ...about, kind, address: action.email ?? '', ...(action.whose && { whose: action.whose }) }
      : {
          ...about,
          kind,
          ...(wantsDay && { until: day }),
          ...(kind === 'extension' && units.some(({ filed }) => filed) && { evenFiled: true }),
          ...(also && holdsAll && { also: also.reports.map(({ period }) => period) }),
          ...(file && { uploadId: file.uploadId }),
          ...(undone && { undone: undone.decision, forAll: undone.forAll }),
        };
  const { decide, step, setStep, fault, progress, result } = useDeciding(choice, onDecided);
  const { lacks, faultAt, onInput } = useMissing(dialog);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Not the first unit's telephone, which stands above the fields.
    dialog.current?.querySelector<HTMLElement>('input[type=date], textarea')?.focus();
  }, []);
  // A code would be mailed to that very address.
  const needsCode = overview.device === null && action.whose !== 'own';

  // Nobody is asked for a reason and a code for mails that will not go.
  const nobody = possible.length === 0 && (reach.value !== null || leftOut.size > 0);
  useLayoutEffect(() => {
    // The field that had the focus may be gone. Else the heading takes none: a dialog opens with its first field.
    if (nobody) dialog.current?.querySelector('h2')?.focus();
  }, [nobody]);
  useLayoutEffect(() => {
    const next = focusAfterLeaving(leftBefore.current, left);
    leftBefore.current = left;
    if (next !== null) dialog.current?.querySelector<HTMLElement>(next)?.focus();
  }, [left]);
  useLayoutEffect(() => {
    // What has come to stand above the field must not push it below the foot.
    if (!reach.looking) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [reach.looking]);
  const isForAll = undone?.forAll === true;
  const who = isForAll
    ? t(words.everyUnit)
    : units.length === 1 || action.units.length === 1
      ? ((units[0] ?? action.units[0])?.name ?? '')
      : // How many it reaches is not said before it is known.
        reach.known
        ? t(words.manyUnits, { count: units.length })
        : t(keptWords.chosen);
  const blanks = {
    who,
    file: file?.name ?? '',
    title: action.title,
    what: undone?.name ?? '',
    count: file?.errors ?? 0,
  };

  function submit(event: Event): void {
    event.preventDefault();
    if (wantsDay && day === '') lacks({ field: 'day', said: t(words.dayMissing) });
    else if (units.length === 0) lacks({ field: 'day', said: t(dueMoves.keptAll) });
    else if (reason.trim() === '') lacks({ field: 'reason', said: t(words.reasonMissing) });
    else if (needsCode) setStep('code');
    else void decide(units.map(({ code }) => code));
  }

  const running = progress !== null;
  const press = pressWords(
    kind,
    { day: wantsDay ? day : '', count: reach.known ? units.length : null, forAll: isForAll },
    t,
  );
  const mailed = isForAll
    ? t(words.mailAllTold)
    : !reach.known
      ? t(keptWords.unknown)
      : action.units.length === 1 && action.email !== undefined
        ? t(own.mailOne, { to: action.email })
        : t(own.mailMany, { count: units.length });
  const reaches = kind === 'undo' ? `${t(words.mailUndo)} ${mailed}` : mailed;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={onClose}>
      {step === 'ask' && (
        <form {...{ onInput }} onSubmit={submit} noValidate>
          <h2 id="decision-question" {...(nobody && { tabIndex: -1 })}>
            {nobody ? t(leftOut.size > 0 ? bulk.nobody : keptWords.nobody) : t(own.question, blanks)}
          </h2>
          {!nobody && <p>{t(own.consequence, blanks)}</p>}
          {action.recordedAs && (
            <p>
              <strong>{t(recordedAs[action.recordedAs], { file: file?.name ?? '' })}</strong>
            </p>
          )}
          {reach.looking && <p role="status">{t(keptWords.looking)}</p>}
          {reach.value && <KeptAway kept={reach.value.kept} onOpen={onOpen} />}
          {action.notFit && action.notFit.length > 0 && (
            <div class="small">
              {t(bulk.notFit, { count: action.notFit.length })} <NamedUnits units={action.notFit} />
            </div>
          )}
          <LeftByDefault
            {...{ groups, taken, onOpen }}
            onTake={(why) => take((held) => toggled(held, why))}
          />
          {afterAnswers.has(kind) && (
            <OpenRequests
              units={possible}
              onOpen={onOpen}
              onLeaveOut={
                action.units.length > 1 ? (codes) => leave((held) => new Set([...held, ...codes])) : undefined
              }
            />
          )}
          <LeftOut
            units={action.units.filter(({ code }) => left.has(code))}
            onTakeIn={() => leave(new Set())}
          />
          {kind === 'extension' ? (
            <DueMoves
              isNamed={action.units.length === 1}
              groups={byDue(units, action.commonDue ?? null)}
              to={() => (more ? `${shortDay(day)} 23:59` : null)}
            />
          ) : (
            !isForAll && !reach.looking && <Reached units={units} />
          )}
          {more && more.kept.length > 0 && (
            <div class="notice tone-warn">
              {t(dueMoves.kept, { count: more.kept.length })}
              <DueMoves groups={byDue(more.kept, action.commonDue ?? null)} to={() => null} />
            </div>
          )}
          {wantsDay && (
            <DayField
              label={t(words.until)}
              day={day}
              from={kind === 'hold-reminders' ? today(overview.now) : dayAfter(overview.now)}
              fault={faultAt('day')}
              onDay={setDay}
            />
          )}
          {also && (
            <>
              <AlsoOwed also={also} />
              {also.reports.length > 0 && (
                <label class="choice">
                  <input type="checkbox" checked={holdsAll} onChange={() => holdAll(!holdsAll)} />{' '}
                  {t(coming.alsoHold)}
                </label>
              )}
            </>
          )}
          {action.reminders && day !== '' && <NextReminder after={day} reminders={action.reminders} />}
          {kind === 'extension' && day !== '' && units.length > 0 && (
            <OwnReminder period={action.period} until={day} />
          )}
          {!nobody && (
            <>
              <ReasonField
                label={t(words.reason)}
                reason={reason}
                hint={t(own.hint)}
                fault={faultAt('reason')}
                onReason={setReason}
              />
              {kind === 'reminder' && !reach.looking && (
                <ReminderPreview period={action.period} {...{ units, reason }} />
              )}
            </>
          )}
          <DialogFoot
            reaches={!nobody && !reach.looking && reaches}
            fault={fault}
            {...(nobody && { leave: t(words.close) })}
            onClose={() => dialog.current?.close()}
          >
            {!nobody && (
              <button class="button primary" type="submit" disabled={running || reach.looking}>
                {progress !== null
                  ? t(words.running, { done: progress, all: units.length })
                  : needsCode
                    ? t(words.goOn)
                    : press}
              </button>
            )}
          </DialogFoot>
        </form>
      )}
      {step === 'code' && (
        <CodeStep
          onEntered={() => decide(result?.unknown ?? units.map(({ code }) => code))}
          running={running}
          confirm={press}
          fault={fault}
          onClose={() => dialog.current?.close()}
        />
      )}
      {step === 'done' && result && (
        <Outcome
          result={result}
          {...{ units, running, fault, onOpen }}
          words={own}
          onAgain={() => decide(result.unknown)}
          onClose={() => dialog.current?.close()}
        >
          {reach.value && <KeptAway kept={reach.value.kept} onOpen={onOpen} />}
        </Outcome>
      )}
    </dialog>
  );
}
