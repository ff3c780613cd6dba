import { deployedStack, synthesize } from '../../infra/local/cloud/synthesize.ts';
import { testedStack } from '../infra/synthesized.ts';
import { packagedForThisMachine, unpackBrowser } from './a-browser.ts';

/**
 * What several files would make at the same time is made before the first of them: the stack that every journey boots,
 * the one that the tests of its resources look at, and the browser.
 */
export async function setup(): Promise<void> {
  await Promise.all([synthesizeBoth(), packagedForThisMachine && unpackBrowser()]);
}

async function synthesizeBoth(): Promise<void> {
  await synthesize(deployedStack);
  await synthesize(testedStack);
}
