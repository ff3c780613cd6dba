/** The duty that a table answers: the sample regime, asking for the very rows of the table. */
import { readFileSync } from 'node:fs';
import { period as periodId, regimeFile } from '../../../infra/local/story/cast.ts';
import type { Task } from '../../../shared/reading/model/reading.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Description } from './description.ts';

const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);
const period = regime.periods.find(({ id }) => id === periodId);
const unit = regime.units.find(({ code }) => code === 'VPDK');

/** The titles of the two halves of the rows. */
export const sections = [
  { id: 'I', vi: 'Công tác lãnh đạo, chỉ đạo' },
  { id: 'II', vi: 'Kết quả trên các lĩnh vực' },
] as const;

export function sectionOf({ rows }: Description, n: number): (typeof sections)[number] {
  return n * 2 < rows.length ? sections[0] : sections[1];
}

export function taskOf(description: Description): Task {
  if (!period || !unit) throw new Error('the sample regime has changed');
  return {
    fileName: 'bao-cao',
    unit,
    period,
    regime: {
      ...regime,
      sections: sections.map(({ id, vi }) => ({ id, title: { vi, en: vi }, aliases: [] })),
      checks: [],
      indicators: description.rows.map(({ code, name, unit: unitOfMeasure, type }, n) => ({
        code,
        section: sectionOf(description, n).id,
        name: { vi: name, en: name },
        unitOfMeasure,
        type,
        acrossUnits: type === 'count' ? ('sum' as const) : ('none' as const),
        acrossPeriods: type === 'count' ? ('sum' as const) : ('last' as const),
        aliases: [],
      })),
    },
  };
}
