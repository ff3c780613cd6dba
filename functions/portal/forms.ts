import { formRequestFor } from '../../shared/office/form-for.ts';
import { dutyOf } from '../../shared/office/open-duty.ts';
import { Refused } from '../../shared/office/refused.ts';
import { formats } from '../../shared/vocabulary/formats.ts';
import { HandedFile } from './operation.ts';
import type { PortalDependencies, Visitor } from './visitor.ts';

// Each brings a library of its own.
const writers = {
  xlsx: async () => (await import('../../shared/forms/form-xlsx.ts')).writeFormXlsx,
  docx: async () => (await import('../../shared/forms/form-docx.ts')).writeFormDocx,
} as const;

/** The form `<period>.xlsx` or `.docx`, filled in with the unit, the period and last period's closing figures. Throws Refused. */
export async function fillForm(
  dependencies: PortalDependencies,
  visitor: Visitor,
  file: string,
): Promise<HandedFile> {
  const [, period = '', extension = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
  if (extension !== 'xlsx' && extension !== 'docx') throw new Refused('FORM_UNKNOWN');
  const duty = dutyOf(visitor, period);
  const { regime, unit } = visitor;
  const request = await formRequestFor(dependencies, { regime, period: duty, unit });
  const write = await writers[extension]();
  const bytes = await write(request);
  return new HandedFile(`${duty.id}_${unit.code}.${extension}`, formats[extension].contentType, bytes);
}
