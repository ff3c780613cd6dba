import { beforeEach, describe, expect, it } from 'vitest';
import type { Mint, UploadReport } from '../../../../../functions/portal/contract/uploads.ts';
import { ApiRefused, NetworkLost } from '../../../../../functions/portal/page/api.ts';
import type { KeptUpload } from '../../../../../functions/portal/page/sending/held-uploads.ts';
import { backOff, pollPause } from '../../../../../functions/portal/page/sending/one-upload.ts';
import {
  FileUnreadable,
  TransferLost,
  TransferRefused,
} from '../../../../../functions/portal/page/sending/transfer-errors.ts';
import { createUploads } from '../../../../../functions/portal/page/sending/uploads.ts';

const report = (state: UploadReport['state']): UploadReport => ({
  ...{ state, period: 'Q1-2024', receipt: 'Q1-2024-QLDD-0000000000', sender: null, annotated: null },
  ...{ fileName: 'bao cao.xlsx', size: 12, sha256: 'ab'.repeat(32), receivedAt: '2024-03-15T05:00:00Z' },
  ...{ uploadId: 'upload-1', mintedAt: '2024-03-15T04:59:00Z', expiresAt: '2024-03-15T05:59:00Z' },
  ...{ findings: [], values: [], narrative: [], skipped: [] },
});
const file = new File(['twelve bytes'], 'bao cao.xlsx');

/** A portal and a bucket that play a script: each step is an answer, or an error to throw. */
class Stage {
  wishes: string[] = [];
  posts: string[] = [];
  pauses: number[] = [];
  kept: readonly KeptUpload[] = [];
  mintScript: (Error | null)[] = [];
  postScript: (Error | null)[] = [];
  answers: (UploadReport['state'] | Error)[] = [];
  digestError: Error | null = null;
  whilePosting: (() => void) | null = null;

  uploads = createUploads({
    api: {
      mint: async ({ fileName }): Promise<Mint> => {
        const error = this.mintScript.shift();
        if (error) throw error;
        this.wishes.push(fileName);
        return {
          ...{ uploadId: `upload-${this.wishes.length}`, method: 'PUT' },
          ...{ url: 'https://bucket', headers: {} },
        };
      },
      upload: async () => {
        const answer = this.answers.shift() ?? 'accepted';
        if (answer instanceof Error) throw answer;
        return report(answer);
      },
    },
    digest: async () => {
      if (this.digestError) throw this.digestError;
      return 'ab'.repeat(32);
    },
    transfer: async (mint, _file, progress) => {
      this.posts.push(mint.uploadId);
      this.whilePosting?.();
      const error = this.postScript.shift();
      if (error) throw error;
      progress(file.size);
    },
    pause: async (ms) => {
      this.pauses.push(ms);
    },
    memory: {
      read: () => this.kept,
      keep: (uploads) => {
        this.kept = uploads;
      },
    },
  });

  send(...files: File[]): Promise<void> {
    return this.uploads.start('Q1-2024', files.length > 0 ? files : [file], ' Lan ');
  }

  get states() {
    return this.uploads.all().map(({ state }) => state);
  }

  /** Of the only upload. */
  get state() {
    const [only, ...others] = this.states;
    expect(others).toEqual([]);
    return only;
  }
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe('sending a file', () => {
  it('ends with the verdict, and remembers the upload for a reload', async () => {
    stage.answers = ['received', 'received', 'rejected'];
    await stage.send();
    expect(stage.state).toMatchObject({ step: 'done', uploadId: 'upload-1', report: { state: 'rejected' } });
    expect(stage.kept).toMatchObject([
      { minted: { uploadId: 'upload-1' }, period: 'Q1-2024', name: 'bao cao.xlsx', size: 12 },
    ]);
  });

  it('makes one upload of a double click', async () => {
    await Promise.all([stage.send(), stage.send()]);
    expect(stage.wishes).toHaveLength(1);
    expect(stage.posts).toEqual(['upload-1']);
  });

  it('asks for the verdict in pauses that grow', async () => {
    stage.answers = ['received', 'received', 'received', 'accepted'];
    await stage.send();
    expect(stage.pauses).toEqual([pollPause(0), pollPause(1), pollPause(2)]);
    expect(pollPause(1)).toBeGreaterThan(pollPause(0));
    expect(pollPause(100)).toBe(10_000);
  });
});

describe('a bad network', () => {
  it('is met by sending again by the same mint, each time after a longer wait', async () => {
    stage.postScript = [new TransferLost('cut'), new TransferLost('cut'), null];
    stage.answers = ['minted', 'minted', 'accepted'];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1', 'upload-1', 'upload-1']);
    expect(stage.pauses).toEqual([1000, 2000]);
    expect(stage.state?.step).toBe('done');
  });

  it('does not send twice what arrived although the answer was lost', async () => {
    stage.postScript = [new TransferLost('cut')];
    stage.answers = ['received', 'accepted'];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1']);
    expect(stage.state?.step).toBe('done');
  });

  it('takes it for stored where the bucket has it already, the answer that said so being lost', async () => {
    stage.postScript = [new TransferRefused(412)];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1']);
    expect(stage.wishes).toHaveLength(1);
    expect(stage.state?.step).toBe('done');
  });

  it('sends again where another try of it is just being stored', async () => {
    stage.postScript = [new TransferRefused(409), new TransferRefused(412)];
    stage.answers = ['minted', 'accepted'];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1', 'upload-1']);
    expect(stage.state?.step).toBe('done');
  });

  it('gives up after eight attempts, and says so', async () => {
    stage.postScript = Array.from({ length: 20 }, () => new TransferLost('cut'));
    stage.answers = Array.from({ length: 20 }, () => 'minted' as const);
    await stage.send();
    expect(stage.posts).toHaveLength(8);
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'network' } });
  });

  it('never gives up asking for a verdict once the file has arrived', async () => {
    stage.answers = [...Array.from({ length: 30 }, () => new NetworkLost()), 'accepted'];
    await stage.send();
    expect(stage.state?.step).toBe('done');
  });

  it('waits 1, 2, 4, 8, 16, then 30 seconds', () => {
    expect([2, 3, 4, 5, 6, 7, 8].map(backOff)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });
});

describe('a mint that has outlived its hour', () => {
  it('is replaced by a fresh one', async () => {
    stage.postScript = [new TransferRefused(403), null];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1', 'upload-2']);
    expect(stage.kept).toMatchObject([{ minted: { uploadId: 'upload-2' } }]);
  });

  it('is replaced too where the portal calls it expired after a lost line', async () => {
    stage.postScript = [new TransferLost('cut'), null];
    stage.answers = ['expired', 'accepted'];
    await stage.send();
    expect(stage.posts).toEqual(['upload-1', 'upload-2']);
  });

  it('is not replaced for ever', async () => {
    stage.postScript = Array.from({ length: 20 }, () => new TransferRefused(403));
    await stage.send();
    expect(stage.wishes).toHaveLength(3);
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'storage', status: 403 } });
  });
});

describe('what cannot be mended by waiting', () => {
  it("is told at once, in the server's own words", async () => {
    stage.mintScript = [new ApiRefused('PERIOD_CLOSED', 409, 'Kỳ báo cáo đã khóa.')];
    await stage.send();
    expect(stage.state).toMatchObject({ failure: { kind: 'refused', message: 'Kỳ báo cáo đã khóa.' } });
    expect(stage.pauses).toEqual([]);
  });

  it('is a file that the device no longer gives', async () => {
    stage.digestError = new FileUnreadable('moved');
    await stage.send();
    expect(stage.state).toMatchObject({ failure: { kind: 'file' }, at: 'checking' });
    expect(stage.wishes).toEqual([]);
  });

  it('is not a server that is busy for a moment', async () => {
    stage.mintScript = [new ApiRefused('HTTP_503', 503, ''), null];
    await stage.send();
    expect(stage.state?.step).toBe('done');
  });
});

describe('stopping', () => {
  it('ends the sending and forgets it', async () => {
    stage.whilePosting = () => stage.uploads.stop();
    stage.postScript = [new TransferLost('aborted')];
    await stage.send();
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'stopped' } });
    expect(stage.kept).toEqual([]);
    expect(stage.posts).toHaveLength(1);
  });
});

describe('several files', () => {
  const files = ['a.xlsx', 'b.xlsx', 'c.xlsx'].map((name) => new File([name], name));

  it('are sent one after the other, in the order in which they were chosen', async () => {
    await stage.send(...files);
    expect(stage.wishes).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
    expect(stage.posts).toEqual(['upload-1', 'upload-2', 'upload-3']);
    expect(stage.states.map(({ step }) => step)).toEqual(['done', 'done', 'done']);
  });

  it('do not wait for the verdict of the one before, but for its bytes', async () => {
    let stepsAtSecondPost: string[] = [];
    stage.answers = ['received', 'received', 'received', 'received', 'accepted', 'accepted', 'accepted'];
    stage.whilePosting = () => {
      if (stage.posts.length === 2) stepsAtSecondPost = stage.states.map(({ step }) => step);
    };
    await stage.send(...files);
    expect(stepsAtSecondPost).toEqual(['reading', 'sending', 'waiting']);
  });

  it('do not fail together: what is wrong with one stops no other, and it alone is tried again', async () => {
    stage.mintScript = [null, new ApiRefused('FILE_NAME_INVALID', 400, 'Tên tệp không hợp lệ.'), null];
    await stage.send(...files);
    expect(stage.states.map(({ step }) => step)).toEqual(['done', 'failed', 'done']);
    await stage.uploads.retry(stage.uploads.all()[1]?.id ?? 0);
    expect(stage.states.map(({ step }) => step)).toEqual(['done', 'done', 'done']);
    expect(stage.wishes).toEqual(['a.xlsx', 'c.xlsx', 'b.xlsx']);
  });

  it('are stopped together with those that have not had their turn', async () => {
    stage.whilePosting = () => stage.uploads.stop();
    stage.postScript = [new TransferLost('aborted')];
    await stage.send(...files);
    expect(stage.posts).toHaveLength(1);
    expect(stage.states).toMatchObject(files.map(() => ({ failure: { kind: 'stopped' } })));
  });

  it('are all accounted for after a reload in the middle', async () => {
    const about = { period: 'Q1-2024', size: 5 };
    stage.kept = [
      { ...about, name: 'a.xlsx', minted: { uploadId: 'upload-8', sha256: 'cd' } },
      { ...about, name: 'b.xlsx', minted: { uploadId: 'upload-9', sha256: 'cd' } },
      { ...about, name: 'c.xlsx', minted: null },
    ];
    stage.answers = ['accepted', 'minted'];
    await stage.uploads.resume();
    expect(stage.states).toMatchObject([
      { step: 'done', uploadId: 'upload-8' },
      { step: 'failed', failure: { kind: 'interrupted' } },
      { step: 'failed', failure: { kind: 'interrupted' } },
    ]);
    expect(stage.kept).toHaveLength(1);
  });
});

describe('a page that is opened again', () => {
  const kept: KeptUpload = {
    ...{ period: 'Q1-2024', name: 'a.xlsx', size: 5 },
    minted: { uploadId: 'upload-9', sha256: 'cd' },
  };

  it('goes on asking for the verdict', async () => {
    stage.kept = [kept];
    stage.answers = ['received', 'accepted-with-warnings'];
    await stage.uploads.resume();
    expect(stage.state).toMatchObject({ step: 'done', uploadId: 'upload-9', sha256: 'cd' });
    expect(stage.wishes).toEqual([]);
  });

  it('says that a file cut off half-way must be chosen again', async () => {
    stage.kept = [kept];
    stage.answers = ['minted'];
    await stage.uploads.resume();
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'interrupted' } });
    expect(stage.kept).toEqual([]);
  });

  it('does nothing where nothing was left', async () => {
    await stage.uploads.resume();
    expect(stage.uploads.all()).toEqual([]);
  });

  it('asks only for the verdict where the file had arrived before the line broke', async () => {
    stage.kept = [kept];
    stage.answers = [new ApiRefused('UPLOAD_UNKNOWN', 404, ''), 'accepted'];
    await stage.uploads.resume();
    expect(stage.state).toMatchObject({ step: 'failed', at: 'received' });
    await stage.uploads.retry(stage.uploads.all()[0]?.id ?? 0);
    expect(stage.state?.step).toBe('done');
    expect(stage.posts).toEqual([]);
  });
});
