/** `report issue`: says what goes to whom and what is doubtful, and sends the signed file only when somebody says so. */
import { basename } from 'node:path';
import type { Signer } from '../../shared/filing/signature.ts';
import { Refused } from '../../shared/office/refused.ts';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { compareDraft } from '../../shared/office/report/compare-draft.ts';
import { compareSignedBytes } from '../../shared/office/report/compare-signed.ts';
import { NotIssued } from '../../shared/office/report/draw-up.ts';
import { issueSigned, seenWith, signerFor } from '../../shared/office/report/issue-signed.ts';
import { planSigned, type SignedPlan } from '../../shared/office/report/plan-signed.ts';
import { keepOfficeFile } from '../../shared/records/signatures.ts';
import { signatureLines } from '../../shared/regime/signing.ts';
import type { Correction } from '../../shared/summary/report/corrections.ts';
import { askedEach, wordsOnEach } from '../../shared/vocabulary/asked-doubts.ts';
import { say, second } from '../../shared/vocabulary/text.ts';
import { askFor, type Output } from './ask.ts';
import { readNamedFile } from './named-files.ts';
import type { System } from './system.ts';

export interface IssueRequest {
  readonly period: string;
  readonly number?: string;
  /** `yyyy-mm-dd`. */
  readonly day?: string;
  /** Who signed; the form and the title of who signed in the head's place. */
  readonly signer?: string;
  readonly signerForm?: NonNullable<Signer['form']>;
  readonly signerRole?: string;
  /** Paths: the signed PDF, and the draft as it was corrected. */
  readonly signed?: string;
  readonly corrected?: string;
  /** To each doubt that needs one, in the order of the list; the last stands for those behind it. */
  readonly answer?: readonly string[];
  /** Why the corrected draft has other figures than the units reported. */
  readonly figuresReason?: string;
  /** Why the signed report goes though it lacks much of the draft. */
  readonly lackingReason?: string;
  readonly actor: string;
  readonly reason?: string;
  readonly anyway: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Throws Unknown, NotIssued, Refused, FileNotUsable; by then the list was said. */
export async function issueCommand(system: System, request: IssueRequest, output: Output): Promise<void> {
  const { period: id, number, day, signed, reason, actor, anyway } = request;
  const owed = await periodInForce(system, id);
  const plan = await planSigned(system, owed);
  if (!plan) throw new NotIssued(`${id} has no draft yet; "report draft ${id}" draws one up`);
  for (const line of planLines(plan)) output.say(line);
  if (request.dryRun) {
    output.say('dry run: nothing was issued');
    return;
  }
  if (number === undefined || day === undefined || signed === undefined || reason === undefined) {
    throw new NotIssued(
      `${id} is not issued: give --number, --day, --signed FILE.pdf and --reason, as they stand on the signed report`,
    );
  }
  const signer = saidSigner(id, plan, request);
  const { run } = plan.edition;
  const draft = request.corrected === undefined ? null : await named(request.corrected);
  const corrections = draft && (await compareDraft(system, run, draft));
  for (const line of correctionLines(corrections ?? [])) output.say(line);
  const paper = await named(signed);
  const compared = await compareSignedBytes(system, run, {
    pdf: paper.bytes,
    corrected: draft,
    signedBy: signatureLines(plan.regime, signer),
  });
  for (const line of signedLines(compared?.lacking ?? null)) output.say(line);
  if (!request.yes) await askFor(id, output.terminal);
  // Whoever says no leaves nothing behind.
  const pdf = await keepOfficeFile(system.store, run, 'pdf', paper);
  const corrected = draft && (await keepOfficeFile(system.store, run, 'docx', draft));
  const issued = await issueSigned(system, owed, {
    run,
    number,
    day,
    reason,
    signer,
    actor,
    link: null,
    answers: wordsOnEach(plan.asked.length, request.answer ?? []),
    figuresReason: request.figuresReason,
    lackingReason: request.lackingReason,
    seen: corrected && corrections ? seenWith(plan.seen, corrected, corrections) : plan.seen,
    anyway,
    compared: async () => compared,
    pdf,
    corrected,
  });
  output.say(
    `${id} is issued as edition ${issued.edition}, No. ${issued.number} of ${issued.day}: ${run}; its mails are queued`,
  );
}

/** Before anything is asked or kept, and by the rule of the record. Throws NotIssued. */
function saidSigner(
  id: string,
  plan: SignedPlan,
  { signer: name, signerForm: form, signerRole: role }: IssueRequest,
): Signer {
  const isSaid = name !== undefined || form !== undefined || role !== undefined;
  try {
    return signerFor(
      isSaid ? { name: name ?? '', ...(form && { form }), ...(role && { role }) } : undefined,
      plan,
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new NotIssued(
      `${id} is not issued: give --signer NAME, and both --signer-form and --signer-role of who signed in the head's place ` +
        '(at most 100 characters each)',
    );
  }
}

async function named(path: string) {
  return { fileName: basename(path), bytes: await readNamedFile(path) };
}

function planLines({
  edition,
  summary,
  period,
  recipients,
  doubts,
  asked,
  signature,
  replaces,
  stale,
  since,
}: SignedPlan): string[] {
  const { rate } = summary;
  return [
    `report issue ${period.id} sends edition ${edition.edition}, as the office has it and as it was signed: ` +
      `as of ${edition.scheduledAt}, ${rate.filed} of ${rate.expected - rate.excluded} units filed`,
    ...(signature ? [`It was issued as No. ${signature.number} of ${signature.day}.`] : []),
    ...(replaces ? [`It takes the place of No. ${replaces.number} of ${replaces.day}.`] : []),
    'Recipients:',
    ...recipients.map(({ recipient, had }) => {
      const gets = had ? 'was sent it before, gets nothing' : 'the signed report';
      return `  ${recipient.id.padEnd(10)} ${recipient.name} <${recipient.email}>: ${gets}`;
    }),
    doubts.length === 0 ? 'Nothing is doubtful.' : 'To be looked at first:',
    ...doubts.map((doubt) => `  ! ${say(doubt, second)}`),
    ...(asked.length === 0 ? [] : ['Each of these needs a word, in this order (--answer):']),
    ...asked.map((doubt, n) => `  ${Math.min(n, askedEach) + 1}. ${say(doubt, second)}`),
    ...(since.length === 0 ? [] : ['Since then:']),
    ...since.map(({ at, text }) => `  ${at ?? 'also'}: ${say(text, second)}`),
    ...(stale ? [`"report status ${period.id}" lists what has changed`] : []),
  ];
}

/** What the signed PDF lacks of the text that was to be signed. */
function signedLines(lacking: readonly string[] | null): string[] {
  if (lacking === null)
    return ['The signed PDF cannot be compared (scanned, locked or too long): do it by eye.'];
  if (lacking.length === 0)
    return ['The signed PDF lacks nothing of what was to be signed; what was put in is not compared.'];
  return ['The signed PDF lacks, as it was to be signed:', ...lacking.map((text) => `  ! ${text}`)];
}

/** What the corrected draft changes, the figures first. */
function correctionLines(corrections: readonly Correction[]): string[] {
  return corrections
    .toSorted((a, b) => Number(b.kind === 'figure') - Number(a.kind === 'figure'))
    .map((each) => {
      const about = each.kind === 'figure' ? ` (${each.indicators.join(', ')})` : '';
      const before = 'before' in each ? each.before : each.kind === 'struck' ? each.text : '';
      const after = 'after' in each ? each.after : each.kind === 'added' ? each.text : '';
      return `  ${each.kind}${about}: "${before}" became "${after}"`;
    });
}
