/** The regime of the sample story: its days, its zone and its language are the story's. */
import { readRegimeFile } from '../../admin/regime.ts';
import { regimeFile } from './cast.ts';

export const sampleRegime = await readRegimeFile(regimeFile);
