import { describe, expect, it } from 'vitest';
import { fileKindOf } from '../../../../shared/reading/open/file-kind.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A container with one stream of that name. */
function container(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    512,
  );
  bytes[576] = stream.length * 2 + 2;
  return bytes;
}

describe('the kind of a file', () => {
  it.each([
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
    ['zip', Uint8Array.of(0x50, 0x4b, 5, 6, 0)],
    ['pdf', bytesOf('%PDF-1.4')],
    ['pdf', bytesOf(`${' '.repeat(1000)}%PDF-1.4`)],
    ['xls', container('Workbook')],
    ['xls', container('Book')],
    ['xls', Uint8Array.of(0x09, 0x04, 0x06, 0x00, 0, 0)],
    ['doc', container('WordDocument')],
    ['encrypted', container('EncryptedPackage')],
    ['xls', container('WORKBOOK')],
    ['mail', container('__properties_version1.0')],
    ['presentation', container('PowerPoint Document')],
    ['container', container('VisioDocument')],
    ['other', bytesOf('TT;Mã;Chỉ tiêu')],
    ['other', bytesOf(`${' '.repeat(2000)}%PDF-1.4`)],
    ['other', bytesOf('100% PDF')],
    ['other', new Uint8Array()],
  ] as const)('is %s by its first bytes', (kind, bytes) => {
    expect(fileKindOf(bytes)).toBe(kind);
  });

  it('is that of the whole where a stream is named alike', () => {
    expect(fileKindOf(container('Workbooks'))).toBe('container');
  });
});
