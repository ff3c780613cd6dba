import type { DatabaseSync } from 'node:sqlite';
import { Calls } from './calls.ts';
import { SignatureClocks } from './clocks.ts';
import { openDatabase } from './database.ts';
import type { Dynalite } from './dynalite.ts';
import { DynamoDbService } from './dynamodb.ts';
import { EventOutbox } from './event-outbox.ts';
import { type Service, serve } from './http-server.ts';
import type { BounceKind } from './mail/mail-event.ts';
import { MailReports } from './mail/mail-reports.ts';
import { MailStore } from './mail/mail-store.ts';
import type { GatewayOptions } from './options.ts';
import { Permissions } from './permissions.ts';
import { Queues } from './queues.ts';
import { route } from './routing.ts';
import { Bodies } from './s3/bodies.ts';
import { Objects } from './s3/objects.ts';
import { S3Service } from './s3/service.ts';
import { SesService } from './ses.ts';
import { SignatureVerifier } from './signature.ts';
import { SqsService } from './sqs.ts';
import { openTables } from './tables.ts';

/** A production account's usual first quota. */
const DEFAULT_QUOTA = { max24HourSend: 50_000, maxSendRate: 14 };

/** A running gateway: S3, SQS, SES and DynamoDB on one port. */
export interface Gateway {
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly port: number;
  readonly queues: Queues;
  /** The address a function finds in its environment. */
  queueUrl(name: string): string;
  /** Begins to hand events to `onObjectCreated`; until then they wait, those of the last run too. */
  deliverEvents(): void;
  /** Has the mail service say this of the next mail to the address. */
  bounceNext(address: string, kind: BounceKind): void;
  /** Events stored and not yet taken over. */
  pendingEvents(): number;
  /** What was granted and not used since the start, as `principal: action resource`. */
  unusedGrants(): string[];
  /** Authorised calls under way. */
  runningCalls(): number;
  /** Ends everything; events not yet taken over wait for the next start. */
  close(): Promise<void>;
}

/**
 * Starts the gateway. Throws UnsupportedPolicy for a policy it does not understand, UnknownQueue for a dead-letter
 * queue that is not declared, StateInUse where another gateway runs on the folder, TableDiffers where the stored table
 * has other keys.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const permissions = new Permissions(
    options.principals,
    options.buckets.map((bucket) => bucket.policy ?? []),
  );
  const database = openDatabase(options.stateFolder);
  try {
    const dynalite = await openTables(database, options, options.tables);
    return await open(options, permissions, database, dynalite);
  } catch (problem) {
    database.close();
    throw problem;
  }
}

async function open(
  options: GatewayOptions,
  permissions: Permissions,
  database: DatabaseSync,
  dynalite: Dynalite,
): Promise<Gateway> {
  const { stateFolder, clock, account, region, principals } = options;
  const onProblem = options.onProblem ?? ((problem: unknown) => console.error(problem));
  const clocks = new SignatureClocks(clock);
  const verifier = new SignatureVerifier(principals, region, clocks);
  const calls = new Calls(options.onCall);
  const events = new EventOutbox(
    database,
    (event) => (event.source === 'aws.s3' ? options.onObjectCreated(event) : options.onMailEvent?.(event)),
    onProblem,
  );
  const bodies = new Bodies(stateFolder);
  const objects = new Objects({ database, bodies, events, clock, place: { account, region } });
  const queues = new Queues(database, options.queues, clock);
  const reports = options.onMailEvent ? new MailReports(events, clock, { account, region }) : null;
  const mails = new MailStore(database, options.mailFolder, clock, options.sendQuota ?? DEFAULT_QUOTA);
  const address = { url: '' };
  const queueUrl = (name: string) => `${address.url}/${account}/${queues.config(name).name}`;

  const buckets = new Map(options.buckets.map((bucket) => [bucket.name, bucket]));
  const guards = { verifier, permissions, calls };
  const services: Readonly<Record<'s3' | 'sqs' | 'ses' | 'dynamodb', Service>> = {
    s3: new S3Service({ ...guards, buckets, objects, bodies, account, clocks }),
    sqs: new SqsService(queues, guards, queueUrl),
    ses: new SesService(mails, reports, guards, {
      account,
      region,
      identities: options.emailIdentities,
      configurationSets: options.configurationSets ?? [],
    }),
    dynamodb: new DynamoDbService(dynalite, guards, options.tables, {
      account,
      region,
      metered: options.metered ?? false,
    }),
  };

  const server = await serve(options.port, (request) => services[route(request)], clock, onProblem);
  address.url = `http://127.0.0.1:${server.port}`;
  return {
    url: address.url,
    port: server.port,
    queues,
    queueUrl,
    deliverEvents: () => events.start(),
    bounceNext: (address, kind) => reports?.bounceNext(address, kind),
    pendingEvents: () => events.pending(),
    runningCalls: () => calls.running,
    unusedGrants: () => permissions.unused(),
    close: async () => {
      await server.close();
      await events.close();
      database.close();
    },
  };
}
