import { describe, expect, it } from 'vitest';
import { checkFile, largestFile } from '../../../../functions/portal/page/file-checks.ts';
import { multipartForm } from '../../../../functions/portal/page/multipart.ts';

const check = (name: string, size = 1000) => checkFile({ name, size }, 'vi');

describe('a chosen file', () => {
  it('may have 52,428,800 bytes and not one more', () => {
    expect(check('a.xlsx', largestFile)).toEqual({ obstacle: null, warning: null });
    expect(check('a.xlsx', largestFile + 1).obstacle).toContain('50 MB');
  });

  it('must not be empty', () => {
    expect(check('a.xlsx', 0).obstacle).toContain('rỗng');
  });

  it('of another kind is warned about, never stopped', () => {
    for (const name of ['scan.pdf', 'cu.doc', 'BC dan van (sua) final.XLS', 'khong-duoi']) {
      expect(check(name).obstacle, name).toBeNull();
      expect(check(name).warning, name).not.toBeNull();
    }
    expect(check('scan.PDF').warning).toContain('.pdf');
  });

  it('of the two kinds that are read passes in silence, whatever the case', () => {
    for (const name of ['Báo cáo.xlsx', 'BC.DOCX'])
      expect(check(name)).toEqual({ obstacle: null, warning: null });
  });
});

describe('the form for the bucket', () => {
  it('has the fields in the order of the mint and the file last, for S3 ignores what follows the file', () => {
    const form = multipartForm({ key: 'inbox/1', policy: 'p', 'x-amz-signature': 's' }, new Blob(['bytes']));
    expect([...form.keys()]).toEqual(['key', 'policy', 'x-amz-signature', 'file']);
  });
});
