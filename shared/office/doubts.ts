/** Everything of a report that somebody should have looked at before it goes out, as far as the records know it. */
import { filingsByUnit } from '../filing/counting.ts';
import { isAfter } from '../filing/duty.ts';
import type { Filings } from '../filing/filings.ts';
import { openRequest } from '../filing/requests.ts';
import type { Summary, UnitLine } from '../summary/summary.ts';
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';
import { type IssuePlan, meaningOf } from './plan-issue.ts';

/** One line each, the gravest first; none where nothing is doubtful. `now` is ISO 8601. */
export function doubtsOf(
  { kind, hindrances, stale, outdated, summary, manifest, issue }: IssuePlan,
  now: string,
): string[] {
  return [
    ...hindrances.map(meaningOf),
    ...(summary.due !== null && !isAfter(now, summary.due)
      ? [`the deadline has not passed: files may come until ${summary.due}`]
      : []),
    ...(stale
      ? [`edition ${stale.edition} says otherwise; "report status ${issue.period.id}" lists what has changed`]
      : []),
    ...(kind === 'finish' && outdated
      ? [
          `edition ${manifest.edition} was frozen at ${manifest.scheduledAt}; since then something has changed`,
        ]
      : []),
    ...summary.units.flatMap(notCounted),
    ...undecidedRequests(manifest),
    ...summary.units.flatMap(openFindings),
    ...figureDoubts(summary),
  ];
}

const notFiled: Partial<Record<DutyStatus, string>> = {
  'awaiting-guidance': 'has not filed; no deadline is set yet',
  'not-due': 'has not filed; the period is not open',
  missing: 'has not filed',
  overdue: 'has not filed, and the deadline has passed',
  extended: 'has not filed, and was given more time',
  returned: 'its report was returned and not filed anew',
};

function notCounted({ unit, status, pending, attempt, counting, ownDue }: UnitLine): string[] {
  const named = `${unit.code} (${unit.name})`;
  const missing = notFiled[status];
  const until = ownDue === undefined ? '' : ` (until ${ownDue})`;
  const lines = missing === undefined ? [] : [`${named}: ${missing}${until}`];
  if (pending) lines.push(`${named}: a file has come and is still being read`);
  if (attempt) {
    const became = /^accepted/.test(attempt.state) ? 'was returned or left out' : `is ${attempt.state}`;
    const first = attempt.firstFinding === null ? '' : `: ${attempt.firstFinding.message.en}`;
    const instead = counting === null ? '' : `; "${counting.fileName}" counts instead`;
    lines.push(`${named}: "${attempt.fileName}" ${became}${first}${instead}`);
  }
  return lines;
}

/** Asked for more time, not answered, and nothing filed that would make it idle. */
function undecidedRequests(filings: Filings): string[] {
  const units = new Set(filings.decisions.map(({ unit }) => unit));
  const filed = filingsByUnit(filings);
  return [...units].flatMap((unit) => {
    const open = openRequest(filed(unit), unit);
    return open ? [`${unit}: asked for time until ${open.until}, not decided: ${open.reason}`] : [];
  });
}

function openFindings({ unit, findings }: UnitLine): string[] {
  const open = findings.filter(({ severity }) => severity !== 'note');
  const [first] = open;
  if (!first) return [];
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : '';
  return [`${unit.code} (${unit.name}): ${first.message.en}${more}`];
}

function figureDoubts({ outliers, discrepancies, gaps }: Summary): string[] {
  const why = ({ en }: Text) => en;
  return [
    ...outliers.map((each) => `${each.unit} ${each.indicator}: ${each.value} is unusual: ${why(each.why)}`),
    ...discrepancies.map(
      ({ unit, indicator, added, stated }) =>
        `${unit} ${indicator}: its periods add up to ${added}, its newest report states ${stated}`,
    ),
    ...gaps.map(({ unit, periods }) => `${unit}: the year's figures lack its ${periods.join(', ')}`),
  ];
}
