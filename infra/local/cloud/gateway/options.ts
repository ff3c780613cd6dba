import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { MailEvent } from './mail/mail-event.ts';
import type { ObjectCreatedEvent } from './object-created.ts';

/** One statement of an IAM or bucket policy, as the template writes it after its intrinsics are resolved. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Bucket policies only: `*`, `{AWS: '*'}`, or a service (which never is one of our callers). */
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Whoever may sign requests: one for each function, and the admin. */
export interface Principal {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where set, every request must carry it, as a Lambda role's requests do. */
  readonly sessionToken?: string;
  readonly statements: readonly Statement[] | 'all';
}

/** One CORS rule of a bucket; the names are those of the S3 API in lower camel case. */
export interface CorsRule {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface BucketConfig {
  readonly name: string;
  readonly versioned: boolean;
  /** True: every object created is handed to `onObjectCreated`. */
  readonly eventBridge: boolean;
  readonly cors?: readonly CorsRule[];
  readonly policy?: readonly Statement[];
}

export interface QueueConfig {
  readonly name: string;
  readonly arn: string;
  /** Seconds; 30 as in SQS. */
  readonly visibilityTimeout?: number;
  /** Seconds; 0. */
  readonly delay?: number;
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

/** Sending limits of the mail service; both are enforced, the rate by wall time, the day by the pipeline's clock. */
export interface SendQuota {
  readonly max24HourSend: number;
  readonly maxSendRate: number;
}

/** The pipeline's clock: milliseconds since the epoch. Stored times follow it, time-outs never do. */
export interface Clock {
  now(): number;
}

/**
 * One authorised request, announced before its effect and again after it (then the effect is durable and only the
 * answer is missing).
 */
export interface GatewayCall {
  readonly principal: string;
  readonly service: 's3' | 'sqs' | 'ses' | 'dynamodb';
  /** As in a policy, e.g. `s3:PutObject`. */
  readonly action: string;
  readonly resource: string;
  readonly phase: 'before' | 'after';
  /** Of DynamoDB, in the phase `after` of a gateway that is `metered`: whose partitions, and the units it took in each. */
  readonly units?: readonly { readonly partition: string; readonly taken: number }[];
}

/**
 * What may go wrong on purpose: `throttle` answers with the service's throttling error, `hang-up` closes the
 * connection without an answer, `stall` never answers. In the phase `after` the effect has happened all the same.
 */
export type Fault = 'throttle' | 'hang-up' | 'stall';

export interface GatewayOptions {
  /** Everything durable lives below it; created where missing. */
  readonly stateFolder: string;
  /** Accepted mails, one `.eml` each; names sort by time. */
  readonly mailFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly region: string;
  /** Twelve digits; used in ARNs and queue addresses. */
  readonly account: string;
  readonly principals: readonly Principal[];
  readonly buckets: readonly BucketConfig[];
  readonly queues: readonly QueueConfig[];
  readonly tables: readonly CreateTableCommandInput[];
  /** Verified addresses and domains; left out, every sender counts as verified. */
  readonly emailIdentities?: readonly string[];
  readonly configurationSets?: readonly string[];
  readonly sendQuota?: SendQuota;
  readonly clock: Clock;
  /**
   * Takes one event over. The event stays stored until this returns, and comes again after a crash or a throw:
   * at least once, like EventBridge.
   */
  onObjectCreated(event: ObjectCreatedEvent): void | Promise<void>;
  /** The same of what became of a mail; not told where it is absent. */
  onMailEvent?(event: MailEvent): void | Promise<void>;
  onCall?(call: GatewayCall): 'continue' | Fault | Promise<'continue' | Fault>;
  /** Whether calls of DynamoDB are announced with the units they took. */
  readonly metered?: boolean;
  /** Hears of faults of the gateway itself; default: console.error. */
  onProblem?(problem: unknown): void;
}
