import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { BucketConfig, QueueConfig, Statement } from '../gateway/options.ts';
import type { HourRule } from '../schedule/hour-rule.ts';

/** What a template comes down to on one machine: every name, ARN and URL is concrete. */
export interface CloudPlan {
  readonly stack: string;
  readonly region: string;
  readonly account: string;
  readonly functions: readonly FunctionPlan[];
  readonly queues: readonly QueuePlan[];
  readonly rules: readonly RulePlan[];
  readonly mappings: readonly MappingPlan[];
  /** The one HTTP API, where the stack has any. */
  readonly api?: ApiPlan;
  readonly schedules: readonly SchedulePlan[];
  readonly tables: readonly CreateTableCommandInput[];
  readonly buckets: readonly BucketConfig[];
  readonly configurationSets: readonly string[];
  /** Stack outputs by key. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  /** Absolute folder of the bundle. */
  readonly folder: string;
  /** As Lambda takes it: `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly statements: readonly Statement[];
  /** Where an asynchronous caller's event goes that failed in every attempt. */
  readonly deadLetterArn?: string;
}

export interface QueuePlan extends QueueConfig {
  readonly url: string;
  /** Seconds. */
  readonly visibilityTimeout: number;
}

export interface RulePlan {
  readonly name: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget {
  readonly queueArn: string;
  readonly deadLetterArn?: string;
}

export interface MappingPlan {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly reportBatchItemFailures: boolean;
  readonly maximumConcurrency: number;
}

export interface ApiPlan {
  readonly id: string;
  /** Route key (`$default`, `GET /x`, `ANY /{proxy+}`) → name of the function that answers. */
  readonly routes: ReadonlyMap<string, string>;
  /** Of all routes that have none of their own. */
  readonly throttle?: Throttle;
  /** By route key. */
  readonly throttles?: ReadonlyMap<string, Throttle>;
}

/** Requests a second, and how many at once. */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export interface SchedulePlan {
  readonly name: string;
  readonly arn: string;
  readonly rule: HourRule;
  readonly functionName: string;
  /** The event, with `<aws.scheduler.…>` not yet put in. */
  readonly input: string;
}
