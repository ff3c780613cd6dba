/** What is active in OpenDocument, by element and by part. */
import type { ActiveKind } from '../../../vocabulary/active-content.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import { isRemote, quoted } from './addresses.ts';

export interface ActiveElement {
  readonly what: 'part';
  readonly why: ActiveKind;
  readonly text: string;
}

/** @returns null for the many that only say what is seen */
export function activeElement(name: string, attributes: XmlAttributes): ActiveElement | null {
  const address = attributes['xlink:href'] ?? '';
  switch (name) {
    case 'text:dde-connection-decl':
    case 'office:dde-source': {
      const command = [
        attributes['office:dde-application'],
        attributes['office:dde-topic'],
        attributes['office:dde-item'],
      ];
      return active('dde', command.filter(Boolean).join('|'));
    }
    case 'script:event-listener':
      return active('script', address || (attributes['script:macro-name'] ?? ''));
    case 'text:section-source':
      return address === '' ? null : active('include', address);
    case 'table:table-source':
    case 'table:cell-range-source':
      return active('external-link', address);
    default:
      // Pictures and objects of the file itself have no protocol; a link that is clicked on waits for a click.
      return name.startsWith('draw:') && name !== 'draw:a' && isRemote(address)
        ? active('external-link', address)
        : null;
  }
}

function active(why: ActiveKind, text: string): ActiveElement {
  return { what: 'part', why, text: quoted(text) };
}

/** Programs lie in parts of their own. */
export function skipPrograms({ names }: { readonly names: readonly string[] }, skipped: SkippedLog): void {
  const programs = names.filter((name) => /^(Basic|Scripts)\/.+\/(?!script-lb\.xml$)[^/]+$/i.test(name));
  if (programs.length > 0) skipped.add('part', 'macros', null, programs.length);
}
