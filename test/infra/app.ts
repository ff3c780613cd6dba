/** The stack over the bundles that lie there: what its tests look at is the same whatever stands in them. */
import { existsSync } from 'node:fs';
import { unitReports } from '../../infra/assembly.ts';
import { build, bundleFolder, functionNames } from '../../infra/build.ts';

if (!functionNames.every((name) => existsSync(bundleFolder(name)))) await build();
unitReports().synth();
