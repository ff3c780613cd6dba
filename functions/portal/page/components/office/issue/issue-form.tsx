import { useEffect, useRef, useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { Corrections, IssuedAs, IssueRequest, IssueView } from '../../../../contract/issue.ts';
import { ApiRefused } from '../../../api.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { shortDay } from '../../../words.ts';
import { ReasonField } from '../../reason-fields.tsx';
import { CodeDialog } from '../code-dialog.tsx';
import { useCode } from '../use-code.ts';
import { Doubts } from './doubts.tsx';
import { Corrected, SignedPdf } from './office-files.tsx';
import { useOfficeFile } from './use-office-file.ts';

interface Props {
  readonly draft: NonNullable<IssueView['draft']>;
  readonly path: string;
  readonly onReload: () => void;
}

/** Everything that somebody has to look at and to enter before the report goes out, and the button that sends it. */
export function IssueForm({ draft, path, onReload }: Props) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { entered, enter, seen, tick, pdf, docx, found, onFound, code, fault, submit, lookAgain } =
    useIssuing({ draft, path, onReload }, (field) =>
      form.current?.querySelector<HTMLElement>(field)?.focus(),
    );
  return (
    <>
      <form ref={form} class="issue-form no-print" onSubmit={submit} noValidate>
        <Doubts doubts={draft.doubts}>
          <Tick name="doubts" checked={seen.doubts} onTick={tick}>
            {t(words.doubtsSeen, { count: draft.doubts.length })}
          </Tick>
        </Doubts>
        <section class="panel" aria-labelledby="issue-signed">
          <h2 id="issue-signed">{t(words.signed)}</h2>
          <NumberAndDay {...{ draft, entered, enter }} />
          <SignedPdf chosen={pdf} {...{ path, run: draft.run }} onChoose={() => tick('pdf', false)}>
            <Tick name="pdf" checked={seen.pdf} onTick={tick}>
              {t(words.pdfSeen)}
            </Tick>
          </SignedPdf>
          <Corrected
            chosen={docx}
            {...{ path, run: draft.run, found, onFound }}
            seen={draft.seen}
            doWithCode={code.doWithCode}
          >
            {found && found.corrections.length > 0 && (
              <Tick name="corrections" checked={seen.corrections} onTick={tick}>
                {t(words.correctionsSeen, { count: found.corrections.length })}
              </Tick>
            )}
            {changesFigures(found) && (
              <label class="field">
                <span class="field-label">{t(words.figuresReason)}</span>
                <textarea
                  name="figures"
                  rows={2}
                  maxLength={1000}
                  value={entered.figuresReason}
                  aria-describedby="figures-hint"
                  onInput={(event) => enter({ figuresReason: event.currentTarget.value })}
                  required
                />
                <span id="figures-hint" class="field-hint">
                  {t(words.figuresReasonHint)}
                </span>
              </label>
            )}
          </Corrected>
        </section>
        <section class="panel" aria-labelledby="issue-recipients">
          <Recipients recipients={draft.recipients} />
          <Tick name="recipients" checked={seen.recipients} onTick={tick}>
            {t(words.recipientsSeen)}
          </Tick>
          <ReasonField
            label={t(words.reason)}
            reason={entered.reason}
            hint={t(words.reasonHint)}
            onReason={(reason) => enter({ reason })}
          />
          <p class="field-fault" role="alert">
            {fault?.said}
          </p>
          <div class="button-row">
            <button
              class="button primary"
              type="submit"
              disabled={code.running || draft.recipients.length === 0}
            >
              {t(code.running ? words.running : words.submit)}
            </button>
            {fault?.again && (
              <button class="button" type="button" onClick={lookAgain}>
                {t(words.lookAgain)}
              </button>
            )}
          </div>
        </section>
      </form>
      {code.asking && <CodeDialog code={code} />}
    </>
  );
}

interface Entered {
  readonly number: string;
  /** yyyy-mm-dd, or empty. */
  readonly day: string;
  readonly reason: string;
  /** Why figures were changed by hand. */
  readonly figuresReason: string;
}

function changesFigures(found: Corrections | null): boolean {
  return found?.corrections.some((each) => each.changesFigures) ?? false;
}

/** What was entered and looked at, what is still missing, and the act itself. */
function useIssuing({ draft, path, onReload }: Props, focusOn: (field: string) => void) {
  const { api } = useDependencies();
  const { t } = useWords();
  const code = useCode();
  const [entered, setEntered] = useState<Entered>({
    number: '',
    day: '',
    reason: '',
    figuresReason: '',
  });
  const [found, setFound] = useState<Corrections | null>(null);
  const [seen, setSeen] = useState<Readonly<Record<Seen, boolean>>>({
    doubts: false,
    pdf: false,
    corrections: false,
    recipients: false,
  });
  // What is shown is another now: it has to be looked at again.
  useEffect(
    () => setSeen((held) => ({ ...held, doubts: false, corrections: false, recipients: false })),
    [draft.seen],
  );
  const [fault, setFault] = useState<{ readonly said: string; readonly again: boolean } | null>(null);
  const place = { path, run: draft.run, doWithCode: code.doWithCode };
  const pdf = useOfficeFile(place, 'signed');
  const docx = useOfficeFile(place, 'corrected');

  /** What is still to be done, in the order of the page; `at` finds the field. */
  function missing(): { readonly said: string; readonly at: string } | null {
    const { number, day, reason } = entered;
    if (draft.doubts.length > 0 && !seen.doubts) return { said: t(words.missingDoubts), at: '[name=doubts]' };
    if (number.trim() === '') return { said: t(words.missingNumber), at: '[name=number]' };
    if (day === '') return { said: t(words.missingDay), at: '[name=day]' };
    if (pdf.file === null) return { said: t(words.missingPdf), at: '.signed-pdf input' };
    if (!seen.pdf) return { said: t(words.missingPdfSeen), at: '[name=pdf]' };
    if (docx.file !== null && found === null)
      return { said: t(words.missingComparison), at: '.corrected-docx input' };
    if (found && found.corrections.length > 0 && !seen.corrections)
      return { said: t(words.missingCorrections), at: '[name=corrections]' };
    if (changesFigures(found) && entered.figuresReason.trim() === '')
      return { said: t(words.missingFiguresReason), at: '[name=figures]' };
    if (!seen.recipients) return { said: t(words.missingRecipients), at: '[name=recipients]' };
    return reason.trim() === ''
      ? { said: t(words.missingReason), at: '[aria-describedby=reason-hint]' }
      : null;
  }

  function submit(event: Event): void {
    event.preventDefault();
    const lacks = missing();
    if (lacks || !pdf.file) {
      setFault(lacks && { said: lacks.said, again: false });
      if (lacks) focusOn(lacks.at);
      return;
    }
    setFault(null);
    const { number, day, figuresReason } = entered;
    const request: IssueRequest = {
      number,
      day,
      reason: entered.reason.trim(),
      ...(changesFigures(found) && { figuresReason: figuresReason.trim() }),
      run: draft.run,
      pdf: pdf.file,
      corrected: docx.file,
      seen: docx.file && found ? found.seen : draft.seen,
    };
    void code.doWithCode(
      async () => {
        await api.ask<IssuedAs>(path, ['edition', 'number', 'sentTo'], request);
        onReload();
      },
      (said, error) =>
        setFault({
          said,
          again: error instanceof ApiRefused && ['ISSUE_CHANGED', 'ALREADY_ISSUED'].includes(error.code),
        }),
    );
  }

  return {
    entered,
    enter: (change: Partial<Entered>) => setEntered((held) => ({ ...held, ...change })),
    seen,
    tick: (what: Seen, checked: boolean) => setSeen((held) => ({ ...held, [what]: checked })),
    pdf,
    docx,
    found,
    onFound: (differs: Corrections | null) => {
      setFound(differs);
      setSeen((held) => ({ ...held, corrections: false }));
    },
    code,
    fault,
    submit,
    lookAgain: () => {
      setFault(null);
      onReload();
    },
  };
}

interface FactsProps {
  readonly draft: Props['draft'];
  readonly entered: Entered;
  readonly enter: (change: Partial<Entered>) => void;
}

/** Number and day of the paper that was signed. */
function NumberAndDay({ draft, entered, enter }: FactsProps) {
  const { t } = useWords();
  return (
    <div class="issue-facts">
      <label class="field">
        <span class="field-label">{t(words.number)}</span>
        <input
          name="number"
          type="text"
          maxLength={60}
          value={entered.number}
          aria-describedby="number-hint"
          onInput={(event) => enter({ number: event.currentTarget.value })}
          required
        />
        <span id="number-hint" class="field-hint">
          {t(words.numberHint)}
        </span>
      </label>
      <label class="field">
        <span class="field-label">{t(words.day)}</span>
        <input
          name="day"
          type="date"
          min={draft.from}
          max={draft.today}
          value={entered.day}
          aria-describedby="day-hint"
          onInput={(event) => enter({ day: event.currentTarget.value })}
          required
        />
        <span id="day-hint" class="field-hint">
          {t(words.dayHint, { from: shortDay(draft.from), to: shortDay(draft.today) })}
        </span>
      </label>
    </div>
  );
}

/** Who gets it, and that nobody can call it back. */
function Recipients({ recipients }: Pick<Props['draft'], 'recipients'>) {
  const { t } = useWords();
  return (
    <>
      <h2 id="issue-recipients">{t(words.recipients)}</h2>
      {recipients.length === 0 ? (
        <p>{t(words.nobody)}</p>
      ) : (
        <ul class="recipients">
          {recipients.map(({ name, email, had }) => (
            <li key={email}>
              <strong>{name}</strong> <span class="board-email">{email}</span>
              {had && <span class="small"> ({t(words.had)})</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="reaches tone-warn">{t(words.noRecall)}</p>
    </>
  );
}

type Seen = 'doubts' | 'pdf' | 'corrections' | 'recipients';

interface TickProps {
  readonly name: Seen;
  readonly checked: boolean;
  readonly onTick: (what: Seen, checked: boolean) => void;
  readonly children: preact.ComponentChildren;
}

function Tick({ name, checked, onTick, children }: TickProps) {
  return (
    <label class="tick">
      <input
        name={name}
        type="checkbox"
        checked={checked}
        onChange={(event) => onTick(name, event.currentTarget.checked)}
      />{' '}
      <span>{children}</span>
    </label>
  );
}
