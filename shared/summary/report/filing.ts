/** The state of filing as the report tells it: how many, who late, who not and why. */
import type { Table } from 'docx';
import { type Block, body } from '../../documents/decree.ts';
import { grid } from '../../documents/decree-tables.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Regime } from '../../regime/regime.ts';
import { lineWords, reportWords as words } from '../../wording/documents.ts';
import { moment, ratio, shortDay, withoutStop } from '../../wording/vietnamese.ts';
import { whyNotFiled } from '../rate.ts';
import type { Summary, UnitLine } from '../summary.ts';
import { officialRemarks, standing } from '../unit-notes.ts';

export function filingState(summary: Summary): readonly Block[] {
  const { rate, units, regime, scheduledAt, due } = summary;
  const names = (fits: (line: UnitLine) => boolean) =>
    units
      .filter(fits)
      .map(({ unit, status, reason }) =>
        reason === null || status === 'late'
          ? unit.name
          : lineWords.withReason(unit.name, withoutStop(reason)),
      )
      .join('; ');
  const is = (status: UnitLine['status']) => (line: UnitLine) => line.status === status;
  const at = moment(scheduledAt, regime.timeZone);
  const owing = rate.expected - rate.excluded;
  const first =
    rate.ratio === null
      ? [words.nobodyExpected]
      : [
          words.rate(at, rate.filed, owing, rate.nil, ratio(rate.ratio)),
          ...(rate.filed > 0 ? [words.onTime(rate.onTime, owing, ratio(rate.onTimeRatio))] : []),
        ];
  const sentences = due === null ? first : [...first, words.due(shortDay(dayOf(due, regime.timeZone)))];
  const missing = units.filter((line) => whyNotFiled(line) !== null);
  return [
    body(sentences.join(' ')),
    ...(rate.late > 0 ? [body(words.late(rate.late, names(is('late'))))] : []),
    ...(rate.nil > 0 ? [body(words.nil(rate.nil, names(is('nil'))))] : []),
    ...(rate.excluded > 0 ? [body(words.excluded(rate.excluded, names(is('excluded'))))] : []),
    ...(missing.length > 0
      ? [body(words.notFiled(missing.length), { keepNext: true }), notFiledTable(missing, regime), body('')]
      : rate.ratio === null
        ? []
        : [body(words.allFiled)]),
  ];
}

function notFiledTable(missing: readonly UnitLine[], regime: Regime): Table {
  const rows = missing.map((line, n) => [
    { text: String(n + 1), align: 'center' as const },
    { text: line.unit.name },
    { text: standing(line) },
    { text: officialRemarks(line, regime) },
  ]);
  return grid([12, 48, 33, 72], words.notFiledColumns, rows, 12);
}
