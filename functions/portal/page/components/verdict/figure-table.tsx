import { preview as words } from '../../../../../shared/wording/page-check.ts';
import type { PreviewRow } from '../../checking/preview.ts';
import { placeOf } from '../../findings.ts';
import { useWords } from '../../page-context.ts';
import { Difference, FigureCell } from './figure.tsx';

interface Props {
  readonly rows: readonly PreviewRow[];
  readonly compared: boolean;
  /** With the place at which each was read. */
  readonly placed: boolean;
}

/** Every indicator with what was read, what stood there last time, and the difference. */
export function FigureTable({ rows, compared, placed }: Props) {
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
          {placed && (
            <th scope="col" class="place">
              {t(words.foundAt)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} {...{ row, compared, placed }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, compared, placed }: Omit<Props, 'rows'> & { row: PreviewRow }) {
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
      {placed && (
        <td class="place" data-name={t(words.foundAt)} title={placeOf(row.source, language) ?? undefined}>
          {row.source && 'cell' in row.source ? row.source.cell : placeOf(row.source, language)}
        </td>
      )}
    </tr>
  );
}
