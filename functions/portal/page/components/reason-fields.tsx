import type { ComponentChildren } from 'preact';
import { localeOf } from '../../../../shared/vocabulary/text.ts';
import { extension } from '../../../../shared/wording/page.ts';
import { useWords } from '../page-context.ts';
import { capitalised, shortDay } from '../words.ts';
import { FieldFault, markOf } from './field-fault.tsx';

interface DayProps {
  readonly label: string;
  /** yyyy-mm-dd, or empty. */
  readonly day: string;
  /** The first day that can be chosen, yyyy-mm-dd. */
  readonly from: string;
  readonly onDay: (day: string) => void;
}

/** The day up to which something is asked or granted. */
export function DayField({ label, day, from, onDay }: DayProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        type="date"
        value={day}
        min={from}
        onInput={(event) => onDay(event.currentTarget.value)}
        required
      />
      <DayInWords day={day} />
    </label>
  );
}

/** The chosen day once more: a browser writes its field in its own language, and 03/04 may be April or March. */
export function DayInWords({ day }: { readonly day: string }) {
  const { t, language } = useWords();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return <span class="field-hint">{t(extension.dayToCome)}</span>;
  const format = new Intl.DateTimeFormat(localeOf[language], { weekday: 'long', timeZone: 'UTC' });
  return (
    <span class="field-hint">
      {capitalised(format.format(new Date(day)))}, {shortDay(day)}
    </span>
  );
}

interface ReasonProps {
  readonly label: string;
  readonly reason: string;
  readonly hint: ComponentChildren;
  readonly onReason: (reason: string) => void;
  /** What is missing here, where that is said at the field. */
  readonly fault?: string | undefined;
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
