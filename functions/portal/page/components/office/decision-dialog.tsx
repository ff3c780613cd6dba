import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mailingWords } from '../../../../../shared/wording/page-chase.ts';
import { actionWords, deciding as words } from '../../../../../shared/wording/page-desk.ts';
import type { Overview } from '../../api.ts';
import type { Choice } from '../../deciding.ts';
import { useTime, useWords } from '../../page-context.ts';
import { DayField, ReasonField } from '../reason-fields.tsx';
import { CodeStep } from './code-step.tsx';
import { Buttons, Outcome, type OutcomeWords } from './outcome.tsx';
import { Reached } from './reached.tsx';
import { useDeciding } from './use-deciding.ts';

/** What is about to be decided, and about whom. */
export interface Action {
  readonly kind: Exclude<Choice['kind'], 'prolong'>;
  readonly period: string;
  readonly title: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** The version meant, by its upload and its file's name. */
  readonly file?: { readonly uploadId: string; readonly name: string; readonly errors?: number };
  /** What is taken back, and in which words it is known. */
  readonly undone?: { readonly decision: string; readonly name: string; readonly forAll: boolean };
  /** Filled in beforehand, `yyyy-mm-dd`. */
  readonly until?: string;
  /** The unit's address, where it is known; that which is mended. */
  readonly email?: string;
  /** What is mended is an address of the office, another’s or one’s own. */
  readonly whose?: 'office' | 'own';
}

interface Props {
  readonly action: Action;
  readonly overview: Overview;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

const takesDay: ReadonlySet<Action['kind']> = new Set(['extension', 'guidance']);

/** What is said before and after: of a mail in its own words, of a decision in those of all of them. */
function wordsOf(kind: Action['kind']) {
  if (kind === 'reminder' || kind === 'link' || kind === 'mended') return mailingWords[kind];
  const { reasonHint: hint, mailOne, mailMany } = words;
  return { ...actionWords[kind], hint, mailOne, mailMany, ...decidedWords };
}

/** What is said of a decision once it is made. */
export const decidedWords: OutcomeWords = words;

/** One decision: what it does and whom it reaches, the reason, the code where this device has none, and what came of it. */
export function DecisionDialog({ action, overview, onDecided, onClose }: Props) {
  const { t } = useWords();
  const { dayAfter } = useTime();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(action.until ?? '');
  const { kind, units, file, undone } = action;
  const wantsDay = takesDay.has(kind);
  const own = wordsOf(kind);
  const about = { period: action.period, reason: reason.trim() };
  const choice: Choice =
    kind === 'mended'
      ? { ...about, kind, address: action.email ?? '', ...(action.whose && { whose: action.whose }) }
      : {
          ...about,
          kind,
          ...(wantsDay && { until: day }),
          ...(file && { uploadId: file.uploadId }),
          ...(undone && { undone: undone.decision, forAll: undone.forAll }),
        };
  const { decide, step, setStep, fault, setFault, progress, result } = useDeciding(choice, onDecided);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  // A code would be mailed to that very address.
  const needsCode = overview.device === null && action.whose !== 'own';

  const isForAll = undone?.forAll === true;
  const who = isForAll
    ? t(words.everyUnit)
    : units.length === 1
      ? (units[0]?.name ?? '')
      : t(words.manyUnits, { count: units.length });
  const blanks = {
    who,
    file: file?.name ?? '',
    title: action.title,
    what: undone?.name ?? '',
    count: file?.errors ?? 0,
  };

  function submit(event: Event): void {
    event.preventDefault();
    if (wantsDay && day === '') say(t(words.dayMissing), 'input[type=date]');
    else if (reason.trim() === '') say(t(words.reasonMissing), 'textarea');
    else if (needsCode) setStep('code');
    else void decide(units.map(({ code }) => code));
  }

  /** Says what is missing, and puts the focus there. */
  function say(sentence: string, field: string): void {
    setFault(sentence);
    dialog.current?.querySelector<HTMLElement>(field)?.focus();
  }

  const running = progress !== null;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={onClose}>
      {step === 'ask' && (
        <form onSubmit={submit} noValidate>
          <h2 id="decision-question">{t(own.question, blanks)}</h2>
          <p>{t(own.consequence, blanks)}</p>
          {!isForAll && <Reached units={units} />}
          {wantsDay && (
            <DayField label={t(words.until)} day={day} from={dayAfter(overview.now)} onDay={setDay} />
          )}
          <ReasonField label={t(words.reason)} reason={reason} hint={t(own.hint)} onReason={setReason} />
          <p class="reaches tone-warn">
            {kind === 'undo' && `${t(words.mailUndo)} `}
            {isForAll
              ? t(words.mailAllTold)
              : units.length === 1 && action.email !== undefined
                ? t(own.mailOne, { to: action.email })
                : t(own.mailMany, { count: units.length })}
          </p>
          <p class="field-fault" role="alert">
            {fault}
          </p>
          <Buttons onClose={() => dialog.current?.close()}>
            <button class="button primary" type="submit" disabled={running}>
              {progress !== null
                ? t(words.running, { done: progress, all: units.length })
                : t(needsCode ? words.goOn : own.button)}
            </button>
          </Buttons>
        </form>
      )}
      {step === 'code' && (
        <CodeStep
          onEntered={() => decide(result?.unknown ?? units.map(({ code }) => code))}
          running={running}
          fault={fault}
          onClose={() => dialog.current?.close()}
        />
      )}
      {step === 'done' && result && (
        <Outcome
          result={result}
          names={new Map(units.map(({ code, name }) => [code, name]))}
          {...{ running, fault }}
          words={own}
          onAgain={() => decide(result.unknown)}
          onClose={() => dialog.current?.close()}
        />
      )}
    </dialog>
  );
}
