import { useRef } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useWords } from '../../../page-context.ts';
import { ReasonField } from '../../reason-fields.tsx';
import { Doubts } from './doubts.tsx';
import { Answers, FiguresReason, LackingReason, NumberAndDay, Recipients, Tick } from './issue-fields.tsx';
import { Corrected, SignedPdf } from './office-files.tsx';
import { SignedText } from './signed-text.tsx';
import { SignerFields } from './signer-fields.tsx';
import { changesFigures, type IssueFormProps, toSee, useIssuing } from './use-issuing.ts';

/** Everything that somebody has to look at and to enter before the report goes out, and the button that sends it. */
export function IssueForm({ draft, path, onReload }: IssueFormProps) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const {
    entered,
    enter,
    signer,
    settle,
    seen,
    tick,
    pdf,
    docx,
    found,
    onFound,
    lacksMuch,
    onLacksMuch,
    code,
    isSending,
    fault,
    faults,
    submit,
    lookAgain,
  } = useIssuing({ draft, path, onReload }, (field) => {
    const named = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`);
    // While the file is being compared there is nothing to tick yet.
    (named(field) ?? named('signed'))?.focus();
  });
  const lacking = Object.keys(faults).length;
  return (
    <form ref={form} class="issue-form no-print" onSubmit={submit} noValidate>
      <Doubts draft={draft} fault={faults.doubts}>
        <Tick name="doubts" checked={seen.doubts} fault={faults.doubts} onTick={tick}>
          {t(words.doubtsSeen, { count: toSee(draft) })}
        </Tick>
        {draft.asked.length > 0 && <Answers {...{ draft, entered, enter, faults }} />}
      </Doubts>
      <section class="panel" aria-labelledby="issue-signed">
        <h2 id="issue-signed">{t(words.signed)}</h2>
        <NumberAndDay {...{ draft, entered, enter, faults }} />
        <SignerFields
          head={draft.signer.head}
          signer={entered.signer}
          faults={faults}
          onSigner={(by) => enter({ signer: by })}
          onSettled={settle}
        />
        <SignedPdf chosen={pdf} {...{ path, run: draft.run }} fault={faults.signed}>
          {pdf.file && (
            <SignedText
              {...{ path, run: draft.run, pdf: pdf.file, corrected: docx.file, signer }}
              doWithCode={code.doWithCode}
              onLacksMuch={onLacksMuch}
            >
              <Tick name="pdf" checked={seen.pdf} fault={faults.pdf} onTick={tick}>
                {t(words.pdfSeen)}
              </Tick>
              {lacksMuch && <LackingReason {...{ entered, enter, faults }} />}
            </SignedText>
          )}
        </SignedPdf>
        <Corrected
          chosen={docx}
          fault={faults.corrected}
          {...{ path, run: draft.run, found, onFound }}
          seen={draft.seen}
          doWithCode={code.doWithCode}
        >
          {found && found.corrections.length > 0 && (
            <Tick name="corrections" checked={seen.corrections} fault={faults.corrections} onTick={tick}>
              {t(words.correctionsSeen, { count: found.corrections.length })}
            </Tick>
          )}
          {changesFigures(found) && <FiguresReason {...{ entered, enter, faults }} />}
        </Corrected>
      </section>
      <section class="panel" aria-labelledby="issue-recipients">
        <Recipients recipients={draft.recipients} />
        <Tick name="recipients" checked={seen.recipients} fault={faults.recipients} onTick={tick}>
          {t(words.recipientsSeen)}
        </Tick>
        <ReasonField
          label={t(words.reason)}
          reason={entered.reason}
          hint={t(words.reasonHint)}
          onReason={(reason) => enter({ reason })}
          fault={faults.reason}
        />
      </section>
      <div class="issue-act">
        <p class="field-fault" role="alert">
          {fault?.said ?? (lacking > 0 && t(words.missing, { count: lacking }))}
        </p>
        <div class="button-row">
          <button
            // Of a draft that says something else than what counts now, another is drawn up first.
            class={draft.stale ? 'button' : 'button primary'}
            type="submit"
            disabled={code.running || draft.recipients.length === 0}
          >
            {t(isSending && code.running ? words.running : words.submit, { count: draft.recipients.length })}
          </button>
          {fault?.again && (
            <button class="button" type="button" onClick={lookAgain}>
              {t(words.lookAgain)}
            </button>
          )}
        </div>
      </div>
    </form>
  );
}
