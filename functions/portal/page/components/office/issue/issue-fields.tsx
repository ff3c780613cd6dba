import { askedEach, wordsAsked } from '../../../../../../shared/vocabulary/asked-doubts.ts';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useWords } from '../../../page-context.ts';
import { capitalised, shortDay } from '../../../words.ts';
import { FieldFault, markOf } from '../../field-fault.tsx';
import { DayInWords } from '../../reason-fields.tsx';
import type { Entered, Faults, IssueFormProps, Seen } from './use-issuing.ts';

interface FactsProps {
  readonly draft: IssueFormProps['draft'];
  readonly entered: Entered;
  readonly enter: (change: Partial<Entered>) => void;
  readonly faults: Faults;
}

/** Number and day of the paper that was signed. */
export function NumberAndDay({ draft, entered, enter, faults }: FactsProps) {
  const { t } = useWords();
  return (
    <div class="issue-facts">
      <TextField
        name="number"
        label={t(words.number)}
        hint={t(words.numberHint)}
        maxLength={60}
        value={entered.number}
        fault={faults.number}
        onInput={(number) => enter({ number })}
      />
      <label class="field">
        <span class="field-label">{t(words.day)}</span>
        <input
          name="day"
          type="date"
          min={draft.from}
          max={draft.today}
          value={entered.day}
          {...markOf('day', faults.day, 'day-hint')}
          onInput={(event) => enter({ day: event.currentTarget.value })}
          required
        />
        <DayInWords day={entered.day} />
        <span id="day-hint" class="field-hint">
          {t(draft.from === draft.today ? words.dayOnly : words.dayHint, {
            from: shortDay(draft.from),
            to: shortDay(draft.today),
          })}
        </span>
        <FieldFault name="day" said={faults.day} />
      </label>
    </div>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onInput: (value: string) => void;
  /** Nobody types on. */
  readonly onSettled?: (value: string) => void;
}

/** A line of text, and below it what is expected there. */
export function TextField({ name, label, hint, maxLength, value, fault, onInput, onSettled }: TextProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        {...{ name, maxLength, value }}
        type="text"
        {...markOf(name, fault, `${name}-hint`)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onChange={(event) => onSettled?.(event.currentTarget.value)}
        required
      />
      <span id={`${name}-hint`} class="field-hint">
        {hint}
      </span>
      <FieldFault name={name} said={fault} />
    </label>
  );
}

/** Who gets it, and that nobody can call it back. */
export function Recipients({ recipients }: Pick<IssueFormProps['draft'], 'recipients'>) {
  const { t } = useWords();
  return (
    <>
      <h2 id="issue-recipients">{t(words.recipients)}</h2>
      {recipients.length === 0 ? (
        <p>{t(words.nobody)}</p>
      ) : (
        <ul class="recipients">
          {recipients.map(({ name, email, had }) => (
            <li key={email}>
              <strong>{name}</strong> <span class="board-email">{email}</span>
              {had && <span class="small"> ({t(words.had)})</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="reaches tone-warn">{t(words.noRecall)}</p>
    </>
  );
}

interface TickProps {
  readonly name: Seen;
  readonly checked: boolean;
  readonly fault: string | undefined;
  readonly onTick: (what: Seen, checked: boolean) => void;
  readonly children: preact.ComponentChildren;
}

export function Tick({ name, checked, fault, onTick, children }: TickProps) {
  return (
    <>
      <label class="tick">
        <input
          name={name}
          type="checkbox"
          checked={checked}
          {...markOf(name, fault)}
          onChange={(event) => onTick(name, event.currentTarget.checked)}
        />{' '}
        <span>{children}</span>
      </label>
      <FieldFault name={name} said={fault} />
    </>
  );
}

/** A word on each doubt that stands in the report as if it were none; of many the last field is for all the others. */
export function Answers({ draft, entered, enter, faults }: FactsProps) {
  const { t } = useWords();
  const { asked } = draft;
  return (
    <fieldset class="field answers">
      <legend class="field-label">{t(words.asked, { count: asked.length })}</legend>
      {Array.from({ length: wordsAsked(draft.asked.length) }, (_, n) => {
        const rest = asked.length - n;
        return (
          <Why
            key={asked[n]}
            name={`answer-${n}`}
            label={
              n === askedEach && rest > 1 ? t(words.askedRest, { count: rest }) : capitalised(asked[n] ?? '')
            }
            hint={n === 0 ? t(words.askedHint) : ''}
            value={entered.answers[n] ?? ''}
            fault={faults[`answer-${n}`]}
            onInput={(answer) =>
              enter({
                answers: Array.from({ length: wordsAsked(draft.asked.length) }, (_each, at) =>
                  at === n ? answer : (entered.answers[at] ?? ''),
                ),
              })
            }
          />
        );
      })}
    </fieldset>
  );
}

type ReasonProps = Omit<FactsProps, 'draft'>;

/** Why figures were changed by hand. */
export function FiguresReason({ entered, enter, faults }: ReasonProps) {
  const { t } = useWords();
  return (
    <Why
      name="figures"
      label={t(words.figuresReason)}
      hint={t(words.figuresReasonHint)}
      value={entered.figuresReason}
      fault={faults.figures}
      onInput={(figuresReason) => enter({ figuresReason })}
    />
  );
}

/** Why a signed file goes that lacks much of what was to be signed. */
export function LackingReason({ entered, enter, faults }: ReasonProps) {
  const { t } = useWords();
  return (
    <Why
      name="lacking"
      label={t(words.lackingReason)}
      hint={t(words.lackingReasonHint)}
      value={entered.lackingReason}
      fault={faults.lacking}
      onInput={(lackingReason) => enter({ lackingReason })}
    />
  );
}

function Why({ name, label, hint, value, fault, onInput }: Omit<TextProps, 'maxLength'>) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <textarea
        {...{ name, value }}
        rows={2}
        maxLength={1000}
        {...markOf(name, fault, `${name}-hint`)}
        onInput={(event) => onInput(event.currentTarget.value)}
        required
      />
      <span id={`${name}-hint`} class="field-hint">
        {hint}
      </span>
      <FieldFault name={name} said={fault} />
    </label>
  );
}
