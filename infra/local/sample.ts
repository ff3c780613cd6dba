import type { Links, LocalCloud } from './local-cloud.ts';

/**
 * The one place where the local cloud meets the sample regime (infra/admin) and the sample story (./story): whoever
 * has them wires them in here, main.ts stays as it is.
 */
export interface Sample {
  /** Applies the sample regime, once, and answers a fresh link for each unit. */
  applyRegime(cloud: LocalCloud): Promise<Links>;
  /**
   * Plays what has not been played yet; answers whether every report arrived and the summary was sent.
   * @param say prints one line of progress
   */
  playStory(cloud: LocalCloud, say: (line: string) => void): Promise<boolean>;
}

export const sample: Sample = {
  applyRegime: async () => ({}),
  playStory: async () => true,
};
