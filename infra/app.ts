import { unitReports } from './assembly.ts';
import { build } from './build.ts';

await build();
unitReports().synth();
