import { useState } from 'preact/hooks';
import type { Reading } from '../../../../../shared/reading/model/reading.ts';
import { formats } from '../../../../../shared/vocabulary/formats.ts';
import { preview, check as words } from '../../../../../shared/wording/page-check.ts';
import { verdict } from '../../../../../shared/wording/page-upload.ts';
import { uploadStateWords } from '../../../../../shared/wording/statuses.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import { type Draft, isWrongFile, type Standing, saysWrongFile, standingOf } from '../../checking/drafts.ts';
import { checkFile } from '../../checking/file-checks.ts';
import { previewRows, tally } from '../../checking/preview.ts';
import { groupFindings, inLanguage } from '../../findings.ts';
import { useTime, useWords } from '../../page-context.ts';
import type { OnPage } from '../../typing/on-page.ts';
import { fileSize } from '../../words.ts';
import type { Tone } from '../chip.tsx';
import { FindingGroups } from '../verdict/finding-groups.tsx';
import { WhatWasRead } from '../verdict/what-was-read.tsx';

const tones: Record<Standing, Tone> = {
  blocked: 'bad',
  checking: 'info',
  fine: 'good',
  warnings: 'warn',
  errors: 'bad',
  unreadable: 'warn',
  unchecked: 'calm',
};

interface Props {
  readonly draft: Draft;
  readonly duty: DutyDetail;
  /** True where it is the only one: then all that was read lies open. */
  readonly alone: boolean;
  /** Given where it holds what is typed beside it: in which words of the page that is told, and nothing of its cells. */
  readonly typed: OnPage | null;
  readonly onRemove: () => void;
  /** Keeps the file with its findings noted in it on the device; false where it cannot be had. */
  readonly onAnnotate: () => Promise<boolean>;
}

/** A chosen file before it travels: whether it will be accepted, what to mend, and what the engine read in it. */
export function DraftCard({ draft, duty, alone, typed, onRemove, onAnnotate }: Props) {
  const { t, language } = useWords();
  const { file, checked } = draft;
  const reading = checked && 'reading' in checked ? checked.reading : null;
  const standing = standingOf(draft);
  const { obstacle, warning } = checkFile(file, language);
  // Of the wrong file nothing matters but that it is the wrong one: compared with this duty, all of it looks amiss.
  const wrong = isWrongFile(draft);
  const findings = (reading?.findings ?? [])
    .filter((finding) => !wrong || saysWrongFile(finding))
    .map((finding) => typed?.(finding) ?? finding);
  return (
    <article
      class={`draft tone-${tones[standing]}${alone ? ' alone' : ''}`}
      aria-busy={standing === 'checking'}
    >
      <header class="draft-head">
        <h3 class="draft-name">
          {file.name} <span class="small">{fileSize(file.size, language)}</span>
        </h3>
        <button
          class="remove"
          type="button"
          title={t(words.remove)}
          aria-label={`${t(words.remove)}: ${file.name}`}
          onClick={onRemove}
        />
      </header>
      <Outcome {...{ draft, duty, standing, obstacle }} typed={typed !== null} />
      <SentBefore uploadId={draft.sentBefore} duty={duty} />
      {standing === 'unchecked' && warning !== null && <p class="field-warning">{warning}</p>}
      {reading && canAnnotate(reading) && !wrong && typed === null && (
        <AnnotatedCopy onAnnotate={onAnnotate} />
      )}
      <FindingGroups groups={groupFindings(inLanguage(findings, language))} />
      {reading && alone && !wrong && <h4 class="preview-title">{t(preview.title)}</h4>}
      {reading && (
        <WhatWasRead
          read={reading}
          duty={duty}
          open={alone && !wrong && typed === null}
          typed={typed !== null}
        />
      )}
    </article>
  );
}

interface OutcomeProps {
  readonly draft: Draft;
  readonly duty: DutyDetail;
  readonly typed: boolean;
  readonly standing: Standing;
  readonly obstacle: string | null;
}

/** What the check came to, in a sentence each for what it is and what to do. */
function Outcome({ draft, duty, typed, standing, obstacle }: OutcomeProps) {
  const { t } = useWords();
  const [title, lead] = said();
  return (
    <div class={`notice tone-${tones[standing]}`}>
      <h4 class={standing === 'checking' ? 'busy' : undefined}>{title}</h4>
      <p>{lead}</p>
    </div>
  );

  function said(): readonly [title: string, lead: string] {
    if (obstacle !== null) return [t(words.blocked), obstacle];
    const { checked } = draft;
    if (checked === null) return [t(words.checking), t(words.checkingHint)];
    if ('unchecked' in checked) {
      if (checked.unchecked === 'old-word') return [t(words.unreadable), t(words['old-word'])];
      return [t(standing === 'blocked' ? words.blocked : words.unchecked), t(words[checked.unchecked])];
    }
    if (isWrongFile(draft)) return [t(words.wrongFile), t(words.wrongFileLead)];
    const { findings, values } = checked.reading;
    if (typed && standing === 'warnings' && findings.some(({ code }) => code === 'BLANK')) {
      return [t(words.partly, tally(previewRows(duty.indicators, values, []))), t(words.partlyLead)];
    }
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    switch (standing) {
      case 'errors':
        return [
          t(words.errors, { count: count('error') }),
          t(typed ? words.errorsLeadTyped : words.errorsLead),
        ];
      case 'unreadable':
        return [t(words.unreadable), t(words.unreadableLead)];
      case 'warnings':
        return [t(words.warnings, { count: count('warning') }), t(words.warningsLead)];
      default:
        return [t(words.fine), t(words.fineLead)];
    }
  }
}

function canAnnotate({ format, findings }: Reading): boolean {
  return format !== null && formats[format].annotated && findings.some(({ severity }) => severity !== 'note');
}

/** The findings in the file itself, before it is sent: made on this device. */
function AnnotatedCopy({ onAnnotate }: Pick<Props, 'onAnnotate'>) {
  const { t } = useWords();
  const [state, setState] = useState<'none' | 'running' | 'failed'>('none');

  async function keep(): Promise<void> {
    setState('running');
    setState((await onAnnotate()) ? 'none' : 'failed');
  }

  return (
    <div class="annotated">
      <button class="button" type="button" disabled={state === 'running'} onClick={() => void keep()}>
        {t(verdict.annotated)}
      </button>
      <p class="small">{t(verdict.annotatedLead)}</p>
      {state === 'failed' && (
        <p class="field-fault" role="alert">
          {t(words.notAnnotated)}
        </p>
      )}
    </div>
  );
}

function SentBefore({ uploadId, duty }: { uploadId: string | null; duty: DutyDetail }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const version = duty.versions.find((one) => one.uploadId === uploadId);
  if (!version) return null;
  const state = t(uploadStateWords[version.state]);
  return (
    <p class="field-warning">
      {t(words.sentBefore, { time: dateTime(version.sentAt) ?? version.sentAt, state })}
    </p>
  );
}
