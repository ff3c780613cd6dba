import { preview as words } from '../../../../../shared/wording/page-check.ts';
import { skippedReason } from '../../../../../shared/wording/page-skipped.ts';
import { verdict as verdictWords } from '../../../../../shared/wording/page-upload.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { UploadReport } from '../../../contract/uploads.ts';
import { type PreviewSection, previewRows, previewSections, tally } from '../../checking/preview.ts';
import { placeOf } from '../../findings.ts';
import { useWords } from '../../page-context.ts';
import { FigureTable } from './figure-table.tsx';

interface Props {
  readonly read: {
    readonly values: readonly UploadReport['values'][number][];
    readonly narrative: readonly {
      readonly section: string;
      readonly paragraphs: readonly { readonly text: string }[];
    }[];
    readonly skipped: readonly UploadReport['skipped'][number][];
  };
  readonly duty: Pick<DutyDetail, 'sections' | 'indicators' | 'previous'>;
  /** True where the figures are to be looked over now; else they are folded. */
  readonly open: boolean;
  /** It was typed on the page: its cells say nothing to anybody. */
  readonly typed?: boolean;
}

/** Everything that was read, beside last period's figures, and everything that was not. */
export function WhatWasRead({ read, duty, open, typed = false }: Props) {
  const { t } = useWords();
  const rows = previewRows(duty.indicators, read.values, duty.previous);
  const { filled, all, leaps } = tally(rows);
  const paragraphs = read.narrative.reduce((sum, { paragraphs: found }) => sum + found.length, 0);
  const compared = duty.previous.length > 0;
  if (read.values.length === 0 && paragraphs === 0 && read.skipped.length === 0) return null;
  return (
    <div class="folds">
      {read.values.length > 0 && (
        <details open={open}>
          <summary>{t(words.figures, { filled, all })}</summary>
          <div>
            {leaps > 0 && <p class="field-warning leaps">{t(words.leaps, { count: leaps })}</p>}
            {!compared && <p class="small">{t(words.noPrevious)}</p>}
            <FigureTable rows={rows} compared={compared} placed={!typed} />
          </div>
        </details>
      )}
      {paragraphs > 0 && (
        <details open={open && read.values.length === 0}>
          <summary>{t(words.narrative, { count: paragraphs })}</summary>
          <div>
            {previewSections(duty.sections, read.narrative).map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </div>
        </details>
      )}
      {read.skipped.length > 0 && <Skipped skipped={read.skipped} />}
    </div>
  );
}

/** A section by its first words: enough to see that it is the right text in the right place. */
function Section({ section: { id, title, paragraphs } }: { section: PreviewSection }) {
  const { t } = useWords();
  const [first] = paragraphs;
  const rest = paragraphs.slice(1);
  return (
    <section class="narrative">
      <h4>
        {id}. {title}
      </h4>
      <p class="small">
        {paragraphs.length === 0 ? t(words.noText) : t(words.paragraphs, { count: paragraphs.length })}
      </p>
      {first && (
        <p lang="vi" class={rest.length > 0 ? 'first-words' : undefined}>
          {first.text}
        </p>
      )}
      {rest.length > 0 && (
        <details class="rest">
          <summary>{t(verdictWords.more, { count: rest.length })}</summary>
          {rest.map(({ text }, index) => (
            <p key={`${index}-${text.length}`} lang="vi">
              {text}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

function Skipped({ skipped }: Pick<Props['read'], 'skipped'>) {
  const { t, language } = useWords();
  const pieces = skipped.reduce((sum, { count = 1 }) => sum + count, 0);
  return (
    <details>
      <summary>{t(words.skipped, { count: pieces })}</summary>
      <p class="small">{t(verdictWords.skippedIsNormal)}</p>
      <ul class="skipped">
        {skipped.map((piece, index) => (
          <li key={`${index}-${piece.what}`}>
            {[placeOf(piece.where, language), t(skippedReason(piece.why))].filter(Boolean).join(': ')}
            {(piece.count ?? 1) > 1 && ` (×${piece.count})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
