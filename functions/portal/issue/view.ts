/** What lies before whoever issues a report: loaded with the first request for it, for it brings what summarises. */
import { takenBackBy } from '../../../shared/filing/edition.ts';
import type { Signature } from '../../../shared/filing/signature.ts';
import { type IssueRecord, recordOf } from '../../../shared/office/report/issue-record.ts';
import { planSigned, type SignedPlan } from '../../../shared/office/report/plan-signed.ts';
import { toGoUpward } from '../../../shared/office/report/to-go-upward.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readRun } from '../../../shared/records/runs.ts';
import { readSignatures } from '../../../shared/records/signatures.ts';
import { dayOf } from '../../../shared/regime/calendar.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { signatureLines } from '../../../shared/regime/signing.ts';
import { type Language, say } from '../../../shared/vocabulary/text.ts';
import { hindranceWords } from '../../../shared/wording/issuing.ts';
import { upwardUntil } from '../../../shared/wording/upward.ts';
import { shortDay } from '../../../shared/wording/vietnamese.ts';
import type { IssuedAs, IssueView } from '../contract/issue.ts';
import type { Answer } from '../contract/terms.ts';
import { namer, periodOf } from '../desk.ts';
import type { Officer, PortalDependencies } from '../visitor.ts';

/** What lies before whoever issues the period's report. Throws Refused. */
export async function answerIssueView(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
  language: Language,
): Promise<Answer<typeof IssueView>> {
  const owed = owedBy(officer, id);
  const { regime, period } = owed;
  const { table } = dependencies;
  // Before the plan: what is told to be taken back is not among what is read after it.
  const editions = await readEditions(table, period.id);
  const drawnUp = editions.findLast(({ fingerprint }) => fingerprint !== null);
  const plan = await planSigned(dependencies, owed);
  const signatures = await readSignatures(table, period.id);
  const back = drawnUp ? takenBackBy(drawnUp) : null;
  const nameOf = namer(regime);
  const today = dayOf(dependencies.clock.now(), regime.timeZone);
  const upward = await toGoUpward(table, {
    regime,
    period,
    today,
    signed: signatures.length > 0,
    drafts: editions.map(({ run }) => run),
  });
  return {
    period: period.id,
    title: period.title[language],
    until:
      upward &&
      say(
        upwardUntil(upward.to.map(({ name }) => name).join(', '), shortDay(upward.day), upward.left),
        language,
      ),
    draft: plan && {
      run: plan.edition.run,
      edition: plan.edition.edition,
      scheduledAt: plan.edition.scheduledAt,
      files: [...((await readRun(table, plan.edition.run))?.documents ?? [])],
      filed: plan.summary.rate.filed,
      expected: plan.summary.rate.expected - plan.summary.rate.excluded,
      stale: plan.stale,
      since: plan.since.map(({ at, text }) => ({ at, text: say(text, language) })),
      hindrances: plan.hindrances.map((each) => say(hindranceWords[each], language)),
      doubts: plan.doubts.map((doubt) => say(doubt, language)),
      settled: settledAmong(plan, language),
      asked: plan.asked.map((doubt) => say(doubt, language)),
      recipients: plan.recipients.map(({ recipient: { name, email }, had }) => ({ name, email, had })),
      replaces: plan.replaces && { number: plan.replaces.number, day: plan.replaces.day },
      signer: signerKnown(plan),
      seen: plan.seen,
      today,
      from: dayOf(plan.edition.scheduledAt, regime.timeZone),
    },
    takenBack:
      drawnUp && back
        ? { edition: drawnUp.edition, actor: nameOf(back.actor), at: back.at, reason: back.reason ?? '' }
        : null,
    mayDrawUp: plan === null || plan.stale,
    issued: await Promise.all(
      signatures.toReversed().map(async (each) => ({
        ...issuedAs(each, regime),
        ...recordIn(await recordOf(dependencies, each), language),
      })),
    ),
  };
}

function settledAmong({ doubts, settled }: SignedPlan, language: Language) {
  const places = new Map(doubts.map((doubt, n) => [doubt.vi, n]));
  return settled.flatMap(({ doubt, what, whole }) => {
    const place = places.get(doubt.vi);
    return place === undefined
      ? []
      : [{ doubt: place, what: what.map((each) => say(each, language)), whole }];
  });
}

/** As the regime names them; else who signed the report whose place this one takes. */
function signerKnown({
  regime,
  replaces,
}: SignedPlan): NonNullable<Answer<typeof IssueView>['draft']>['signer'] {
  const { signing, signer: head } = regime.authority;
  const { form = null, role = '', name = '' } = (signing?.name ? signing : replaces?.signer) ?? signing ?? {};
  return { head, form, role, name };
}

function recordIn(
  { shown, mails }: IssueRecord,
  language: Language,
): Pick<Answer<typeof IssueView>['issued'][number], 'shown' | 'mails'> {
  return {
    shown: shown && {
      stale: shown.frozen !== null && shown.frozen !== shown.filedNow,
      since: shown.since.map(({ at, text }) => ({ at, text: say(text, language) })),
      doubts: shown.doubts.map((doubt) => say(doubt, language)),
      answers: shown.answers.map(({ doubt, answer }) => ({ doubt: say(doubt, language), answer })),
      lacking: shown.lacking,
    },
    mails: [...mails],
  };
}

/** How an issue is told, whoever asks. */
export function issuedAs(issued: Signature, regime: Regime): Answer<typeof IssuedAs> {
  const { edition, run, number, day, at, actor, reason, pdf, recipients, signer, lackingReason } = issued;
  const nameOf = namer(regime);
  return {
    edition,
    run,
    number,
    day,
    at,
    reason,
    lackingReason: lackingReason ?? null,
    pdf: pdf.sha256,
    actor: nameOf(actor),
    signedBy: signer ? signatureLines(regime, signer).join(', ') : null,
    sentTo: recipients.map((recipient) => {
      return regime.office.recipients.find(({ id }) => id === recipient)?.name ?? recipient;
    }),
  };
}

/** The period under the regime by which whoever asks was let in. Throws Refused. */
export function owedBy({ regime, regimeHash }: Officer, id: string) {
  return { regime: { ...regime, hash: regimeHash }, period: periodOf({ regime }, id) };
}
