/** What a finding is in words, and how a check of the regime is put into them. */
import type { Severity } from '../report/reading.ts';
import type { Text } from './text.ts';

/** A finding's words, before it is known where it stands. */
export interface FindingWords {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly fix: Text;
}

/** One sentence pair for what is wrong, one for how to mend it. */
export function findingWords(code: string, severity: Severity, message: Text, fix: Text): FindingWords {
  return { code, severity, message, fix };
}

const t = (vi: string, en: string): Text => ({ vi, en });

/** A check of the regime that did not hold: `id` and `message` are the regime's own. */
export function checkFailed(p: {
  id: string;
  severity: Severity;
  message: Text;
  indicators: string;
}): FindingWords {
  return findingWords(
    p.id,
    p.severity,
    t(
      `Kiểm tra chéo ${p.id} không khớp: ${p.message.vi}.`,
      `Cross-check ${p.id} does not hold: ${p.message.en}.`,
    ),
    p.severity === 'error'
      ? t(
          `Đề nghị đối chiếu và sửa ${p.indicators} cho khớp rồi gửi lại.`,
          `Please compare and correct ${p.indicators}, then send the report again.`,
        )
      : t(
          `Đề nghị kiểm tra lại ${p.indicators}; nếu số đúng, có thể giải trình ở cột Ghi chú.`,
          `Please check ${p.indicators}; if the figures are right, a word in the column Ghi chú explains them.`,
        ),
  );
}
