import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RegimeFault, readRegime } from '../../../shared/regime/load.ts';

const sample = readFileSync(new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url), 'utf8');

function faultOf(yaml: string): RegimeFault {
  try {
    readRegime(yaml, 'sample.yaml');
  } catch (error) {
    if (error instanceof RegimeFault) return error;
    throw error;
  }
  throw new Error('the regime was taken as valid');
}

/** The line on which a piece of text first stands. */
const lineOf = (yaml: string, text: string) => yaml.slice(0, yaml.indexOf(text)).split('\n').length;

describe('reading a regime', () => {
  it('names file, line and path of a wrong value', () => {
    const yaml = sample.replace('email: vps@units.example', 'email: vps');
    expect(faultOf(yaml).message).toBe(
      `sample.yaml:${lineOf(yaml, 'email: vps')} units[0].email: Invalid email address; found "vps"`,
    );
  });

  it('lists every issue at once', () => {
    const yaml = sample
      .replace('email: vps@units.example', 'email: vps')
      .replace("at: '08:00'", "at: '08:15'");
    expect(
      faultOf(yaml)
        .issues.map((issue) => issue.path)
        .sort(),
    ).toEqual(['reminders.at', 'units[0].email']);
  });

  it('reports a missing key at the object that lacks it', () => {
    const yaml = sample.replace('    parent: VPDK\n', '');
    const [issue] = faultOf(yaml).issues;
    expect(issue?.path).toBe('units[10].parent');
    expect(issue?.line).toBe(lineOf(yaml, 'code: CN-TPLS'));
  });

  it('reports an unknown key at the key itself', () => {
    const yaml = sample.replace('    kind: plan\n', '    kind: plan\n    colour: red\n');
    const [issue] = faultOf(yaml).issues;
    expect(issue?.line).toBe(lineOf(yaml, 'colour: red'));
    expect(issue?.path).toContain('colour');
  });

  it('reports a sentence about two periods that names a plain figure, or one that is none', () => {
    const rule = '{= previous(B14)} xuống {= B14}';
    const said = (instead: string) =>
      faultOf(sample.replace(rule, instead)).issues.map(({ message }) => message);
    expect(said('{B14}')).toEqual([expect.stringContaining('write {= X}')]);
    expect(said('{= previous(B77)}')).toEqual([expect.stringContaining('B77')]);
    expect(said('{= previous(}')).toEqual([expect.stringContaining('cannot be parsed')]);
    const plain = sample.replace('{C02}/{C01} ý kiến', '{= C02}/{before} ý kiến');
    expect(faultOf(plain).issues).toHaveLength(2);
  });

  it('reports a name that points nowhere', () => {
    const yaml = sample.replace('rule: A05 = A06 + A07', 'rule: A05 = A06 + A77');
    const [issue] = faultOf(yaml).issues;
    expect(issue?.path).toBe('checks[0].rule');
    expect(issue?.message).toContain('A77');
    expect(issue?.line).toBe(lineOf(yaml, 'A06 + A77'));
  });

  it.each([
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [6T-2024, Q1-2024]', 'oldest first'],
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [Q1-2024, Q1-2024]', 'stands twice'],
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [N-2024]', 'not named itself'],
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [KH2024]', 'does not end before'],
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [Q9-2024]', 'no period "Q9-2024"'],
    ['sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sameLastYear: N-2024', 'not compared with itself'],
    ['weekday: monday', 'weekday: thứ hai', 'Invalid option'],
    ['stnmt.example, role: reads }', 'stnmt.example, role: nothing }', 'Invalid option'],
  ])('reports "%s" written as "%s"', (right, wrong, told) => {
    const fault = faultOf(sample.replace(right, wrong));
    expect(fault.message).toContain(told);
    expect(fault.issues[0]?.line).toBe(lineOf(sample, right));
  });

  it.each([
    ['    kind: plan\n', '    kidn: plan\n', 'unknown key "kidn"; did you mean "kind"?'],
    ['weekday: monday', 'weekday: mondy', 'found "mondy"; did you mean "monday"?'],
    ['rule: before', 'rule: befor', 'found "befor"; did you mean "before"?'],
    ['rule: A05 = A06 + A07', 'rule: A05 = A06 + AO7', 'did you mean "A07"?'],
    ['previous: Q1-2024', 'previous: Q1-2O24', 'did you mean "Q1-2024"?'],
    ['year: 2024', "year: '2024'", 'found "2024"'],
  ])('names what was found and the nearest right word: "%s" written as "%s"', (right, wrong, told) => {
    const yaml = sample.replace(right, wrong);
    expect(faultOf(yaml).message).toContain(told);
  });

  it('names no word that is far from what was found', () => {
    expect(faultOf(sample.replace('weekday: monday', 'weekday: thứ hai')).message).not.toContain(
      'did you mean',
    );
  });

  it('reads letters typed with marks of their own as whole letters', () => {
    expect(readRegime(sample.normalize('NFD'), 'nfd.yaml')).toEqual(readRegime(sample, 'sample.yaml'));
  });

  it('asks for somebody of the office itself', () => {
    const yaml = sample
      .replace('role: reads', 'role: issued-report')
      .replace('role: decides', 'role: issued-report');
    expect(faultOf(yaml).message).toContain('somebody must decide or read');
  });

  it('reads what was written before there were roles: who received everything reads, and nobody decides', () => {
    const yaml = sample
      .replace(', role: reads', '')
      .replace('role: decides', 'receives: everything')
      .replace('role: issued-report', 'receives: issued-report');
    expect(readRegime(yaml, 'sample.yaml').office.recipients.map(({ role }) => role)).toEqual([
      'reads',
      'reads',
      'issued-report',
    ]);
  });

  it.each([
    ['role: decides', 'role: decides, receives: everything', 'receives'],
    ['role: decides', 'receives: nothing', 'receives'],
  ])('takes no second word for a role: "%s" written as "%s"', (right, wrong, told) => {
    expect(faultOf(sample.replace(right, wrong)).message).toContain(told);
  });

  it('lets the same period of last year be of another regime', () => {
    const yaml = sample.replace('previous: 9T-2024', 'previous: 9T-2024\n    sameLastYear: N-2023');
    expect(readRegime(yaml, 'sample.yaml').periods.find(({ id }) => id === 'N-2024')?.sameLastYear).toBe(
      'N-2023',
    );
  });

  it('reports YAML that does not parse, with its lines', () => {
    const fault = faultOf('id: dan-van\ntitle: [a\nunits: }');
    expect(fault.issues.length).toBeGreaterThan(0);
    expect(fault.message).toMatch(/^sample\.yaml:[23] \(YAML\): /);
  });

  it('refuses a file whose aliases stand for more than any machine holds', () => {
    const tenfold = 'bcdefghij'.replace(/./g, (name) => {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]\n`;
    });
    expect(faultOf(`a: &a [x]\n${tenfold}`).issues).toMatchObject([{ line: 1, path: '(YAML)' }]);
  });

  it('refuses an empty file in words', () => {
    expect(faultOf('').message).toMatch(/^sample\.yaml:1 \(file\): /);
  });
});
