import { useRef, useState } from 'preact/hooks';
import { entry as words } from '../../../../../../shared/wording/page-entry.ts';
import { typing } from '../../../../../../shared/wording/page-typing.ts';
import type { UploadReport } from '../../../../contract/uploads.ts';
import { standingOf, toldOf } from '../../../checking/drafts.ts';
import { useDependencies, useTime, useWords } from '../../../page-context.ts';
import { entryRecordedAs } from '../../../recorded-as.ts';
import type { OnPage } from '../../../typing/on-page.ts';
import { shortDay } from '../../../words.ts';
import { UploadChip } from '../../chip.tsx';
import { FieldFault, markOf } from '../../field-fault.tsx';
import { DayInWords, ReasonField } from '../../reason-fields.tsx';
import { DraftCard } from '../../sending/draft-card.tsx';
import { FilePick } from '../../sending/file-pick.tsx';
import { TypeHere } from '../../typing/type-here.tsx';
import { FileDownload } from './file-download.tsx';
import { type EntryProps, useEntry } from './use-entry.ts';

/** What the office sends in the unit's place: a file that came by another way, or what it types of a scan or a paper. */
export function EntryPanel(props: EntryProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section class="panel no-print" aria-labelledby="entry-title">
      <h2 id="entry-title">{t(words.title)}</h2>
      <p class="small">{t(words.lead)}</p>
      {open ? (
        <EntryForm {...props} />
      ) : (
        <button class="button" type="button" onClick={() => setOpen(true)}>
          {t(words.open)}
        </button>
      )}
    </section>
  );
}

function EntryForm(props: EntryProps) {
  const { file, at } = props;
  const { api } = useDependencies();
  const { t } = useWords();
  const { dateTime } = useTime();
  const form = useRef<HTMLFormElement>(null);
  const [isTyping, setTyping] = useState(false);
  const [tell, setTell] = useState<OnPage | null>(null);
  const entry = useEntry(props, form);
  const { draft } = entry;
  const willBeRejected = draft !== null && standingOf(draft) === 'errors';
  const { duty } = file;
  const scans = duty.versions.filter(({ state }) => state === 'unreadable');
  const scan = scans.find(({ uploadId }) => uploadId === entry.standsFor);
  const as = entryRecordedAs(file, { file: scan ?? null, day: entry.receivedOn, now: props.now });
  const submit = as === null ? words.submit : as === 'late' ? words.submitLate : words.submitOnTime;
  return (
    <form ref={form} class="entry-form" onInput={entry.onInput} onSubmit={entry.submit} noValidate>
      {scans.length > 0 && (
        <label class="field">
          <span class="field-label">{t(words.standsFor)}</span>
          <select value={entry.standsFor} onChange={({ currentTarget: { value } }) => entry.standFor(value)}>
            {scans.map(({ uploadId, fileName, sentAt }) => (
              <option key={uploadId} value={uploadId}>
                {fileName} ({dateTime(sentAt)}){!file.legible.includes(uploadId) && t(words.mayNotOpen)}
              </option>
            ))}
            <option value="">{t(words.standsForNone)}</option>
          </select>
        </label>
      )}
      {scan && (
        <FileDownload
          key={scan.uploadId}
          unit={duty.unit.code}
          uploadId={scan.uploadId}
          fileName={scan.fileName}
          which="file"
          name={t(words.openScan)}
        />
      )}
      <TypeHere
        duty={duty}
        form={() => api.officeFile(`${at}/form`)}
        memory={entry.memory}
        onOpen={() => {
          entry.prepare();
          setTyping(true);
        }}
        onClose={() => {
          setTyping(false);
          entry.leaveTyping();
        }}
        findings={draft && toldOf(draft, tell)}
        onForm={(onForm) => setTell(() => onForm)}
        onType={entry.type}
        onFile={entry.choose}
      />
      {!isTyping && (
        <FilePick
          name={t(words.choose)}
          class="button"
          multiple={false}
          onOpen={entry.prepare}
          onFiles={([first]) => entry.choose(first ?? null)}
          field={{ name: 'file', ...markOf('file', entry.faultAt('file')) }}
        />
      )}
      <FieldFault name="file" said={draft ? undefined : entry.faultAt('file')} />
      {draft && (
        <DraftCard
          draft={draft}
          duty={duty}
          alone={false}
          typed={isTyping ? tell : null}
          onRemove={() => entry.choose(null)}
          onAnnotate={() => entry.keepAnnotated(draft)}
        />
      )}
      {entry.standsFor === '' && (
        <PaperDayField day={entry.receivedOn} now={props.now} onDay={entry.receiveOn} />
      )}
      <ReasonField
        label={t(words.reason)}
        reason={entry.reason}
        hint={t(words.reasonHint)}
        fault={entry.faultAt('reason')}
        onReason={entry.give}
      />
      <p class="reaches tone-warn">
        {t(words.reaches, { to: file.contact.email })}{' '}
        {scan
          ? t(words.datedByFile, { time: dateTime(scan.sentAt) ?? scan.sentAt })
          : entry.receivedOn === ''
            ? t(words.datedNow)
            : t(words.datedByDay, { day: shortDay(entry.receivedOn) })}{' '}
        {as && <strong>{t(as === 'late' ? words.asLate : words.asOnTime)}</strong>}
      </p>
      <p class="field-fault" role="alert">
        {entry.fault}
      </p>
      <button
        class={willBeRejected ? 'button' : 'button primary'}
        type="submit"
        disabled={entry.code.running || entry.isBehind}
      >
        {t(
          entry.code.running
            ? words.running
            : entry.isBehind
              ? typing.behind
              : willBeRejected
                ? words.submitDespiteErrors
                : submit,
        )}
      </button>
      {entry.report && <EntryVerdict report={entry.report} />}
    </form>
  );
}

/** The day of the stamp on a paper; none where it comes only now. */
function PaperDayField(props: {
  readonly day: string;
  readonly now: number;
  readonly onDay: (day: string) => void;
}) {
  const { day, now, onDay } = props;
  const { t } = useWords();
  const { today } = useTime();
  return (
    <label class="field">
      <span class="field-label">{t(words.receivedOn)}</span>
      <input
        type="date"
        max={today(now)}
        value={day}
        aria-describedby="received-on-hint"
        onInput={(event) => onDay(event.currentTarget.value)}
      />
      {day !== '' && <DayInWords day={day} />}
      <span id="received-on-hint" class="field-hint">
        {t(words.receivedOnHint)}
      </span>
    </label>
  );
}

/** What the reading came to. */
function EntryVerdict({ report }: { readonly report: UploadReport }) {
  return (
    <div role="status" class="entry-verdict">
      <UploadChip state={report.state} />
      <ul>
        {report.findings
          .filter(({ severity }) => severity === 'error')
          .map(({ code: rule, message, found }) => (
            <li key={`${rule}/${message}/${found}`}>{message}</li>
          ))}
      </ul>
    </div>
  );
}
