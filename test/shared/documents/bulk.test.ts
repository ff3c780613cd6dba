import { describe, expect, it } from 'vitest';
import { BulkText } from '../../../shared/documents/bulk.ts';
import { body, decreeSection, decreeStyles, headingLine } from '../../../shared/documents/decree.ts';
import { writeWord } from '../../../shared/documents/word.ts';
import { faultsIn } from './ooxml.ts';
import { paragraphsOf, partsOf } from './reopened.ts';

const looks = { heading: (text: string) => headingLine(3, text), text: (text: string) => body(text) };
const about = { title: 'Thử', author: 'Văn phòng Sở', at: '2024-03-19T02:00:00Z', styles: decreeStyles };
const lines = [
  ['heading', 'a) Văn phòng Sở'],
  ['text', 'Một & hai < ba "bốn".'],
  ['text', '$& $1 \u0000 hoa\u0300'],
  ['heading', 'b) Thanh tra Sở'],
] as const;

describe('text by the thousand', () => {
  it('is the very document that the library would have written', async () => {
    const bulk = new BulkText();
    const sections = [decreeSection([body('Trước.'), ...bulk.add({ looks, lines }), body('Sau.')])];
    const quick = await writeWord({ ...about, sections, bulk });
    const each = lines.map(([look, text]) => looks[look](text));
    const slow = await writeWord({
      ...about,
      sections: [decreeSection([body('Trước.'), ...each, body('Sau.')])],
    });
    expect(partsOf(quick)['word/document.xml']).toBe(partsOf(slow)['word/document.xml']);
    expect(quick).toEqual(slow);
    expect(faultsIn(quick)).toEqual([]);
  });

  it('is nothing where there is none, and keeps several texts apart', async () => {
    const bulk = new BulkText();
    const text = (...texts: string[]) =>
      bulk.add({ looks, lines: texts.map((each) => ['text', each] as const) });
    const sections = [decreeSection([...text('a', 'b'), body('–'), ...text(), ...text('c')])];
    const written = paragraphsOf(await writeWord({ ...about, sections, bulk }));
    expect(written).toEqual(['a', 'b', '–', 'c']);
  });

  it('leaves what follows it where it is, with one look alone too', async () => {
    const bulk = new BulkText();
    const alone = bulk.add({ looks: { text: looks.text }, lines: [['text', 'a']] });
    const sections = [decreeSection([...alone, body('Sau.'), ...alone, body('Hết.')])];
    expect(paragraphsOf(await writeWord({ ...about, sections, bulk }))).toEqual(['a', 'Sau.', 'Hết.']);
  });

  it.each([
    '<standIn number="1" look="text"><w:p/></standIn>',
    '&lt;standIn number="1" look="text"&gt;§&lt;/standIn&gt;',
    '</w:t></w:r></w:p></standIn>',
    '§ $& $1 0:text',
  ])('lets no text stand for another: "%s"', async (strange) => {
    const bulk = new BulkText();
    const text = (each: string) => bulk.add({ looks, lines: [['text', each]] });
    const sections = [decreeSection([body(strange), ...text(strange), ...text('của đơn vị khác')])];
    const bytes = await writeWord({ ...about, sections, bulk });
    expect(paragraphsOf(bytes)).toEqual([strange, strange, 'của đơn vị khác']);
    expect(faultsIn(bytes)).toEqual([]);
  });
});
