import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../functions/portal/contract/uploads.ts';
import { groupFindings, inLanguage, placeOf, withLines } from '../../../../functions/portal/page/findings.ts';
import type { Finding as OwnFinding } from '../../../../shared/vocabulary/finding.ts';

const found = (severity: Finding['severity'] | 'grave', ...codes: string[]): Finding[] =>
  codes.map((code) => ({
    code,
    severity: severity as Finding['severity'],
    message: code,
    where: null,
    found: null,
    expected: null,
    fix: '',
  }));
const shape = (findings: Finding[]) =>
  groupFindings(findings).map(({ severity, first, rest }) => [
    severity,
    first.map(({ code }) => code),
    rest.map(({ code }) => code),
  ]);

describe('findings', () => {
  it('stand by severity, errors first, in the order of the file within one', () => {
    expect(
      shape([...found('note', 'n'), ...found('warning', 'w1', 'w2'), ...found('error', 'e1', 'e2')]),
    ).toEqual([
      ['error', ['e1', 'e2'], []],
      ['warning', ['w1', 'w2'], []],
      ['note', [], ['n']],
    ]);
  });

  it('open five over all groups, and fold the rest', () => {
    expect(
      shape([
        ...found('error', 'e1', 'e2', 'e3'),
        ...found('warning', 'w1', 'w2', 'w3'),
        ...found('note', 'n'),
      ]),
    ).toEqual([
      ['error', ['e1', 'e2', 'e3'], []],
      ['warning', ['w1', 'w2'], ['w3']],
      ['note', [], ['n']],
    ]);
  });

  it('lose none, whatever their number', () => {
    const many = [
      ...found('error', ...Array.from({ length: 40 }, (_, at) => `e${at}`)),
      ...found('warning', 'w'),
    ];
    const all = groupFindings(many).flatMap(({ first, rest }) => [...first, ...rest]);
    expect(all).toEqual(many);
  });

  it('of a severity this page does not know are shown as warnings rather than dropped', () => {
    expect(shape(found('grave', 'x'))).toEqual([['warning', ['x'], []]]);
  });

  it('tell where they stand in words', () => {
    expect(placeOf({ sheet: 'Số liệu', cell: 'D12' }, 'vi')).toBe('trang tính “Số liệu”, ô D12');
    expect(placeOf({ table: 2, row: 5, column: 4 }, 'en')).toBe('table 2, row 5, column 4');
    expect(placeOf({ paragraph: 7 }, 'vi')).toBe('đoạn 7');
    expect(placeOf(null, 'vi')).toBeNull();
  });

  it('of the engine are told in the language shown', () => {
    const own: OwnFinding = {
      ...{ code: 'X04', where: null, found: '5', expected: null },
      severity: 'error',
      message: { vi: 'Số liệu chưa khớp.', en: 'The figures disagree.' },
      fix: { vi: 'Đề nghị xem lại.', en: 'Please check.' },
    };
    expect(inLanguage([own], 'en')).toEqual([
      { ...own, message: 'The figures disagree.', fix: 'Please check.' },
    ]);
    expect(inLanguage([own], 'vi')[0]?.message).toBe('Số liệu chưa khớp.');
  });

  it('name the line beside its cell, of the period or of the year so far, and no line where a cell is of none', () => {
    const at = (cell: string) => ({ sheet: 'Biểu', cell });
    const values = [
      { indicator: 'A05', value: 3, source: at('E15'), cumulative: 9, cumulativeSource: at('F15') },
    ];
    const [said] = found('error', 'X');
    const placesOf = (...cells: string[]) => {
      const findings = cells.flatMap((cell) => (said ? [{ ...said, where: at(cell) }] : []));
      const named = withLines({ findings, values }, [{ code: 'A05', name: 'Số mô hình' }], 'vi');
      return named.map(({ place }) => place);
    };
    const line = '(A05 Số mô hình)';
    expect(placesOf('E15', 'F15', 'E16')).toEqual([
      `trang tính “Biểu”, ô E15 ${line}`,
      `trang tính “Biểu”, ô F15 ${line}`,
      undefined,
    ]);
  });
});
