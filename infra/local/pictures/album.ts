import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reduce } from './reduce.ts';

/** Enough for the flat surfaces of a page and the edges of its letters. */
const enoughColours = 20;

/** The pictures of one run: which were taken, and which were left out and why. */
export class Album {
  readonly taken: { readonly name: string; readonly bytes: number }[] = [];
  readonly leftOut: { readonly name: string; readonly why: string }[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a PNG, reduced to that many colours, as `<name>.png`. */
  async keep(name: string, png: Uint8Array, colours = enoughColours): Promise<void> {
    const reduced = reduce(png, colours);
    await writeFile(this.fileOf(name), reduced);
    this.taken.push({ name, bytes: reduced.length });
  }

  /** The picture of a former run goes too: it would show something else than the pictures beside it. */
  async leaveOut(name: string, why: string): Promise<void> {
    await rm(this.fileOf(name), { force: true });
    this.leftOut.push({ name, why });
  }

  fileOf(name: string): string {
    return join(this.#folder, `${name}.png`);
  }
}
