// blank_form.mjs <folder>: the form of six months for one unit that reported the first quarter, .xlsx and .docx.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFormDocx } from '../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { readRegime } from '../../../shared/regime/load.ts';

const [folder] = process.argv.slice(2);
const fileName = 'infra/regimes/dan-van-2024.yaml';
const regime = readRegime(readFileSync(fileName, 'utf8'), fileName);
const period = regime.periods.find(({ id }) => id === '6T-2024');
const unit = regime.units.find(({ code }) => code === 'CCBVMT');
const { previous } = JSON.parse(readFileSync(join(import.meta.dirname, 'figures.json'), 'utf8'));
const values = regime.indicators.map(({ code }) => {
  const [value = null, cumulative = null] = previous[code] ?? [];
  return { indicator: code, value, source: null, cumulative, cumulativeSource: null };
});
const request = { regime, period, unit, previous: values };
writeFileSync(join(folder, 'form.xlsx'), await writeFormXlsx(request));
writeFileSync(join(folder, 'form.docx'), await writeFormDocx(request));
