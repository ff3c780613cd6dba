import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnnotatedFile } from '../../../../../shared/reading/annotate/annotate.ts';
import type { Reading } from '../../../../../shared/reading/model/reading.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import type { DutyTask } from '../../../contract/task.ts';
import type { Checked, Checker } from '../../checking/checker.ts';
import {
  addFiles,
  type Chosen,
  type Draft,
  learn,
  noFiles,
  standingOf,
  withoutFile,
} from '../../checking/drafts.ts';
import { saveAs } from '../../save-as.ts';
import { sha256Of } from '../../sending/transfer.ts';

export interface Drafts {
  readonly chosen: Chosen;
  /** To be called when somebody is about to choose: the engine travels while they do. */
  prepare(): void;
  /** Keeps the file with its findings noted in it on the device; false where it cannot be had. */
  keepAnnotated(draft: Draft): Promise<boolean>;
  add(files: readonly File[]): void;
  remove(id: number): void;
  /** Takes these in the place of all that were chosen. */
  replace(files: readonly File[]): void;
}

type Duty = Pick<DutyDetail, 'previous' | 'versions'>;
type AskTask = () => Promise<DutyTask>;

/** The engine comes as a chunk of its own: whoever only looks at the page never loads it. */
function useChecker({ previous }: Duty, task: AskTask) {
  const checker = useRef<Promise<Checker> | null>(null);
  // The chunk did not come; the next file is another attempt.
  const forget = () => {
    checker.current = null;
  };

  useEffect(
    () => () => {
      checker.current?.then(
        (engine) => engine.close(),
        () => undefined,
      );
    },
    [],
  );

  function load(): Promise<Checker> {
    checker.current ??= import('../../checking/browser-checker.ts').then(({ openChecker }) =>
      openChecker(task, previous),
    );
    return checker.current;
  }

  return {
    prepare: () => {
      load().then((engine) => engine.prepare(), forget);
    },
    async annotate(file: File, reading: Reading): Promise<AnnotatedFile | null> {
      const engine = await load().catch(() => null);
      return engine ? engine.annotate(file, reading) : null;
    },
    async check(file: File): Promise<Checked> {
      try {
        return await (await load()).check(file);
      } catch {
        forget();
        return { unchecked: 'not-loaded' };
      }
    },
  };
}

/**
 * The files chosen for one duty; each is read by the engine as soon as it is chosen.
 * @param task asks what they are judged by
 */
export function useDrafts(duty: Duty, task: AskTask): Drafts {
  const [chosen, setChosen] = useState(noFiles);
  const checker = useChecker(duty, task);

  async function check(file: File): Promise<void> {
    const checked = await checker.check(file);
    setChosen((now) => learn(now, file, { checked }));
  }

  async function compareWithSent(file: File): Promise<void> {
    const alike = duty.versions.filter(({ size }) => size === file.size);
    if (alike.length === 0) return;
    const hash = await sha256Of(file).catch(() => null);
    const twin = alike.find(({ sha256 }) => sha256 === hash);
    if (twin) setChosen((now) => learn(now, file, { sentBefore: twin.uploadId }));
  }

  function put(before: Chosen, files: readonly File[]): void {
    const following = addFiles(before, files);
    setChosen(following);
    for (const draft of following.drafts) {
      const isNew = !before.drafts.some(({ file }) => file === draft.file);
      if (!isNew || standingOf(draft) === 'blocked') continue;
      void check(draft.file);
      void compareWithSent(draft.file);
    }
  }

  return {
    chosen,
    prepare: checker.prepare,
    async keepAnnotated({ file, checked }) {
      const copy = checked && 'reading' in checked && (await checker.annotate(file, checked.reading));
      if (!copy) return false;
      const { fileName, contentType } = copy;
      saveAs({ fileName, blob: new Blob([new Uint8Array(copy.bytes)], { type: contentType }) });
      return true;
    },
    add: (files) => put(chosen, files),
    replace: (files) => put(noFiles, files),
    remove: (id) => setChosen((now) => withoutFile(now, id)),
  };
}
