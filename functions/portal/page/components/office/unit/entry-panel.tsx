import { useRef, useState } from 'preact/hooks';
import { entry as words } from '../../../../../../shared/wording/page-entry.ts';
import { typing } from '../../../../../../shared/wording/page-typing.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { Mint, UploadReport } from '../../../../contract/uploads.ts';
import { typedMemory } from '../../../browser-memory.ts';
import { useDependencies, useTime, useWords } from '../../../page-context.ts';
import { entryRecordedAs, waitingFile } from '../../../recorded-as.ts';
import { pause, sha256Of, transfer } from '../../../sending/transfer.ts';
import { shortDay } from '../../../words.ts';
import { blame } from '../../blame.ts';
import { UploadChip } from '../../chip.tsx';
import { DayInWords, ReasonField } from '../../reason-fields.tsx';
import { FilePick } from '../../sending/file-pick.tsx';
import { TypeHere } from '../../typing/type-here.tsx';
import { useBehind } from '../../typing/use-behind.ts';
import { useCode } from '../use-code.ts';
import { FileDownload } from './file-download.tsx';

interface Props {
  readonly file: UnitFile;
  /** Of the unit's duty, below `/api/office/`. */
  readonly at: string;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  readonly onSent: () => void;
}

/** What the office sends in the unit's place: a file that came by another way, or what it types of a scan or a paper. */
export function EntryPanel(props: Props) {
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

function EntryForm(props: Props) {
  const { file, at } = props;
  const { api } = useDependencies();
  const { t } = useWords();
  const { dateTime } = useTime();
  const form = useRef<HTMLFormElement>(null);
  const [isTyping, setTyping] = useState(false);
  const entry = useEntry(props, (field) => blame(form.current?.querySelector<HTMLElement>(field)));
  const { duty } = file;
  const scans = duty.versions.filter(({ state }) => state === 'unreadable');
  const scan = scans.find(({ uploadId }) => uploadId === entry.standsFor);
  const as = entryRecordedAs(file, { file: scan ?? null, day: entry.receivedOn, now: props.now });
  const submit = as === null ? words.submit : as === 'late' ? words.submitLate : words.submitOnTime;
  return (
    <form ref={form} class="entry-form" onSubmit={entry.submit} noValidate>
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
        onOpen={() => setTyping(true)}
        onClose={() => {
          setTyping(false);
          entry.leaveTyping();
        }}
        findings={null}
        onType={entry.type}
        onFile={entry.choose}
      />
      {!isTyping && (
        <FilePick
          name={t(words.choose)}
          class="button"
          multiple={false}
          onFiles={([first]) => entry.choose(first ?? null)}
        />
      )}
      {entry.chosen && <p role="status">{t(words.chosen, { file: entry.chosen.name })}</p>}
      {entry.standsFor === '' && (
        <PaperDayField day={entry.receivedOn} now={props.now} onDay={entry.receiveOn} />
      )}
      <ReasonField
        label={t(words.reason)}
        reason={entry.reason}
        hint={t(words.reasonHint)}
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
      <button class="button primary" type="submit" disabled={entry.code.running || entry.isBehind}>
        {t(entry.code.running ? words.running : entry.isBehind ? typing.behind : submit)}
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

/** What was chosen and said, and its way: announced, sent, read, and what the reading came to. */
function useEntry({ file, at, onSent }: Props, focusOn: (field: string) => void) {
  const { api } = useDependencies();
  const { t } = useWords();
  const code = useCode();
  const { duty } = file;
  const memory = typedMemory(`office/${duty.unit.code}`, duty.period);
  const [chosen, setChosen] = useState<File | null>(null);
  const behind = useBehind<File | null>(setChosen, null);
  // Whoever types mostly has the file before them that waits for it, and it is that which dates the entry.
  const [standsFor, setStandsFor] = useState(waitingFile(file)?.uploadId ?? '');
  const [receivedOn, setReceivedOn] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [report, setReport] = useState<UploadReport | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    if (behind.isBehind) return;
    setReport(null);
    if (!chosen) say(t(words.fileMissing), 'input[type=file]');
    else if (reason.trim() === '') say(t(words.reasonMissing), ':scope > label textarea');
    else void send(chosen);
  }

  /** Says what is missing, and puts the focus there. */
  function say(sentence: string, field: string): void {
    setFault(sentence);
    focusOn(field);
  }

  async function send(wanted: File): Promise<void> {
    setFault(null);
    await code.doWithCode(
      async () => {
        const { name: fileName, size } = wanted;
        const about = { fileName, size, sha256: await sha256Of(wanted) };
        const dated =
          standsFor === '' ? { standsFor: null, ...(receivedOn !== '' && { receivedOn }) } : { standsFor };
        const asked = { ...about, reason: reason.trim(), ...dated };
        const mint = await api.ask<Mint>(`${at}/uploads`, ['uploadId', 'url', 'headers'], asked);
        const { signal } = new AbortController();
        await transfer(mint, wanted, () => undefined, signal);
        const read = await verdictOn(mint.uploadId, signal);
        setReport(read);
        if (read && /^accepted/.test(read.state)) memory.forget();
        onSent();
      },
      (why) => setFault(t(words.notSent, { file: wanted.name, why })),
    );
  }

  /** Null where it takes longer than somebody waits. */
  async function verdictOn(uploadId: string, signal: AbortSignal): Promise<UploadReport | null> {
    const path = `units/${encodeURIComponent(duty.unit.code)}/uploads/${uploadId}`;
    for (let round = 0; round < 40; round += 1) {
      const found = await api.ask<UploadReport>(path, ['uploadId', 'state', 'findings']);
      if (found.state !== 'minted' && found.state !== 'received') return found;
      await pause(1000 + 100 * round, signal);
    }
    return null;
  }

  return {
    code,
    memory,
    chosen,
    ...behind,
    standsFor,
    standFor: setStandsFor,
    receivedOn,
    receiveOn: setReceivedOn,
    reason,
    give: setReason,
    fault,
    report,
    submit,
  };
}
