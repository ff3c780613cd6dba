/** `replay`: reads stored files again with today's engine, says what would change, and applies it where told to. */
import { ReadingThread } from '../../functions/ingest/reading-thread.ts';
import type { Differences } from '../../shared/office/upkeep/differences.ts';
import {
  type Applying,
  type PassedOver,
  type Replayed,
  replay,
  type Scope,
} from '../../shared/office/upkeep/replay.ts';
import type { Commands, SystemOptions } from './commands.ts';
import type { System } from './system.ts';

interface ReplayOptions extends SystemOptions {
  readonly unit?: string;
  readonly receipt?: string;
  readonly apply?: boolean;
  readonly takeAway?: boolean;
  readonly actor?: string;
  readonly reason?: string;
}

/** As ingest has them: what it gives up, this gives up too. */
const limits = { seconds: 20, megabytes: 384 };

export function addReplayCommand({ program, onSystem, open, say }: Commands): void {
  onSystem(program.command('replay'))
    .description(
      'read the files of a period again with the engine of this checkout and say what would change: verdicts, figures, ' +
        'findings. Changes nothing without --apply. What was issued stays as it was issued.',
    )
    .argument('<period>')
    .option('--unit <code>', 'of this unit alone')
    .option('--receipt <end>', 'the file alone whose receipt number ends so')
    .option('--apply', 'let the new readings speak; units whose verdict or figures change are told by mail')
    .option('--take-away', 'with --apply: also where a report that counts would be rejected, or become late')
    .option('--actor <name>', 'who has it done, as it shall stand in the record')
    .option('--reason <text>', 'why; it is told to the units and stands in the record')
    .action(async (period: string, options: ReplayOptions) => {
      const { unit, receipt } = options;
      await replayCommand(await open(options), { period, unit, receipt }, applyingOf(options, program), say);
    });
}

function applyingOf(options: ReplayOptions, program: Commands['program']): Applying | null {
  if (!options.apply) return null;
  const { actor, reason, takeAway = false } = options;
  if (actor === undefined || reason === undefined) {
    program.error('error: --apply needs --actor and --reason: both stand in the record');
  }
  return { actor, reason, takingAway: takeAway };
}

/** Throws Unknown, Refused. */
export async function replayCommand(
  system: System,
  scope: Scope,
  applying: Applying | null,
  say: (line: string) => void,
): Promise<void> {
  const reader = new ReadingThread(new URL('../../functions/ingest/reader.ts', import.meta.url), limits);
  const counts = { read: 0, same: 0, changed: 0, applied: 0, held: 0 };
  try {
    for await (const replayed of replay({ ...system, reader }, scope, applying)) {
      const { outcome } = replayed;
      counts.read += outcome.kind === 'passed-over' ? 0 : 1;
      counts.same += outcome.kind === 'same' ? 1 : 0;
      if (outcome.kind === 'changed') {
        counts.changed += 1;
        counts.applied += outcome.applied ? 1 : 0;
        counts.held += outcome.effect.takesAway && !outcome.applied ? 1 : 0;
      }
      for (const line of linesOf(replayed, applying !== null)) say(line);
    }
  } finally {
    await reader.close();
  }
  const { read, same, changed, applied, held } = counts;
  say(`${read} files were read: ${same} say the same, ${changed} do not`);
  if (applying === null) say('dry run: nothing was changed; --apply lets the new readings speak');
  else say(`${applied} new readings speak now`);
  if (held > 0) say(`${held} would take something away from a unit: they are applied with --take-away alone`);
}

const reasons: Readonly<Record<PassedOver, string>> = {
  decided:
    'not read: its verdict follows from a decision, a revoked link or changed bytes, not from an engine',
  erased: 'not read: it was erased when its time was over',
  gone: 'NOT READ: its file is not in the bucket',
  changed: 'NOT READ: its bytes are not those that were received',
  unread: 'NOT READ: the engine did not get through; the reading of before stays',
};

function linesOf({ version, outcome }: Replayed, applying: boolean): string[] {
  const { receipt, fileName } = version;
  if (outcome.kind === 'same') return [];
  if (outcome.kind === 'passed-over') {
    const { why, error } = outcome;
    return [`${receipt}  ${fileName}: ${reasons[why]}${error ? ` (${error.message})` : ''}`];
  }
  const { differences, effect, applied } = outcome;
  const { before, after, takesAway } = effect;
  const done = applied ? 'applied' : applying && takesAway ? 'NOT APPLIED' : 'would change';
  const counted = (of: typeof before) => of.counting?.ulid === version.upload;
  const standing =
    counted(before) === counted(after)
      ? counted(before)
        ? 'it counts before and after'
        : 'it does not count, before or after'
      : counted(after)
        ? 'IT COUNTS FROM NOW ON'
        : 'IT NO LONGER COUNTS';
  return [
    `${receipt}  ${fileName}: ${done}; ${standing}${before.status === after.status ? '' : `, the unit: ${before.status} → ${after.status}`}`,
    ...differenceLines(differences).map((line) => `  ${line}`),
  ];
}

function differenceLines({ state, figures, findings, texts, others }: Differences): string[] {
  const written = (value: string | number | null) => (value === null ? 'blank' : String(value));
  return [
    ...(state.from === state.to ? [] : [`verdict: ${state.from} → ${state.to}`]),
    ...figures.map(
      ({ indicator, column, from, to }) =>
        `${indicator} ${column === 'value' ? 'in the period' : 'cumulative'}: ${written(from)} → ${written(to)}`,
    ),
    ...[...findings].map(([code, more]) => `${code}: ${more > 0 ? `${more} more` : `${-more} fewer`}`),
    ...texts.map((section) => `text of ${section}`),
    ...(others ? ['places, quotes or what was skipped'] : []),
  ];
}
