/** Whose report a document says it is, held against any number of duties. */
import type { NeutralDocument } from './model/document.ts';
import { Ledger } from './model/ledger.ts';
import type { Finding, ReadingPeriod, ReadingRegime, Task } from './model/reading.ts';
import { Budget } from './open/budget.ts';
import { judgeIdentity } from './understand/identity.ts';
import { type Understood, understandDocument } from './understand/understand-document.ts';

/**
 * What a reading would say of unit and period, at the price of a look at the title: the document is understood once
 * with forms and once as text alone, and only if a duty of that kind is asked about.
 */
export class Identification {
  readonly #whole: NeutralDocument;
  readonly #regime: ReadingRegime;
  readonly #budget: Budget;
  readonly #understood = new Map<boolean, Understood>();

  constructor(whole: NeutralDocument, regime: ReadingRegime, budget = Budget.unlimited()) {
    this.#whole = whole;
    this.#regime = regime;
    this.#budget = budget;
  }

  /** @throws UnreadableFile TOO_MUCH_TO_READ */
  against(duty: Pick<Task, 'fileName' | 'unit' | 'period'>): readonly Finding[] {
    const { document, told } = this.#as(duty.period);
    return judgeIdentity(told.title, document.mark ?? null, { ...duty, regime: this.#regime });
  }

  /** Whether there is anything that a report of such a period is made of: a form, or sections of the outline. */
  isMadeFor(period: ReadingPeriod): boolean {
    const { forms, told } = this.#as(period);
    if (period.kind === 'periodic') return forms.some(({ table }) => !table.hidden);
    return told.sections.length > 0 || told.narrative.length > 0;
  }

  #as(period: ReadingPeriod): Understood {
    // Which of several columns is asked for changes nothing in where forms and titles stand.
    const withForms = period.kind === 'periodic';
    const asked = { regime: this.#regime, period };
    const understood =
      this.#understood.get(withForms) ?? understandDocument(this.#whole, asked, new Ledger(), this.#budget);
    this.#understood.set(withForms, understood);
    return understood;
  }
}
