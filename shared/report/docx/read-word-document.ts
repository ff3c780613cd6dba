import type { NeutralDocument } from '../document.ts';
import type { OfficePackage } from '../zip/office-package.ts';
export async function readWordDocument(_file: OfficePackage): Promise<NeutralDocument> {
  return { format: 'docx', blocks: [], skipped: [] };
}
