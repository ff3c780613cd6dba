import type { System } from '../../../infra/admin/system.ts';
import type { BounceKind } from '../../../infra/local/cloud/gateway/mail/mail-event.ts';
import type { Signer } from '../../../shared/ports/signer.ts';
import type { Row } from '../../../shared/ports/table.ts';
import type { SignedPut } from '../one-process.ts';
import type { FileKind } from '../schedule.ts';

export interface Sent {
  readonly raw: Uint8Array;
  readonly to: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface FileAbout {
  readonly unit: string;
  readonly period: string;
  /** No other file of the year has it. */
  readonly number: number;
}

/** Where a year is played: in one process, or on the local cloud. */
export interface Place {
  /** What is done beside the functions is done with these; the signer is not there where only the portal may sign. */
  readonly office: System & { readonly signer?: Signer };
  moveTo(instant: string): Promise<void>;
  /** A unit asks the portal, by its link. */
  ask(token: string, path: string, body: object): Promise<Response>;
  /** A report of the unit, good or bad by this place's reader. */
  fileOf(kind: FileKind, about: FileAbout): { readonly name: string; readonly bytes: Uint8Array };
  /** The file that was announced comes to the store, and its event to ingest. */
  fileComes(upload: string, request: SignedPut, bytes: Uint8Array): Promise<void>;
  /** From now on the mail service says so of mails to the address; null: they arrive. */
  breaks(address: string, how: BounceKind | null): void;
  /** Until nothing waits. */
  settle(): Promise<void>;
  rows(): Promise<readonly Row[]>;
  sent(): Promise<readonly Sent[]>;
}
