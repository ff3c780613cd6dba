import type { Figure } from '../../../../../shared/vocabulary/figure.ts';
import type { Finding } from '../../../../../shared/vocabulary/finding.ts';
import { typing as words } from '../../../../../shared/wording/page-typing.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import { useWords } from '../../page-context.ts';
import { blankFigure, type Field, type Typed } from '../../typing/filled-form.ts';
import { progressOf, workedOut } from '../../typing/worked-out.ts';
import { number, shortDay } from '../../words.ts';

type Section = DutyDetail['sections'][number];
type Indicator = DutyDetail['indicators'][number];
type Which = 'value' | 'cumulative';

interface Shared {
  readonly typed: Typed;
  readonly faults: ReadonlyMap<Field, readonly Finding[]>;
  /** Enter in a field: on to the next one. It would send the form around it, half filled in. */
  readonly onLeave: (field: Field) => void;
  readonly onFigure: (code: string, which: Which, said: string) => void;
}

interface Props extends Shared {
  readonly duty: DutyDetail;
  readonly section: Section;
  readonly open: boolean;
  readonly next: Section | null;
  readonly onToggle: () => void;
  /** From this section to the next, by their ids. */
  readonly onNext: (from: string, to: string) => void;
  readonly onText: (said: string) => void;
}

/** The fields of a section in the order in which they are filled in. */
export function fieldsIn({ id }: Section, indicators: readonly Indicator[]): readonly Field[] {
  const figures = indicators.flatMap(({ code, section, type, formula }): Field[] => {
    if (section !== id || formula !== undefined) return [];
    return isCounted(type) ? [`${code}/value`, `${code}/cumulative`] : [`${code}/value`];
  });
  return [...figures, `text/${id}`];
}

function isCounted(type: Indicator['type']): boolean {
  return type === 'count' || type === 'percent';
}

/** A section of the form, folded or open; its head says how far it has come either way. */
export function TypingSection({ duty, section, open, next, onToggle, onNext, onText, ...shared }: Props) {
  const { t } = useWords();
  const { id, title } = section;
  const { typed, faults } = shared;
  const own = duty.indicators.filter((each) => each.section === id);
  const text = typed.texts[id] ?? '';
  const amiss = fieldsIn(section, own).filter((field) => faults.has(field)).length;
  const field = `text/${id}` as const;
  return (
    <tbody class="typing-section">
      <tr class="typing-fold">
        <th colSpan={4} scope="rowgroup" class="typing-head">
          <button type="button" aria-expanded={open} data-field={id} onClick={onToggle}>
            <span class="typing-title">
              {id}. {title}
            </span>
            <span class="typing-stand">
              {own.length > 0 && <span>{t(words.sectionDone, progressOf(own, typed))}</span>}
              <span>{t(text.trim() === '' ? words.noText : words.hasText)}</span>
              {amiss > 0 && <span class="tone-warn amiss">{t(words.amiss, { count: amiss })}</span>}
            </span>
          </button>
        </th>
      </tr>
      {open &&
        own.map((indicator, n) => (
          <FigureRow
            key={indicator.code}
            {...shared}
            indicator={indicator}
            line={n + 1}
            before={duty.previous.find((value) => value.indicator === indicator.code)}
          />
        ))}
      {open && (
        <tr>
          <td colSpan={4}>
            <label class="field">
              <span class="field-label">{t(words.text)}</span>
              <textarea
                rows={3}
                value={text}
                data-field={field}
                aria-label={`${t(words.text)}: ${title}`}
                {...markOf(field, faults)}
                onInput={({ currentTarget: { value } }) => onText(value)}
              />
            </label>
            <Faults field={field} faults={faults} />
            {next && (
              <button
                class="button small-button typing-next"
                type="button"
                onClick={() => onNext(id, next.id)}
              >
                {t(words.next, { title: `${next.id}. ${next.title}` })}
              </button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function idOf(field: Field): string {
  return `fault-${field}`;
}

function markOf(field: Field, faults: Shared['faults']) {
  const found = faults.get(field);
  if (!found) return {};
  const wrong = found.some(({ severity }) => severity === 'error');
  return { 'aria-describedby': idOf(field), ...(wrong && { 'aria-invalid': true }) };
}

/** What the check says of a field, below it. */
function Faults({ field, faults }: { field: Field; faults: Shared['faults'] }) {
  const { language } = useWords();
  const found = faults.get(field);
  if (!found) return null;
  return (
    <span id={idOf(field)}>
      {found.map(({ code, severity, message }) => (
        <span key={code} class={severity === 'error' ? 'field-fault' : 'field-warning'}>
          {message[language]}
        </span>
      ))}
    </span>
  );
}

interface FigureProps extends Shared {
  readonly indicator: Indicator;
  /** As on the paper form: it counts from 1 within its section. */
  readonly line: number;
  readonly before: DutyDetail['previous'][number] | undefined;
}

/** One line of the form: beside each other where there is room, below each other on a phone. */
function FigureRow({ indicator, line, before, typed, faults, onLeave, onFigure }: FigureProps) {
  const { t, language } = useWords();
  const { code, name, type, unitOfMeasure, formula } = indicator;
  const own = typed.figures[code] ?? blankFigure;
  const figures = isCounted(type);
  const written = (figure: Figure) =>
    figure === null ? '' : typeof figure === 'number' ? number(figure, language) : shortDay(figure);
  const said = [
    before ? written(before.value) : '',
    before && figures && before.cumulative !== null
      ? t(words.beforeCumulative, { figure: written(before.cumulative) })
      : '',
  ].filter(Boolean);
  const about = (which: Which) => ({
    value: own[which],
    'data-field': `${code}/${which}`,
    'aria-label': `${name}: ${t(words[which])}`,
    ...markOf(`${code}/${which}`, faults),
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onFigure(code, which, value),
  });
  const onKeyDown = (which: Which) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onLeave(`${code}/${which}`);
  };
  const field = (which: Which) => (
    <td class="typing-field" data-name={t(words[which])}>
      {formula !== undefined ? (
        <output aria-label={`${name}: ${t(words[which])}`} title={t(words.worked)}>
          {written(workedOut(indicator, typed, which)) || '—'}
        </output>
      ) : type === 'date' ? (
        <input type="date" onKeyDown={onKeyDown(which)} {...about(which)} />
      ) : (
        <input type="text" inputMode="decimal" onKeyDown={onKeyDown(which)} {...about(which)} />
      )}
    </td>
  );
  const both: readonly Field[] = [`${code}/value`, `${code}/cumulative`];
  const amiss = both.filter((each) => faults.has(each));
  const row = (
    <tr data-code={code}>
      <td class="typing-line">{line}</td>
      <th scope="row">
        <code>{code}</code> {name}{' '}
        {/\p{L}|%/u.test(unitOfMeasure) && <span class="small">({unitOfMeasure})</span>}
        {formula !== undefined && <span class="small"> {t(words.worked)}</span>}
        {said.length > 0 && (
          <span class="small typing-before">{t(words.before, { figure: said.join('; ') })}</span>
        )}
      </th>
      {type === 'text' ? (
        <td class="typing-words" colSpan={2} data-name={t(words.value)}>
          <textarea rows={2} {...about('value')} />
        </td>
      ) : (
        <>
          {field('value')}
          {figures ? field('cumulative') : <td />}
        </>
      )}
    </tr>
  );
  return (
    <>
      {row}
      {amiss.length > 0 && (
        <tr class="typing-amiss">
          <td />
          <td colSpan={3}>
            {amiss.map((each) => (
              <Faults key={each} field={each} faults={faults} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
