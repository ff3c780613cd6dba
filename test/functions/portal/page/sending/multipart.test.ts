import { describe, expect, it } from 'vitest';
import { multipartForm } from '../../../../../functions/portal/page/sending/multipart.ts';

describe('the form for the bucket', () => {
  it('has the fields in the order of the mint and the file last, for S3 ignores what follows the file', () => {
    const form = multipartForm({ key: 'inbox/1', policy: 'p', 'x-amz-signature': 's' }, new Blob(['bytes']));
    expect([...form.keys()]).toEqual(['key', 'policy', 'x-amz-signature', 'file']);
  });
});
