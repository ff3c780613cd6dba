/** What a summary is made of, frozen before it is built. */
import * as z from 'zod';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant, Sha256, Ulid } from '../vocabulary/codes.ts';
import { Decision } from './decision.ts';
import { Paper } from './paper.ts';
import { Version } from './version.ts';

/** What was filed and decided for an earlier period, as it stood when the manifest was frozen. */
export const Earlier = z.object({
  period: z.string(),
  title: Text,
  /** Those that count alone. */
  versions: z.array(Version),
  decisions: z.array(Decision),
});
export type Earlier = z.output<typeof Earlier>;

/** `runs/<run>/manifest.json`: what a summary is made of, frozen before it is built. Old ones lack what has a default. */
export const Manifest = z.object({
  run: z.string(),
  regime: z.string(),
  regimeHash: Sha256,
  period: z.string(),
  /** `interim`: while the period is open, for the office alone; only a `final` one is issued and has an edition. */
  kind: z.enum(['interim', 'final']).default('final'),
  scheduledAt: Instant,
  /** 1 for the first issue; an interim summary has that of the issue to come. */
  edition: z.int(),
  expected: z.array(z.string()),
  versions: z.array(Version),
  decisions: z.array(Decision),
  /** Uploads whose file had come by the scheduled time and was not yet read. */
  pending: z.array(z.object({ upload: Ulid, unit: z.string(), fileName: z.string() })),
  /** What the figures are compared with and added to; null where the regime names no such period. */
  earlier: z
    .object({
      previous: Earlier.nullable(),
      /** The same period a year ago; it may be of another regime. */
      lastYear: Earlier.nullable(),
      /** The periods of the regime's `sumOf`, oldest first, the period itself not among them. */
      year: z.array(Earlier),
    })
    .default(() => nothingEarlier),
  /** The run of the edition issued before; null where none was. */
  issued: z.string().nullable().default(null),
  /** Null in manifests that were frozen before there were choices: their report goes upward as it was built. */
  paper: Paper.nullable().default(null),
});
export type Manifest = z.output<typeof Manifest>;

/** Of a period that is compared with none and adds up none. */
export const nothingEarlier: Manifest['earlier'] = { previous: null, lastYear: null, year: [] };
