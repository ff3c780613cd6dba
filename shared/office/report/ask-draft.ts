/** The next draft at a press: asked for by whoever decides, and done by deliver, where no browser has a say. */
import { issuedLast } from '../../filing/edition.ts';
import { fingerprintOf } from '../../filing/fingerprint.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { type DraftAsk, putDraftAsk, readDraftAsk } from '../../records/draft-asks.ts';
import { readEditions } from '../../records/editions.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import type { Message } from '../../records/rows.ts';
import { inZone } from '../../regime/calendar.ts';
import { RetryError } from '../../vocabulary/errors.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { owedWithGuidance } from '../guidance.ts';
import { Refused } from '../refused.ts';
import type { Owed } from '../regimes-in-force.ts';
import { drawUp, manifestNow, NotIssued, planDraft } from './draw-up.ts';
import { hindrances, refusedFor } from './issue.ts';
import { refuseWhereTakenBack } from './take-back.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;
type Signed = Pick<DraftAsk, 'actor' | 'link' | 'reason'>;

/** Which edition is on its way. Throws Refused where the newest still says what is filed, or nothing may be drawn up yet. */
export async function askForDraft(
  dependencies: Needs,
  owed: Owed,
  signed: Signed,
): Promise<{ readonly edition: number }> {
  const { regime, period } = await owedWithGuidance(dependencies, owed);
  const issue = { regime, period, at: inZone(dependencies.clock.now(), regime.timeZone) };
  const editions = await readEditions(dependencies.table, period.id);
  const manifest = await manifestNow(dependencies, issue, editions);
  const fingerprint = fingerprintOf(manifest);
  const last = issuedLast(editions);
  if (last?.fingerprint === fingerprint) {
    await refuseWhereTakenBack(dependencies, regime, { ...last, period: period.id });
    throw new Refused('DRAFT_HOLDS', { edition: String(last.edition) });
  }
  const [hindrance] = hindrances(issue, manifest);
  if (hindrance) throw new Refused(refusedFor[hindrance], { period: period.id });
  if (manifest.pending.length > 0)
    throw new Refused('DRAFT_WAITS', { count: String(manifest.pending.length) });
  const { edition } = manifest;
  const wanted = { kind: 'draft', regime: regime.id, period: period.id } as const;
  const ask = await askFor(dependencies, wanted, `${edition}-${fingerprint}`);
  const about = { period: period.id, ask };
  const at = dependencies.clock.now();
  await putDraftAsk(dependencies.table, { ...about, ...signed, at, takesBack: null });
  await enqueueMail(dependencies, { ...wanted, ask });
  return { edition };
}

/**
 * Pressed twice it is one: of the same edition and of the same that is filed. One that was done with and drew nothing up, as
 * there was nothing to draw up just then, is asked anew, under a name of its own.
 */
async function askFor(
  { table }: Pick<Dependencies, 'table'>,
  wanted: Omit<Extract<Message, { kind: 'draft' }>, 'ask'>,
  name: string,
): Promise<string> {
  let ask = name;
  for (let nth = 2; await isDone(ask); nth++) ask = `${name}-${nth}`;
  return ask;

  async function isDone(ask: string): Promise<boolean> {
    return (await readMessage(table, outboxId({ ...wanted, ask })))?.state === 'superseded';
  }
}

/** A draft that was asked for cannot be drawn up just now. */
export class DraftWaits extends RetryError {
  override readonly name = 'DraftWaits';
  readonly code = 'DRAFT_WAITS';
  readonly mendable = false;
}

/** Every file that had come was read when it was asked for; one that came since makes the draft stale. */
const nothingWaits = { arrival: async () => null };

/**
 * Draws up what was asked for, of what is filed now; done again it goes on where it was, and mails nobody twice. Looks into
 * no uploaded file, not even whether it has come. True where it is drawn up; false where nothing is to be drawn up any more.
 * Throws DraftWaits.
 */
export async function drawUpDraft(
  dependencies: Needs,
  { period, ask }: Pick<DraftAsk, 'period' | 'ask'>,
): Promise<boolean> {
  const asked = await readDraftAsk(dependencies.table, period, ask);
  if (asked?.takesBack !== null) return false;
  const needs = { ...dependencies, inbox: nothingWaits };
  const how = { anyway: false, actor: asked.actor, reason: asked.reason };
  try {
    await drawUp(needs, await planDraft(needs, period, how), how);
    return true;
  } catch (error) {
    if (!(error instanceof NotIssued)) throw error;
    // Drawn up meanwhile, or nobody has filed any more.
    if (error.overrulable) return false;
    // What only this minute stands against: a run of its name, or something that was filed in between.
    throw new DraftWaits(`the draft of ${period} is not drawn up yet`, { cause: error });
  }
}
