/** The readings of files that were not read: one finding, and nothing else. Light: whoever only says so loads no reader. */
import { allFormats } from '../vocabulary/formats.ts';
import { unreadable } from '../wording/unreadable-findings.ts';
import { finding } from './model/finding.ts';
import type { Reading } from './model/reading.ts';
import type { UnreadableFile } from './open/unreadable-file.ts';

/** @param found what the file was seen to be, or what of it was too much, in signs and words that people know */
export function unreadableReading(code: UnreadableFile['code'], found: string | null): Reading {
  return {
    state: 'unreadable',
    format: null,
    findings: [finding(unreadable(code), { found, expected: allFormats })],
    values: [],
    narrative: [],
    skipped: [],
    counts: { read: 0, skipped: 0, total: 0 },
  };
}

/** The reading of a file on which the reader was stopped more than once. */
export function engineFailed(): Reading {
  return unreadableReading('ENGINE_FAILED', null);
}

/** The reading of a file whose bytes are not those announced for it: nobody vouches for what is in it. */
export function fileChanged(): Reading {
  return unreadableReading('FILE_CHANGED', null);
}

/** The reading of a file that is not read because of what was decided about it or its link: it never counts. */
export function refusedReading(code: 'FILE_TAKEN_AWAY' | 'LINK_WAS_REVOKED', found: string): Reading {
  return {
    ...unreadableReading(code, found),
    state: 'rejected',
    findings: [finding(unreadable(code), { found, expected: null })],
  };
}
