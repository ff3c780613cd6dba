import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkLost } from '../../../../../functions/portal/page/api.ts';
import { createChecker, type EngineWorker } from '../../../../../functions/portal/page/checking/checker.ts';
import type { EngineAnswer, EngineRequest } from '../../../../../functions/portal/page/checking/messages.ts';
import type { Reading, Task } from '../../../../../shared/reading/model/reading.ts';

const reading: Reading = {
  ...{ state: 'accepted', format: 'xlsx', findings: [], values: [], narrative: [], skipped: [] },
  counts: { read: 0, skipped: 0, total: 0 },
};
const task: Omit<Task, 'fileName'> = {
  unit: { code: 'QLDD', name: 'Phòng', kind: 'phòng', parent: 'STNMT', aliases: [] },
  period: {
    ...{ id: 'Q1-2024', title: { vi: 'Quý I', en: 'Quarter I' }, aliases: [], assignedTo: [] },
    ...{ kind: 'periodic', deadline: { rule: 'by', date: '2024-03-18' } },
  },
  regime: {
    ...{ year: 2024, authority: { code: 'STNMT', name: 'Sở' }, sections: [], indicators: [], checks: [] },
    ...{ units: [], periods: [] },
  },
};

/** An engine that does what a test tells it, and a clock that a test moves. */
class Workshop {
  spawned = 0;
  ended = 0;
  asked: EngineRequest[] = [];
  reply: ((request: EngineRequest) => EngineAnswer | 'nothing' | 'broken') | null = null;
  dutyScript: (Error | null)[] = [];
  timers: (() => void)[] = [];

  checker = createChecker({
    spawn: () => {
      this.spawned += 1;
      const worker: EngineWorker = {
        onmessage: null,
        onerror: null,
        terminate: () => {
          this.ended += 1;
        },
        postMessage: (request) => {
          this.asked.push(request);
          const said = this.reply?.(request) ?? { id: request.id, reading };
          if (said === 'broken') queueMicrotask(() => worker.onerror?.());
          else if (said !== 'nothing') queueMicrotask(() => worker.onmessage?.({ data: said }));
        },
      };
      return worker;
    },
    duty: async () => {
      const error = this.dutyScript.shift();
      if (error) throw error;
      return { task, previous: [] };
    },
    later: (_ms, work) => {
      this.timers.push(work);
      return () => {
        this.timers = this.timers.filter((timer) => timer !== work);
      };
    },
  });

  check(bytes = 'PK\u0003\u0004…', name = 'bao cao.xlsx') {
    return this.checker.check(new File([bytes], name));
  }
}

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});

describe('checking before sending', () => {
  it('asks one engine for all files, with the file’s own name and its bytes', async () => {
    expect(await workshop.check()).toEqual({ reading });
    expect(await workshop.check('PK\u0003\u0004 more', 'khác.docx')).toEqual({ reading });
    expect(workshop.spawned).toBe(1);
    expect(workshop.asked.map((asked) => ('task' in asked ? asked.task.fileName : null))).toEqual([
      'bao cao.xlsx',
      'khác.docx',
    ]);
    expect(workshop.asked[1]?.bytes.byteLength).toBe(9);
    expect(workshop.timers).toEqual([]);
  });

  it('fetches the engine while the person still chooses, and starts no second one', async () => {
    workshop.checker.prepare();
    expect(workshop.spawned).toBe(1);
    expect(await workshop.check()).toEqual({ reading });
    expect(workshop.spawned).toBe(1);
  });

  it('leaves to the server what only the server reads, and loads nothing for it', async () => {
    for (const begins of [
      '%PDF-1.7',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '\u0009\u0004\u0006\u0000',
    ]) {
      const bytes = Uint8Array.from(begins, (letter) => letter.charCodeAt(0));
      const checked = await workshop.checker.check(new File([bytes], 'a.pdf'));
      expect(checked).toEqual({ unchecked: 'server-only' });
    }
    expect(workshop.spawned).toBe(0);
  });

  it('tells an old Word file from an old workbook by what lies in it, whatever its name', async () => {
    const word = new Uint8Array(2048);
    word.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    word.set(
      [...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      1024,
    );
    expect(await workshop.checker.check(new File([word], 'a.xls'))).toEqual({ unchecked: 'old-word' });
    expect(await workshop.checker.check(new File([word.fill(0, 1024)], 'a.doc'))).toEqual({
      unchecked: 'server-only',
    });
  });

  it('says that it could not be loaded where the line is down, and tries anew with the next file', async () => {
    workshop.dutyScript = [new NetworkLost()];
    expect(await workshop.check()).toEqual({ unchecked: 'not-loaded' });
    expect(await workshop.check()).toEqual({ reading });
  });

  it('tells an engine that never came from one that broke on a file', async () => {
    workshop.reply = () => 'broken';
    expect(await workshop.check()).toEqual({ unchecked: 'not-loaded' });
    workshop.reply = null;
    expect(await workshop.check()).toEqual({ reading });
    workshop.reply = () => 'broken';
    expect(await workshop.check()).toEqual({ unchecked: 'fault' });
    workshop.reply = ({ id }) => ({ id, fault: 'RangeError' });
    expect(await workshop.check()).toEqual({ unchecked: 'fault' });
  });

  it('ends an engine that does not come to an end, and starts another for the next file', async () => {
    workshop.reply = () => 'nothing';
    const checking = workshop.check();
    await expect.poll(() => workshop.timers.length).toBe(1);
    workshop.timers[0]?.();
    expect(await checking).toEqual({ unchecked: 'too-slow' });
    expect(workshop.ended).toBe(1);
    workshop.reply = null;
    expect(await workshop.check()).toEqual({ reading });
    expect(workshop.spawned).toBe(2);
  });

  it('says that the device does not give a file that was moved', async () => {
    const gone = new File(['PK'], 'a.xlsx');
    gone.slice = () => {
      const part = new Blob([]);
      part.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'));
      return part;
    };
    expect(await workshop.checker.check(gone)).toEqual({ unchecked: 'no-bytes' });
  });
});

describe('a copy with the findings in it', () => {
  const copy = { fileName: 'bao cao (lưu ý).xlsx', contentType: 'x', bytes: new Uint8Array(3) };
  const file = new File(['PK\u0003\u0004…'], 'bao cao.xlsx');

  it('is made of the file and what was found in it', async () => {
    workshop.reply = ({ id }) => ({ id, copy });
    expect(await workshop.checker.annotate(file, reading)).toEqual(copy);
    expect(workshop.asked).toMatchObject([
      { fileName: 'bao cao.xlsx', read: { format: 'xlsx', findings: [] } },
    ]);
  });

  it('is none where the engine breaks, does not end, or cannot write upon the file', async () => {
    workshop.reply = ({ id }) => ({ id, fault: 'NotAnnotatable' });
    expect(await workshop.checker.annotate(file, reading)).toBeNull();
    workshop.reply = ({ id }) => ({ id, copy: null });
    expect(await workshop.checker.annotate(file, reading)).toBeNull();
    workshop.reply = () => 'nothing';
    const asked = workshop.checker.annotate(file, reading);
    await expect.poll(() => workshop.timers.length).toBe(1);
    workshop.timers[0]?.();
    expect(await asked).toBeNull();
  });
});
