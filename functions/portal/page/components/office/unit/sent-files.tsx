import { useState } from 'preact/hooks';
import { frame } from '../../../../../../shared/wording/page.ts';
import { actionWords } from '../../../../../../shared/wording/page-deciding.ts';
import { entry } from '../../../../../../shared/wording/page-entry.ts';
import { history, standingWords } from '../../../../../../shared/wording/page-history.ts';
import { unitFile as words } from '../../../../../../shared/wording/page-unit-file.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { Version } from '../../../../contract/duties.ts';
import type { UploadReport } from '../../../../contract/uploads.ts';
import { groupFindings, withLines } from '../../../findings.ts';
import { useAnswer, useTime, useWords } from '../../../page-context.ts';
import { waivedRecordedAs } from '../../../recorded-as.ts';
import { capitalised } from '../../../words.ts';
import { UploadChip, uploadTone } from '../../chip.tsx';
import { Trouble } from '../../trouble.tsx';
import { FindingGroups } from '../../verdict/finding-groups.tsx';
import { WhatWasRead } from '../../verdict/what-was-read.tsx';
import type { Action } from '../action.ts';
import { aboutUnit } from './about-unit.ts';
import { FileDownload } from './file-download.tsx';

interface Props {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly onAct: (action: Action) => void;
}

/** Every file that the unit sent, newest first, with its verdict, its figures, and what can be decided about it. */
export function SentFiles({ file, decides, onAct }: Props) {
  const { t } = useWords();
  const { versions } = file.duty;
  return (
    <section class="panel" aria-labelledby="files-title">
      <h2 id="files-title">{t(words.files)}</h2>
      {versions.length === 0 && <p class="small">{t(words.noFiles)}</p>}
      <ol class="history">
        {versions.map((version) => (
          <SentFile key={version.uploadId} {...{ version, file, decides, onAct }} />
        ))}
      </ol>
    </section>
  );
}

function SentFile({ version, file, decides, onAct }: Props & { version: Version }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const [open, setOpen] = useState(false);
  const { uploadId, fileName, standing, state } = version;
  const counts = standing === 'counts';
  const couldCount = counts || standing === 'replaced' || standing === 'nil-declared';
  const errors = file.waivable.find((each) => each.uploadId === uploadId)?.errors;
  const act = (kind: Action['kind']) =>
    onAct({
      ...aboutUnit(file, kind),
      file: { uploadId, name: fileName, ...(errors !== undefined && { errors }) },
      ...(kind === 'waive' && { recordedAs: waivedRecordedAs(file, version) }),
    });
  return (
    <li class={`event tone-${counts ? 'good' : uploadTone[state]}`}>
      <div class="event-head">
        <h3 class="event-title">{fileName}</h3>
        <UploadChip state={state} />
      </div>
      <p class="small event-facts">
        <span>{dateTime(version.sentAt)}</span>
        <span>
          {t(history.receipt)} <code>{version.receipt}</code>
        </span>
        {version.sender !== null && <span>{t(history.sender, { sender: version.sender })}</span>}
      </p>
      {version.entered && <p class="small">{t(entry.mark, { reason: version.entered.reason })}</p>}
      <p class={counts ? 'standing counting' : 'standing small'}>{capitalised(t(standingWords[standing]))}</p>
      {version.reason !== null && <p class="small">{t(history.reason, { reason: version.reason })}</p>}
      <div class="button-row no-print">
        <button
          class="button small-button"
          type="button"
          aria-expanded={open}
          aria-label={`${t(open ? words.hideVerdict : words.showVerdict)}: ${fileName}`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? words.hideVerdict : words.showVerdict)}
        </button>
        <FileDownload
          unit={file.duty.unit.code}
          {...{ uploadId, fileName }}
          which="file"
          name={t(words.download)}
        />
        {decides && couldCount && (
          <>
            <button class="button small-button" type="button" onClick={() => act('return')}>
              {t(actionWords.return.button)}
            </button>
            <button class="button small-button" type="button" onClick={() => act('exclude-version')}>
              {t(actionWords['exclude-version'].button)}
            </button>
          </>
        )}
        {decides && errors !== undefined && (
          <button class="button small-button" type="button" onClick={() => act('waive')}>
            {t(actionWords.waive.button)}
          </button>
        )}
      </div>
      {open && <VerdictOf unit={file.duty.unit.code} uploadId={uploadId} file={file} />}
    </li>
  );
}

function VerdictOf({ unit, uploadId, file }: { unit: string; uploadId: string; file: UnitFile }) {
  const { t, language } = useWords();
  const at = `units/${encodeURIComponent(unit)}/uploads/${encodeURIComponent(uploadId)}`;
  const report = useAnswer((api) => api.ask<UploadReport>(at, ['uploadId', 'state', 'findings']), at);
  if (report.error !== null) return <Trouble error={report.error} onRetry={report.reload} />;
  if (!report.value) return <p class="loading">{t(frame.loading)}</p>;
  return (
    <article class="verdict">
      <FindingGroups groups={groupFindings(withLines(report.value, file.duty.indicators, language))} />
      <WhatWasRead read={report.value} duty={file.duty} open={true} />
      {report.value.annotated && (
        <p>
          <FileDownload
            {...{ unit, uploadId }}
            fileName={report.value.annotated.fileName}
            which="annotated"
            name={t(words.annotated)}
          />
        </p>
      )}
    </article>
  );
}
