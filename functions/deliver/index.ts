import { mailClient, readQuota } from '../../shared/mail/transport/ses.ts';
import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';
import { writeLetter } from './letters.ts';
import { createPace } from './pace.ts';

const { environment, ...connections } = connect('deliver', Environment);
const ses = mailClient();
const desk = { ...connections, portalUrl: environment.PORTAL_URL.replace(/\/$/, '') };

export const handler = createHandler({
  ...connections,
  ses,
  sender: environment.SENDER,
  configurationSet: environment.CONFIGURATION_SET,
  write: (row) => writeLetter(desk, row),
  // The queue wakes at most two of these functions at a time (infra/mailing.ts).
  pace: createPace(async () => (await readQuota(ses)).perSecond, 2),
});
