import { useEffect, useRef, useState } from 'preact/hooks';
import type { Figure } from '../../../../../shared/vocabulary/figure.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { typing as words } from '../../../../../shared/wording/page-typing.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { Form } from '../../api.ts';
import { useWords } from '../../page-context.ts';
import { FormUnknown, filledForm, nothingTyped, type Typed } from '../../typing/filled-form.ts';
import { onlyTyped, progressOf, workedOut } from '../../typing/worked-out.ts';
import { number, shortDay } from '../../words.ts';
import { Trouble } from '../trouble.tsx';

export interface TypingProps {
  readonly duty: DutyDetail;
  /** The form that is filled in. Throws what the API throws. */
  readonly form: () => Promise<Form>;
  /** What was typed before, and where it is kept. */
  readonly memory: { readonly read: () => Typed | null; readonly keep: (typed: Typed) => void };
  /** Hears at once that something was typed, which no file holds yet. */
  readonly onType: () => void;
  /** Hears of the filled form each time somebody pauses. */
  readonly onFile: (file: File) => void;
}

/** As long as nobody types, in ms: then what is there is checked. */
const pause = 900;

/** The form as fields, beside last period's figures; what is typed stays on the device until it is sent. */
export function TypingForm({ duty, form, memory, onType, onFile }: TypingProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>(() => onlyTyped(duty.indicators, memory.read() ?? nothingTyped));
  const [blank, setBlank] = useState<{ readonly form: Form; readonly bytes: Uint8Array } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const days = duty.indicators.flatMap(({ code, type }) => (type === 'date' ? [code] : []));
  const told = useRef(onFile);
  told.current = onFile;

  useEffect(() => {
    let wanted = true;
    form()
      .then(async (found) => ({ form: found, bytes: new Uint8Array(await found.blob.arrayBuffer()) }))
      .then(
        (found) => wanted && setBlank(found),
        (error: unknown) => wanted && setFault(error),
      );
    return () => {
      wanted = false;
    };
  }, [round]);

  useEffect(() => {
    if (blank === null || typed === nothingTyped) return;
    memory.keep(typed);
    const timer = setTimeout(() => {
      try {
        const bytes = Uint8Array.from(filledForm(blank.bytes, { ...typed, days }));
        told.current(new File([bytes], blank.form.fileName, { type: blank.form.blob.type }));
      } catch (error) {
        if (!(error instanceof FormUnknown)) throw error;
        setFault(error);
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, blank]);

  if (fault !== null) {
    return (
      <Trouble
        error={fault}
        onRetry={() => {
          setFault(null);
          setRound(round + 1);
        }}
      />
    );
  }
  if (blank === null) return <p class="loading">{t(frame.loading)}</p>;
  const type = (now: Typed) => {
    onType();
    setTyped(now);
  };
  const typeFigure = (code: string, which: 'value' | 'cumulative', said: string) =>
    type({
      ...typed,
      figures: { ...typed.figures, [code]: { ...blankFigure, ...typed.figures[code], [which]: said } },
    });
  const figures = duty.indicators.length > 0;
  return (
    <div class="typing">
      <p class="small">{t(words.lead)}</p>
      <table class="typing-table">
        {figures && (
          <thead>
            <tr>
              <th scope="col">{t(words.line)}</th>
              <th scope="col">{t(words.indicator)}</th>
              <th scope="col">{t(words.value)}</th>
              <th scope="col">{t(words.cumulative)}</th>
            </tr>
          </thead>
        )}
        {duty.sections.map(({ id, title }) => (
          <tbody key={id} class="typing-section">
            <tr>
              <th colSpan={4} scope="rowgroup">
                {id}. {title}
              </th>
            </tr>
            {duty.indicators
              .filter(({ section }) => section === id)
              .map((indicator, n) => (
                <FigureRow
                  key={indicator.code}
                  {...{ indicator, typed }}
                  line={n + 1}
                  before={duty.previous.find((value) => value.indicator === indicator.code)}
                  onType={(which, said) => typeFigure(indicator.code, which, said)}
                />
              ))}
            <tr>
              <td colSpan={4}>
                <label class="field">
                  <span class="field-label">{t(words.text)}</span>
                  <textarea
                    rows={3}
                    value={typed.texts[id] ?? ''}
                    aria-label={`${t(words.text)}: ${title}`}
                    onInput={({ currentTarget: { value } }) =>
                      type({ ...typed, texts: { ...typed.texts, [id]: value } })
                    }
                  />
                </label>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {figures && <p class="typing-progress">{t(words.progress, progressOf(duty.indicators, typed))}</p>}
    </div>
  );
}

/** Enter in a field would send the form around it, half filled in: it goes on to the next field instead. */
function goOnAtEnter(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const { currentTarget: field } = event;
  const all = field.closest('.typing')?.querySelectorAll<HTMLElement>('input, textarea') ?? [];
  const fields = [...all];
  fields[fields.indexOf(field) + 1]?.focus();
}

const blankFigure = { value: '', cumulative: '' };

interface FigureProps {
  readonly indicator: DutyDetail['indicators'][number];
  /** As on the paper form: it counts from 1 within its section. */
  readonly line: number;
  readonly before: DutyDetail['previous'][number] | undefined;
  readonly typed: Typed;
  readonly onType: (which: 'value' | 'cumulative', said: string) => void;
}

/** One line of the form: beside each other where there is room, below each other on a phone. */
function FigureRow({ indicator, line, before, typed, onType }: FigureProps) {
  const { t, language } = useWords();
  const { code, name, type, unitOfMeasure, formula } = indicator;
  const own = typed.figures[code] ?? blankFigure;
  const figures = type === 'count' || type === 'percent';
  const written = (figure: Figure) =>
    figure === null ? '' : typeof figure === 'number' ? number(figure, language) : shortDay(figure);
  const said = [
    before ? written(before.value) : '',
    before && figures && before.cumulative !== null
      ? t(words.beforeCumulative, { figure: written(before.cumulative) })
      : '',
  ].filter(Boolean);
  const about = (which: 'value' | 'cumulative') => ({
    value: own[which],
    'aria-label': `${name}: ${t(words[which])}`,
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => onType(which, value),
  });
  const field = (which: 'value' | 'cumulative') => (
    <td class="typing-field" data-name={t(words[which])}>
      {formula !== undefined ? (
        <output aria-label={`${name}: ${t(words[which])}`} title={t(words.worked)}>
          {written(workedOut(indicator, typed, which)) || '—'}
        </output>
      ) : type === 'date' ? (
        <input type="date" onKeyDown={goOnAtEnter} {...about(which)} />
      ) : (
        <input type="text" inputMode="decimal" onKeyDown={goOnAtEnter} {...about(which)} />
      )}
    </td>
  );
  return (
    <tr data-code={code}>
      <td class="typing-line">{line}</td>
      <th scope="row">
        {name} {/\p{L}|%/u.test(unitOfMeasure) && <span class="small">({unitOfMeasure})</span>}
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
}
