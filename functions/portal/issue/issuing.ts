/** Issuing a signed report: loaded with the first request for it, for it brings what reads and compares reports. */
import type * as z from 'zod';
import type { Signer } from '../../../shared/filing/signature.ts';
import { Refused } from '../../../shared/office/refused.ts';
import { askForDraft } from '../../../shared/office/report/ask-draft.ts';
import type { SignedFiles } from '../../../shared/office/report/compare-signed.ts';
import { issueSigned, seenWith } from '../../../shared/office/report/issue-signed.ts';
import { correctionsOf } from '../../../shared/office/report/office-files.ts';
import { askToTakeBack } from '../../../shared/office/report/take-back.ts';
import { readRun } from '../../../shared/records/runs.ts';
import { officeFileKey } from '../../../shared/records/signatures.ts';
import { signatureLines } from '../../../shared/regime/signing.ts';
import type { Correction } from '../../../shared/summary/report/corrections.ts';
import { lacksMuch } from '../../../shared/summary/report/signed-text.ts';
import { freshMinutes } from '../../../shared/vocabulary/device-code.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';
import type {
  Corrections,
  CorrectionsRequest,
  DraftAsked,
  DraftBackRequest,
  DraftRequest,
  IssuedAs,
  IssueRequest,
  OfficeFileMint,
  OfficeFileRequest,
  SignedText,
  SignedTextRequest,
} from '../contract/issue.ts';
import type { Answer, Download } from '../contract/terms.ts';
import { signature } from '../desk.ts';
import { linkTo } from '../downloads.ts';
import type { Decider, Officer, PortalDependencies } from '../visitor.ts';
import { issuedAs, owedBy } from './view.ts';

const uploadSeconds = 3600;

/** Has the next edition drawn up. Throws Refused. */
export async function answerDraftAsked(
  dependencies: PortalDependencies,
  decider: Decider,
  id: string,
  { reason }: z.output<typeof DraftRequest>,
): Promise<Answer<typeof DraftAsked>> {
  return askForDraft(dependencies, owedBy(decider, id), { reason, ...signature(decider) });
}

/** Has the newest edition taken back. Throws Refused. */
export async function answerDraftTakenBack(
  dependencies: PortalDependencies,
  decider: Decider,
  id: string,
  request: z.output<typeof DraftBackRequest>,
): Promise<Answer<typeof DraftAsked>> {
  return askToTakeBack(dependencies, owedBy(decider, id), { ...request, ...signature(decider) });
}

/** Takes one file of the office, under its own sum. Throws Refused. */
export async function answerOfficeFile(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
  { kind, run, size, sha256 }: z.output<typeof OfficeFileRequest>,
): Promise<Answer<typeof OfficeFileMint>> {
  await holdToRun(dependencies, owedBy(officer, id), run);
  const format = kind === 'signed' ? 'pdf' : 'docx';
  const { method, url, headers } = await dependencies.signer.signUpload({
    key: officeFileKey(run, format, { sha256 }),
    size,
    sha256,
    contentType: formats[format].contentType,
    seconds: uploadSeconds,
  });
  return { method, url, headers: { ...headers } };
}

/** A link to a signed report that came, issued or not. Throws Refused. */
export async function answerSignedFile(
  { table, store, signer }: PortalDependencies,
  officer: Officer,
  { period: id, run, sha256 }: { readonly period: string; readonly run: string; readonly sha256: string },
): Promise<Answer<typeof Download>> {
  const { period } = owedBy(officer, id);
  await holdToRun({ table }, { period }, run);
  const key = officeFileKey(run, 'pdf', { sha256 });
  if (!/^[0-9a-f]{64}$/.test(sha256) || (await store.arrival(key)) === null) {
    throw new Refused('RUN_FILE_UNKNOWN');
  }
  return linkTo(signer, key, `${period.id}_bao-cao-da-ky.pdf`);
}

/** What the office changed in the draft. Throws Refused. */
export async function answerCorrections(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
  { run, fileName, sha256, seen }: z.output<typeof CorrectionsRequest>,
): Promise<Answer<typeof Corrections>> {
  const owed = owedBy(officer, id);
  await holdToRun(dependencies, owed, run);
  const corrections = await correctionsOf(dependencies, run, { fileName, sha256 });
  return {
    seen: seenWith(seen, { sha256 }, corrections),
    corrections: corrections.map(correctionIn),
  };
}

/** What the signed PDF lacks of what was to be signed. Throws Refused. */
export async function answerSignedText(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
  { run, pdf, corrected, signer }: z.output<typeof SignedTextRequest>,
): Promise<Answer<typeof SignedText>> {
  const { regime, period } = owedBy(officer, id);
  await holdToRun(dependencies, { period }, run);
  const signedBy = signer ? signatureLines(regime, withoutNull(signer)) : [];
  const found = await compare(dependencies, run, { pdf, corrected, signedBy });
  return {
    compared: found !== null,
    lacking: [...(found?.lacking ?? [])],
    passages: found?.passages ?? 0,
    lacksMuch: found !== null && lacksMuch(found),
  };
}

/** Readers of PDF weigh much, and whoever looks at the dialog needs none. Throws Refused. */
async function compare(dependencies: PortalDependencies, run: string, files: SignedFiles) {
  const { compareSigned } = await import('../../../shared/office/report/compare-signed.ts');
  return compareSigned(dependencies, run, files);
}

/** Issues what was signed. Throws Refused. */
export async function answerIssued(
  dependencies: PortalDependencies,
  decider: Decider,
  id: string,
  request: z.output<typeof IssueRequest>,
): Promise<Answer<typeof IssuedAs>> {
  refuseOldCode(dependencies, decider);
  const owed = owedBy(decider, id);
  const { run, pdf, corrected } = request;
  const signer = request.signer && withoutNull(request.signer);
  const issued = await issueSigned(dependencies, owed, {
    ...request,
    signer,
    ...signature(decider),
    compared: (by) =>
      compare(dependencies, run, { pdf, corrected, signedBy: signatureLines(owed.regime, by) }),
  });
  return issuedAs(issued, owed.regime);
}

/** A device decides for a working day; what goes upward, and nobody can call back, takes a code of this half hour. */
function refuseOldCode({ clock }: PortalDependencies, { session }: Decider): void {
  const age = Date.parse(clock.now()) - Date.parse(session.openedAt);
  if (age > freshMinutes * 60_000) throw new Refused('CODE_NOT_FRESH', { minutes: String(freshMinutes) });
}

function withoutNull({ form, ...others }: NonNullable<z.output<typeof IssueRequest>['signer']>): Signer {
  return { ...others, ...(form && { form }) };
}

async function holdToRun(
  { table }: Pick<PortalDependencies, 'table'>,
  { period }: { readonly period: { readonly id: string } },
  run: string,
): Promise<void> {
  const known = await readRun(table, run);
  if (known?.period !== period.id || known.kind !== 'final') throw new Refused('RUN_FILE_UNKNOWN');
}

function correctionIn(correction: Correction): Answer<typeof Corrections>['corrections'][number] {
  const { kind, changesFigures } = correction;
  const none = { kind, changesFigures, what: '', before: '', after: '', contradicted: false };
  switch (correction.kind) {
    case 'figure':
      return {
        ...none,
        what: correction.names.join('; '),
        before: correction.before,
        after: correction.after,
        contradicted: correction.contradicted,
      };
    case 'unit-text':
      return { ...none, what: correction.unit, before: correction.before, after: correction.after };
    case 'struck':
      return { ...none, what: correction.unit ?? '', before: correction.text };
    case 'added':
      return { ...none, after: correction.text };
    case 'wording':
    case 'frame':
      return { ...none, before: correction.before, after: correction.after };
  }
}
