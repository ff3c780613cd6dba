import { deployedStack, synthesize } from '../../infra/local/cloud/synthesize.ts';
import { testedStack } from '../infra/synthesized.ts';

/**
 * Every journey boots the same stack, and the tests of the stack look at one other: both are synthesized before the
 * first file, not by several at once.
 */
export async function setup(): Promise<void> {
  await synthesize(deployedStack);
  await synthesize(testedStack);
}
