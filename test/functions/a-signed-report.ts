import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { NotIssued } from '../../shared/office/report/draw-up.ts';
import { issueSigned, type SignedIssue } from '../../shared/office/report/issue-signed.ts';
import { planSigned } from '../../shared/office/report/plan-signed.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { keepOfficeFile } from '../../shared/records/signatures.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { drawUpReport } from '../shared/office/report/draw-up-report.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;

export const signedPdf = scannedPdf();

/** Has the next draft drawn up where the newest no longer says what is filed; throws what has another reason. */
export async function drawnUp(office: Needs, period: string): Promise<void> {
  const asked = { anyway: false, actor: 'admin', reason: null };
  await drawUpReport(office, period, asked).catch((error: unknown) => {
    if (!(error instanceof NotIssued)) throw error;
  });
}

/** Issues the newest edition, signed today; its number follows from the edition. Throws Refused. */
export async function signedAndIssued(
  office: Needs,
  period = 'Q1-2024',
  also: Pick<SignedIssue, 'lackingReason' | 'compared'> = {},
) {
  await drawnUp(office, period);
  const owed = await periodInForce(office, period);
  const plan = await planSigned(office, owed);
  const edition = plan?.edition ?? { run: '', edition: 0 };
  return issueSigned(office, owed, {
    ...{ run: edition.run, number: `${124 + edition.edition}/BC-STNMT`, seen: plan?.seen ?? '' },
    day: dayOf(office.clock.now(), owed.regime.timeZone),
    pdf: await keepOfficeFile(office.store, edition.run, 'pdf', { fileName: 'ky.pdf', bytes: signedPdf }),
    answers: plan?.asked.map(() => 'Đã hỏi lại đơn vị'),
    ...{ corrected: null, actor: 'admin', link: null, reason: 'Đã ký' },
    ...{ signer: { name: 'Nguyễn Văn An' }, ...also },
  });
}

/** One page without a word, as scanners make them, with something in its catalogue, its page, beside them, or its trailer. */
export function scannedPdf({ catalogue = '', page = '', objects = '', trailer = '' } = {}): Uint8Array {
  const written = Buffer.from(
    `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R ${catalogue} >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >> endobj
${objects}
trailer << /Root 1 0 R ${trailer} >>
%%EOF
`,
    'latin1',
  );
  return Uint8Array.from(written);
}
