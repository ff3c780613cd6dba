/** What a receipt's number tells anybody who holds it: what the receipt itself says, and what became of the file. */
import * as z from 'zod';
import { Standing } from './duties.ts';
import {
  type Answer,
  Authority,
  Count,
  Instant,
  named,
  PeriodId,
  Receipt,
  Sha256,
  Timeliness,
  TimeZone,
  UnitName,
  VerdictState,
} from './terms.ts';

export const ReceiptCheck = z
  .strictObject({
    receipt: Receipt,
    authority: Authority,
    unit: UnitName,
    period: PeriodId,
    title: z.string().describe('The period’s title, in the language asked for.'),
    fileName: z.string(),
    size: Count.describe('Bytes.'),
    sha256: Sha256,
    timeZone: TimeZone,
    receivedAt: Instant.describe('When the file arrived, by the server.'),
    state: VerdictState,
    timeliness: Timeliness,
    standing: Standing,
    office: z.string().describe('Whom to ask: the office’s name, telephone number and address.'),
  })
  .register(named, { id: 'ReceiptCheck' });
export type ReceiptCheck = Answer<typeof ReceiptCheck>;
