import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../../shared/reading/annotate/annotate.ts';
import type { Source } from '../../../../shared/reading/model/document.ts';
import type { Finding } from '../../../../shared/reading/model/reading.ts';
import { author } from '../../../../shared/wording/annotation.ts';
import { buildDocument, p, r, table, tc } from '../open/docx/build-document.ts';

function on(where: Source | null, vi = 'Sai'): Finding {
  const message = { vi, en: 'Wrong' };
  return {
    code: 'X',
    severity: 'error',
    where,
    found: null,
    expected: null,
    message,
    fix: { vi: 'Sửa', en: 'Mend' },
  };
}

/** What each comment says, and the text it stands on. */
async function commentsOf(body: string, ...findings: Finding[]) {
  return inCopy(buildDocument({ body }), ...findings);
}

async function inCopy(bytes: Uint8Array, ...findings: Finding[]) {
  const copy = await annotateFile(bytes, 'a.docx', { format: 'docx', findings });
  if (copy === null) throw new Error('no copy');
  const parts = unzipSync(copy.bytes);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array());
  const text = (xml: string) => xml.replace(/<[^>]*>/g, '');
  const said = [...comments.matchAll(/<w:comment w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/gs)].map(
    ([, id, content]) => {
      const marked = new RegExp(
        `<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`,
        's',
      );
      return { on: text(marked.exec(document)?.[1] ?? '∅'), says: text(content ?? '') };
    },
  );
  return { said, bytes: copy.bytes, document, comments };
}

describe('a finding in a Word document', () => {
  it('is a comment on its paragraph: the same words elsewhere are not taken for it', async () => {
    const body = p('Không') + p('') + p('I. Kết quả') + p('Không');
    const { said, comments } = await commentsOf(
      body,
      on({ paragraph: 3 }, 'Sai câu này'),
      on({ paragraph: 2 }),
    );
    expect(said).toMatchObject([
      { on: 'Không', says: expect.stringContaining('Sai câu này') },
      { on: 'I. Kết quả' },
    ]);
    expect(comments).toContain(`w:author="${author}"`);
  });

  it('stands on the very paragraph that was read', async () => {
    const { document } = await commentsOf(p('Không') + p('Khác') + p('Không'), on({ paragraph: 3 }));
    expect(document.indexOf('commentRangeStart')).toBeGreaterThan(document.indexOf('Khác'));
  });

  it('is a comment in its cell, an empty one too, merged and nested ones counted as the reader counts', async () => {
    const body =
      table(
        tc(p('A1'), '<w:gridSpan w:val="2"/>') + tc(p('C1')),
        tc(p('A2') + table(tc(p('trong')))) + tc() + tc(p('C2')),
      ) + table(tc(p('bảng sau')));
    const { said } = await commentsOf(
      body,
      on({ table: 1, row: 1, column: 3 }, 'một'),
      on({ table: 1, row: 2, column: 2 }, 'hai'),
      on({ table: 2, row: 1, column: 1 }, 'ba'),
      on({ table: 3, row: 1, column: 1 }, 'bốn'),
    );
    expect(said.map((comment) => comment.on)).toEqual(['C1', '', 'trong', 'bảng sau']);
  });

  it('says several findings of one place in one comment', async () => {
    const { said } = await commentsOf(
      p('Một'),
      on({ paragraph: 1 }, 'Thứ nhất'),
      on({ paragraph: 1 }, 'Thứ hai'),
    );
    expect(said).toHaveLength(1);
    expect(said[0]?.says).toMatch(/Thứ nhất.*Thứ hai/);
  });

  it('goes to the beginning where it has no place, or none that can be told for sure', async () => {
    const deleted = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Hai câu ')}</w:p>${p('là một')}`;
    const { said } = await commentsOf(
      `<w:p/>${p('Đầu')}${deleted}`,
      on(null, 'Chung'),
      on({ paragraph: 2 }, 'Ghép'),
      on({ table: 9, row: 1, column: 1 }, 'Lạc'),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      on: 'Đầu',
      says: expect.stringMatching(/Chung.*đoạn 2.*Ghép.*bảng 9.*Lạc/),
    });
  });

  it('hangs on the paragraph a text box is anchored to, for Word allows no comment in the box', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('Trong hộp')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('Trong hộp')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
    const body = `${p('Trước')}<w:p>${r('Neo')}<w:r>${box}</w:r></w:p>`;
    const { document } = await commentsOf(body, on({ paragraph: 3 }));
    expect(document).toMatch(/<w:p><w:commentRangeStart w:id="0"\/><w:r>.*Neo/);
  });
});

describe('people’s own comments', () => {
  it('stay, while the system’s earlier ones give way', async () => {
    const first = await commentsOf(p('Một') + p('Hai'), on({ paragraph: 1 }, 'Cũ'));
    const theirs = first.comments.replace(
      '</w:comments>',
      '<w:comment w:id="8" w:author="Lan"><w:p/></w:comment></w:comments>',
    );
    const parts = unzipSync(first.bytes);
    const mended = zipSync({ ...parts, 'word/comments.xml': strToU8(theirs) });
    const second = await inCopy(mended, on({ paragraph: 2 }, 'Mới'));
    expect(second.comments).toContain('<w:comment w:id="8" w:author="Lan"><w:p/></w:comment>');
    expect(second.comments).not.toContain('Cũ');
    expect(second.said.at(-1)).toMatchObject({ on: 'Hai', says: expect.stringContaining('Mới') });
    expect(second.document.match(/commentRangeStart/g)).toHaveLength(1);
  });
});
