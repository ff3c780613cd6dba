/** Writes an archive whose bytes depend on nothing but the parts: no time, no machine. */
import { deflateSync } from 'fflate';
import { crc32 } from '../open/zip/crc32.ts';
import type { ZipEntry } from '../open/zip/directory.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** Version 2.0: folders and deflate. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, where the clock of zip begins. */
const FIRST_DAY = 0x21;

/** A part of our own, packed. */
export function packed(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 'deflated', crc: crc32(bytes), size: bytes.length, data: deflateSync(bytes) };
}

/** The archive of these parts in this order; packed data is taken over as it is. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  const size = entries.reduce(
    (sum, { data }, n) => sum + 30 + 46 + 2 * (names[n]?.length ?? 0) + data.length,
    22,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const places: number[] = [];
  let at = 0;
  entries.forEach((entry, n) => {
    const name = names[n] ?? new Uint8Array();
    places.push(at);
    view.setUint32(at, LOCAL_SIGNATURE, true);
    describe(at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.data, at + 30 + name.length);
    at += 30 + name.length + entry.data.length;
  });
  const directory = at;
  entries.forEach((entry, n) => {
    const name = names[n] ?? new Uint8Array();
    view.setUint32(at, CENTRAL_SIGNATURE, true);
    view.setUint16(at + 4, VERSION, true);
    describe(at + 6, entry, name.length);
    view.setUint32(at + 42, places[n] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END_SIGNATURE, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;

  /** The fields that both headers share, from "version needed" to the name's length. */
  function describe(from: number, { method, crc, size, data }: ZipEntry, nameLength: number): void {
    view.setUint16(from, VERSION, true);
    view.setUint16(from + 2, UTF8_NAMES, true);
    view.setUint16(from + 4, method === 'stored' ? 0 : 8, true);
    view.setUint16(from + 8, FIRST_DAY, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, data.length, true);
    view.setUint32(from + 18, size, true);
    view.setUint16(from + 22, nameLength, true);
  }
}
