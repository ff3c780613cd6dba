import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../../shared/reading/open/xml/read-xml.ts';
import { runs } from '../../../../properties/runs.ts';

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = 'http://www.w3.org/XML/1998/namespace';
const spelling = new Map([
  [S, 's'],
  [W, 'w'],
  [R, 'r'],
  [XML, 'xml'],
]);

type Event = readonly [kind: 'open' | 'text' | 'close', name: string, ...attributes: string[]];

/** Puts texts that follow each other together: where a reader cuts them is its own affair. */
class Events {
  readonly list: Event[] = [];

  add(...event: Event): void {
    const last = this.list.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text')
      this.list[this.list.length - 1] = ['text', last[1] + event[1]];
    else if (event[0] !== 'text' || event[1] !== '') this.list.push(event);
  }
}

async function* cutAt(bytes: Uint8Array, places: readonly number[]) {
  let from = 0;
  for (const place of [...places.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    yield bytes.subarray(from, place);
    from = place;
  }
}

/** Null where the reader refuses. */
async function ours(bytes: Uint8Array, places: readonly number[]): Promise<readonly Event[] | null> {
  const events = new Events();
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string | undefined>>) =>
      events.add(
        'open',
        name,
        ...Object.entries(attributes)
          .map(([key, value]) => `${key}=${value}`)
          .sort(),
      ),
    text: (text: string) => events.add('text', text),
    close: (name: string) => events.add('close', name),
  };
  try {
    await readXml(cutAt(bytes, places), 'part.xml', handler);
  } catch (error) {
    expect(error).toMatchObject({ code: 'XML_REFUSED' });
    return null;
  }
  return events.list;
}

/** Null where it refuses; "wrong" where it cuts the white space off a namespace, which makes it another one. */
function saxes(bytes: Uint8Array): readonly Event[] | null | 'wrong' {
  const events = new Events();
  let cuts = false;
  const parser = new SaxesParser({ xmlns: true });
  const spell = (uri: string, prefix: string, local: string) =>
    prefix === '' && uri === '' ? local : `${spelling.get(uri) ?? '?'}:${local}`;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('not wanted');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new Error('not wanted');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    // Behind a prefix it lets a name begin with what no name begins with.
    const names = [local, ...Object.values(attributes).map((one) => one.local)];
    if (names.some((name) => /^(?:[-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])/.test(name)))
      throw new Error('no name');
    const written = Object.values(attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    );
    cuts ||= Object.values(attributes).some(
      ({ prefix, name, value }) => (prefix === 'xmlns' || name === 'xmlns') && value !== value.trim(),
    );
    const shown = written.map((one) => `${spell(one.uri, one.prefix, one.local)}=${one.value}`);
    events.add('open', spell(uri, 'x', local), ...shown.filter((one) => !one.startsWith('?')).sort());
  });
  parser.on('text', (text) => events.add('text', text));
  parser.on('cdata', (text) => events.add('text', text));
  parser.on('closetag', ({ uri, local }) => events.add('close', spell(uri, 'x', local)));
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch {
    return null;
  }
  if (cuts) return 'wrong';
  // What stands outside the root is white space; only saxes speaks of it.
  const from = events.list.findIndex(([kind]) => kind === 'open');
  const to = events.list.findLastIndex(([kind]) => kind === 'close');
  return events.list.slice(from, to + 1);
}

const space = fc.constantFrom('', ' ', '\n', '\t', '\r\n', '  ');
const gap = fc.constantFrom(' ', '\n', '\r\n\t');
const local = fc.constantFrom('row', 'c', 'v', 'p', 't', 'Đơn-vị', 'a.b', '_1', 'x');
const prefixed = fc.tuple(fc.constantFrom('', '', 'x:', 'w:'), local).map((parts) => parts.join(''));
const plain = fc.constantFrom(
  'nước sạch',
  'Đơn vị',
  'a\u0301',
  '😀',
  ' ',
  '\r\n',
  '\r',
  '\t',
  '>',
  "'",
  '"',
  ']',
  '12,5',
  ' ',
);
const reference = fc.constantFrom(
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&apos;',
  '&#7885;',
  '&#x1F600;',
  '&#13;',
  '&#010;',
);
const words = (part: fc.Arbitrary<string>) => fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const value = words(fc.oneof(plain, reference));
const text = value.map((one) => one.replaceAll('>', ']'));
const comment = words(plain).map((inner) => `<!--${inner}-->`);
const instruction = words(plain).map((inner) => `<?do ${inner.replaceAll('?>', '.')}?>`);
const data = words(fc.oneof(plain, fc.constantFrom('<', '&', ']]', '<c>'))).map(
  (inner) => `<![CDATA[${inner.replaceAll(']]>', '.')}]]>`,
);
const attribute = fc
  .tuple(gap, prefixed, space, space, value, fc.constantFrom('"', "'"))
  .map(([before, name, one, two, inner, quote]) => [
    name,
    `${before}${name}${one}=${two}${quote}${inner.replaceAll(quote, '')}${quote}`,
  ]);
const attributes = fc
  .uniqueArray(attribute, { maxLength: 4, selector: ([name]) => name })
  .map((list) => list.map(([, written]) => written).join(''));
const declaration = fc.constantFrom('', '', '', ` xmlns="${S}"`, ` xmlns:x="${R}"`, ` xmlns="urn:other"`);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(prefixed, declaration, attributes, space, tie('content'))
    .map(([name, declared, list, end, inner]) =>
      inner === ''
        ? `<${name}${declared}${list}${end}/>`
        : `<${name}${declared}${list}${end}>${inner}</${name}${end}>`,
    ),
  content: fc
    .array(fc.oneof({ maxDepth: 4 }, text, comment, instruction, data, tie('element')), { maxLength: 5 })
    .map((parts) => parts.join('')),
}));

const head = fc.constantFrom(
  '',
  '\ufeff',
  '<?xml version="1.0"?>',
  '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  "<?xml version = '1.0' encoding='utf-8'?>",
  ' <!-- first -->\n<?do it?>',
);
const document = fc.tuple(head, element, fc.oneof(space, comment, instruction)).map(
  ([before, root, after]) =>
    // The root declares both prefixes, unless a declaration of its own already does.
    `${before}<w:root xmlns:w="${W}" xmlns:x="${S}" xmlns="${S}">${root}</w:root>${after}`,
);
const places = fc.array(fc.nat(), { maxLength: 12 });

/** Signs that mean something to a reader of XML; no `?`, since saxes takes `<?do?x?>`, which is no instruction. */
const sign = fc.constantFrom(
  '<',
  '>',
  '/',
  '&',
  ';',
  '"',
  "'",
  '=',
  '!',
  '-',
  ']]>',
  '--',
  ':',
  '\u0001',
  '\uffff',
  '<a>',
  '</a>',
  'xml',
  '[',
  '#',
  '0',
);
const damage = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(sign, fc.constant(''))), {
  minLength: 1,
  maxLength: 3,
});

const damaged = fc.tuple(document, damage).map(([xml, changes]) =>
  changes.reduce((text, [at, length, instead]) => {
    const from = at % text.length;
    return text.slice(0, from) + instead + text.slice(from + length);
  }, xml),
);

describe('readXml beside saxes', () => {
  it('tells the same of any document, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(document, places, async (xml, cuts) => {
        const bytes = Buffer.from(xml);
        const expected = saxes(bytes);
        expect(expected).not.toBeNull();
        expect(await ours(bytes, cuts)).toEqual(expected);
      }),
      { numRuns: runs(600) },
    );
  });

  it('tells the same, or refuses as well, where a document is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, places, async (xml, cuts) => {
        const bytes = Buffer.from(xml);
        const expected = saxes(bytes);
        fc.pre(expected !== 'wrong');
        expect(await ours(bytes, cuts)).toEqual(expected);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('never takes bytes that are no UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(
        document,
        fc.nat(),
        fc.integer({ min: 0x80, max: 0xff }),
        places,
        async (xml, at, byte, cuts) => {
          const bytes = Uint8Array.from(Buffer.from(xml));
          bytes[at % bytes.length] = byte;
          expect(await ours(bytes, cuts)).toEqual(saxes(bytes));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
