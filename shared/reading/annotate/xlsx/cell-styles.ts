/** The workbook's cell formats with our own behind them: the old ones keep their numbers and stay as they are. */
import type { Severity } from '../../model/reading.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import { applyChanges, opened, rootOf, type Tag, tagsOf, withAttribute } from '../xml-text.ts';

/** Grounds on which black text is read with ease; the ones Excel itself uses for bad and neutral, and a blue. */
export const grounds: Readonly<Record<Severity, string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  note: 'FFDDEBF7',
};

/** In this order they stand in a stylesheet; lists that are missing are put in where they belong. */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
/** What a list must hold before anything of ours: formats point at the first entries. */
const first: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<#font><#sz val="11"/><#name val="Calibri"/></#font>'],
  fills: [
    '<#fill><#patternFill patternType="none"/></#fill>',
    '<#fill><#patternFill patternType="gray125"/></#fill>',
  ],
  borders: ['<#border><#left/><#right/><#top/><#bottom/><#diagonal/></#border>'],
  cellStyleXfs: ['<#xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<#xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};
export const emptyStylesheet = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`;

interface List {
  readonly items: string[];
  readonly had: number;
}

/** The styles of a workbook, to which marked ones are added. */
export class CellStyles {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #lists = new Map<string, List>();
  readonly #known = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#prefix = rootOf(xml).prefix;
    for (const name of Object.keys(first)) this.#lists.set(name, this.#readList(name));
  }

  /** The format that looks like `base` on the ground of this severity. */
  marked(base: number, severity: Severity): number {
    const formats = this.#list('cellXfs').items;
    const like = formats[base] ?? formats[0] ?? '';
    return this.#once(`${base} ${severity}`, () => {
      const [tag] = tagsOf(like);
      if (!tag) throw new NotAnnotatable('a cell format without a tag');
      const painted = withAttribute(
        withAttribute(like.slice(0, tag.to), 'fillId', String(this.#fill(grounds[severity]))),
        'applyFill',
        '1',
      );
      return this.#add('cellXfs', painted + like.slice(tag.to));
    });
  }

  /** The format a cell had before an earlier mark of ours painted it; any other format is its own answer. */
  unmarked(style: number): number {
    return this.#once(`unmarked ${style}`, () => {
      const formats = this.#list('cellXfs').items;
      const painted = formats[style];
      if (painted === undefined || !this.#isOurs(painted)) return style;
      const bare = unpainted(painted);
      const old = formats.findIndex((other) => unpainted(other) === bare && !this.#isOurs(other));
      if (old >= 0) return old;
      // LibreOffice drops formats that no cell has; without the old one a date would show as a number.
      const [tag] = tagsOf(painted);
      if (!tag) throw new NotAnnotatable('a cell format without a tag');
      const cleared = withAttribute(painted.slice(0, tag.to), 'fillId', '0');
      return this.#add('cellXfs', cleared + painted.slice(tag.to));
    });
  }

  #isOurs(format: string): boolean {
    const fill = this.#list('fills').items[Number(/ fillId="(\d+)"/.exec(format)?.[1] ?? 0)] ?? '';
    return Object.values(grounds).some((ground) => fill.includes(`rgb="${ground}"`));
  }

  /** A format of our own sheet. Colours as `AARRGGBB`. */
  own(look: {
    bold?: true;
    size?: number;
    ground?: string;
    color?: string;
    link?: true;
    ruled?: true;
  }): number {
    return this.#once(JSON.stringify(look), () => {
      const { bold, size = 11, ground, color, link, ruled } = look;
      const font = this.#add(
        'fonts',
        this.#written(
          `<#font>${bold ? '<#b/>' : ''}${link ? '<#u/>' : ''}<#sz val="${size}"/>` +
            `<#color rgb="${color ?? 'FF000000'}"/><#name val="Times New Roman"/></#font>`,
        ),
      );
      const fill = ground === undefined ? 0 : this.#fill(ground);
      const border = ruled ? this.#rule() : 0;
      return this.#add(
        'cellXfs',
        this.#written(
          `<#xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
            'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><#alignment vertical="top" wrapText="1"/></#xf>',
        ),
      );
    });
  }

  /** The stylesheet with everything that was asked for. */
  text(): string {
    const changes = [...this.#lists].flatMap(([name, { items, had }]) => {
      const added = items.slice(had).join('');
      if (added === '') return [];
      const written = `${this.#prefix}${name}`;
      const { open, close } = this.#find(name);
      if (!open) {
        const text = `<${written} count="${items.length}">${added}</${written}>`;
        const at = this.#placeOf(name);
        return [{ from: at, to: at, text }];
      }
      const tag = withAttribute(this.#xml.slice(open.from, open.to), 'count', String(items.length));
      if (open.kind === 'empty') return [{ from: open.from, to: open.to, text: opened(tag, written, added) }];
      return [
        { from: open.from, to: open.to, text: tag },
        { from: close, to: close, text: added },
      ];
    });
    return applyChanges(this.#xml, changes);
  }

  #fill(ground: string): number {
    return this.#once(`fill ${ground}`, () =>
      this.#add(
        'fills',
        this.#written(
          `<#fill><#patternFill patternType="solid"><#fgColor rgb="${ground}"/>` +
            '<#bgColor indexed="64"/></#patternFill></#fill>',
        ),
      ),
    );
  }

  /** Thin grey lines around a cell. */
  #rule(): number {
    const side = (name: string) => `<#${name} style="thin"><#color rgb="FFBFBFBF"/></#${name}>`;
    const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
    return this.#once('rule', () =>
      this.#add('borders', this.#written(`<#border>${sides}<#diagonal/></#border>`)),
    );
  }

  #once(key: string, make: () => number): number {
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }

  #add(name: string, element: string): number {
    return this.#list(name).items.push(element) - 1;
  }

  /** In a template of ours `#` stands where the file's prefix goes. */
  #written(template: string): string {
    return template.replaceAll('#', this.#prefix);
  }

  #list(name: string): List {
    const list = this.#lists.get(name);
    if (!list) throw new NotAnnotatable(`no list of ${name}`);
    return list;
  }

  /** The elements of a list as written; one without any gets what must be there. */
  #readList(name: string): List {
    const { open, close } = this.#find(name);
    const items: string[] = [];
    let depth = 0;
    let from = 0;
    if (open?.kind === 'open') {
      for (const tag of tagsOf(this.#xml.slice(open.to, close))) {
        if (tag.kind !== 'close' && depth === 0) from = tag.from;
        if (tag.kind === 'open') depth++;
        else if (tag.kind === 'close') depth--;
        if (depth === 0) items.push(this.#xml.slice(open.to + from, open.to + tag.to));
      }
    }
    if (items.length > 0) return { items, had: items.length };
    return { items: (first[name] ?? []).map((item) => this.#written(item)), had: 0 };
  }

  #find(name: string): { open: Tag | null; close: number } {
    let open: Tag | null = null;
    for (const tag of tagsOf(this.#xml)) {
      if (tag.name !== `${this.#prefix}${name}`) continue;
      if (tag.kind === 'close') return { open, close: tag.from };
      open ??= tag;
      if (tag.kind === 'empty') return { open, close: tag.from };
    }
    return { open, close: 0 };
  }

  /** Before the first list that comes later; else at the root's end. */
  #placeOf(name: string): number {
    const later = order.slice(order.indexOf(name) + 1).map((other) => `${this.#prefix}${other}`);
    let end = 0;
    for (const tag of tagsOf(this.#xml)) {
      if (tag.kind !== 'close' && later.includes(tag.name)) return tag.from;
      if (tag.kind === 'close') end = tag.from;
    }
    if (end === 0) throw new NotAnnotatable('an empty stylesheet');
    return end;
  }
}

/** What two formats have in common that differ by their ground alone. */
function unpainted(format: string): string {
  return format.replace(/ (fillId|applyFill)="[^"]*"/g, '');
}
