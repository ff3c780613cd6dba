/** The one place where the local cloud meets the sample regime and the sample story; both come as an admin's would. */
import { addressees, codeOf, inviteByHand } from '../../../shared/office/links/invite.ts';
import { applyRegime, readRegimeFile } from '../../admin/regime.ts';
import { connectTo, StackOutputs, type System } from '../../admin/system.ts';
import { RandomStream } from '../cloud/lambda/seeded-randomness.ts';
import type { Links, LocalCloud } from '../cloud/local-cloud.ts';
import { regimeFile } from './cast.ts';
import { playStory } from './play.ts';
import { StoryStuck } from './unit.ts';

/** Applies the sample regime, and answers a fresh link for each unit. */
export async function applySampleRegime(cloud: LocalCloud, seed?: string): Promise<Links> {
  const system = systemOf(cloud, 'links', seed);
  await applyRegime(system, await readRegimeFile(regimeFile));
  const links: Record<string, { page: string; token: string }> = {};
  for (const addressee of await addressees(system, { only: [] })) {
    if (addressee.holder.kind === 'unit')
      links[codeOf(addressee.holder)] = await inviteByHand(system, addressee);
  }
  return links;
}

/** Plays what has not been played yet; answers whether every report arrived and the summary was sent. */
export async function playSampleStory(
  cloud: LocalCloud,
  folder: string,
  tell: (line: string) => void,
  seed?: string,
): Promise<boolean> {
  try {
    await playStory({ cloud, system: systemOf(cloud, 'story', seed), folder, tell });
    return true;
  } catch (error) {
    if (!(error instanceof StoryStuck)) throw error;
    tell(error.message);
    return false;
  }
}

/** `use` keeps the ids that are drawn here apart from those drawn elsewhere with the same seed. */
function systemOf(cloud: LocalCloud, use: string, seed?: string): System {
  const { endpoints, plan } = cloud;
  const { gateway: endpoint, region, credentials } = endpoints;
  // Whole seconds, as a command gets them from the portal.
  const clock = { now: () => new Date(Math.floor(cloud.now() / 1000) * 1000).toISOString() };
  const system = connectTo(StackOutputs.parse(plan.outputs), { endpoint, region, credentials }, clock);
  if (seed === undefined) return system;
  const drawn = new RandomStream(`${seed}/${use}`);
  return { ...system, randomBytes: (length) => drawn.bytes(length) };
}
