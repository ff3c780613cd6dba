import { useEffect, useState } from 'preact/hooks';
import { previewWords as words } from '../../../../../../shared/wording/page-chase.ts';
import type { MailPreview } from '../../../../contract/chase.ts';
import type { Reachable } from '../../../deciding.ts';
import { useAnswer, useWords } from '../../../page-context.ts';
import { Trouble } from '../../trouble.tsx';
import { NamedUnits } from '../named-units.tsx';

interface Props {
  readonly period: string;
  readonly units: readonly Reachable[];
  readonly reason: string;
}

/** Before reminders go: to which address each, and the mail itself as the portal would write it now. */
export function ReminderPreview({ period, units, reason }: Props) {
  const { t } = useWords();
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const settled = useSettled(reason);
  const shown = units.find(({ code }) => code === chosen) ?? units[0];
  if (!shown) return null;
  return (
    <details class="mail-preview" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{t(words.open)}</summary>
      <p class="field-label">{t(words.to, { count: units.length })}</p>
      <NamedUnits units={units} beside={({ email }) => email && <span class="small">&lt;{email}&gt;</span>} />
      {units.length > 1 && (
        <label class="field">
          <span class="field-label">{t(words.which)}</span>
          <select value={shown.code} onChange={({ currentTarget: { value } }) => choose(value)}>
            {units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isOpen && <Preview period={period} unit={shown.code} reason={settled} />}
    </details>
  );
}

function Preview({ period, unit, reason }: { period: string; unit: string; reason: string }) {
  const { t } = useWords();
  const { value, error, reload } = useAnswer(
    (api) => api.ask<MailPreview>('reminders/preview', ['subject', 'text'], { period, unit, reason }),
    `preview/${period}/${unit}/${reason}`,
  );
  if (error !== null) return <Trouble error={error} onRetry={reload} />;
  if (!value) return <p role="status">{t(words.looking)}</p>;
  return (
    <div class="mail-preview-text" lang="vi">
      <p>
        <strong>{value.subject}</strong>
      </p>
      <pre>{value.text}</pre>
    </div>
  );
}

const settledAfter = 700;

/** What was typed, once nobody has typed for a moment: each letter alone would be asked about. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), settledAfter);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
