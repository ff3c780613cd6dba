import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../functions/portal/page/checking/file-checks.ts';
import { StoredReading } from '../../../shared/filing/version.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { engineFailed } from '../../../shared/reading/unreadable-reading.ts';
import {
  contentTypeOf,
  extensionOf,
  formatNames,
  formats,
  formatsBeginning,
} from '../../../shared/vocabulary/formats.ts';
import { languages } from '../../../shared/vocabulary/text.ts';
import { send } from '../../../shared/wording/page-upload.ts';
import { unreadable } from '../../../shared/wording/unreadable-findings.ts';

const corpus = join(import.meta.dirname, '..', '..', 'corpus');

async function fileOf(extension: string): Promise<Uint8Array> {
  const names = await readdir(corpus, { recursive: true });
  // Files that are as they should be; others are there to be refused.
  const [name] = names
    .filter((each) => each.endsWith(`.${extension}`) && /^layouts\b|\bplain,/.test(each))
    .toSorted();
  if (name === undefined) throw new Error(`the corpus has no .${extension}`);
  return readFile(join(corpus, name));
}

describe.each(formatNames)('a row of the table of formats: %s', (name) => {
  it('has a reader, which tells the format by the bytes alone, and a file in the corpus that it reads', async () => {
    const bytes = await fileOf(name);
    expect((await openDocument(bytes)).format).toBe(name);
    const told = formats[name].containers.some((container) => container === 'text') ? [] : [name];
    expect(formatsBeginning(bytes)).toEqual(expect.arrayContaining(told));
  });

  it('is a format of stored readings', () => {
    expect(StoredReading.shape.format.parse(name)).toBe(name);
  });

  it('is sent under its own type, whatever the letters of its extension', () => {
    expect(contentTypeOf(`Báo cáo.${name.toUpperCase()}`)).toBe(formats[name].contentType);
  });

  it('passes on the page in silence', () => {
    expect(checkFile({ name: `a.${name}`, size: 1 }, 'vi')).toEqual({ obstacle: null, warning: null });
  });

  it('is told to whoever sent a file that cannot be read, in every language', () => {
    expect(engineFailed().findings[0]?.expected).toContain(`.${name}`);
    for (const language of languages) {
      for (const text of [send.unusualKind, send.noExtension, unreadable('FILE_UNKNOWN').message]) {
        expect(text[language]).toContain(`.${name}`);
      }
    }
  });
});

describe('a format', () => {
  it('is never told of bytes that begin like none', () => {
    expect(formatsBeginning(new TextEncoder().encode('Mã;Chỉ tiêu'))).toEqual([]);
    expect(formatsBeginning(new Uint8Array())).toEqual([]);
    // The first two letters of a zip and no more.
    expect(formatsBeginning(Uint8Array.of(0x50, 0x4b))).toEqual([]);
  });

  it('of which only the cloud has the reader begins like none that the browser reads', () => {
    const signs = (where: 'cloud' | 'anywhere') =>
      formatNames
        .filter((name) => formats[name].reader === where)
        .flatMap((name): readonly string[] => formats[name].containers);
    expect(signs('cloud').filter((container) => signs('anywhere').includes(container))).toEqual([]);
  });

  it('is not read from a name without an extension, nor from what only looks like one', () => {
    expect(extensionOf('bao cao')).toBeNull();
    expect(extensionOf('Số 12. Báo cáo quý')).toBeNull();
    expect(contentTypeOf('constructor')).toBe('application/octet-stream');
    expect(contentTypeOf('a.toString')).toBe('application/octet-stream');
  });
});
