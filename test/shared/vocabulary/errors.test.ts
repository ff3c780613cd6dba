import { describe, expect, it } from 'vitest';
import { isMendable, RejectError, RetryError, UnitReportsError } from '../../../shared/vocabulary/errors.ts';

class WrongColumn extends RejectError {
  override readonly name = 'WrongColumn';
  readonly code = 'WRONG_COLUMN';
  readonly mendable = true;
}

class ColumnBusy extends RetryError {
  override readonly name = 'ColumnBusy';
  readonly code = 'COLUMN_BUSY';
  readonly mendable = false;
}

describe('an error of this project', () => {
  it('says in both languages what it was given, and its message in English', () => {
    const error = new WrongColumn({ vi: 'Sai cột', en: 'Wrong column' });
    expect(error).toMatchObject({
      name: 'WrongColumn',
      message: 'Wrong column',
      words: { vi: 'Sai cột', en: 'Wrong column' },
    });
  });

  it('has a message alone where only admins and logs read it, and keeps its cause', () => {
    const cause = new TypeError('x');
    const error = new ColumnBusy('column A is busy', { cause });
    expect(error).toMatchObject({ message: 'column A is busy', words: null, cause });
  });

  it('is told to whoever asked only where they can mend it', () => {
    expect(isMendable(new WrongColumn('Wrong column'))).toBe(true);
    expect(isMendable(new ColumnBusy('busy'))).toBe(false);
    expect(isMendable(new Error('unexpected'))).toBe(false);
    expect(isMendable({ mendable: true })).toBe(false);
  });

  it('is for good or for now, never both', () => {
    const [rejected, retried] = [new WrongColumn('a'), new ColumnBusy('b')];
    expect(rejected).toBeInstanceOf(UnitReportsError);
    expect(retried).toBeInstanceOf(UnitReportsError);
    expect(rejected).not.toBeInstanceOf(RetryError);
    expect(retried).not.toBeInstanceOf(RejectError);
    // @ts-expect-error the types keep them apart too
    const mistaken: RetryError = rejected;
    expect(mistaken.outcome).toBe('reject');
  });
});
