import { UnreadableFile } from '../unreadable-file.ts';
import { Characters, NotXmlText } from './characters.ts';
import { XmlTokenizer, XmlTrouble } from './tokenizer.ts';
import { Recoder } from './utf-16.ts';
import type { XmlHandler } from './xml-handler.ts';

export type { XmlAttributes, XmlHandler } from './xml-handler.ts';

/**
 * Reads one part as a stream of tags and text, in memory that does not grow with the part.
 * @param part its name, for the finding
 * @throws UnreadableFile XML_REFUSED: neither UTF-8 nor UTF-16, a DOCTYPE (nothing honest has one, and every entity attack does),
 * nested too deeply, a text without end, not well-formed; and whatever `pieces` or `handler` throw
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  handler: XmlHandler,
): Promise<void> {
  const recoder = new Recoder();
  const characters = new Characters();
  const tokenizer = new XmlTokenizer(handler);
  let left = '';
  const read = (piece: Uint8Array) => {
    characters.take(piece);
    const { ascii } = characters;
    const from = ascii ? tokenizer.shorten(ascii, () => characters.text()) : 0;
    const text = characters.text(from);
    left = text.slice(tokenizer.write(text, ascii?.subarray(from)));
    characters.putBack(left);
  };
  for await (const piece of pieces) refusing(part, () => read(recoder.recode(piece)));
  refusing(part, () => {
    read(recoder.end());
    characters.end();
    tokenizer.end(left);
  });
}

/** Says of the part what its XML is refused for. */
function refusing(part: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof XmlTrouble) && !(error instanceof NotXmlText)) throw error;
    throw new UnreadableFile('XML_REFUSED', `${part}: ${error.message}`, { cause: error });
  }
}
