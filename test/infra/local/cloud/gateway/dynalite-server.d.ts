/** Its server, as it once kept the rows: the gateway has no use for it. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export default function dynalite(options: {
    readonly path: string;
    readonly createTableMs: number;
  }): Server;
}
