/** A written file opened again with an unzip that is none of the writers': parts as text, cells by address. */
import { strFromU8, unzipSync } from 'fflate';

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

export interface ReopenedCell {
  /** The text, or the number as it is stored. */
  readonly value: string;
  readonly formula: string | null;
  readonly type: string;
}

/** By sheet name, then by address. */
export function sheetsOf(bytes: Uint8Array): Record<string, Record<string, ReopenedCell>> {
  const parts = partsOf(bytes);
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => unescaped(si.replace(/<[^>]+>/g, '')),
  );
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return Object.fromEntries(
    names.map(([, name = ''], n) => {
      const xml = parts[`xl/worksheets/sheet${n + 1}.xml`] ?? '';
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)];
      return [
        unescaped(name),
        Object.fromEntries(
          cells.map(([, address = '', attributes = '', inner = '']) => {
            const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
            const stored = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
            const inline = /<is>(.*?)<\/is>/s.exec(inner)?.[1];
            const value =
              inline !== undefined
                ? unescaped(inline.replace(/<[^>]+>/g, ''))
                : type === 's'
                  ? (strings[Number(stored)] ?? '')
                  : unescaped(stored);
            const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
            return [address, { value, formula: formula ? unescaped(formula) : null, type }];
          }),
        ),
      ];
    }),
  );
}

/** The document's text, one line a paragraph; a hyphen that breaks no line is one. */
export function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) =>
    unescaped(
      [...inner.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:noBreakHyphen\/>/gs)]
        .map(([, text = '-']) => text)
        .join(''),
    ),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
