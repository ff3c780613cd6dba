import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send, verdict as verdictWords, stages as words } from '../../../../../shared/wording/page-upload.ts';
import { dutyStatusWords } from '../../../../../shared/wording/statuses.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import { typedMemory } from '../../browser-memory.ts';
import { groupOf } from '../../duty-order.ts';
import { useDependencies, useTime, useUploads, useWords } from '../../page-context.ts';
import { isBusy, isUnsent } from '../../sending/upload-states.ts';
import { dutyTone } from '../chip.tsx';
import { Chooser } from './chooser.tsx';
import { UploadList } from './upload-list.tsx';

/** The way of files, from choosing them to their verdicts, in one place of the page. */
export function SendPanel({ duty, onVerdict }: { duty: DutyDetail; onVerdict: () => void }) {
  const { uploads } = useDependencies();
  const { t } = useWords();
  const all = useUploads();
  const [again, setAgain] = useState<readonly File[] | null>(null);
  const mine = all.filter(({ state }) => state.file.period === duty.period);
  const elsewhere = all.find(({ state }) => state.file.period !== duty.period && isBusy(state));
  useLeaveWarning(all.some(({ state }) => isUnsent(state)));

  const verdicts = mine.filter(({ state }) => state.step === 'done').length;
  const accepted = mine.some(({ state }) => state.step === 'done' && /^accepted/.test(state.report.state));
  useEffect(() => {
    if (accepted) typedMemory(duty.unit.code, duty.period).forget();
  }, [accepted]);
  const told = useRef(onVerdict);
  told.current = onVerdict;
  useEffect(() => {
    if (verdicts > 0) told.current();
  }, [verdicts]);

  const hasResult = mine.length > 0 ? verdicts === mine.length : groupOf[duty.status] === 'done';
  return (
    <section class="panel send" aria-labelledby="send-title">
      <h2 id="send-title">{t(hasResult ? verdictWords.title : send.title)}</h2>
      {mine.length > 0 ? (
        <UploadList
          uploads={mine}
          duty={duty}
          onAnother={(files) => {
            setAgain(files);
            uploads.forget();
          }}
        />
      ) : elsewhere ? (
        <p class="notice tone-info">{t(words.sendingElsewhere, { file: elsewhere.state.file.name })}</p>
      ) : (
        <Filed duty={duty} again={again !== null}>
          <Chooser
            duty={duty}
            again={again}
            onSend={(files, sender) => void uploads.start(duty.period, files, sender)}
          />
        </Filed>
      )}
    </section>
  );
}

interface FiledProps {
  readonly duty: DutyDetail;
  /** True where another file was asked for already. */
  readonly again: boolean;
  readonly children: ComponentChildren;
}

/** The good news first; whoever wants to send another file unfolds the form. */
function Filed({ duty, again, children }: FiledProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const isDone = groupOf[duty.status] === 'done';
  // Folded, the form must not take what is dropped or pasted on the page.
  const [open, setOpen] = useState(again || !isDone);
  // Once it stands open it stays so, whatever the page learns meanwhile: files may be chosen in it.
  if (!isDone && !open) setOpen(true);
  const counting = duty.versions.find(({ uploadId }) => uploadId === duty.counts);
  return (
    <>
      {isDone && (
        <>
          <div class={`notice tone-${dutyTone[duty.status]}`}>
            <h3 class="verdict-title">{t(dutyStatusWords[duty.status])}</h3>
            <p>
              {counting &&
                t(send.filedFacts, { file: counting.fileName, time: dateTime(counting.sentAt) ?? '—' })}{' '}
              {t(send.nothingMore)}
            </p>
          </div>
          <button
            class="button send-again no-print"
            type="button"
            aria-expanded={open}
            onClick={() => setOpen((was) => !was)}
          >
            {t(counting ? send.again : send.afterNil)}
          </button>
        </>
      )}
      {open && (
        <div key="form" class={isDone ? 'sent-again' : undefined}>
          {counting && <p class="small">{t(send.replaces)}</p>}
          {children}
        </div>
      )}
    </>
  );
}

/** While bytes are on their way, the browser asks before it closes the page. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [active]);
}
