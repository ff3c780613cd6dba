import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedStringsHandler } from '../../../../../shared/reading/open/xlsx/strings.ts';
import { readXml, type XmlHandler } from '../../../../../shared/reading/open/xml/read-xml.ts';
import { runs } from '../../../../properties/runs.ts';

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The texts of a part with these items, cut where one likes; or that it is refused. */
async function read(items: string, cuts: readonly number[], shortcut: boolean): Promise<unknown> {
  const bytes = Buffer.from(`<sst xmlns="${S}" count="9">${items}</sst>`);
  const whole = new SharedStringsHandler();
  const stepwise: XmlHandler = {
    open: (name, attributes) => whole.open(name, attributes),
    text: (text) => whole.text(text),
    close: (name) => whole.close(name),
  };
  async function* pieces() {
    let from = 0;
    for (const cut of [...cuts.map((at) => at % bytes.length), bytes.length].sort((a, b) => a - b)) {
      yield bytes.subarray(from, cut);
      from = cut;
    }
  }
  try {
    await readXml(pieces(), 'sharedStrings.xml', shortcut ? whole : stepwise);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnreadableFile' });
    return 'refused';
  }
  return whole.strings;
}

const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Chi cục', '12', '', ' ', 'a>b', 'a\u0301', '_x000D_x', 'dòng\r\nhai'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a &amp; b', 'a]]>b', '&amp', 'a<b', '<![CDATA[x]]>', '<!-- x -->'),
  },
);
const item = fc.oneof(
  { weight: 6, arbitrary: text.map((t) => `<si><t>${t}</t></si>`) },
  { weight: 6, arbitrary: text.map((t) => `<si><t xml:space="preserve">${t}</t></si>`) },
  { weight: 1, arbitrary: text.map((t) => `<si><t>${t}</t><phoneticPr fontId="1"/></si>`) },
  {
    weight: 1,
    arbitrary: text.map((t) => `<si><r><t>${t}</t></r><r><rPr><b/><strike/></rPr><t>x</t></r></si>`),
  },
  { weight: 1, arbitrary: text.map((t) => `<si><t>a</t><rPh sb="0" eb="1"><t>${t}</t></rPh></si>`) },
  { weight: 1, arbitrary: text.map((t) => `<extLst><si><t>${t}</t></si></extLst>\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<si/>', '<si><t/></si>', '<si xmlns="urn:x"><t>y</t></si>', '<si><t>z</si>'),
  },
);

it('says of plain items what the tokenizer says of them, wherever pieces end', async () => {
  const items = fc.array(item, { maxLength: 6 }).map((list) => list.join(''));
  await fc.assert(
    fc.asyncProperty(items, fc.array(fc.nat(2000), { maxLength: 4 }), async (written, cuts) => {
      expect(await read(written, cuts, true)).toEqual(await read(written, [], false));
    }),
    { numRuns: runs(300) },
  );
});
