import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeFormDocx } from '../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { engineFailed, fileChanged } from '../../../shared/reading/unreadable-reading.ts';
import { codes, taskOf } from './by-hand.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a file that cannot be opened', () => {
  it.each([
    ['FILE_EMPTY', new Uint8Array()],
    ['ZIP_DAMAGED', bytesOf('%PDF-1.7 …')],
    ['ZIP_DAMAGED', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['WEB_PAGE', bytesOf('<html><table>…')],
    ['ZIP_DAMAGED', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3)],
  ])('is unreadable with the one finding %s', async (code, bytes) => {
    const reading = await readReport(bytes, taskOf());
    expect(reading).toMatchObject({
      state: 'unreadable',
      format: null,
      values: [],
      narrative: [],
      skipped: [],
    });
    expect(codes(reading)).toEqual([`e:${code}`]);
    expect(reading.findings[0]).toMatchObject({
      where: null,
      expected: '.xlsx, .docx, .ods, .odt, .rtf, .csv, .pdf, .xls',
    });
    expect(reading.counts).toEqual({ read: 0, skipped: 0, total: 0 });
  });

  const ole = (stream: string) => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(
      [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
      512,
    );
    bytes[576] = stream.length * 2 + 2;
    return bytes;
  };

  it.each([
    ['0 byte', new Uint8Array()],
    ['PDF', bytesOf('%PDF-1.7 …')],
    ['.doc', ole('WordDocument')],
    ['.xls', ole('Workbook')],
    ['HTML', bytesOf('<html><table>…')],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['.ods, .odt', zipSync({ mimetype: bytesOf('…'), 'content.xml': bytesOf('<a/>') })],
    ['.zip: bao-cao.doc', zipSync({ 'bao-cao.doc': bytesOf('…') })],
  ])('is said to be %s', async (seen, bytes) => {
    expect((await readReport(bytes, taskOf())).findings[0]?.found).toBe(seen);
  });

  it.each([
    ['an unknown beginning', Uint8Array.of(1, 2, 3)],
    ['a password', ole('EncryptedPackage')],
    ['damage', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3)],
  ])('is not explained in terms of its format where it has %s', async (_, bytes) => {
    expect((await readReport(bytes, taskOf())).findings[0]?.found).toBeNull();
  });

  it('is unreadable too where the reader itself was stopped', () => {
    expect(engineFailed().state).toBe('unreadable');
    expect(codes(engineFailed())).toEqual(['e:ENGINE_FAILED']);
  });

  it('is unreadable too where its bytes are not those announced', () => {
    expect(fileChanged().state).toBe('unreadable');
    expect(codes(fileChanged())).toEqual(['e:FILE_CHANGED']);
  });
});

describe('the form handed out, sent back as it was', () => {
  const writers = { xlsx: writeFormXlsx, docx: writeFormDocx };
  const asked = [
    ['VPDK', 'Q1-2024', 'EMPTY_REPORT'],
    ['CN-CLO', 'N-2024', 'EMPTY_REPORT'],
    ['KHTC', '6T-2024', 'EMPTY_REPORT'],
    ['TTTNMT', 'KH2024', 'EMPTY_SECTIONS'],
    ['VPS', 'CD-133KL', 'EMPTY_SECTIONS'],
  ] as const;

  for (const format of ['xlsx', 'docx'] as const) {
    it.each(asked)(
      `as ${format} is known as %s, %s, and rejected only for being empty`,
      async (unit, period, code) => {
        const task = taskOf(unit, period);
        const reading = await readReport(
          await writers[format]({ ...task, previous: null, decisions: [] }),
          task,
        );
        expect(codes(reading)).toEqual([`e:${code}`]);
        expect(reading.format).toBe(format);
        expect(reading.values).toHaveLength(task.period.kind === 'periodic' ? 35 : 0);
      },
    );

    it(`as ${format} is rejected where another unit or period asks for it`, async () => {
      const task = taskOf('VPDK', 'Q1-2024');
      const bytes = await writers[format]({ ...task, previous: null, decisions: [] });
      expect(codes(await readReport(bytes, taskOf('CN-HLU', 'Q1-2024')))).toContain('e:OTHER_UNIT');
      expect(codes(await readReport(bytes, taskOf('VPDK', '9T-2024')))).toContain('e:OTHER_PERIOD');
    });
  }
});
