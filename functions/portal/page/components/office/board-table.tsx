import { isOwing } from '../../../../../shared/filing/owing.ts';
import { notReminded, board as words } from '../../../../../shared/wording/page-desk.ts';
import { office } from '../../../../../shared/wording/page-office.ts';
import type { BoardLine } from '../../board.ts';
import { useTime, useWords } from '../../page-context.ts';
import { shortDay } from '../../words.ts';
import { DutyChip, dutyTone, UploadChip } from '../chip.tsx';
import { Phone } from './phone.tsx';
import type { Reminded } from './use-units.ts';

interface Props {
  readonly lines: readonly BoardLine[];
  /** Codes; null where nothing can be chosen. */
  readonly picked: ReadonlySet<string> | null;
  readonly reminded: Reminded;
  readonly allPicked: boolean;
  readonly pickAllLabel: string;
  readonly onPick: (code: string) => void;
  readonly onPickAll: (all: boolean) => void;
  readonly onOpen: (code: string) => void;
}

/** One line a unit: what it stands at, in colour and in words, and why. */
export function BoardTable({
  lines,
  picked,
  reminded,
  allPicked,
  pickAllLabel,
  onPick,
  onPickAll,
  onOpen,
}: Props) {
  const { t } = useWords();
  return (
    <table class="board-table">
      <thead>
        <tr>
          {picked && (
            <th scope="col" class="pick no-print">
              <label class="pick-label">
                <input
                  type="checkbox"
                  checked={allPicked}
                  aria-label={pickAllLabel}
                  onChange={() => onPickAll(!allPicked)}
                />
                <span class="pick-all-said">{pickAllLabel}</span>
              </label>
            </th>
          )}
          <th scope="col">{t(words.unit)}</th>
          <th scope="col">{t(words.state)}</th>
          <th scope="col">{t(words.facts)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.unit.code} {...{ line, picked, reminded, onPick, onOpen }} />
        ))}
      </tbody>
    </table>
  );
}

function Line({
  line,
  picked,
  reminded,
  onPick,
  onOpen,
}: { line: BoardLine } & Pick<Props, 'picked' | 'reminded' | 'onPick' | 'onOpen'>) {
  const { t } = useWords();
  const { code, name } = line.unit;
  const isPicked = picked?.has(code) ?? false;
  return (
    <tr class={`board-line tone-${dutyTone[line.status]}${isPicked ? ' picked' : ''}`} data-unit={code}>
      {picked && (
        <td class="pick no-print">
          <label class="pick-label">
            <input
              type="checkbox"
              checked={isPicked}
              aria-label={t(words.pick, { unit: name })}
              onChange={() => onPick(code)}
            />
          </label>
        </td>
      )}
      <th scope="row">
        <button
          class="unit-link"
          type="button"
          aria-label={t(words.open, { unit: name })}
          onClick={() => onOpen(code)}
        >
          {name}
        </button>
        <span class="period">{code}</span>
        {line.email !== undefined && <span class="board-email">{line.email}</span>}
        {line.phone !== undefined ? (
          <span class="board-email">
            <Phone number={line.phone} />
          </span>
        ) : (
          line.email !== undefined &&
          isOwing(line.status) && <span class="board-email">{t(words.noPhone)}</span>
        )}
      </th>
      <td>
        <DutyChip status={line.status} />
      </td>
      <td>
        <Facts line={line} reminded={reminded} />
      </td>
    </tr>
  );
}

interface FactsProps {
  readonly line: BoardLine;
  readonly reminded: Reminded;
}

/** When it was reminded last, and what reached nobody: else whoever was chased would look as if nobody had, and the other way round. */
function RemindedLast({ line: { unit, status }, reminded }: FactsProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  if (typeof reminded === 'string') {
    const said = t(reminded === 'coming' ? words.remindedComing : words.remindedUnknown);
    return isOwing(status) ? <p class="small">{said}</p> : null;
  }
  const { at = null, waits = false, failed = null, note = null } = reminded.get(unit.code) ?? {};
  const time = (iso: string) => dateTime(iso) ?? iso;
  return (
    <>
      {failed && <p class="tone-bad asked">{t(notReminded[failed.why], { time: time(failed.at) })}</p>}
      {at !== null && (
        <p class="small">{t(waits ? words.remindedWaits : words.reminded, { time: time(at) })}</p>
      )}
      {note && (
        <p class="small board-note">
          <strong>{t(words.noted, { time: time(note.at) })}</strong> {note.text}
        </p>
      )}
    </>
  );
}

function Facts({ line, reminded }: FactsProps) {
  const { t, language } = useWords();
  const { dateTime } = useTime();
  const { status, filedAt, attempt, reason, askedUntil, held, ownDue } = line;
  const time = (iso: string) => dateTime(iso) ?? iso;
  return (
    <div class="board-facts">
      {askedUntil !== null && (
        <p class="tone-info asked">{t(words.asked, { until: shortDay(askedUntil) })}</p>
      )}
      {line.bounced === true && (
        <p class="tone-bad asked">
          {t(words.bounced)} {line.bouncedSince !== undefined && time(line.bouncedSince)}
        </p>
      )}
      <RemindedLast {...{ line, reminded }} />
      {held !== undefined && (
        <>
          <p class="tone-info asked">{t(words.held, { until: shortDay(held.until) })}</p>
          <p class="small">
            <strong>{t(office.reason)}:</strong> {held.reason}
          </p>
        </>
      )}
      {ownDue !== undefined && <p class="small">{t(words.ownDue, { due: time(ownDue) })}</p>}
      {filedAt !== null && (
        <p class="small">
          {t(status === 'nil' ? office.declaredAt : office.filedAt, { time: time(filedAt) })}
        </p>
      )}
      {reason !== null && (
        <p class="small">
          <strong>{t(office.reason)}:</strong> {reason}
        </p>
      )}
      {attempt && (
        <>
          <p class="office-attempt-head">
            <UploadChip state={attempt.state} /> <span class="office-attempt-file">{attempt.fileName}</span>
          </p>
          {attempt.firstFinding && <p class="small">{attempt.firstFinding.message[language]}</p>}
        </>
      )}
    </div>
  );
}
