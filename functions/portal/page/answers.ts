/**
 * The shapes of the portal's answers as this page reads them. Fields the page has no use for are let through
 * unread, so that the API can grow without breaking pages that are still open.
 */
import * as z from 'zod/mini';
import { decisionWords, standingWords } from '../../../shared/wording/page-history.ts';
import { dutyStatusWords, uploadStateWords } from '../../../shared/wording/statuses.ts';

// zod compiles with `new Function` where it may; the page's CSP forbids it, and even the attempt is reported.
z.config({ jitless: true });

const status = z.enum(keysOf(dutyStatusWords));
const uploadState = z.enum(keysOf(uploadStateWords));

const duty = z.object({
  period: z.string(),
  title: z.string(),
  kind: z.enum(['plan', 'periodic', 'review']),
  status,
  due: z.nullable(z.string()),
  rule: z.enum(['by', 'before', 'on-guidance']),
  ruleText: z.string(),
});

const authority = z.object({ parent: z.string(), name: z.string() });

const figure = z.nullable(z.union([z.number(), z.string()]));

const source = z.union([
  z.object({ sheet: z.string(), cell: z.string() }),
  z.object({ table: z.number(), row: z.number(), column: z.number() }),
  z.object({ paragraph: z.number() }),
]);

const value = z.object({
  indicator: z.string(),
  value: figure,
  source: z.nullable(source),
  cumulative: figure,
  cumulativeSource: z.nullable(source),
});

export const dutiesAnswer = z.array(duty);

export const dutyAnswer = z.extend(duty, {
  authority,
  unit: z.object({ code: z.string(), name: z.string() }),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  indicators: z.array(
    z.object({
      code: z.string(),
      section: z.string(),
      name: z.string(),
      unitOfMeasure: z.string(),
    }),
  ),
  checks: z.array(z.object({ id: z.string(), severity: z.string(), message: z.string() })),
  previous: z.array(value),
  versions: z.array(
    z.object({
      uploadId: z.string(),
      fileName: z.string(),
      size: z.number(),
      sha256: z.string(),
      sender: z.nullable(z.string()),
      sentAt: z.string(),
      state: uploadState,
      receipt: z.string(),
      standing: z.enum(keysOf(standingWords)),
      reason: z.nullable(z.string()),
    }),
  ),
  decisions: z.array(
    z.object({
      decision: z.string(),
      kind: z.enum(keysOf(decisionWords)),
      by: z.enum(['unit', 'office']),
      reason: z.string(),
      decidedAt: z.string(),
      until: z.nullable(z.string()),
      uploadId: z.nullable(z.string()),
    }),
  ),
  counts: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});

export const mintAnswer = z.object({
  uploadId: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
});

export const uploadAnswer = z.object({
  state: uploadState,
  period: z.string(),
  receipt: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  sender: z.nullable(z.string()),
  receivedAt: z.nullable(z.string()),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.string(),
      where: z.nullable(source),
      found: z.nullable(z.string()),
      expected: z.nullable(z.string()),
      message: z.string(),
      fix: z.string(),
    }),
  ),
  values: z.array(value),
  narrative: z.array(
    z.object({
      section: z.string(),
      paragraphs: z.array(z.object({ text: z.string(), source })),
    }),
  ),
  skipped: z.array(
    z.object({
      what: z.string(),
      why: z.string(),
      where: z.nullable(source),
      count: z.optional(z.number()),
    }),
  ),
  annotated: z.nullable(z.object({ fileName: z.string(), size: z.number() })),
});

export const receiptAnswer = z.object({
  receipt: z.string(),
  authority,
  unit: z.object({ code: z.string(), name: z.string() }),
  period: z.string(),
  title: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  receivedAt: z.string(),
  state: uploadState,
});

const text = z.object({ vi: z.string(), en: z.string() });

const officeUnit = z.object({
  unit: z.object({ code: z.string(), name: z.string() }),
  status,
  filedAt: z.nullable(z.string()),
  attempt: z.nullable(
    z.object({
      fileName: z.string(),
      state: uploadState,
      receivedAt: z.string(),
      firstFinding: z.nullable(z.object({ code: z.string(), message: text })),
    }),
  ),
  reason: z.nullable(z.string()),
});

const officePeriod = z.object({
  period: z.string(),
  title: z.string(),
  due: z.nullable(z.string()),
  rate: z.object({
    expected: z.number(),
    excluded: z.number(),
    filed: z.number(),
    late: z.number(),
    ratio: z.nullable(z.number()),
  }),
  units: z.array(officeUnit),
  reports: z.array(
    z.object({
      ...{ run: z.string(), scheduledAt: z.string(), files: z.array(z.string()) },
      ...{ kind: z.enum(['interim', 'final']), edition: z.number(), stale: z.boolean() },
    }),
  ),
});

export const officeAnswer = z.object({
  recipient: z.string(),
  regime: z.string(),
  periods: z.array(officePeriod),
});

/** An address that hands out a file for five minutes. */
export const downloadAnswer = z.object({ url: z.string() });

export const refusalAnswer = z.object({ code: z.string(), message: z.string() });

export type Duty = z.infer<typeof duty>;
export type DutyDetail = z.infer<typeof dutyAnswer>;
export type Version = DutyDetail['versions'][number];
export type Decision = DutyDetail['decisions'][number];
export type Mint = z.infer<typeof mintAnswer>;
export type UploadReport = z.infer<typeof uploadAnswer>;
export type Finding = UploadReport['findings'][number];
export type Receipt = z.infer<typeof receiptAnswer>;
export type Office = z.infer<typeof officeAnswer>;
export type OfficePeriod = z.infer<typeof officePeriod>;
export type OfficeUnit = z.infer<typeof officeUnit>;
export type Source = z.infer<typeof source>;
/** A number, an ISO date, text, or null where the cell was left blank. */
export type Figure = z.infer<typeof figure>;

function keysOf<T extends Record<string, unknown>>(words: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
}
