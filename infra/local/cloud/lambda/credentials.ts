import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/**
 * Key pairs of the local cloud, derived from one random secret kept in a file: what was signed before a restart
 * stays good after it.
 */
export class KeyRing {
  readonly #secret: Buffer;

  constructor(file: string) {
    this.#secret = readOrCreate(file);
  }

  /** The key pair that belongs to a principal's name. */
  of(principal: string): Credentials {
    const derive = (purpose: string) =>
      createHmac('sha256', this.#secret).update(`${purpose} ${principal}`).digest();
    return {
      accessKeyId: `ASIA${derive('id').toString('hex').slice(0, 16).toUpperCase()}`,
      secretAccessKey: derive('secret').toString('base64url').slice(0, 40),
      sessionToken: derive('token').toString('base64url'),
    };
  }
}

/** The principal's name of one instance (counted from 1): each signs with its own key, so a call tells who made it. */
export function principalOf(functionName: string, instance: number): string {
  return `${functionName}#${instance}`;
}

/** Undoes principalOf; the admin is instance 0 of `admin`. */
export function instanceOf(principal: string): { readonly functionName: string; readonly instance: number } {
  const [functionName = principal, instance = '0'] = principal.split('#');
  return { functionName, instance: Number(instance) };
}

function readOrCreate(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file);
}
