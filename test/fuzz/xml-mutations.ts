/** What a strange program or a clumsy hand does to the XML within: every part is packed again with a right checksum. */
import type { Chance } from './chance.ts';

type XmlMutation = (xml: string, chance: Chance) => string;

const oddValues = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1',
    '3',
    '999',
    '99999999999',
    '1e999',
    'NaN',
    '0x10',
    '1.5',
    'true',
    'A0',
    'A1',
    'XFD1048577',
  ],
  ...[
    'A1:XFD1048576',
    'Z1:A1',
    '__proto__',
    'constructor',
    'n',
    's',
    'str',
    'inlineStr',
    'd',
    'e',
    'b',
    '\u{1F600}',
    'ư\u0309',
  ],
  ...[
    '&#0;',
    '&#xD800;',
    '&khong;',
    '&amp;lt;',
    '../../xl/workbook.xml',
    'http://example.invalid/',
    'a'.repeat(5000),
  ],
];
const oddText = [
  ...[
    '<!-- -->',
    '<![CDATA[<v>1</v>]]>',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x>',
    ']]>',
    '<',
    '&',
    '</x>',
    '<x>',
    '<x/>',
  ],
  ...[
    '\u0000',
    '\uFEFF',
    '\u200B',
    '\uFFFE',
    '&#10;',
    '&#xFFFFF;',
    '&nbsp;',
    '_x000D_',
    '<a:b xmlns:a="c"/>',
    '"',
    "'>",
  ],
];

const attribute: XmlMutation = (xml, chance) => {
  const all = [...xml.matchAll(/ [\w:]+="([^"]*)"/g)];
  if (all.length === 0) return xml;
  const { index, 0: written, 1: value = '' } = chance.of(all);
  const from = index + written.length - 1 - value.length;
  return `${xml.slice(0, from)}${chance.of(oddValues)}${xml.slice(from + value.length)}`;
};

const attributeGone: XmlMutation = (xml, chance) => {
  const all = [...xml.matchAll(/ [\w:]+="[^"]*"/g)];
  if (all.length === 0) return xml;
  const { index, 0: written } = chance.of(all);
  return xml.slice(0, index) + xml.slice(index + written.length);
};

const tagGone: XmlMutation = (xml, chance) => {
  const all = [...xml.matchAll(/<[^>]*>/g)];
  if (all.length === 0) return xml;
  const { index, 0: written } = chance.of(all);
  return xml.slice(0, index) + xml.slice(index + written.length);
};

const elementGone: XmlMutation = (xml, chance) => onElement(xml, chance, () => '');
const elementTwice: XmlMutation = (xml, chance) => onElement(xml, chance, (element) => element + element);
const elementInItself: XmlMutation = (xml, chance) =>
  onElement(xml, chance, (element) => element.replace('>', () => `>${element}`));
const elementElsewhere: XmlMutation = (xml, chance) => {
  let moved = '';
  const without = onElement(xml, chance, (element) => {
    moved = element;
    return '';
  });
  const all = [...without.matchAll(/>/g)];
  if (all.length === 0) return xml;
  const { index } = chance.of(all);
  return `${without.slice(0, index + 1)}${moved}${without.slice(index + 1)}`;
};

const insert: XmlMutation = (xml, chance) => {
  const at = chance.below(xml.length);
  return `${xml.slice(0, at)}${chance.of(oddText)}${xml.slice(at)}`;
};

const deep: XmlMutation = (xml, chance) => {
  const all = [...xml.matchAll(/<([\w:]+)[^>/]*>/g)];
  if (all.length === 0) return xml;
  const { index, 0: opening, 1: name = '' } = chance.of(all);
  const times = chance.of([5, 300, 3000]);
  const at = index + opening.length;
  return `${xml.slice(0, at)}${`<${name}>`.repeat(times)}${`</${name}>`.repeat(times)}${xml.slice(at)}`;
};

const cut: XmlMutation = (xml, chance) => xml.slice(0, chance.below(xml.length));

const letter: XmlMutation = (xml, chance) => {
  const at = chance.below(xml.length);
  return `${xml.slice(0, at)}${String.fromCharCode(32 + chance.below(400))}${xml.slice(at + 1)}`;
};

export const xmlMutations: Readonly<Record<string, XmlMutation>> = {
  attribute,
  attributeGone,
  tagGone,
  elementGone,
  elementTwice,
  elementInItself,
  elementElsewhere,
  insert,
  deep,
  cut,
  letter,
};

/** An element without others in it, or a row, a cell, a paragraph or a table with all of theirs. */
function onElement(xml: string, chance: Chance, change: (element: string) => string): string {
  const leaves = /<([\w:]+)(?: [^>]*)?(?:\/>|>[^<]*<\/\1>)/g;
  const wholes = /<((?:w:|table:|text:)?(?:row|c|si|tr|tc|p|table-row|table-cell))(?: [^>]*)?>.*?<\/\1>/gs;
  const all = [...xml.matchAll(chance.below(2) === 0 ? leaves : wholes)];
  if (all.length === 0) return xml;
  const { index, 0: element } = chance.of(all);
  return xml.slice(0, index) + change(element) + xml.slice(index + element.length);
}
