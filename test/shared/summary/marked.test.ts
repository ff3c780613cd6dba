/** A document of ours that a unit sends is known from its bytes alone, whatever was done to it on the way. */
import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nothingEarlier } from '../../../shared/filing/manifest.ts';
import { writeFormDocx } from '../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { annotateFile } from '../../../shared/reading/annotate/annotate.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { taskOf } from '../reading/by-hand.ts';
import { periodOf, sampleManifest, sampleSummary } from './sample.ts';

const mark = { instance: 'STNMT', regime: 'dan-van-2024', run: 'dan-van-2024:Q1-2024:2024-03-19T09:00' };
const usual = sampleManifest();
const summary = sampleSummary(usual);
const documents = { docx: await writeReport(summary), xlsx: await writeWorkbook(summary) };
const kinds = ['docx', 'xlsx'] as const;
const ofYear = { ...nothingEarlier, year: [{ ...usual, title: periodOf('Q1-2024').title }] };

const firstOf = async (bytes: Uint8Array, unit = 'VPS') => {
  const { state, findings } = await readReport(bytes, taskOf(unit));
  return `${state} ${findings[0]?.code}`;
};

describe.each(kinds)('the consolidated .%s sent as a unit’s report', (kind) => {
  const bytes = documents[kind];

  it('carries the instance, the regime and the run', async () => {
    expect((await openDocument(bytes)).mark).toEqual(mark);
  });

  it.each(['TTRA', 'CN-LBI'])('is rejected from %s, and why is said first', async (unit) => {
    expect(await firstOf(bytes, unit)).toBe('rejected CONSOLIDATED_REPORT');
  });

  it('is rejected as an interim report, as a later edition, as a year’s report, and in an archive', async () => {
    const write = kind === 'docx' ? writeReport : writeWorkbook;
    for (const about of [
      { kind: 'interim' },
      { edition: 2, run: `${usual.run}#2` },
      { period: 'N-2024', earlier: ofYear },
    ] as const) {
      expect(await firstOf(await write(sampleSummary({ ...usual, ...about })))).toBe(
        'rejected CONSOLIDATED_REPORT',
      );
    }
    expect(await firstOf(zipSync({ [`bao cao.${kind}`]: bytes }))).toBe('rejected CONSOLIDATED_REPORT');
  });

  it('is rejected again as the annotated copy of itself', async () => {
    const copy = await annotateFile(bytes, `bao-cao.${kind}`, await readReport(bytes, taskOf('VPS')));
    expect(await firstOf(copy?.bytes ?? new Uint8Array())).toBe('rejected CONSOLIDATED_REPORT');
  });

  it('is rejected by its head where its properties were taken out', async () => {
    expect(await firstOf(without(bytes, /^docProps\//))).toBe('rejected ISSUED_BY_AUTHORITY');
  });

  it.each(['core', 'custom'])('is rejected with its %s properties alone', async (kept) => {
    const other = kept === 'core' ? 'custom' : 'core';
    expect(await firstOf(without(bytes, new RegExp(`^docProps/${other}`)))).toBe(
      'rejected CONSOLIDATED_REPORT',
    );
  });

  it('of damaged properties is judged by its head, not refused for them', async () => {
    const damaged = replacing(bytes, {
      'docProps/core.xml': '<a',
      'docProps/custom.xml': '<!DOCTYPE a><a/>',
    });
    expect(await firstOf(damaged)).toBe('rejected ISSUED_BY_AUTHORITY');
  });
});

const folder = new URL('../reading/resaved/', import.meta.url);

it.each(['docx', 'odt', 'pdf', 'xlsx', 'ods', 'xls'])(
  'the mark outlives LibreOffice saving a .%s',
  async (kind) => {
    const { mark: found } = await openDocument(readFileSync(new URL(`marked.${kind}`, folder)));
    expect(found).toEqual(mark);
  },
);

it.each(['VPS', 'CN-LBI'])(
  'the form that is handed out to %s has no mark, and is not the authority’s',
  async (code) => {
    const task = taskOf(code);
    const request = { ...task, previous: null, decisions: [] };
    for (const form of [await writeFormXlsx(request), await writeFormDocx(request)]) {
      const said = (await readReport(form, task)).findings.map((finding) => finding.code);
      expect(said.filter((each) => /UNIT|ISSUED|CONSOLIDATED/.test(each))).toEqual([]);
      expect((await openDocument(form)).mark).toBeUndefined();
    }
  },
);

/** As somebody would who opens the package: links to what is gone are left dangling. */
function without(bytes: Uint8Array, parts: RegExp): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([path]) => !parts.test(path))));
}

function replacing(bytes: Uint8Array, parts: Record<string, string>): Uint8Array {
  const written = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(written) });
}
