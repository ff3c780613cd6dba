import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { mostHours } from '../../../../../shared/vocabulary/hours.ts';
import { dueMoves } from '../../../../../shared/wording/page-bulk.ts';
import { deciding } from '../../../../../shared/wording/page-deciding.ts';
import { prolonging as words } from '../../../../../shared/wording/page-prolong.ts';
import type { OfficePeriod, OfficeUnit } from '../../../contract/office.ts';
import type { Overview } from '../../api.ts';
import { allUnits, dueLater, needsHours, servedBy } from '../../board.ts';
import type { Reachable } from '../../deciding.ts';
import { byDue } from '../../due-moves.ts';
import { useAnswer, useTime, useWords } from '../../page-context.ts';
import { toggled } from '../../toggled.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { FieldFault, markOf } from '../field-fault.tsx';
import { ReasonField } from '../reason-fields.tsx';
import { Trouble } from '../trouble.tsx';
import { useMissing } from '../use-missing.ts';
import { CodeStep } from './code-step.tsx';
import { DueMoves } from './due-moves.tsx';
import { KnownInterruptions } from './known-interruptions.tsx';
import { Outcome } from './outcome.tsx';
import { decidedWords } from './press/words.ts';
import { useDeciding } from './use-deciding.ts';

interface Props {
  /** Chosen beforehand. */
  readonly period: string;
  readonly overview: Overview;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

/** So many hours more for everybody whom an interruption held up, in the periods that are chosen, at one press. */
export function ProlongDialog({ period, overview, onDecided, onClose }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const dated = overview.periods.filter(({ due }) => due !== null);
  const key = dated.map((each) => each.period).join();
  const lines = useAnswer(async (api) => allUnits(api, dated), `prolong/${key}`);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={onClose}>
      {lines.value === null ? (
        <>
          <h2 id="decision-question">{t(words.question)}</h2>
          {lines.error !== null && <Trouble error={lines.error} onRetry={lines.reload} />}
          <DialogFoot fault={null} onClose={() => dialog.current?.close()} />
        </>
      ) : (
        <Prolonging
          {...{ period, overview, onDecided }}
          periods={dated}
          lines={lines.value}
          onClose={() => dialog.current?.close()}
        />
      )}
    </dialog>
  );
}

interface FormProps extends Props {
  readonly periods: readonly OfficePeriod[];
  readonly lines: ReadonlyMap<string, readonly OfficeUnit[]>;
}

function Prolonging({ period, overview, periods, lines, onDecided, onClose }: FormProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const form = useRef<HTMLFormElement>(null);
  // The button that had the focus while the units were asked for is gone.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set([period]));
  const [hours, setHours] = useState('');
  const [reason, setReason] = useState('');
  // One press: whatever is asked for again with it gives nothing twice.
  const [press] = useState(() => crypto.randomUUID());
  const count = Number(hours);
  const picked = periods.map((each) => each.period).filter((id) => chosen.has(id));
  const needing = useMemo(
    () =>
      periods
        .filter((each) => chosen.has(each.period))
        .map(({ due, ...each }) => ({
          ...each,
          due,
          units: unitsNeeding(lines.get(each.period) ?? [], due),
        })),
    [lines, periods, chosen],
  );
  const units = useMemo(
    () => [...new Map(needing.flatMap((each) => each.units).map((unit) => [unit.code, unit])).values()],
    [needing],
  );
  const served = new Set(
    needing.flatMap(({ period: id, due }) =>
      servedBy(lines.get(id) ?? [], { due, hours: count, now: overview.now }),
    ),
  ).size;
  const areHours = Number.isInteger(count) && count >= 1 && count <= mostHours;
  const choice = { kind: 'prolong' as const, periods: picked, hours: count, reason: reason.trim(), press };
  const { decide, step, setStep, fault, progress, result } = useDeciding(choice, onDecided);
  const { lacks, faultAt, onInput } = useMissing(form);
  const codes = () => units.map(({ code }) => code);
  const running = progress !== null;

  function submit(event: Event): void {
    event.preventDefault();
    if (picked.length === 0) lacks({ field: 'periods', said: t(words.periodMissing) });
    else if (units.length === 0) lacks({ field: 'periods', said: t(words.nobody) });
    else if (!areHours) lacks({ field: 'hours', said: t(words.hoursMissing, { most: mostHours }) });
    else if (reason.trim() === '') lacks({ field: 'reason', said: t(deciding.reasonMissing) });
    else if (overview.device === null) setStep('code');
    else void decide(codes());
  }

  const pressed = areHours ? t(words.confirmFor, { hours: count, count: units.length }) : t(words.confirm);
  if (step === 'code') {
    return (
      <CodeStep
        onEntered={() => decide(result?.unknown ?? codes())}
        confirm={pressed}
        {...{ running, fault, onClose }}
      />
    );
  }
  if (step === 'done' && result) {
    return (
      <Outcome
        result={result}
        units={units}
        words={decidedWords}
        onAgain={() => decide(result.unknown)}
        {...{ running, fault, onClose }}
      />
    );
  }
  return (
    <form ref={form} {...{ onInput }} onSubmit={submit} noValidate>
      <h2 id="decision-question">{t(words.question)}</h2>
      <p>{t(words.lead)}</p>
      <KnownInterruptions now={overview.now} />
      <fieldset class="choices">
        <legend class="field-label">{t(words.periods)}</legend>
        {periods.map((each) => (
          <label key={each.period} class="choice">
            <input
              name="periods"
              type="checkbox"
              checked={chosen.has(each.period)}
              {...markOf('periods', faultAt('periods'))}
              onChange={() => choose(toggled(chosen, each.period))}
            />
            <span>
              {each.title}{' '}
              <span class="small">{t(words.oldDue, { due: dateTime(each.due ?? '') ?? '' })}</span>
            </span>
          </label>
        ))}
        <FieldFault name="periods" said={faultAt('periods')} />
      </fieldset>
      <label class="field">
        <span class="field-label">{t(words.hours)}</span>
        <input
          name="hours"
          class="hours-input digits"
          type="text"
          inputMode="numeric"
          maxLength={3}
          value={hours}
          {...markOf('hours', faultAt('hours'), 'hours-hint')}
          onInput={(event) => setHours(event.currentTarget.value.trim())}
          required
        />
        <span id="hours-hint" class="field-hint">
          {t(words.hoursHint, { most: mostHours })}
        </span>
        <FieldFault name="hours" said={faultAt('hours')} />
      </label>
      <p>{units.length === 0 ? t(words.nobody) : t(words.whom, { count: units.length })}</p>
      {needing.map(({ period: id, title, due, units: those }) => (
        <NewDues
          key={id}
          title={needing.length > 1 ? title : null}
          {...{ due, hours: count }}
          now={overview.now}
          units={those}
        />
      ))}
      <ReasonField
        label={t(deciding.reason)}
        reason={reason}
        hint={t(words.reasonHint)}
        fault={faultAt('reason')}
        onReason={setReason}
      />
      <DialogFoot
        reaches={
          units.length > 0 && (
            <>
              {areHours && (
                <strong role="status">
                  {t(servesWords(served, units.length), {
                    count: served,
                    all: units.length,
                    rest: units.length - served,
                  })}{' '}
                </strong>
              )}
              {t(words.reaches, { count: units.length })}
            </>
          )
        }
        {...{ fault, onClose }}
      >
        <button
          // Mails that change nothing for most of their readers are not what is offered first.
          class={areHours && 2 * served < units.length ? 'button' : 'button primary'}
          type="submit"
          disabled={running}
        >
          {progress !== null
            ? t(deciding.running, { done: progress, all: units.length })
            : overview.device === null
              ? t(deciding.goOn)
              : pressed}
        </button>
      </DialogFoot>
    </form>
  );
}

function servesWords(served: number, all: number) {
  if (served === 0) return words.servesNobody;
  return served < all ? words.servesSome : words.serves;
}

/** Whom hours would serve, each with the deadline it has: its own, where it has one. */
function unitsNeeding(lines: readonly OfficeUnit[], due: string | null): readonly Reachable[] {
  return lines.filter(needsHours).map(({ unit, phone, ownDue }) => ({ ...unit, phone, due: ownDue ?? due }));
}

interface NewDuesProps {
  /** Null where it is the one period that is chosen. */
  readonly title: string | null;
  /** Common to all. */
  readonly due: string | null;
  readonly hours: number;
  readonly now: number;
  readonly units: readonly Reachable[];
}

/** Of each unit the deadline that it has and the one that it gets; apart, who has a later one of its own. */
function NewDues({ title, due, hours, now, units }: NewDuesProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const groups = byDue(units, due);
  const own = groups.filter(({ isOwn }) => isOwn);
  const shown = {
    to: (group: { readonly due: string }) => {
      const later = dueLater(group.due, hours, now);
      return later && (dateTime(later.due) ?? later.due);
    },
    isOver: (group: { readonly due: string }) => dueLater(group.due, hours, now)?.isOver === true,
  };
  if (units.length === 0) return null;
  return (
    <section class="new-dues">
      {title !== null && <h3>{title}</h3>}
      <DueMoves groups={groups.filter(({ isOwn }) => !isOwn)} {...shown} />
      {own.length > 0 && (
        <div class="notice tone-info">
          {t(dueMoves.later, { count: own.flatMap((group) => group.units).length })}
          <DueMoves groups={own} {...shown} />
        </div>
      )}
    </section>
  );
}
