import { verdict as words } from '../../../../../shared/wording/page-upload.ts';
import { type FindingGroup, placeOf, type ShownFinding } from '../../findings.ts';
import { useWords } from '../../page-context.ts';

const headings = { error: words.errors, warning: words.warnings, note: words.notes } as const;
const tones = { error: 'bad', warning: 'warn', note: 'calm' } as const;

/** The findings, worst first: five in the open, the others folded away under the same heading. */
export function FindingGroups({ groups }: { groups: readonly FindingGroup[] }) {
  const { t } = useWords();
  return (
    <>
      {groups.map(({ severity, count, first, rest }) => (
        <section key={severity} class={`findings tone-${tones[severity]}`}>
          {first.length > 0 && (
            <>
              <h3>
                {t(headings[severity])} <span class="count">{count}</span>
              </h3>
              <FindingList findings={first} />
            </>
          )}
          {rest.length > 0 && (
            <details>
              <summary>
                {first.length > 0
                  ? t(words.more, { count: rest.length })
                  : `${t(headings[severity])} (${count})`}
              </summary>
              <FindingList findings={rest} />
            </details>
          )}
        </section>
      ))}
    </>
  );
}

function FindingList({ findings }: { findings: readonly ShownFinding[] }) {
  return (
    <ol class="finding-list">
      {findings.map((finding, index) => (
        <FindingItem key={`${finding.code}-${index}`} finding={finding} />
      ))}
    </ol>
  );
}

function FindingItem({ finding }: { finding: ShownFinding }) {
  const { t, language } = useWords();
  const place = finding.place ?? placeOf(finding.where, language);
  const hasFacts = place !== null || finding.found !== null || finding.expected !== null;
  return (
    <li class="finding" data-code={finding.code}>
      <p class="finding-message">{finding.message}</p>
      {hasFacts && (
        <dl class="finding-facts">
          {place !== null && <Fact name={t(words.where)} value={place} />}
          {finding.found !== null && <Fact name={t(words.found)} value={shown(finding.found)} />}
          {finding.expected !== null && <Fact name={t(words.expected)} value={shown(finding.expected)} />}
        </dl>
      )}
      {finding.fix && (
        <p class="finding-fix">
          <strong>{t(words.fix)}:</strong> {finding.fix}
        </p>
      )}
    </li>
  );

  function shown(value: string): string {
    return value === '' ? t(words.blank) : value;
  }
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
