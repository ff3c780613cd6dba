import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../../functions/portal/page/checking/file-checks.ts';
import { largestFile } from '../../../../../shared/vocabulary/formats.ts';

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
    for (const name of ['anh.jpg', 'cu.doc', 'BC dan van (sua) final.RAR', 'khong-duoi']) {
      expect(check(name).obstacle, name).toBeNull();
      expect(check(name).warning, name).not.toBeNull();
    }
    expect(check('anh.JPG').warning).toContain('.jpg');
  });

  it('of a kind that is read passes in silence, whatever the case', () => {
    for (const name of ['Báo cáo.xlsx', 'BC.DOCX', 'scan.pdf', 'so lieu.csv', 'BC.Rtf'])
      expect(check(name)).toEqual({ obstacle: null, warning: null });
  });
});
