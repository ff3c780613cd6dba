// blank_forms.mjs <folder> [period]: writes the period's form for every unit, .xlsx and .docx.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFormDocx } from '../../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../../shared/forms/form-xlsx.ts';
import { readRegime } from '../../../../shared/regime/load.ts';
import { regimeFile, period as storyPeriod } from '../cast.ts';

const [folder, periodId = storyPeriod] = process.argv.slice(2);
const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);
const period = regime.periods.find(({ id }) => id === periodId);

mkdirSync(folder, { recursive: true });
for (const unit of regime.units) {
  const request = { regime, period, unit, previous: null };
  writeFileSync(join(folder, `${unit.code}.xlsx`), await writeFormXlsx(request));
  writeFileSync(join(folder, `${unit.code}.docx`), await writeFormDocx(request));
}
