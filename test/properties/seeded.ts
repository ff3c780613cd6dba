/**
 * Gives chance the same seed in every run of the suite: a test that fails fails again, and not for one who changed
 * something else. `npm run properties` goes through others.
 */
import { configureGlobal } from 'fast-check';
import { runs } from './runs.ts';

configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1), numRuns: runs(100) });
