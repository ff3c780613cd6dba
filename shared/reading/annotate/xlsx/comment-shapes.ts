/** The boxes in which Excel shows comments: a VML drawing beside the sheet, one shape for each comment. */
import type { Position } from '../../open/xlsx/cell-address.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import { applyChanges, type Change, tagsOf } from '../xml-text.ts';
import type { Comment } from './comments.ts';

const declared = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;

const namespaces = Object.entries(declared)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const kind = `<v:shapetype ${namespaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** @param block which thousand the shapes' numbers come from: those of two sheets must differ */
export const noShapes = (block: number): string =>
  `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;

/**
 * The drawing with shapes for new comments, and without those whose comment is gone.
 * @param block see `noShapes`
 */
export function withShapes(
  vml: string,
  wanted: readonly Comment[],
  gone: readonly Position[],
  block: number,
): string {
  const end = vml.lastIndexOf('</');
  if (end < 0) throw new NotAnnotatable('a drawing without content');
  const numbers = [...vml.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const next = Math.max(block * 1024, ...numbers) + 1;
  const type = /id=["']_x0000_t202["']/.test(vml) ? '' : kind;
  const text =
    wanted.length === 0 ? '' : type + wanted.map((comment, n) => shape(comment, next + n)).join('');
  return applyChanges(vml, [...removals(vml, gone), { from: end, to: end, text }]);
}

function shape({ cell, parts }: Comment, number: number): string {
  const { row, column } = cell;
  // About 45 letters stand in a line of the box; a sheet's row is as high as a line and a third.
  const lines = parts
    .flatMap((part) => [part.head, ...part.lines, ''])
    .map((line) => Math.ceil((line.length + 1) / 45));
  const rows = Math.min(30, 2 + Math.ceil((lines.reduce((sum, count) => sum + count, 0) * 3) / 4));
  // Beside the cell, and within the sheet: its last column is 16,384, its last row 1,048,576.
  const top = Math.min(Math.max(0, row - 2), 1_048_575 - rows);
  const left = Math.min(column, 16_383 - 4);
  const anchor = [left, 15, top, 10, left + 4, 31, top + rows, 4].join(', ');
  return (
    `<v:shape ${namespaces} id="_x0000_s${number}" type="#_x0000_t202" ` +
    `style="position:absolute;width:260pt;height:${rows * 15}pt;z-index:1;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** Excel writes drawings that are not always well-formed; where one cannot be followed, old shapes stay. */
function removals(vml: string, gone: readonly Position[]): Change[] {
  if (gone.length === 0) return [];
  const changes: Change[] = [];
  let from: number | null = null;
  for (const { name, kind, from: at, to } of tagsOf(vml)) {
    if (!name.endsWith(':shape')) continue;
    if (kind === 'open') from = at;
    if (kind !== 'close' || from === null) continue;
    const text = vml.slice(from, to);
    const number = (element: string) => Number(new RegExp(`:${element}>\\s*(\\d+)\\s*<`).exec(text)?.[1]);
    const cell = { row: number('Row') + 1, column: number('Column') + 1 };
    if (gone.some(({ row, column }) => row === cell.row && column === cell.column))
      changes.push({ from, to, text: '' });
    from = null;
  }
  return changes;
}
