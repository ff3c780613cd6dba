/** Periods as different as they come: a quarter, a year, one of whose end little came, such a quarter, and a hundred units. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, period, regimeFile, scenes, summaryAt } from '../../infra/local/story/cast.ts';
import { consolidated, type Filed, type Sent } from '../../infra/local/story/consolidated.ts';
import { workbookOf } from '../../infra/local/story/year/drafts.ts';
import { type Figures, figuresOf, firstFigures } from '../../infra/local/story/year/figures.ts';
import { filedInYear, yearPeriod, yearSummaryAt } from '../../infra/local/story/year/year.ts';
import { readRegime } from '../../shared/regime/load.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { communes, communeUnits } from './communes.ts';
import { longTextsOf } from './long-texts.ts';

interface Report {
  /** Pages of the report without its appendix, by the regime's measure of words. */
  readonly pages: readonly [least: number, most: number];
  readonly make: () => Promise<Summary>;
}

const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);

export const reports: Readonly<Record<string, Report>> = {
  'quy-1': { pages: [4, 5], make: quarter },
  nam: { pages: [4, 5], make: year },
  'nam-thieu': { pages: [4, 5], make: yearOfFew },
  'it-bao-cao': { pages: [1, 2], make: thinQuarter },
  'tram-don-vi': { pages: [4, 5], make: hundredUnits },
};

/** The story's fourteen units. */
async function quarter(): Promise<Summary> {
  const sent = scenes.flatMap((scene): Sent[] =>
    scene.kind === 'file'
      ? [
          {
            ...{ unit: scene.unit, period, at: scene.at, fileName: scene.sentAs },
            bytes: new Uint8Array(readFileSync(join(files, scene.file))),
          },
        ]
      : [],
  );
  const nil = scenes.flatMap((scene) =>
    scene.kind === 'nil' ? [{ unit: scene.unit, period, at: scene.at, reason: scene.reason }] : [],
  );
  return (await consolidated(regime, period, summaryAt, { sent, nil })).summary;
}

async function year(): Promise<Summary> {
  return (await consolidated(regime, yearPeriod, yearSummaryAt, await filedInYear(regime))).summary;
}

/** Of its end four reports came, with figures in doubt, and five that were refused: all that asks for a decision at once. */
async function yearOfFew(): Promise<Summary> {
  const filed = await filedInYear(regime);
  const came = ['KHTC', 'DDBD', 'CN-CLO', 'TTPTQD'];
  const sentAnothers = ['VPS', 'QLDD', 'TNKS', 'CCBVMT', 'VPDK'];
  const others = filed.sent.find((each) => each.period === yearPeriod && each.unit === came[0]);
  if (!others) throw new Error('the first of those that came has a report of the year');
  const sent = filed.sent.flatMap((each) => {
    if (each.period !== yearPeriod || came.includes(each.unit)) return [each];
    return sentAnothers.includes(each.unit) ? [{ ...each, bytes: others.bytes }] : [];
  });
  return (await consolidated(regime, yearPeriod, yearSummaryAt, { ...filed, sent })).summary;
}

const fewWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  KHTC: { 'II.1': ['Phòng đã quán triệt Kế hoạch công tác dân vận năm 2024 đến toàn thể công chức.'] },
  DDBD: { III: ['Hạn chế: địa bàn đo đạc rộng, việc ký xác nhận ranh giới còn chậm.'] },
  'CN-LBI': {},
};

/** Three of fourteen filed, and wrote a sentence or none. */
async function thinQuarter(): Promise<Summary> {
  const sent = await Promise.all(
    Object.entries(fewWords).map(([code, texts], n) =>
      sentBy(regime, unitOf(regime, code), firstFigures(code), texts, {
        period,
        at: `2024-03-18T08:${10 + n}:00+07:00`,
      }),
    ),
  );
  return (await consolidated(regime, period, summaryAt, { sent, nil: [] })).summary;
}

/** A hundred communes, each with two pages of text; three of them are silent. */
async function hundredUnits(): Promise<Summary> {
  const units = communeUnits();
  const whole: Regime = { ...regime, units: [...units], report: { ...regime.report, units: 'UBND xã' } };
  // Who declared nothing for the first quarter has no cumulative figures of it.
  const alike = regime.units.map(({ code }) => code).filter((code) => code !== 'TTRA');
  const sent: Sent[] = [];
  for (const [n, unit] of units.entries()) {
    const code = alike[n % alike.length] ?? '';
    const [place] = communes.slice(n, n + 1);
    if (!place) throw new Error(`no commune for ${unit.code}`);
    sent.push(await sentBy(whole, unit, firstFigures(code), {}, { period, at: '2024-03-18T09:00:00+07:00' }));
    if (n % 40 === 17) continue;
    const figures = figuresOf(code, n % alike.length, '6T-2024');
    const texts = longTextsOf(place, unit.name, n, figures);
    sent.push(
      await sentBy(whole, unit, figures, texts, { period: '6T-2024', at: '2024-06-17T09:00:00+07:00' }),
    );
  }
  const filed: Filed = { sent: sent.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)), nil: [] };
  return (await consolidated(whole, '6T-2024', '2024-06-19T09:00:00+07:00', filed)).summary;
}

async function sentBy(
  of: Regime,
  unit: Unit,
  figures: Figures,
  texts: Readonly<Record<string, readonly string[]>>,
  sent: { readonly period: string; readonly at: string },
): Promise<Sent> {
  const bytes = await workbookOf({ regime: of, unit, period: periodOf(sent.period), figures, texts });
  return { ...sent, unit: unit.code, fileName: `${sent.period} ${unit.code}.xlsx`, bytes };
}

function periodOf(id: string): Period {
  const found = regime.periods.find((each) => each.id === id);
  if (!found) throw new Error(`no period ${id}`);
  return found;
}

function unitOf({ units }: Regime, code: string): Unit {
  const found = units.find((each) => each.code === code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}
