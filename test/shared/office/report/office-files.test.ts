import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { largestSigned } from '../../../../shared/filing/signature.ts';
import { holdToPdf } from '../../../../shared/office/report/office-files.ts';
import { keepOfficeFile } from '../../../../shared/records/signatures.ts';
import { MemoryStore } from '../../../doubles/memory-store.ts';
import { refusalOf } from '../said.ts';

const run = 'Q1-2024-final-2024-03-19T0200Z';
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Why a file of these bytes, announced so, is not taken for the signed report; null where it is. */
async function whyNot(text: string, announced: { readonly size?: number } = {}) {
  const store = new MemoryStore({ now: () => '2024-03-19T03:00:00.000Z' });
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  await keepOfficeFile(store, run, 'pdf', { fileName: 'ky.pdf', bytes });
  const file = { fileName: 'ky.pdf', size: bytes.length, sha256: sumOf(bytes), ...announced };
  return refusalOf(holdToPdf({ store }, run, file));
}

describe('the signed report', () => {
  it('is a PDF from its head to its end, wherever in its first and last lines these stand', async () => {
    expect(await whyNot('%PDF-1.7\nx\n%%EOF\n')).toBeNull();
    expect(
      await whyNot(`${'\n'.repeat(1000)}%PDF-1.4\n${'x'.repeat(3000)}%%EOF${'\n'.repeat(2000)}`),
    ).toBeNull();
    expect(await whyNot(`${'\n'.repeat(1024)}%PDF-1.4\n%%EOF`)).toBe('SIGNED_NOT_PDF');
    expect(await whyNot(`%PDF-1.4\n%%EOF${'\n'.repeat(2048)}`)).toBe('SIGNED_NOT_PDF');
    expect(await whyNot('%PDF-x\n%%EOF')).toBe('SIGNED_NOT_PDF');
  });

  it('is the file that was announced, which a mail can bring', async () => {
    const text = '%PDF-1.7\nx\n%%EOF\n';
    expect(await whyNot(text, { size: largestSigned })).toBe('SIGNED_FILE_NOT_COME');
    expect(await whyNot(text, { size: largestSigned + 1 })).toBe('SIGNED_TOO_LARGE');
    const store = new MemoryStore({ now: () => '2024-03-19T03:00:00.000Z' });
    const file = { fileName: 'ky.pdf', size: 9, sha256: 'a'.repeat(64) };
    expect(await refusalOf(holdToPdf({ store }, run, file))).toBe('SIGNED_FILE_NOT_COME');
    // Other bytes lie where those of its sum should.
    const key = `issued/${run}/${'a'.repeat(64)}.pdf`;
    await store.put(key, text, 'application/pdf');
    expect(await refusalOf(holdToPdf({ store }, run, { ...file, size: text.length }))).toBe(
      'SIGNED_FILE_NOT_COME',
    );
  });
});
