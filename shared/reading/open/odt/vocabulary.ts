import type { Skipped } from '../../model/document.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

export type Reason = Pick<Skipped, 'what' | 'why'>;

/** An element whose content is no text of the document. */
export interface LeftOut {
  /** What it is counted as; null for what nobody misses: reading aids, numbers that are worked out here. */
  readonly reason: Reason | null;
  /** Whether it counts only if there is text in it. */
  readonly ifText: boolean;
}

const NOTHING: LeftOut = { reason: null, ifText: false };

const HIDDEN: LeftOut = { reason: { what: 'paragraph', why: 'hidden-text' }, ifText: true };

/** By hand, or by a condition as it came out when the file was saved. */
function isHiddenSection(attributes: XmlAttributes): boolean {
  const display = attributes['text:display'];
  return display === 'none' || (display === 'condition' && attributes['text:is-hidden'] === 'true');
}

/** Whether and why an element is left out with all that is in it; null for one that is read. */
export function leftOut(name: string, attributes: XmlAttributes): LeftOut | null {
  switch (name) {
    case 'text:note':
      return once('note', attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote');
    case 'office:annotation':
      return once('note', 'comment');
    case 'text:deletion':
      return { reason: { what: 'deleted-text', why: 'tracked-deletion' }, ifText: true };
    case 'text:placeholder':
      return once('paragraph', 'placeholder');
    case 'draw:control':
      return once('part', 'form-field');
    case 'draw:object':
      // A document of the same kind as the one around it: nothing of another program's.
      return once('part', 'embedded-document');
    case 'draw:object-ole':
      return once('part', 'embedded-object');
    case 'draw:image':
      return once('image', 'image');
    case 'text:table-of-content':
    case 'text:alphabetical-index':
    case 'text:illustration-index':
    case 'text:table-index':
    case 'text:object-index':
    case 'text:user-index':
    case 'text:bibliography':
      return { reason: { what: 'part', why: 'index' }, ifText: true };
    case 'text:section':
      return isHiddenSection(attributes) ? HIDDEN : null;
    case 'text:hidden-text':
      return attributes['text:is-hidden'] === 'false' ? null : HIDDEN;
    case 'text:variable-set':
    case 'text:user-field-get':
    case 'text:expression':
    case 'text:table-formula':
      // A field that is worked out and shows nothing.
      return attributes['text:display'] === 'none' ? HIDDEN : null;
    case 'text:number':
    case 'text:ruby-text':
    case 'text:script':
    case 'svg:title':
    case 'svg:desc':
    case 'office:forms':
      return NOTHING;
    default:
      return null;
  }
}

function once(what: Reason['what'], why: string): LeftOut {
  return { reason: { what, why }, ifText: false };
}

/** Fields that a program works out anew whenever it shows the file: what is stored is what it was. */
export function isFilledByProgram(name: string, attributes: XmlAttributes): boolean {
  if (name === 'text:page-number' || name === 'text:page-count') return true;
  return /^text:(date|time)$/.test(name) && attributes['text:fixed'] !== 'true';
}
