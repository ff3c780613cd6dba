import { preview as words } from '../../../../../shared/wording/page-check.ts';
import type { PreviewRow } from '../../checking/preview.ts';
import { placeOf } from '../../findings.ts';
import { useWords } from '../../page-context.ts';
import { Difference, FigureCell } from './figure.tsx';

/** Every indicator with what was read, what stood there last time, and the difference. */
export function FigureTable({ rows, compared }: { rows: readonly PreviewRow[]; compared: boolean }) {
  const { t } = useWords();
  return (
    <table class={compared ? 'figures compared' : 'figures'}>
      <thead>
        <tr>
          <th scope="col" class="what">
            {t(words.indicator)}
          </th>
          <th scope="col" class="figure">
            {t(words.thisPeriod)}
          </th>
          {compared && (
            <>
              <th scope="col" class="figure">
                {t(words.previous)}
              </th>
              <th scope="col" class="figure">
                {t(words.difference)}
              </th>
            </>
          )}
          <th scope="col" class="figure">
            {t(words.cumulative)}
          </th>
          <th scope="col" class="place">
            {t(words.foundAt)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} row={row} compared={compared} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, compared }: { row: PreviewRow; compared: boolean }) {
  const { t, language } = useWords();
  const { leap } = row;
  return (
    <tr class={leap ? 'leap' : undefined}>
      <th scope="row">
        <code>{row.code}</code> {row.name}
        {/\p{L}|%/u.test(row.unitOfMeasure) && <span class="measure"> ({row.unitOfMeasure})</span>}
      </th>
      <FigureCell value={row.value} name={t(words.thisPeriod)} />
      {compared && (
        <>
          <FigureCell value={row.previous} name={t(words.previous)} />
          <td class="figure" data-name={t(words.difference)}>
            <Difference value={row.difference} />
            {leap && (
              <span class="leap-said">
                {t(leap.grown ? words.grown : words.shrunk, { times: leap.times })}
              </span>
            )}
          </td>
        </>
      )}
      <FigureCell value={row.cumulative} name={t(words.cumulative)} />
      <td class="place" data-name={t(words.foundAt)} title={placeOf(row.source, language) ?? undefined}>
        {row.source && 'cell' in row.source ? row.source.cell : placeOf(row.source, language)}
      </td>
    </tr>
  );
}
