import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../../shared/reading/open/xml/read-xml.ts';

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The events of a document as one line each. */
async function eventsOf(xml: string | Uint8Array, size = 1 << 14): Promise<string[]> {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text) events.push(text);
    text = '';
  };
  await readXml(inPieces(Buffer.from(xml), size), 'part.xml', {
    open(name, attributes) {
      flush();
      const shown = Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns'));
      events.push(`<${[name, ...shown.map(([key, value]) => `${key}=${value}`)].join(' ')}>`);
    },
    text(more) {
      text += more;
    },
    close(name) {
      flush();
      events.push(`</${name}>`);
    },
  });
  return events;
}

const refused = (why: string) =>
  expect.objectContaining({ code: 'XML_REFUSED', detail: expect.stringContaining(why) });

describe('readXml', () => {
  it('calls a name the same whatever prefix the file gives it', async () => {
    const expected = ['<s:row r=1 r:id=x>', '<s:c>', 'ô', '</s:c>', '</s:row>'];
    for (const xml of [
      `<row xmlns="${S}" xmlns:r="${R}" r="1" r:id="x"><c>ô</c></row>`,
      `<x:row xmlns:x="${S}" xmlns:q="${R}" r="1" q:id="x"><x:c>ô</x:c></x:row>`,
      `<r:row xmlns:r="${S}" xmlns:s="${R}" r="1" s:id="x"><c xmlns="${S}">ô</c></r:row>`,
    ]) {
      expect(await eventsOf(xml)).toEqual(expected);
    }
  });

  it('takes the ISO Strict addresses for the same words, and forgets a prefix where its element ends', async () => {
    const xml = `<x:row xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:c xmlns:x="urn:other"/><x:c/></x:row>`;
    expect(await eventsOf(xml)).toEqual(['<s:row>', '<?:c>', '</?:c>', '<s:c>', '</s:c>', '</s:row>']);
  });

  it('joins a letter that lies across two pieces', async () => {
    const xml = `\ufeff<a>Đơn vị tính: nước sạch</a>`;
    for (const size of [1, 2, 3, 5]) expect((await eventsOf(xml, size))[1]).toBe('Đơn vị tính: nước sạch');
  });

  it('reads UTF-16 that its bytes tell, cut anywhere', async () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>Đơn vị 𝟏</a>';
    const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)]) {
      for (const size of [1, 2, 3, 7, 1000]) expect((await eventsOf(bytes, size))[1]).toBe('Đơn vị 𝟏');
    }
    expect(await eventsOf(Buffer.from('<a/>'), 1)).toEqual(['<?:a>', '</?:a>']);
    await expect(eventsOf(little.subarray(0, little.length - 1))).rejects.toEqual(refused('not UTF-16'));
    await expect(eventsOf(Buffer.from('<', 'latin1'))).rejects.toEqual(refused('not well-formed'));
  });

  it('refuses what is neither UTF-8 nor UTF-16', async () => {
    await expect(eventsOf(Buffer.from('<a>\0</a>'))).rejects.toEqual(refused('not UTF-8'));
    await expect(eventsOf(Buffer.from('<a>\xd0</a>', 'latin1'))).rejects.toEqual(refused('not UTF-8'));
    await expect(eventsOf(Buffer.from('<a/>\xe1', 'latin1'))).rejects.toEqual(refused('not UTF-8'));
    await expect(eventsOf('<?xml version="1.0" encoding="windows-1258"?><a/>')).rejects.toEqual(
      refused('encoding'),
    );
  });

  it('refuses every DOCTYPE, so that no entity is ever expanded or fetched', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
    const external = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
    for (const xml of [laughs, external]) await expect(eventsOf(xml)).rejects.toEqual(refused('DOCTYPE'));
    await expect(eventsOf('<a>&unknown;</a>')).rejects.toEqual(refused('not well-formed'));
  });

  it('refuses nesting without end', async () => {
    await expect(eventsOf('<a>'.repeat(100_000))).rejects.toEqual(refused('nested'));
  });

  it('refuses one text, one attribute or one comment without end', async () => {
    const long = 'x'.repeat(1_100_000);
    for (const xml of [`<a>${long}</a>`, `<a b="${long}"/>`, `<a><!--${long}--></a>`]) {
      await expect(eventsOf(xml)).rejects.toEqual(refused('longer'));
    }
  });

  it('refuses what is not well-formed, down to an unknown prefix and an early end', async () => {
    for (const xml of ['<a><b></a>', '<a', '<a>', '', 'no xml', '<a/><b/>', '<a b="1" b="2"/>']) {
      await expect(eventsOf(xml)).rejects.toEqual(refused('not well-formed'));
    }
    await expect(eventsOf('<x:a/>')).rejects.toEqual(refused('prefix'));
  });

  it('refuses declarations that no document may make', async () => {
    const xml = 'http://www.w3.org/XML/1998/namespace';
    const xmlns = 'http://www.w3.org/2000/xmlns/';
    for (const [prefix, uri] of [
      ['xml', S],
      ['xmlns', xmlns],
      ['x', xml],
      ['x', xmlns],
      ['x', ''],
    ]) {
      await expect(eventsOf(`<a xmlns:${prefix}="${uri}"/>`)).rejects.toEqual(refused('cannot be declared'));
    }
    for (const uri of [xml, xmlns])
      await expect(eventsOf(`<a xmlns="${uri}"/>`)).rejects.toEqual(refused('cannot'));
    expect(await eventsOf(`<a xmlns="" xmlns:xml="${xml}" xml:space="preserve"/>`)).toEqual([
      '<?:a xml:space=preserve>',
      '</?:a>',
    ]);
  });

  it('sees through any cut what belongs together', async () => {
    for (let size = 1; size < 20; size++) {
      await expect(eventsOf('<a>x]]>y</a>', size)).rejects.toEqual(refused(']]>'));
      await expect(eventsOf('<a>&amp</a>', size)).rejects.toEqual(refused('reference'));
      expect(await eventsOf('<a>]] ]&#x1EF1;\r\n&amp;<![CDATA[]]]]></a>', size)).toEqual(
        ['<a>', ']] ]ự\n&]]', '</a>'].map((one) => one.replace('a>', '?:a>')),
      );
    }
  });

  it('passes on what the handler throws, as it is', async () => {
    const mine = new RangeError('mine');
    const handler = {
      open() {
        throw mine;
      },
    };
    await expect(readXml(inPieces(Buffer.from('<a/>'), 9), 'p', handler)).rejects.toBe(mine);
  });
});
