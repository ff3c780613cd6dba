/** The package brings no types; this is the part of it the gateway uses. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export default function dynalite(options: {
    readonly path: string;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }): Server;
}

declare module 'dynalite/db/index.js' {
  /** What dynalite keeps its rows in. */
  export interface LevelDatabase {
    get(key: string, callback: (problem: unknown, value?: unknown) => void): void;
    /** Undefined where there is no such key. */
    getSync(key: string): unknown;
  }
  const stores: { create(options: unknown): { readonly db: LevelDatabase } };
  export default stores;
}
