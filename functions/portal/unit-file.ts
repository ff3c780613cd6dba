/** All that the office knows of one unit's duty, on one page. */
import type * as z from 'zod';
import { holdOf } from '../../shared/filing/counting.ts';
import { deadlineOf } from '../../shared/filing/deadline.ts';
import { type Decision, dayNamed, everyUnit, isUnitsOwn } from '../../shared/filing/decision.ts';
import { takenBack } from '../../shared/filing/in-force.ts';
import { isOwing } from '../../shared/filing/owing.ts';
import { openRequest } from '../../shared/filing/requests.ts';
import type { Upload } from '../../shared/filing/version.ts';
import { bouncedAddresses, unitsAmong } from '../../shared/office/chase/bounces.ts';
import { waivableOf } from '../../shared/office/decisions/details.ts';
import { isForEyes, mintEntry } from '../../shared/office/desk/enter.ts';
import { mailsAbout } from '../../shared/office/desk/mails-about.ts';
import { Refused } from '../../shared/office/refused.ts';
import { readFilings, readReading, readVersion } from '../../shared/records/filings.ts';
import { readNotes } from '../../shared/records/notes.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { activeContentOf } from '../../shared/vocabulary/active-content.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import { activeContent } from '../../shared/wording/active-findings.ts';
import type { EntryRequest, OfficeDownload, UnitFile } from './contract/desk.ts';
import type { DutyTask } from './contract/task.ts';
import type { Answer } from './contract/terms.ts';
import type { Mint, UploadReport } from './contract/uploads.ts';
import { namer, periodOf, signature } from './desk.ts';
import { linkToAnnotated, linkToFile } from './downloads.ts';
import { describeDuty } from './duties.ts';
import { fillForm } from './forms.ts';
import type { HandedFile } from './operation.ts';
import { taskOf } from './tasks.ts';
import { ownUpload, reportUpload } from './uploads.ts';
import type { Decider, Officer, PortalDependencies, Visitor } from './visitor.ts';

/** The unit as its own link would show it. Throws Refused. */
function inPlaceOf({ regime, regimeHash }: Officer, code: string): Visitor {
  const unit = regime.units.find((each) => each.code === code);
  if (!unit) throw new Refused('UNIT_UNKNOWN', { unit: code });
  return { regime, regimeHash, unit };
}

/** Throws Refused. */
export async function answerUnitFile(
  dependencies: PortalDependencies,
  officer: Officer,
  asked: { readonly period: string; readonly unit: string },
  language: Language,
): Promise<Answer<typeof UnitFile>> {
  const { table } = dependencies;
  const period = periodOf(officer, asked.period);
  const visitor = inPlaceOf(officer, asked.unit);
  const { code, email, phone, contacts = [], kind, reminded } = visitor.unit;
  const today = dayOf(dependencies.clock.now(), officer.regime.timeZone);
  const filings = await readFilings(table, period.id, code);
  const [bounced, duty, notes, mails, waivable] = await Promise.all([
    bouncedAddresses(dependencies),
    describeDuty(dependencies, visitor, period.id, language),
    readNotes(table, period.id, code),
    mailsAbout(dependencies, officer.regime, period, code, filings),
    waivableOf(dependencies, officer.regime, code, filings),
  ]);
  const request = openRequest(filings, code);
  const hold = holdOf(filings, code, today);
  const nameOf = namer(officer.regime);
  return {
    duty,
    contact: {
      email,
      ...(phone !== undefined && { phone }),
      people: contacts
        .filter((each) => (each.from ?? today) <= today && (each.until ?? today) >= today)
        .map(({ role, email: address, phone: number }) => ({
          role,
          email: address,
          ...(number !== undefined && { phone: number }),
        })),
      kind,
      bounced: (unitsAmong(bounced, { units: [visitor.unit] }).get(code) ?? []).flatMap(
        ({ address, kind: how, since, said }) => (how === null ? [] : [{ address, kind: how, since, said }]),
      ),
    },
    request: request && { decision: request.decision, until: request.until, reason: request.reason },
    reminded,
    hold:
      hold && isOwing(duty.status)
        ? { decision: hold.decision, until: hold.until, reason: hold.reason }
        : null,
    judgedUntil: deadlineOf({ ...officer, period, unit: code, decisions: filings.decisions }).onTimeUntil,
    record: recordOf(filings.decisions, nameOf),
    waivable: waivable.map(({ upload, errors }) => ({ uploadId: upload, errors })),
    legible: filings.versions.filter(isForEyes).map(({ upload }) => upload),
    notes: notes
      .toReversed()
      .map(({ note, text, actor, notedAt }) => ({ note, text, notedAt, actor: nameOf(actor) })),
    mails: [...mails],
  };
}

function recordOf(
  decisions: readonly Decision[],
  nameOf: (actor: string) => string,
): Answer<typeof UnitFile>['record'] {
  const gone = takenBack(decisions);
  return decisions
    .toSorted((a, b) => (a.decision < b.decision ? 1 : -1))
    .map((each) => {
      const undoneBy = gone.get(each.decision)?.decision ?? null;
      return {
        decision: each.decision,
        kind: each.kind,
        reason: each.reason,
        decidedAt: each.decidedAt,
        by: isUnitsOwn(each) ? 'unit' : 'office',
        actor: nameOf(each.actor),
        link: each.link ?? null,
        until: dayNamed(each),
        ...(each.kind === 'prolong' && { hours: each.hours }),
        uploadId: 'upload' in each ? each.upload : null,
        undone: each.kind === 'undo' ? each.undone : null,
        undoneBy,
        undoable: undoneBy === null && each.kind !== 'extension-request',
        waived: each.kind === 'waive' ? [...new Set(each.errors.map(({ code }) => code))] : [],
        before: each.before ?? null,
        after: each.after ?? null,
        forAll: each.unit === everyUnit,
      };
    });
}

/** A unit's upload as the unit sees it. Throws Refused. */
export async function answerUnitUpload(
  dependencies: PortalDependencies,
  officer: Officer,
  asked: { readonly unit: string; readonly uploadId: string },
  language: Language,
): Promise<Answer<typeof UploadReport>> {
  return reportUpload(dependencies, inPlaceOf(officer, asked.unit), asked.uploadId, language);
}

/** A link of five minutes to the file that a unit sent, and what in it acts by itself. Throws Refused. */
export async function answerUnitDownload(
  dependencies: PortalDependencies,
  officer: Officer,
  asked: { readonly unit: string; readonly uploadId: string; readonly which: string },
  language: Language,
): Promise<Answer<typeof OfficeDownload>> {
  const visitor = inPlaceOf(officer, asked.unit);
  // Made of what was read, and of no file in which anything acts by itself.
  if (asked.which === 'annotated') {
    return { ...(await linkToAnnotated(dependencies, visitor, asked.uploadId)), active: [], examined: true };
  }
  if (asked.which !== 'file') throw new Refused('FILE_NOT_COME');
  const upload = await ownUpload(dependencies, visitor, asked.uploadId);
  const [link, content] = await Promise.all([
    linkToFile(dependencies, visitor, asked.uploadId),
    activeContentIn(dependencies, upload, language),
  ]);
  return { ...link, ...content };
}

/** Takes a file that the office sends in the unit's place. Throws Refused. */
export async function answerEntry(
  dependencies: PortalDependencies,
  decider: Decider,
  asked: { readonly period: string; readonly unit: string },
  request: z.output<typeof EntryRequest>,
): Promise<Answer<typeof Mint>> {
  const { upload, request: put } = await mintEntry(
    dependencies,
    { ...inPlaceOf(decider, asked.unit), linkHash: decider.linkHash },
    { ...request, period: asked.period },
    { recipient: decider.recipient, ...signature(decider) },
  );
  return { uploadId: upload.upload, method: put.method, url: put.url, headers: { ...put.headers } };
}

/** The unit's form, to be filled in by the office. Throws Refused. */
export function answerUnitForm(
  dependencies: PortalDependencies,
  officer: Officer,
  { period, unit }: { readonly period: string; readonly unit: string },
): Promise<HandedFile> {
  return fillForm(dependencies, inPlaceOf(officer, unit), `${period}.xlsx`);
}

/** What the unit's file is judged by. Throws Refused. */
export function answerUnitTask(
  officer: Officer,
  { period, unit }: { readonly period: string; readonly unit: string },
): Answer<typeof DutyTask> {
  return taskOf(inPlaceOf(officer, unit), period);
}

/** In words. Of a file that was not read yet, or could not be opened, an empty list means nothing. */
async function activeContentIn(
  { table, store }: Pick<PortalDependencies, 'table' | 'store'>,
  upload: Upload,
  language: Language,
): Promise<Pick<Answer<typeof OfficeDownload>, 'active' | 'examined'>> {
  const version = await readVersion(table, upload);
  const reading = version && (await readReading(store, version));
  const active = activeContentOf(reading?.skipped ?? []).map((kind) => say(activeContent[kind], language));
  return { active, examined: reading !== null && reading.format !== null };
}
