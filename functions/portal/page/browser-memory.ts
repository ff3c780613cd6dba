/**
 * What this browser remembers: for the tab (token, uploads under way), and for good (language, sender's name). Where
 * the browser forbids storage the page works all the same and only forgets sooner.
 */
import type { Language } from '../../../shared/vocabulary/text.ts';
import type { KeptUpload, UploadMemory } from './sending/held-uploads.ts';
import type { Typed } from './typing/filled-form.ts';

/** What an earlier page of another build may have kept in another shape is forgotten. */
function isKeptUpload(kept: unknown): kept is KeptUpload {
  const { period, name, size, minted } = fieldsOf(kept);
  const { uploadId, sha256 } = fieldsOf(minted);
  return (
    [period, name].every(isText) &&
    typeof size === 'number' &&
    (minted === null || [uploadId, sha256].every(isText))
  );
}

/** What an earlier page of another build may have kept in another shape is forgotten. */
function isTyped(kept: unknown): kept is Typed {
  const { figures, texts } = fieldsOf(kept);
  return (
    typeof figures === 'object' &&
    Object.values(fieldsOf(figures)).every((figure) => {
      const { value, cumulative } = fieldsOf(figure);
      return isText(value) && isText(cumulative);
    }) &&
    typeof texts === 'object' &&
    Object.values(fieldsOf(texts)).every(isText)
  );
}

const isText = (value: unknown) => typeof value === 'string';

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Storage throws where it is blocked or full; both mean the same here: nothing is remembered. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

export const tokenMemory = {
  read: (): string | null => attempt(() => sessionStorage.getItem('token'), null),
  /** A running upload belongs to the link it was begun with. */
  keep(token: string): void {
    if (tokenMemory.read() !== token) uploadMemory.keep([]);
    attempt(() => sessionStorage.setItem('token', token), undefined);
  },
  forget: (): void => attempt(() => sessionStorage.removeItem('token'), undefined),
};

export const uploadMemory: UploadMemory = {
  read(): readonly KeptUpload[] {
    const stored = attempt(() => sessionStorage.getItem('uploads'), null);
    const kept = stored === null ? [] : parsedOrNull(stored);
    return Array.isArray(kept) && kept.every(isKeptUpload) ? kept : [];
  },
  keep: (uploads) => attempt(() => sessionStorage.setItem('uploads', JSON.stringify(uploads)), undefined),
};

export const languageMemory = {
  read: (): Language => (attempt(() => localStorage.getItem('language'), null) === 'en' ? 'en' : 'vi'),
  keep: (language: Language): void => attempt(() => localStorage.setItem('language', language), undefined),
};

export const senderMemory = {
  read: (): string => attempt(() => localStorage.getItem('sender'), null) ?? '',
  keep: (sender: string): void => attempt(() => localStorage.setItem('sender', sender), undefined),
};

/** What was typed and not sent yet, by whose it is and for which period. */
export function typedMemory(whose: string, period: string) {
  const key = `typed/${whose}/${period}`;
  return {
    read(): Typed | null {
      const stored = attempt(() => localStorage.getItem(key), null);
      const kept = stored === null ? null : parsedOrNull(stored);
      return isTyped(kept) ? kept : null;
    },
    keep: (typed: Typed): void => attempt(() => localStorage.setItem(key, JSON.stringify(typed)), undefined),
    forget: (): void => attempt(() => localStorage.removeItem(key), undefined),
  };
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
