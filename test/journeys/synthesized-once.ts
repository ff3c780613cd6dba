import { deployedStack, synthesize } from '../../infra/local/cloud/synthesize.ts';

/** Every journey boots the same stack: it is synthesized before the first, not by several at once. */
export async function setup(): Promise<void> {
  await synthesize(deployedStack);
}
