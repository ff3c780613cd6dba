import { useEffect, useRef, useState } from 'preact/hooks';
import type { Figure } from '../../../../../shared/vocabulary/figure.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { typing as words } from '../../../../../shared/wording/page-typing.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { Form } from '../../api.ts';
import { useWords } from '../../page-context.ts';
import { FormUnknown, filledForm, nothingTyped, type Typed } from '../../typing/filled-form.ts';
import { number, shortDay } from '../../words.ts';
import { Trouble } from '../trouble.tsx';

export interface TypingProps {
  readonly duty: DutyDetail;
  /** The form that is filled in. Throws what the API throws. */
  readonly form: () => Promise<Form>;
  /** What was typed before, and where it is kept. */
  readonly memory: { readonly read: () => Typed | null; readonly keep: (typed: Typed) => void };
  /** Hears of the filled form each time somebody pauses. */
  readonly onFile: (file: File) => void;
}

/** As long as nobody types, in ms: then what is there is checked. */
const pause = 900;

/** The form as fields, beside last period's figures; what is typed stays on the device until it is sent. */
export function TypingForm({ duty, form, memory, onFile }: TypingProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>(() => memory.read() ?? nothingTyped);
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
  const typeFigure = (code: string, which: 'value' | 'cumulative', said: string) =>
    setTyped({
      ...typed,
      figures: { ...typed.figures, [code]: { ...blankFigure, ...typed.figures[code], [which]: said } },
    });
  return (
    <div class="typing">
      <p class="small">{t(words.lead)}</p>
      {duty.sections.map(({ id, title }) => (
        <fieldset key={id} class="typing-section">
          <legend>
            {id}. {title}
          </legend>
          {duty.indicators
            .filter(({ section }) => section === id)
            .map((indicator) => (
              <FigureFields
                key={indicator.code}
                indicator={indicator}
                before={duty.previous.find((value) => value.indicator === indicator.code)}
                typed={typed.figures[indicator.code] ?? blankFigure}
                onType={(which, said) => typeFigure(indicator.code, which, said)}
              />
            ))}
          <label class="field">
            <span class="field-label">{t(words.text)}</span>
            <textarea
              rows={4}
              value={typed.texts[id] ?? ''}
              aria-label={`${t(words.text)}: ${title}`}
              onInput={({ currentTarget: { value } }) =>
                setTyped({ ...typed, texts: { ...typed.texts, [id]: value } })
              }
            />
          </label>
        </fieldset>
      ))}
    </div>
  );
}

const blankFigure = { value: '', cumulative: '' };

interface FigureProps {
  readonly indicator: DutyDetail['indicators'][number];
  readonly before: DutyDetail['previous'][number] | undefined;
  readonly typed: Typed['figures'][string];
  readonly onType: (which: 'value' | 'cumulative', said: string) => void;
}

function FigureFields({ indicator, before, typed, onType }: FigureProps) {
  const { t, language } = useWords();
  const { code, name, type, unitOfMeasure } = indicator;
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
    value: typed[which],
    'aria-label': `${name}: ${t(which === 'value' ? words.value : words.cumulative)}`,
    onInput: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => onType(which, value),
  });
  const field = (which: 'value' | 'cumulative') => (
    <div>
      <span class="field-hint" aria-hidden="true">
        {t(which === 'value' ? words.value : words.cumulative)}
      </span>
      {type === 'date' ? (
        <input type="date" {...about(which)} />
      ) : (
        <input type="text" {...(figures && { inputMode: 'decimal' as const })} {...about(which)} />
      )}
    </div>
  );
  return (
    <div class="typing-figure" data-code={code}>
      <p>
        {name} {unitOfMeasure && <span class="small">({unitOfMeasure})</span>}
      </p>
      {said.length > 0 && <p class="small">{t(words.before, { figure: said.join('; ') })}</p>}
      <div class="typing-fields">
        {field('value')}
        {figures && field('cumulative')}
      </div>
    </div>
  );
}
