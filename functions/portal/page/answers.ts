/**
 * The shapes of the portal's answers as this page reads them. Fields the page has no use for are let through
 * unread, so that the API can grow without breaking pages that are still open.
 */
import * as z from 'zod/mini';
import { dutyStatusWords, uploadStateWords } from '../../../shared/wording/statuses.ts';

// zod compiles with `new Function` where it may; the page's CSP forbids it, and even the attempt is reported.
z.config({ jitless: true });

const status = z.enum(keysOf(dutyStatusWords));
const uploadState = z.enum(keysOf(uploadStateWords));

const duty = z.object({
  period: z.string(),
  title: z.string(),
  status,
  due: z.nullable(z.string()),
  rule: z.enum(['by', 'before', 'on-guidance']),
  ruleText: z.string(),
});

const value = z.nullable(z.union([z.number(), z.string()]));

const source = z.union([
  z.object({ sheet: z.string(), cell: z.string() }),
  z.object({ table: z.number(), row: z.number(), column: z.number() }),
  z.object({ paragraph: z.number() }),
]);

export const dutiesAnswer = z.array(duty);

export const dutyAnswer = z.extend(duty, {
  unit: z.object({ code: z.string(), name: z.string() }),
  indicators: z.array(
    z.object({
      code: z.string(),
      section: z.string(),
      name: z.string(),
      unitOfMeasure: z.nullish(z.string()),
    }),
  ),
  checks: z.array(z.object({ id: z.string(), severity: z.string(), message: z.string() })),
  previous: z.array(
    z.object({ indicator: z.string(), value: z.nullish(value), cumulative: z.nullish(value) }),
  ),
  versions: z.array(
    z.object({
      uploadId: z.string(),
      fileName: z.string(),
      sentAt: z.nullable(z.string()),
      state: uploadState,
      receipt: z.nullish(z.string()),
    }),
  ),
  counts: z.nullable(z.string()),
  reason: z.nullish(z.string()),
});

export const mintAnswer = z.object({
  uploadId: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
});

const where = z.nullish(z.union([source, z.string()]));

export const uploadAnswer = z.object({
  state: uploadState,
  receipt: z.nullish(z.string()),
  fileName: z.optional(z.string()),
  sha256: z.optional(z.string()),
  receivedAt: z.nullish(z.string()),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.string(),
      where,
      found: z.nullish(value),
      expected: z.nullish(value),
      message: z.string(),
      fix: z.nullish(z.string()),
    }),
  ),
  values: z.array(
    z.object({
      indicator: z.string(),
      value: z.nullish(value),
      source: z.nullish(source),
      cumulative: z.nullish(value),
      cumulativeSource: z.nullish(source),
    }),
  ),
  counts: z.optional(z.object({ read: z.number(), skipped: z.number(), total: z.number() })),
  narrative: z.array(
    z.object({
      section: z.string(),
      paragraphs: z.array(z.object({ text: z.string(), source: z.nullish(source) })),
    }),
  ),
  skipped: z.array(z.object({ what: z.string(), why: z.string(), where, count: z.optional(z.number()) })),
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
  reports: z.array(z.object({ run: z.string(), scheduledAt: z.string(), files: z.array(z.string()) })),
});

export const officeAnswer = z.object({
  recipient: z.string(),
  regime: z.string(),
  periods: z.array(officePeriod),
});

export const runFileAnswer = z.object({ url: z.string() });

export const refusalAnswer = z.object({ code: z.string(), message: z.string() });

export type Duty = z.infer<typeof duty>;
export type DutyDetail = z.infer<typeof dutyAnswer>;
export type Mint = z.infer<typeof mintAnswer>;
export type UploadReport = z.infer<typeof uploadAnswer>;
export type Finding = UploadReport['findings'][number];
export type Office = z.infer<typeof officeAnswer>;
export type OfficePeriod = z.infer<typeof officePeriod>;
export type OfficeUnit = z.infer<typeof officeUnit>;
export type Where = Finding['where'];

function keysOf<T extends Record<string, unknown>>(words: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
}
