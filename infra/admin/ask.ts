/** Asking whoever sits at the terminal before something goes out that cannot be called back. */
import { NotIssued } from '../../shared/office/report/draw-up.ts';

/** Asks whoever sits at the terminal. */
export type Terminal = (question: string) => Promise<string>;

export interface Output {
  readonly say: (line: string) => void;
  /** Null where there is none. */
  readonly terminal: Terminal | null;
}

/** Throws NotIssued unless the period is typed. */
export async function askFor(period: string, terminal: Terminal | null): Promise<void> {
  if (terminal === null) {
    throw new NotIssued(`${period}: nobody can be asked here; look at the list, then give --yes`);
  }
  const answer = await terminal(`Mails cannot be taken back. Type ${period} to go on: `);
  if (answer.trim() !== period) throw new NotIssued(`${period}: nothing was sent`);
}
