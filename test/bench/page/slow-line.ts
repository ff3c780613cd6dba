import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to one server, as slow for a browser's workers as for its pages. */
export interface SlowLine {
  /** The server's origin at this end of the line. */
  readonly origin: string;
  /** Bytes that came down the line since the last time it was asked. */
  received(): number;
  close(): Promise<void>;
}

export interface Line {
  /** Milliseconds there and back. */
  readonly roundTrip: number;
  /** Bytes a second, each way, shared by all connections. */
  readonly rate: number;
  /** Round trips before a new connection carries anything: one for TCP, one for TLS 1.3. */
  readonly handshakes: number;
}

export async function openSlowLine(server: string, line: Line): Promise<SlowLine> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  let down = 0;
  const up = direction(line);
  const back = direction(line);
  const listener = createServer((near) => {
    const far = connect(Number(port), hostname);
    const opened = performance.now() + line.handshakes * line.roundTrip;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
      // Either end may hang up at any time; the other is told by the end of its own connection.
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => up(bytes, far, opened));
    far.on('data', (bytes) => {
      down += bytes.length;
      back(bytes, near, opened);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => setTimeout(() => near.end(), line.roundTrip));
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port: own } = listener.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own}`,
    received() {
      const bytes = down;
      down = 0;
      return bytes;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

/** One way of the line: what comes while it is busy waits its turn. */
function direction({ rate, roundTrip }: Line) {
  let free = 0;
  return (bytes: Buffer, to: Socket, notBefore: number): void => {
    const now = performance.now();
    free = Math.max(now, free, notBefore) + (1000 * bytes.length) / rate;
    setTimeout(() => to.writable && to.write(bytes), free + roundTrip / 2 - now);
  };
}
