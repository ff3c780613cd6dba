import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../../../../shared/vocabulary/finding.ts';
import { frame } from '../../../../../shared/wording/page.ts';
import { typing as words } from '../../../../../shared/wording/page-typing.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { Form } from '../../api.ts';
import { useWords } from '../../page-context.ts';
import { toggled } from '../../toggled.ts';
import {
  blankFigure,
  type Field,
  FormUnknown,
  fieldOf,
  filledForm,
  nothingTyped,
  spotAt,
  type Typed,
  typedIn,
} from '../../typing/filled-form.ts';
import { type OnPage, onPage } from '../../typing/on-page.ts';
import { onlyTyped, progressOf } from '../../typing/worked-out.ts';
import { Trouble } from '../trouble.tsx';
import { fieldsIn, TypingSection } from './typing-section.tsx';

export interface TypingProps {
  readonly duty: DutyDetail;
  /** The form that is filled in. Throws what the API throws. */
  readonly form: () => Promise<Form>;
  /** What was typed before, and where it is kept. */
  readonly memory: { readonly read: () => Typed | null; readonly keep: (typed: Typed) => void };
  /** What the check of the newest file found; null while it is not known. */
  readonly findings: readonly Finding[] | null;
  /** Hears in which words the page tells of the form, once that has come. */
  readonly onForm?: (tell: OnPage) => void;
  /** Hears at once that something was typed, which no file holds yet. */
  readonly onType: () => void;
  /** Hears of the filled form each time somebody pauses. */
  readonly onFile: (file: File) => void;
}

/** As long as nobody types, in ms: then what is there is checked. */
const pause = 900;

/** The form as fields, beside last period's figures; what is typed stays on the device until it is sent. */
export function TypingForm({ duty, form, memory, findings, onForm, onType, onFile }: TypingProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>(() => onlyTyped(duty.indicators, memory.read() ?? nothingTyped));
  const [blank, setBlank] = useState<{ readonly form: Form; readonly bytes: Uint8Array } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const faults = useFaults(duty, blank?.bytes ?? null, typed, findings);
  const folds = useFolds(duty);
  const days = duty.indicators.flatMap(({ code, type }) => (type === 'date' ? [code] : []));
  const told = useRef(onFile);
  told.current = onFile;

  useEffect(() => {
    let wanted = true;
    form()
      .then(async (found) => ({ form: found, bytes: new Uint8Array(await found.blob.arrayBuffer()) }))
      .then(
        (found) => {
          if (!wanted) return;
          setBlank(found);
          onForm?.(onPage(found.bytes, duty));
        },
        (error: unknown) => wanted && setFault(error),
      );
    return () => {
      wanted = false;
    };
  }, [round]);

  // Before anything else runs: the pause of what was typed before must not end behind what is typed now.
  useLayoutEffect(() => {
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
  const type = (field: Field, now: Typed) => {
    faults.mend(field);
    onType();
    setTyped(now);
  };
  const figures = duty.indicators.length > 0;
  const firstFault = folds.fields.find((field) => faults.at.has(field));
  return (
    <div class="typing" ref={folds.root}>
      <p class="small">{t(words.lead)}</p>
      {duty.sections.length > 1 && (
        <button class="button small-button" type="button" onClick={folds.toggleAll}>
          {t(folds.allOpen ? words.foldAll : words.openAll)}
        </button>
      )}
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
        {duty.sections.map((section, n) => (
          <TypingSection
            key={section.id}
            {...{ duty, section, typed }}
            faults={faults.at}
            open={folds.open.has(section.id)}
            next={duty.sections[n + 1] ?? null}
            onToggle={() => folds.toggle(section.id)}
            onNext={folds.goOn}
            onLeave={folds.leave}
            onFigure={(code, which, said) =>
              type(`${code}/${which}`, {
                ...typed,
                figures: {
                  ...typed.figures,
                  [code]: { ...blankFigure, ...typed.figures[code], [which]: said },
                },
              })
            }
            onText={(said) =>
              type(`text/${section.id}`, { ...typed, texts: { ...typed.texts, [section.id]: said } })
            }
          />
        ))}
      </table>
      {figures && <p class="typing-progress">{t(words.progress, progressOf(duty.indicators, typed))}</p>}
      {firstFault !== undefined && (
        <p class="typing-faults tone-warn">
          {t(words.faults, { count: faults.at.size })}{' '}
          <button class="button small-button" type="button" onClick={() => folds.goTo(firstFault)}>
            {t(words.toFault)}
          </button>
        </p>
      )}
    </div>
  );
}

/**
 * What was found at each field that holds something: of the blank ones the section's count tells. No longer where it was
 * typed in since, until the next check.
 */
function useFaults(
  { sections }: TypingProps['duty'],
  form: Uint8Array | null,
  typed: Typed,
  findings: readonly Finding[] | null,
): { readonly at: ReadonlyMap<Field, readonly Finding[]>; readonly mend: (field: Field) => void } {
  const place = useMemo(
    () =>
      form &&
      spotAt(
        form,
        sections.map(({ id }) => id),
      ),
    [form],
  );
  const [at, setAt] = useState<ReadonlyMap<Field, readonly Finding[]>>(new Map());
  useEffect(() => {
    // While the next file is checked the page keeps still.
    if (findings === null || place === null) return;
    const found = new Map<Field, readonly Finding[]>();
    for (const finding of findings) {
      const field = finding.severity === 'note' ? null : fieldOf(place(finding.where));
      if (field !== null && typedIn(typed, field) !== '')
        found.set(field, [...(found.get(field) ?? []), finding]);
    }
    setAt(found);
  }, [findings, place]);
  const mend = (field: Field) => setAt((held) => new Map([...held].filter(([each]) => each !== field)));
  return { at, mend };
}

/** Which sections are open, at first the first; whoever leaves a field or a section finds the next one open. */
function useFolds({ sections, indicators }: TypingProps['duty']) {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(sections.slice(0, 1).map(({ id }) => id)));
  const [wanted, setWanted] = useState<{ readonly name: string } | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted.name)}"]`)?.focus();
  }, [wanted]);

  const inOrder = sections.flatMap((section) =>
    fieldsIn(section, indicators).map((field) => ({ field, section: section.id })),
  );
  const allOpen = sections.every(({ id }) => open.has(id));

  function goTo(field: Field): void {
    const section = inOrder.find((each) => each.field === field)?.section;
    if (section === undefined) return;
    setOpen(new Set([...open, section]));
    setWanted({ name: field });
  }

  return {
    root,
    open,
    allOpen,
    fields: inOrder.map(({ field }) => field),
    toggle: (section: string) => setOpen(toggled(open, section)),
    toggleAll: () => setOpen(new Set(allOpen ? [] : sections.map(({ id }) => id))),
    goTo,
    leave: (field: Field) => {
      const next = inOrder[inOrder.findIndex((each) => each.field === field) + 1];
      if (next) goTo(next.field);
    },
    goOn: (from: string, to: string) => {
      setOpen(new Set([...[...open].filter((each) => each !== from), to]));
      setWanted({ name: to });
    },
  };
}
