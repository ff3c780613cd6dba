/** From the device to the bucket: the file's checksum, and the PUT with a progress that is true. */
import type { Mint } from '../../contract/uploads.ts';
import { DigestUnavailable, FileUnreadable, TransferLost, TransferRefused } from './transfer-errors.ts';

/** SHA-256 as 64 lower-case hex characters. Throws FileUnreadable or DigestUnavailable. */
export async function sha256Of(file: Blob): Promise<string> {
  if (!globalThis.crypto?.subtle) throw new DigestUnavailable('crypto.subtle is missing');
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (cause) {
    throw new FileUnreadable('the file cannot be read', { cause });
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts the file as the mint says; XMLHttpRequest, because fetch tells no progress of what it sends. */
export function transfer(
  mint: Pick<Mint, 'method' | 'url' | 'headers'>,
  file: Blob,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(mint.method, mint.url);
    for (const [name, value] of Object.entries(mint.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new TransferRefused(request.status));
    request.onerror = () => reject(new TransferLost('the connection to the bucket broke'));
    request.onabort = () => reject(new TransferLost('sending was stopped'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Resolves after that many ms, or at once when `signal` fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
