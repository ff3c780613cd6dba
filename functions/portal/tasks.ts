import { dutyOf } from '../../shared/office/open-duty.ts';
import type { ReadingPeriod, ReadingUnit } from '../../shared/reading/model/reading.ts';
import type { DutyTask } from './contract/task.ts';
import type { Answer } from './contract/terms.ts';
import type { Visitor } from './visitor.ts';

/** What the reading engine needs to judge a file for this duty; field by field, so that no address slips in. */
export function taskOf(visitor: Visitor, id: string): Answer<typeof DutyTask> {
  const { regime, unit } = visitor;
  const { year, language, authority, sections, indicators, checks, units, periods } = regime;
  return {
    unit: ofUnit(unit),
    period: ofPeriod(dutyOf(visitor, id)),
    regime: {
      year,
      indicators,
      checks,
      ...(language === undefined ? {} : { language }),
      sections: sections.map(({ id, title, aliases, optional }) => ({ id, title, aliases, optional })),
      authority: { code: authority.code, name: authority.name },
      units: units.map(ofUnit),
      periods: periods.map(ofPeriod),
    },
  };
}

function ofUnit({ code, name, kind, parent, aliases }: ReadingUnit): ReadingUnit {
  return { code, name, kind, parent, aliases };
}

function ofPeriod(period: ReadingPeriod): ReadingPeriod {
  const { id, title, kind, assignedTo, window, cumulativeFrom, previous, deadline, aliases } = period;
  return { id, title, kind, assignedTo, window, cumulativeFrom, previous, deadline, aliases };
}
