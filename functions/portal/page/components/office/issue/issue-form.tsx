import { useEffect, useRef, useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { IssuedAs, IssueRequest, IssueView } from '../../../../contract/issue.ts';
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
  const { api } = useDependencies();
  const { t } = useWords();
  const code = useCode();
  const form = useRef<HTMLFormElement>(null);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<Readonly<Record<Seen, boolean>>>({
    doubts: false,
    pdf: false,
    recipients: false,
  });
  // What is shown is another now: it has to be looked at again.
  useEffect(() => setSeen((held) => ({ ...held, doubts: false, recipients: false })), [draft.seen]);
  const [fault, setFault] = useState<{ readonly said: string; readonly again: boolean } | null>(null);
  const place = { path, run: draft.run, doWithCode: code.doWithCode };
  const pdf = useOfficeFile(place, 'signed');
  const docx = useOfficeFile(place, 'corrected');
  const nobody = draft.recipients.length === 0;
  const tick = (what: Seen) => (event: { currentTarget: HTMLInputElement }) =>
    setSeen({ ...seen, [what]: event.currentTarget.checked });

  /** What is still to be done, in the order of the page; `at` finds the field. */
  function missing(): { readonly said: string; readonly at: string } | null {
    if (draft.doubts.length > 0 && !seen.doubts) return { said: t(words.missingDoubts), at: '[name=doubts]' };
    if (number.trim() === '') return { said: t(words.missingNumber), at: '[name=number]' };
    if (day === '') return { said: t(words.missingDay), at: '[name=day]' };
    if (pdf.file === null) return { said: t(words.missingPdf), at: '.signed-pdf input' };
    if (!seen.pdf) return { said: t(words.missingPdfSeen), at: '[name=pdf]' };
    if (!seen.recipients) return { said: t(words.missingRecipients), at: '[name=recipients]' };
    return reason.trim() === '' ? { said: t(words.missingReason), at: 'textarea' } : null;
  }

  function submit(event: Event): void {
    event.preventDefault();
    const lacks = missing();
    if (lacks || !pdf.file) {
      setFault(lacks && { said: lacks.said, again: false });
      if (lacks) form.current?.querySelector<HTMLElement>(lacks.at)?.focus();
      return;
    }
    setFault(null);
    const request: IssueRequest = {
      run: draft.run,
      number,
      day,
      pdf: pdf.file,
      corrected: docx.file,
      reason: reason.trim(),
      seen: draft.seen,
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

  return (
    <>
      <form ref={form} class="issue-form no-print" onSubmit={submit} noValidate>
        <Doubts doubts={draft.doubts}>
          <Tick name="doubts" checked={seen.doubts} onTick={tick('doubts')}>
            {t(words.doubtsSeen, { count: draft.doubts.length })}
          </Tick>
        </Doubts>
        <section class="panel" aria-labelledby="issue-signed">
          <h2 id="issue-signed">{t(words.signed)}</h2>
          <div class="issue-facts">
            <label class="field">
              <span class="field-label">{t(words.number)}</span>
              <input
                name="number"
                type="text"
                maxLength={60}
                value={number}
                aria-describedby="number-hint"
                onInput={(event) => setNumber(event.currentTarget.value)}
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
                value={day}
                aria-describedby="day-hint"
                onInput={(event) => setDay(event.currentTarget.value)}
                required
              />
              <span id="day-hint" class="field-hint">
                {t(words.dayHint, { from: shortDay(draft.from), to: shortDay(draft.today) })}
              </span>
            </label>
          </div>
          <SignedPdf
            chosen={pdf}
            {...{ path, run: draft.run }}
            onChoose={() => setSeen({ ...seen, pdf: false })}
          >
            <Tick name="pdf" checked={seen.pdf} onTick={tick('pdf')}>
              {t(words.pdfSeen)}
            </Tick>
          </SignedPdf>
          <Corrected chosen={docx} {...{ path, run: draft.run }} doWithCode={code.doWithCode} />
        </section>
        <section class="panel" aria-labelledby="issue-recipients">
          <h2 id="issue-recipients">{t(words.recipients)}</h2>
          {nobody ? (
            <p>{t(words.nobody)}</p>
          ) : (
            <ul class="recipients">
              {draft.recipients.map(({ name, email, had }) => (
                <li key={email}>
                  <strong>{name}</strong> <span class="board-email">{email}</span>
                  {had && <span class="small"> ({t(words.had)})</span>}
                </li>
              ))}
            </ul>
          )}
          <p class="reaches tone-warn">{t(words.noRecall)}</p>
          <Tick name="recipients" checked={seen.recipients} onTick={tick('recipients')}>
            {t(words.recipientsSeen)}
          </Tick>
          <ReasonField
            label={t(words.reason)}
            reason={reason}
            hint={t(words.reasonHint)}
            onReason={setReason}
          />
          <p class="field-fault" role="alert">
            {fault?.said}
          </p>
          <div class="button-row">
            <button class="button primary" type="submit" disabled={code.running || nobody}>
              {t(code.running ? words.running : words.submit)}
            </button>
            {fault?.again && (
              <button
                class="button"
                type="button"
                onClick={() => {
                  setFault(null);
                  onReload();
                }}
              >
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

type Seen = 'doubts' | 'pdf' | 'recipients';

interface TickProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onTick: (event: { currentTarget: HTMLInputElement }) => void;
  readonly children: preact.ComponentChildren;
}

function Tick({ name, checked, onTick, children }: TickProps) {
  return (
    <label class="tick">
      <input name={name} type="checkbox" checked={checked} onChange={onTick} /> <span>{children}</span>
    </label>
  );
}
