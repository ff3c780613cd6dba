import { mailClient, SesMailer } from '../../shared/ports/aws/ses-mailer.ts';
import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';
import { writeLetter } from './letters/write-letter.ts';
import { createPace } from './pace.ts';

const { environment, ...connections } = connect('deliver', Environment);
const mailer = new SesMailer(mailClient(), environment.CONFIGURATION_SET);
const outbox = connections.queue(environment.DELIVER_QUEUE_URL);
const letters = { ...connections, outbox, portalUrl: environment.PORTAL_URL.replace(/\/$/, '') };

export const handler = createHandler({
  ...connections,
  outbox,
  mailer,
  sender: environment.SENDER,
  write: (row) => writeLetter(letters, row),
  writeCode: async (request) => (await import('./letters/code.ts')).codeLetter(letters, request),
  pace: createPace(async () => (await mailer.quota()).perSecond, environment.SENDERS_AT_ONCE),
});
