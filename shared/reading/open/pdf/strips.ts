/** What is drawn on a page, looked up by strips of it from its top: pages may have tens of thousands of drawings. */

/** In points; and no page is higher. */
const STRIP = 20;
const HIGHEST_PAGE = 15_000;

export type Strips<Drawing> = ReadonlyMap<number, readonly Drawing[]>;

/** What reaches into each strip of the page, from its top. */
export function byStrip<Drawing>(
  drawings: readonly Drawing[],
  heightsOf: (drawing: Drawing) => readonly [number, number],
): Strips<Drawing> {
  const strips = new Map<number, Drawing[]>();
  for (const drawing of drawings) {
    const [top, bottom] = heightsOf(drawing);
    const [from, to] = [Math.max(0, top), Math.min(HIGHEST_PAGE, bottom)];
    for (let strip = Math.floor(from / STRIP); strip <= Math.floor(to / STRIP); strip += 1) {
      const known = strips.get(strip);
      if (known) known.push(drawing);
      else strips.set(strip, [drawing]);
    }
  }
  return strips;
}

/** What reaches into the strip of a height. */
export function at<Drawing>(strips: Strips<Drawing>, y: number): readonly Drawing[] {
  return strips.get(Math.floor(y / STRIP)) ?? [];
}
