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
 * What the list says otherwise than the report does now; a list that comes back untouched changes nothing. Numbered
 * sentences come first, by their numbers, then those that stand in the report, then those that are taken in. What left
 * the report stays out; what nobody wrote anything about is chosen as before.
 * @param now the choice that the report has, and what the office chose before
 * @throws ChoicesUnclear
 */
export async function choicesIn(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  now: Pick<Choice, 'all' | 'shelves'> & { readonly chosen: Paper['choices'] },
): Promise<WrittenChoices> {
  const wishes = wishesIn(await listIn(file));
  const known = new Map(now.all.map((judged) => [judged.id, judged]));
  const told = new Map(now.shelves.flatMap((shelf) => shelf.told).map(({ id }, at) => [id, at]));
  const gone = new Set(wishes.flatMap(({ id, wish }) => (wish === 'out' && told.has(id) ? [id] : [])));
  const taken = wishes.filter(({ wish }) => wish !== 'out');
  const added = taken.filter(({ id }) => !told.has(id));
  const place = ({ id, wish }: Wish) => (typeof wish === 'number' ? wish : 1e6 + (told.get(id) ?? 1e6));
  const isOrdered = added.length > 0 || taken.some(({ wish }) => typeof wish === 'number');
  const wanted = isOrdered
    ? taken.toSorted((a, b) => place(a) - place(b)).map(({ id }) => id)
    : now.chosen.in.filter((id) => !gone.has(id));
  // Struck by the first of those who wrote it, a sentence would be gone though another's is taken in.
  const kept = new Set(added.flatMap(({ id }) => [id, firstOf(id, now.all)?.id ?? id]));
  return {
    choices: { in: wanted, out: [...new Set([...now.chosen.out, ...gone])].filter((id) => !kept.has(id)) },
    inside: wanted.filter((id) => known.get(id)?.verdict === 'internal-word'),
  };
}

/** The sentence with which a unit's is told. */
function firstOf(id: string, all: readonly Judged[]): Judged | undefined {
  const own = all.find((judged) => judged.id === id);
  return all.find(({ alike }) =>
    alike.some(({ unit, section, text }) => {
      return unit.code === own?.unit.code && section === own.section && text === own.text;
    }),
  );
}

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
