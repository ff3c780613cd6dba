import { duty } from '../../../../shared/wording/page.ts';
import { skippedReason } from '../../../../shared/wording/page-skipped.ts';
import { verdict as words } from '../../../../shared/wording/page-upload.ts';
import type { DutyDetail, UploadReport } from '../answers.ts';
import { useWords } from '../desk.ts';
import { placeOf } from '../findings.ts';
import { number } from '../words.ts';

/** Everything that was read, and everything that was not: folded, for whoever wants to compare with the file. */
export function ReadTables({
  report,
  indicators,
}: {
  report: UploadReport;
  indicators: DutyDetail['indicators'];
}) {
  const { t, language } = useWords();
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  const paragraphs = report.narrative.reduce((sum, { paragraphs: found }) => sum + found.length, 0);
  const skipped = report.skipped.reduce((sum, { count = 1 }) => sum + count, 0);
  return (
    <div class="folds">
      {report.values.length > 0 && (
        <details>
          <summary>{t(words.values, { count: report.values.length })}</summary>
          <section class="scroll" aria-label={t(words.valuesRead)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t(duty.code)}</th>
                  <th scope="col">{t(duty.indicator)}</th>
                  <th scope="col" class="figure">
                    {t(duty.thisPeriod)}
                  </th>
                  <th scope="col" class="figure">
                    {t(duty.cumulative)}
                  </th>
                  <th scope="col">{t(duty.foundAt)}</th>
                </tr>
              </thead>
              <tbody>
                {report.values.map((value) => (
                  <tr key={value.indicator}>
                    <th scope="row">{value.indicator}</th>
                    <td>{names.get(value.indicator)}</td>
                    <td class="figure">
                      <Figure value={value.value} />
                    </td>
                    <td class="figure">
                      <Figure value={value.cumulative} />
                    </td>
                    <td class="place">{placeOf(value.source ?? value.cumulativeSource, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
      {paragraphs > 0 && (
        <details>
          <summary>{t(words.narrative, { count: paragraphs })}</summary>
          {report.narrative.map(({ section, paragraphs: found }) => (
            <section key={section} class="narrative">
              <h4>{section}</h4>
              {found.map(({ text }, index) => (
                <p key={`${index}-${text.length}`}>{text}</p>
              ))}
            </section>
          ))}
        </details>
      )}
      {report.skipped.length > 0 && (
        <details>
          <summary>{t(words.skipped, { count: skipped })}</summary>
          <ul class="skipped">
            {report.skipped.map((piece, index) => (
              <li key={`${index}-${piece.what}`}>
                {[placeOf(piece.where, language), t(skippedReason(piece.why))].filter(Boolean).join(': ')}
                {(piece.count ?? 1) > 1 && ` (×${piece.count})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A number with the language's separators, an ISO date as people write it, text as it stands, or a dash. */
export function Figure({ value }: { value: number | string | null | undefined }) {
  const { t, language } = useWords();
  if (value === null || value === undefined) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="unseen">{t(words.blank)}</span>
      </>
    );
  }
  if (typeof value === 'number') return <>{number(value, language)}</>;
  return <>{value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')}</>;
}
