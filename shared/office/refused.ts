import { RejectError } from '../vocabulary/errors.ts';
import { fill, inEach, type Text } from '../vocabulary/text.ts';
import { type RefusalCode, refusals } from '../wording/refusals.ts';

/** What a unit or the office asked for cannot be done as asked; they are told why, and nothing was changed. */
export class Refused extends RejectError {
  override readonly name = 'Refused';
  override readonly code: RefusalCode;
  override readonly words: Text;
  /** But for a fault of ours. */
  override readonly mendable: boolean;

  /** From when on the same may be asked again, ISO 8601; null where time alone does not help. */
  readonly goesOnAt: string | null;

  /** @param details what fills the blanks of the refusal's words */
  constructor(
    code: RefusalCode,
    details: Readonly<Record<string, string | Text>> = {},
    goesOnAt: string | null = null,
  ) {
    const words = inEach((language) => {
      const said = Object.entries(details).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value[language],
      ]);
      return fill(refusals[code][language], Object.fromEntries(said), () => '');
    });
    super(words);
    this.words = words;
    this.code = code;
    this.goesOnAt = goesOnAt;
    this.mendable = code !== 'FAULT';
  }
}
