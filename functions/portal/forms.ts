import { writeFormDocx } from '../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../shared/forms/form-xlsx.ts';
import { readPrevious } from './duties.ts';
import { Refused } from './refused.ts';
import { type Doorway, dutyOf, type Visitor } from './visitor.ts';

const writers = {
  xlsx: {
    write: writeFormXlsx,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  docx: {
    write: writeFormDocx,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

/** The form `<period>.xlsx` or `.docx`, filled in with the unit, the period and last period's closing figures. */
export async function fillForm(doorway: Doorway, visitor: Visitor, file: string) {
  const [, period = '', extension = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
  if (extension !== 'xlsx' && extension !== 'docx') throw new Refused('FORM_UNKNOWN');
  const duty = dutyOf(visitor, period);
  const { regime, unit } = visitor;
  const { write, contentType } = writers[extension];
  const previous = await readPrevious(doorway, visitor, duty);
  return {
    fileName: `${duty.id}_${unit.code}.${extension}`,
    contentType,
    bytes: await write({ regime, period: duty, unit, previous }),
  };
}
