/**
 * The year as it comes in: the first quarter's files of the story, and for each later period a file of every unit,
 * made here or, where files/ holds one, as LibreOffice saved it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Regime } from '../../../../shared/regime/regime.ts';
import { scenes, files as storyFiles, period as storyPeriod } from '../cast.ts';
import type { Filed, Sent } from '../consolidated.ts';
import { type Draft, documentOf, workbookOf } from './drafts.ts';
import { figuresOf, type LaterPeriod, laterPeriods } from './figures.ts';
import { textsOf } from './texts.ts';

/** The hour of the year's consolidated report: the working day after the deadline. */
export const yearSummaryAt = '2024-12-18T09:00:00+07:00';
export const yearPeriod = 'N-2024';

/** Saved by LibreOffice, in this format; the others are as they were made. */
export const savedByLibreOffice: readonly (readonly [
  unit: string,
  period: LaterPeriod,
  extension: string,
])[] = [
  ['VPS', '6T-2024', 'ods'],
  ['CCBVMT', '6T-2024', 'xlsx'],
  ['TTTNMT', '9T-2024', 'docx'],
  ['CN-TPLS', '9T-2024', 'xlsx'],
  ['VPDK', 'N-2024', 'xlsx'],
  ['TNKS', 'N-2024', 'odt'],
  ['CN-CLO', 'N-2024', 'docx'],
];

export const saved = join(import.meta.dirname, 'files');

/** Who writes a document instead of a workbook. */
const documents = new Set(['TNKS', 'TTTNMT', 'CN-CLO', 'KHTC']);
/** Who never filed a period. */
const silent = new Set(['KHTC 9T-2024', 'CN-LBI N-2024']);
/** The day on which a period's reports come; who is late comes two days after the deadline. */
const days: Readonly<Record<LaterPeriod, string>> = {
  '6T-2024': '2024-06-17',
  '9T-2024': '2024-09-16',
  'N-2024': '2024-12-16',
};

/** What the unit writes for a later period: the same each time. Throws where the regime lacks unit or period. */
export function draftOf(regime: Regime, code: string, periodId: LaterPeriod): Draft {
  const at = regime.units.findIndex((each) => each.code === code);
  const unit = regime.units[at];
  const period = regime.periods.find(({ id }) => id === periodId);
  if (!unit || !period) throw new Error(`the regime lacks ${code} or ${periodId}`);
  const figures = figuresOf(code, at, periodId);
  return { regime, unit, period, figures, texts: textsOf(code, unit.name, periodId, figures) };
}

/** The file as its author made it, before any other program saved it. */
export async function madeFile(draft: Draft): Promise<{ extension: 'docx' | 'xlsx'; bytes: Uint8Array }> {
  return documents.has(draft.unit.code)
    ? { extension: 'docx', bytes: await documentOf(draft) }
    : { extension: 'xlsx', bytes: await workbookOf(draft) };
}

/** Everything filed in the year, in the order of time. */
export async function filedInYear(regime: Regime): Promise<Filed> {
  const later: Sent[] = [];
  for (const period of laterPeriods) {
    for (const [n, { code }] of regime.units.entries()) {
      if (silent.has(`${code} ${period}`)) continue;
      const at = `${code === 'VPDK' && period === 'N-2024' ? '2024-12-18T07' : `${days[period]}T08`}:${String(10 + n)}:00+07:00`;
      later.push({ unit: code, period, at, ...(await fileOf(regime, code, period)) });
    }
  }
  const first = scenes.flatMap((scene): Sent[] =>
    scene.kind === 'file'
      ? [
          {
            unit: scene.unit,
            period: storyPeriod,
            at: scene.at,
            fileName: scene.sentAs,
            bytes: new Uint8Array(readFileSync(join(storyFiles, scene.file))),
          },
        ]
      : [],
  );
  const nil = scenes.flatMap((scene) =>
    scene.kind === 'nil'
      ? [{ unit: scene.unit, period: storyPeriod, at: scene.at, reason: scene.reason }]
      : [],
  );
  return { sent: [...first, ...later], nil };
}

async function fileOf(
  regime: Regime,
  unit: string,
  period: LaterPeriod,
): Promise<Pick<Sent, 'fileName' | 'bytes'>> {
  const extension = savedByLibreOffice.find(([code, id]) => code === unit && id === period)?.[2];
  const kept = join(saved, `${period}_${unit}.${extension}`);
  if (extension !== undefined && existsSync(kept)) {
    return { fileName: `${period}_${unit}.${extension}`, bytes: new Uint8Array(readFileSync(kept)) };
  }
  const made = await madeFile(draftOf(regime, unit, period));
  return { fileName: `${period}_${unit}.${made.extension}`, bytes: made.bytes };
}
