import { beforeEach, describe, expect, it } from 'vitest';
import type { Mint, UploadReport } from '../../../../functions/portal/page/answers.ts';
import { ApiRefused, NetworkLost } from '../../../../functions/portal/page/api.ts';
import {
  FileUnreadable,
  TransferLost,
  TransferRefused,
} from '../../../../functions/portal/page/transfer-errors.ts';
import {
  backOff,
  createUploads,
  type KeptUpload,
  pollPause,
} from '../../../../functions/portal/page/uploads.ts';

const report = (state: UploadReport['state']): UploadReport => ({
  state,
  findings: [],
  values: [],
  narrative: [],
  skipped: [],
});
const file = new File(['twelve bytes'], 'bao cao.xlsx');

/** A portal and a bucket that play a script: each step is an answer, or an error to throw. */
class Stage {
  mints = 0;
  posts: string[] = [];
  pauses: number[] = [];
  kept: KeptUpload | null = null;
  mintScript: (Error | null)[] = [];
  postScript: (Error | null)[] = [];
  answers: (UploadReport['state'] | Error)[] = [];
  digestError: Error | null = null;
  whilePosting: (() => void) | null = null;

  uploads = createUploads({
    api: {
      mint: async (): Promise<Mint> => {
        const error = this.mintScript.shift();
        if (error) throw error;
        this.mints += 1;
        return { uploadId: `upload-${this.mints}`, url: 'https://bucket', fields: {} };
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
      keep: (upload) => {
        this.kept = upload;
      },
      forget: () => {
        this.kept = null;
      },
    },
  });

  get state() {
    return this.uploads.state();
  }
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe('sending a file', () => {
  it('ends with the verdict, and remembers the upload for a reload', async () => {
    stage.answers = ['received', 'received', 'rejected'];
    await stage.uploads.start('Q1-2024', file, ' Lan ');
    expect(stage.state).toMatchObject({ step: 'done', uploadId: 'upload-1', report: { state: 'rejected' } });
    expect(stage.kept).toMatchObject({
      uploadId: 'upload-1',
      period: 'Q1-2024',
      name: 'bao cao.xlsx',
      size: 12,
    });
  });

  it('makes one upload of a double click', async () => {
    await Promise.all([stage.uploads.start('Q1-2024', file, ''), stage.uploads.start('Q1-2024', file, '')]);
    expect(stage.mints).toBe(1);
    expect(stage.posts).toEqual(['upload-1']);
  });

  it('asks for the verdict in pauses that grow', async () => {
    stage.answers = ['received', 'received', 'received', 'accepted'];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.pauses).toEqual([pollPause(0), pollPause(1), pollPause(2)]);
    expect(pollPause(1)).toBeGreaterThan(pollPause(0));
    expect(pollPause(100)).toBe(10_000);
  });
});

describe('a bad network', () => {
  it('is met by sending again with the same form, each time after a longer wait', async () => {
    stage.postScript = [new TransferLost('cut'), new TransferLost('cut'), null];
    stage.answers = ['minted', 'minted', 'accepted'];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.posts).toEqual(['upload-1', 'upload-1', 'upload-1']);
    expect(stage.pauses).toEqual([1000, 2000]);
    expect(stage.state.step).toBe('done');
  });

  it('does not send twice what arrived although the answer was lost', async () => {
    stage.postScript = [new TransferLost('cut')];
    stage.answers = ['received', 'accepted'];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.posts).toEqual(['upload-1']);
    expect(stage.state.step).toBe('done');
  });

  it('gives up after eight attempts, and says so', async () => {
    stage.postScript = Array.from({ length: 20 }, () => new TransferLost('cut'));
    stage.answers = Array.from({ length: 20 }, () => 'minted' as const);
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.posts).toHaveLength(8);
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'network' } });
  });

  it('never gives up asking for a verdict once the file has arrived', async () => {
    stage.answers = [...Array.from({ length: 30 }, () => new NetworkLost('down')), 'accepted'];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.state.step).toBe('done');
  });

  it('waits 1, 2, 4, 8, 16, then 30 seconds', () => {
    expect([2, 3, 4, 5, 6, 7, 8].map(backOff)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });
});

describe('a form that has outlived its hour', () => {
  it('is replaced by a fresh one', async () => {
    stage.postScript = [new TransferRefused(403), null];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.posts).toEqual(['upload-1', 'upload-2']);
    expect(stage.kept?.uploadId).toBe('upload-2');
  });

  it('is replaced too where the portal calls it expired after a lost line', async () => {
    stage.postScript = [new TransferLost('cut'), null];
    stage.answers = ['expired', 'accepted'];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.posts).toEqual(['upload-1', 'upload-2']);
  });

  it('is not replaced for ever', async () => {
    stage.postScript = Array.from({ length: 20 }, () => new TransferRefused(403));
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.mints).toBe(3);
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'storage', status: 403 } });
  });
});

describe('what cannot be mended by waiting', () => {
  it("is told at once, in the server's own words", async () => {
    stage.mintScript = [new ApiRefused('PERIOD_CLOSED', 409, 'Kỳ báo cáo đã khóa.')];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.state).toMatchObject({ failure: { kind: 'refused', message: 'Kỳ báo cáo đã khóa.' } });
    expect(stage.pauses).toEqual([]);
  });

  it('is a file that the device no longer gives', async () => {
    stage.digestError = new FileUnreadable('moved');
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.state).toMatchObject({ failure: { kind: 'file' }, at: 'checking' });
    expect(stage.mints).toBe(0);
  });

  it('is not a server that is busy for a moment', async () => {
    stage.mintScript = [new ApiRefused('HTTP_503', 503, ''), null];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.state.step).toBe('done');
  });
});

describe('stopping', () => {
  it('ends the sending and forgets it', async () => {
    stage.whilePosting = () => stage.uploads.stop();
    stage.postScript = [new TransferLost('aborted')];
    await stage.uploads.start('Q1-2024', file, '');
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'stopped' } });
    expect(stage.kept).toBeNull();
    expect(stage.posts).toHaveLength(1);
  });
});

describe('a page that is opened again', () => {
  const kept = { uploadId: 'upload-9', sha256: 'cd', period: 'Q1-2024', name: 'a.xlsx', size: 5 };

  it('goes on asking for the verdict', async () => {
    stage.kept = kept;
    stage.answers = ['received', 'accepted-with-warnings'];
    await stage.uploads.resume();
    expect(stage.state).toMatchObject({ step: 'done', uploadId: 'upload-9', sha256: 'cd' });
    expect(stage.mints).toBe(0);
  });

  it('says that a file cut off half-way must be chosen again', async () => {
    stage.kept = kept;
    stage.answers = ['minted'];
    await stage.uploads.resume();
    expect(stage.state).toMatchObject({ step: 'failed', failure: { kind: 'interrupted' } });
    expect(stage.kept).toBeNull();
  });

  it('does nothing where nothing was left', async () => {
    await stage.uploads.resume();
    expect(stage.state).toEqual({ step: 'idle' });
  });
});
