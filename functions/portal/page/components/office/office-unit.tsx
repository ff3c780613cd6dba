import { office as words } from '../../../../../shared/wording/page-office.ts';
import type { OfficeUnit as Line } from '../../../contract/office.ts';
import { useTime, useWords } from '../../page-context.ts';
import { UploadChip, uploadTone } from '../chip.tsx';

/** One unit: when it filed, what its newest file became where that does not count, and the reason given. */
export function OfficeUnit({ line }: { line: Line }) {
  const { t, language } = useWords();
  const { dateTime } = useTime();
  const { unit, status, filedAt, attempt, reason } = line;
  const silent = filedAt === null && attempt === null && reason === null;
  const time = (iso: string) => dateTime(iso) ?? iso;
  return (
    <li class="office-unit">
      <span class="period">{unit.code}</span>
      <p class="office-unit-name">{unit.name}</p>
      <div class="office-unit-facts">
        {silent && <p class="small">{t(words.nothingYet)}</p>}
        {filedAt !== null && (
          <p class="small">
            {t(status === 'nil' ? words.declaredAt : words.filedAt, { time: time(filedAt) })}
          </p>
        )}
        {reason !== null && (
          <p class="small">
            <strong>{t(words.reason)}:</strong> {reason}
          </p>
        )}
        {attempt && (
          <div class={`office-attempt tone-${uploadTone[attempt.state]}`}>
            <p class="office-attempt-head">
              <UploadChip state={attempt.state} /> <span class="office-file">{attempt.fileName}</span>{' '}
              <span class="small">{t(words.sentAt, { time: time(attempt.receivedAt) })}</span>
            </p>
            {attempt.firstFinding && <p class="small">{attempt.firstFinding.message[language]}</p>}
            <p class="small">{t(words.attempt)}</p>
          </div>
        )}
      </div>
    </li>
  );
}
