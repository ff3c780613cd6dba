import type { ComponentChildren } from 'preact';
import { extension } from '../../../../shared/wording/page.ts';
import { useWords } from '../page-context.ts';
import { capitalised, longDay } from '../words.ts';
import { FieldFault, markOf } from './field-fault.tsx';

interface DayProps {
  readonly label: string;
  /** yyyy-mm-dd, or empty. */
  readonly day: string;
  /** The first day that can be chosen, yyyy-mm-dd. */
  readonly from: string;
  readonly onDay: (day: string) => void;
  /** What is missing here. */
  readonly fault: string | undefined;
}

/** The day up to which something is asked or granted. */
export function DayField({ label, day, from, onDay, fault }: DayProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        name="day"
        type="date"
        value={day}
        min={from}
        {...markOf('day', fault)}
        onInput={(event) => onDay(event.currentTarget.value)}
        required
      />
      <DayInWords day={day} />
      <FieldFault name="day" said={fault} />
    </label>
  );
}

/** The chosen day once more: a browser writes its field in its own language, and 03/04 may be April or March. */
export function DayInWords({ day }: { readonly day: string }) {
  const { t, language } = useWords();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return <span class="field-hint">{t(extension.dayToCome)}</span>;
  return <span class="field-hint">{capitalised(longDay(day, language))}</span>;
}

interface ReasonProps {
  readonly label: string;
  readonly reason: string;
  readonly hint: ComponentChildren;
  readonly onReason: (reason: string) => void;
  /** What is missing here. */
  readonly fault: string | undefined;
}

/** Why: what stands on record, and in the mail to whom it concerns. */
export function ReasonField({ label, reason, hint, onReason, fault }: ReasonProps) {
  return (
    <>
      <label class="field">
        <span class="field-label">{label}</span>
        <textarea
          name="reason"
          rows={3}
          maxLength={1000}
          value={reason}
          onInput={(event) => onReason(event.currentTarget.value)}
          {...markOf('reason', fault, 'reason-hint')}
          required
        />
      </label>
      <p id="reason-hint" class="field-hint">
        {hint}
      </p>
      <FieldFault name="reason" said={fault} />
    </>
  );
}
