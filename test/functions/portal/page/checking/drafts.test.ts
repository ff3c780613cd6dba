import { describe, expect, it } from 'vitest';
import type { Checked } from '../../../../../functions/portal/page/checking/checker.ts';
import {
  addFiles,
  adviceOn,
  type Chosen,
  isWrongFile,
  learn,
  mostFiles,
  noFiles,
  standingOf,
  withoutFile,
} from '../../../../../functions/portal/page/checking/drafts.ts';
import type { Reading } from '../../../../../shared/reading/model/reading.ts';
import type { Severity } from '../../../../../shared/vocabulary/finding.ts';
import type { VerdictState } from '../../../../../shared/vocabulary/states.ts';
import { send } from '../../../../../shared/wording/page-upload.ts';

const file = (name: string, content = name, lastModified = 0) => new File([content], name, { lastModified });
const names = ({ drafts }: Chosen) => drafts.map((draft) => draft.file.name);

const read = (state: VerdictState, ...found: (readonly [code: string, severity: Severity])[]): Checked => {
  const reading: Reading = {
    ...{ state, format: 'xlsx', values: [], narrative: [], skipped: [] },
    counts: { read: 0, skipped: 0, total: 0 },
    findings: found.map(([code, severity]) => ({
      ...{ code, severity, where: null, found: null, expected: null },
      ...{ message: { vi: code, en: code }, fix: { vi: '', en: '' } },
    })),
  };
  return { reading };
};
const fine = read('accepted');
const warned = read('accepted-with-warnings', ['X13', 'warning']);
const faulty = read('rejected', ['X04', 'error']);
/** Files of which these things are known; null while nothing is. */
const chosenAs = (...known: (Checked | null)[]): Chosen =>
  known.reduce<Chosen>((chosen, checked, n) => {
    const one = file(`${n}.xlsx`);
    const more = addFiles(chosen, [one]);
    return checked ? learn(more, one, { checked }) : more;
  }, noFiles);

describe('choosing files', () => {
  it('adds them behind those that were chosen', () => {
    const first = addFiles(noFiles, [file('a.xlsx')]);
    expect(names(addFiles(first, [file('b.xlsx'), file('c.xlsx')]))).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  });

  it('takes a file of the same name for the mended one, to be checked anew', () => {
    const first = learn(addFiles(noFiles, [file('a.xlsx'), file('b.xlsx')]), file('x'), {});
    const [draft] = first.drafts;
    const known = draft ? learn(first, draft.file, { checked: faulty }) : first;
    const mended = addFiles(known, [file('a.xlsx', 'mended', 5)]);
    expect(names(mended)).toEqual(['a.xlsx', 'b.xlsx']);
    expect(mended.drafts[0]).toMatchObject({ checked: null });
    expect(new Set(mended.drafts.map(({ id }) => id)).size).toBe(2);
  });

  it('names a file that is in the list already, and those beyond the limit', () => {
    const again = addFiles(addFiles(noFiles, [file('a.xlsx')]), [file('a.xlsx')]);
    expect(again.twice).toEqual(['a.xlsx']);
    const many = Array.from({ length: mostFiles + 2 }, (_, n) => file(`${n}.xlsx`));
    const most = addFiles(noFiles, many);
    expect(most.drafts).toHaveLength(mostFiles);
    expect(most.tooMany).toEqual([`${mostFiles}.xlsx`, `${mostFiles + 1}.xlsx`]);
    // What is said of one choice is not said of the next.
    expect(withoutFile(most, 1).tooMany).toEqual([]);
  });

  it('forgets what became known of a file that was removed meanwhile', () => {
    const one = file('a.xlsx');
    const chosen = addFiles(noFiles, [one]);
    const removed = withoutFile(chosen, chosen.drafts[0]?.id ?? 0);
    expect(learn(removed, one, { checked: fine }).drafts).toEqual([]);
  });
});

describe('what a check comes to', () => {
  const standing = (checked: Checked | null, one = file('a.xlsx')) => standingOf({ file: one, checked });

  it('is one of seven things', () => {
    expect(standing(null)).toBe('checking');
    expect(standing(fine)).toBe('fine');
    expect(standing(read('accepted', ['OPENING', 'note']))).toBe('fine');
    expect(standing(warned)).toBe('warnings');
    expect(standing(faulty)).toBe('errors');
    expect(standing(read('unreadable', ['FILE_UNKNOWN', 'error']))).toBe('unreadable');
    expect(standing({ unchecked: 'not-loaded' })).toBe('unchecked');
    expect(standing(null, file('a.xlsx', ''))).toBe('blocked');
  });

  it('counts a difference from last period, too, although the verdict knows nothing of it', () => {
    expect(standing(read('accepted', ['X20', 'warning']))).toBe('warnings');
  });

  it('blocks a file that the device does not give, and no other that could not be checked', () => {
    expect(standing({ unchecked: 'no-bytes' })).toBe('blocked');
    for (const unchecked of ['fault', 'server-only', 'too-slow'] as const) {
      expect(standing({ unchecked })).toBe('unchecked');
    }
  });

  it("knows another unit's file and another period's", () => {
    for (const code of ['OTHER_UNIT', 'OTHER_PERIOD']) {
      const [draft] = chosenAs(read('rejected', [code, 'error'])).drafts;
      expect(draft && isWrongFile(draft)).toBe(true);
    }
    expect(chosenAs(faulty, fine, null).drafts.some(isWrongFile)).toBe(false);
  });
});

describe('the button that sends', () => {
  const advice = (...known: (Checked | null)[]) => adviceOn(chosenAs(...known).drafts, false);

  it('is not there while nothing can be sent', () => {
    expect(advice()).toBeNull();
    expect(advice({ unchecked: 'no-bytes' })).toBeNull();
  });

  it('invites to send what is fine, has warnings, or could not be checked', () => {
    for (const checked of [fine, warned, { unchecked: 'not-loaded' } as const]) {
      expect(advice(checked)).toMatchObject({ words: send.submit, recommended: true, mendFirst: false });
    }
    expect(adviceOn(chosenAs(fine).drafts, true)?.words).toBe(send.submitPlan);
  });

  it('says that a faulty file is sent in spite of its errors, and does not recommend it', () => {
    expect(advice(faulty)).toMatchObject({
      ...{ words: send.submitDespiteErrors, recommended: false, mendFirst: true },
    });
    expect(advice(read('unreadable'))).toMatchObject({ words: send.submitUnread, mendFirst: true });
  });

  it('lets nobody wait who does not want to', () => {
    expect(advice(null)).toMatchObject({ words: send.submitUnchecked, recommended: false, mendFirst: false });
  });

  it('counts several, and those among them that would be rejected', () => {
    expect(advice(fine, warned)).toMatchObject({
      ...{ words: send.submitSeveral, blanks: { count: 2, bad: 0 }, recommended: true },
    });
    expect(advice(fine, faulty, { unchecked: 'no-bytes' })).toMatchObject({
      ...{ words: send.submitSeveralDespite, blanks: { count: 2, bad: 1 }, recommended: false },
    });
  });

  it('says how many go where not all of them can', () => {
    expect(advice(fine, { unchecked: 'no-bytes' })).toMatchObject({
      ...{ words: send.submitSeveral, blanks: { count: 1, bad: 0 } },
    });
  });
});
