import { preview as words } from '../../../../../shared/wording/page-check.ts';
import type { PreviewRow } from '../../checking/preview.ts';
import { useWords } from '../../desk.ts';
import { placeOf } from '../../findings.ts';
import { Difference, Figure } from './figure.tsx';

/** Every indicator with what was read, what stood there last time, and the difference. */
export function FigureTable({ rows, compared }: { rows: readonly PreviewRow[]; compared: boolean }) {
  const { t } = useWords();
  return (
    <table class={compared ? 'figures compared' : 'figures'}>
      <thead>
        <tr>
          <th scope="col">{t(words.indicator)}</th>
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
        {row.unitOfMeasure !== '' && <span class="measure"> ({row.unitOfMeasure})</span>}
      </th>
      <td class="figure now" data-name={t(words.thisPeriod)}>
        <Figure value={row.value} />
      </td>
      {compared && (
        <>
          <td class="figure" data-name={t(words.previous)}>
            <Figure value={row.previous} />
          </td>
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
      <td class="figure" data-name={t(words.cumulative)}>
        <Figure value={row.cumulative} />
        {row.cumulativeDifference !== null && row.cumulativeDifference !== 0 && (
          <span class="than-before">
            <Difference value={row.cumulativeDifference} />
          </span>
        )}
      </td>
      <td class="place">{placeOf(row.source, language)}</td>
    </tr>
  );
}
