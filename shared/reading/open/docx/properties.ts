import { colourOf } from '../looks/colours.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import type { ParagraphDraft } from './paragraph-draft.ts';
import { inkOf, inPictures, isOn, letterFont, outlineLevel, paintOf, placeOnLine } from './styles.ts';

/** One child of `pPr`. */
export function describeParagraph(paragraph: ParagraphDraft, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'];
  if (name === 'w:pStyle' && value !== undefined) paragraph.style = value;
  else if (name === 'w:shd') paragraph.behind = paintOf(attributes);
  else if (name === 'w:outlineLvl') paragraph.level = outlineLevel(value);
}

/** One child of `numPr`. */
export function describeListPlace(paragraph: ParagraphDraft, name: string, attributes: XmlAttributes): void {
  const value = Number(attributes['w:val']);
  if (name === 'w:numId') paragraph.numId = value;
  else if (name === 'w:ilvl') paragraph.depth = value;
}

/** In half-points: smaller letters are no more than a dot. */
export const UNREADABLE = 4;

/** In per cent of a letter's width: narrower ones are no more than a line. */
const NARROWEST = 10;

/** One child of the `rPr` of a run. */
export function describeRun(paragraph: ParagraphDraft, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'];
  if (name === 'w:rFonts') {
    const [font, pictures] = [letterFont(attributes), inPictures(attributes)];
    if (font !== undefined) paragraph.run.font = font;
    if (pictures !== undefined) paragraph.run.pictures = pictures;
  } else if (name === 'w:color') paragraph.run.colour = inkOf(attributes);
  else if (name === 'w:shd' || name === 'w:highlight') {
    paragraph.run.behind = paintOf(attributes) ?? paragraph.run.behind ?? null;
  } else if (name === 'w:b') paragraph.run.bold = isOn(attributes);
  else if (name === 'w:sz') paragraph.run.size = Number(value);
  else if (name === 'w:w' && Number.parseFloat(value ?? '') <= NARROWEST) paragraph.run.hidden = true;
  else if (name === 'w:vanish') paragraph.run.hidden = isOn(attributes);
  else if (name === 'w:strike' || name === 'w:dstrike') paragraph.run.struck = isOn(attributes);
  else if (name === 'w:vertAlign' || name === 'w:position') {
    paragraph.run.place = placeOnLine(name, value) ?? paragraph.run.place;
  } else if (name === 'w:rStyle' && value !== undefined) paragraph.run.style = value;
}

/**
 * Effects on letters, which programs since 2010 show in the place of their colour: what fills them, nothing or a colour,
 * unless a line is drawn around each.
 * @param effect what the element stands in
 */
export function describeEffect(
  { run }: ParagraphDraft,
  effect: string,
  name: string,
  attributes: XmlAttributes,
): void {
  if (effect === 'w14:textOutline' && /^w14:(solid|grad)Fill$/.test(name)) run.outlined = true;
  if (effect !== 'w14:textFill' || run.outlined) return;
  if (name === 'w14:noFill') run.hidden = true;
  else if (name === 'w14:srgbClr') run.colour = colourOf(attributes['w14:val']) ?? 'auto';
  else if (name === 'w14:sysClr') run.colour = colourOf(attributes['w14:lastClr']) ?? 'auto';
  else if (name === 'w14:schemeClr') {
    run.colour = /^(bg1|lt1)$/.test(attributes['w14:val'] ?? '') ? 'FFFFFF' : 'theme';
  }
}

/** In thousandths of a per cent: fainter letters are none to the eye. */
const TRANSPARENT = 90_000;

/** What changes the colour that fills letters: makes it darker, lighter, or lets through what is behind it. */
export function describeFill({ run }: ParagraphDraft, name: string, attributes: XmlAttributes): void {
  if (run.outlined) return;
  if (name === 'w14:alpha') run.hidden ||= Number(attributes['w14:val']) >= TRANSPARENT;
  else if (/^w14:(lum|sat|hue|shade|tint)/.test(name)) run.colour = 'theme';
}
