/** Which sentences stand in the report, as the office wrote it into the list of its workbook ("Câu chọn"). */
import type { Paper } from '../../filing/paper.ts';
import type { Cell, Table } from '../../reading/model/document.ts';
import { Budget } from '../../reading/open/budget.ts';
import { openDocument } from '../../reading/open/open-document.ts';
import { UnreadableFile } from '../../reading/open/unreadable-file.ts';
import { fold } from '../../reading/understand/folding.ts';
import type { Choice, Judged } from '../../summary/choice/choose.ts';
import { RejectError } from '../../vocabulary/errors.ts';
import { choiceWords, choicesFileWords as words } from '../../wording/report.ts';

/** What came is no such list; the words say where, and how to mend it. */
export class ChoicesUnclear extends RejectError {
  override readonly name = 'ChoicesUnclear';
  readonly code = 'CHOICES_UNCLEAR';
  readonly mendable = true;
}

export interface WrittenChoices {
  readonly choices: Paper['choices'];
  /** Sentences that the list takes in and that stay inside all the same: a word in them is of the office's own business. */
  readonly inside: readonly string[];
}

/** `in`: to stand in the report; a number: at this place among those that have one. */
interface Wish {
  readonly id: string;
  readonly wish: 'in' | 'out' | number;
}

const yes: ReadonlySet<string> = new Set(['co', 'x', 'yes']);
const no: ReadonlySet<string> = new Set(['', 'khong', 'no']);

/**
 * Numbered sentences come first, by their numbers; then the others that are taken in, in the order in which they stand
 * in the report now. What is not taken in stays out; what the list does not name is chosen as before.
 * @throws ChoicesUnclear
 */
export async function choicesIn(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  { all, shelves }: Pick<Choice, 'all' | 'shelves'>,
): Promise<WrittenChoices> {
  const wishes = wishesIn(await listIn(file));
  const known = new Map(all.map((judged) => [judged.id, judged]));
  const now = new Map(shelves.flatMap(({ told }) => told).map(({ id }, at) => [id, at]));
  const place = ({ id, wish }: Wish) => (typeof wish === 'number' ? wish : 1e6 + (now.get(id) ?? 1e6));
  const taken = wishes.filter(({ wish }) => wish !== 'out').sort((a, b) => place(a) - place(b));
  const left = wishes.filter(({ id, wish }) => wish === 'out' && couldStand(known.get(id)));
  return {
    choices: { in: taken.map(({ id }) => id), out: left.map(({ id }) => id) },
    inside: taken.map(({ id }) => id).filter((id) => known.get(id)?.verdict === 'internal-word'),
  };
}

/** Struck with one of its folded ones, a sentence would be gone for all who wrote it. */
function couldStand(judged: Judged | undefined): boolean {
  return judged !== undefined && stands.has(judged.verdict);
}

const stands: ReadonlySet<Judged['verdict']> = new Set(['pinned', 'chosen', 'struck', 'similar', 'no-room']);

async function listIn({
  fileName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<Table> {
  try {
    const { blocks } = await openDocument(bytes, Budget.unlimited());
    const list = blocks.find(
      (block): block is Table => block.kind === 'table' && block.sheet === choiceWords.sheet,
    );
    if (list) return list;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  throw new ChoicesUnclear(words.noList(fileName));
}

function wishesIn({ cells }: Table): readonly Wish[] {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].sort(([a], [b]) => a - b);
  const columnOf = (name: string, row: readonly Cell[]) =>
    row.find(({ text }) => fold(text) === fold(name))?.column;
  const [idName, wishName] = [choiceWords.columns[9], choiceWords.columns[4]];
  const head = rows.findIndex(([, row]) => columnOf(idName, row) && columnOf(wishName, row));
  const [, headCells = []] = rows[head] ?? [];
  const [ids, wishes] = [columnOf(idName, headCells), columnOf(wishName, headCells)];
  if (ids === undefined || wishes === undefined) throw new ChoicesUnclear(words.noColumns);
  return rows.slice(head + 1).flatMap(([row, found]): Wish[] => {
    const id = found.find(({ column }) => column === ids)?.text;
    const said = found.find(({ column }) => column === wishes)?.text ?? '';
    return id === undefined ? [] : [{ id, wish: wishOf(said, row) }];
  });
}

function wishOf(said: string, row: number): Wish['wish'] {
  const folded = fold(said);
  if (yes.has(folded)) return 'in';
  if (no.has(folded)) return 'out';
  if (/^\d{1,3}$/.test(folded)) return Number(folded);
  throw new ChoicesUnclear(words.unclear(row, said));
}
