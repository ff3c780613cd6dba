import { listenerOf } from './cloud/listen.ts';
import type { LocalCloud, LocalCloudOptions } from './cloud/local-cloud.ts';
import { startLocalCloud } from './cloud/start.ts';
import { inboxApp } from './inbox/app.ts';
import { sampleRegime } from './story/sample-regime.ts';

/** The local cloud with the inbox at its mail port. Throws as startLocalCloud does. */
export async function startWithInbox(options: Omit<LocalCloudOptions, 'mailPage'>): Promise<LocalCloud> {
  return startLocalCloud({
    ...options,
    mailPage: (mailFolder) => listenerOf(inboxApp(mailFolder, sampleRegime.timeZone)),
  });
}
