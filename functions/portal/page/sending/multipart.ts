import type { Mint } from '../../contract/uploads.ts';

/** The form a bucket takes: the pinned fields first and the file last, for S3 ignores whatever follows the file. */
export function multipartForm(fields: Mint['fields'], file: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}
