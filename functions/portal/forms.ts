import { writeFormDocx } from '../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../shared/forms/form-xlsx.ts';
import { dutyOf } from '../../shared/office/open-duty.ts';
import { Refused } from '../../shared/office/refused.ts';
import { formats } from '../../shared/vocabulary/formats.ts';
import { readPrevious } from './duties.ts';
import { HandedFile } from './operation.ts';
import type { PortalDependencies, Visitor } from './visitor.ts';

const writers = { xlsx: writeFormXlsx, docx: writeFormDocx } as const;

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
  const previous = await readPrevious(dependencies, visitor, duty);
  const bytes = await writers[extension]({ regime, period: duty, unit, previous });
  return new HandedFile(`${duty.id}_${unit.code}.${extension}`, formats[extension].contentType, bytes);
}
