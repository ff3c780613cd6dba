import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Environment as Deliver } from '../../functions/deliver/environment.ts';
import { Environment as Ingest } from '../../functions/ingest/environment.ts';
import { Environment as Portal } from '../../functions/portal/environment.ts';
import { Environment as Schedule } from '../../functions/schedule/environment.ts';
import { resourcesOf, type Synthesized, synthesizedOnce, withoutHash } from './synthesized.ts';

const FunctionProperties = z.object({
  Architectures: z.array(z.string()),
  Runtime: z.string(),
  Handler: z.string(),
  Role: z.string(),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
  LoggingConfig: z.object({ LogGroup: z.string() }),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  ReservedConcurrentExecutions: z.undefined().optional(),
});

let stack: Synthesized;
let functions: ReadonlyMap<string, z.output<typeof FunctionProperties>>;

beforeAll(async () => {
  stack = await synthesizedOnce();
  functions = resourcesOf(stack, 'AWS::Lambda::Function', FunctionProperties);
});

describe('the stack', () => {
  it('satisfies cdk-nag, but for what is acknowledged with a reason', () => {
    expect(stack.report.pluginReports.map(({ pluginName }) => pluginName)).toContain('AwsSolutions');
    expect(stack.report.pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
    expect(stack.report.pluginReports.every(({ conclusion }) => conclusion === 'success')).toBe(true);
  });

  it('needs no custom resource, no secret, no key of its own and no address that goes round the front door', () => {
    const types = Object.values(stack.Resources).map(({ Type }) => Type);
    expect(
      types.filter((type) => /^Custom::|CustomResource|SecretsManager|KMS|Lambda::Url/.test(type)),
    ).toEqual([]);
  });

  it('tells the admin command where everything is', () => {
    expect(Object.keys(stack.Outputs).sort()).toEqual([
      'AdminTopicArn',
      'BucketName',
      'DeliverQueueUrl',
      'IngestQueueUrl',
      'PortalUrl',
      'TableName',
      'UndeliveredQueueUrl',
    ]);
  });
});

describe('every function', () => {
  it('is one of the four', () => {
    expect([...functions.keys()].map(withoutHash).sort()).toEqual([
      'IntakeIngestFunction',
      'MailingDeliverFunction',
      'PortalFunction',
      'TimetableScheduleFunction',
    ]);
  });

  it('runs on Node 24 on arm64', () => {
    for (const properties of functions.values()) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      });
    }
  });

  it('has a role of its own', () => {
    expect(new Set([...functions.values()].map(({ Role }) => Role)).size).toBe(functions.size);
  });

  it('writes into a log group of its own that ends', () => {
    const logs = resourcesOf(stack, 'AWS::Logs::LogGroup', z.object({ RetentionInDays: z.number() }));
    const names = new Set([...logs.keys()].map((id) => `<${withoutHash(id)}>`));
    const used = [...functions.values()].map(({ LoggingConfig }) => LoggingConfig.LogGroup);
    expect(used.filter((group) => !names.has(group))).toEqual([]);
    expect(new Set(used).size).toBe(functions.size);
  });

  it.each([
    ['PortalFunction', Portal],
    ['IntakeIngestFunction', Ingest],
    ['TimetableScheduleFunction', Schedule],
    ['MailingDeliverFunction', Deliver],
  ] as const)('%s gets exactly the variables it declares', (id, { shape }) => {
    const [, properties] = [...functions].find(([key]) => withoutHash(key) === id) ?? [];
    expect(Object.keys(properties?.Environment.Variables ?? {}).sort()).toEqual(Object.keys(shape).sort());
  });
});

describe('the portal', () => {
  it('answers a flood of requests without a link from a throttle that those with one do not share', () => {
    const [stage] = resourcesOf(
      stack,
      'AWS::ApiGatewayV2::Stage',
      z.object({
        RouteSettings: z.record(z.string(), z.object({ ThrottlingRateLimit: z.number().positive() })),
      }),
    ).values();
    const routes = resourcesOf(stack, 'AWS::ApiGatewayV2::Route', z.object({ RouteKey: z.string() }));
    const keys = [...routes.values()].map(({ RouteKey }) => RouteKey);
    expect(keys.sort()).toEqual([
      '$default',
      'ANY /api/{proxy+}',
      'GET /api/openapi.json',
      'GET /api/receipts/{number}',
    ]);
    expect(Object.keys(stage?.RouteSettings ?? {}).sort()).toEqual(keys);
  });

  it('is throttled and logged, and its log holds neither header nor query', () => {
    const stages = resourcesOf(
      stack,
      'AWS::ApiGatewayV2::Stage',
      z.object({
        DefaultRouteSettings: z.object({
          ThrottlingRateLimit: z.number().positive(),
          ThrottlingBurstLimit: z.number().positive(),
        }),
        AccessLogSettings: z.object({ Format: z.string() }),
      }),
    );
    expect(stages.size).toBe(1);
    for (const { AccessLogSettings } of stages.values()) {
      expect(AccessLogSettings.Format).not.toMatch(/authoriz|querystring|header/i);
    }
  });
});

describe('an arrived file', () => {
  it('wakes ingest whatever way it was stored, but only from inbox/', () => {
    const rules = resourcesOf(stack, 'AWS::Events::Rule', z.object({ EventPattern: z.unknown() }));
    expect([...rules.values()].map(({ EventPattern }) => EventPattern)).toContainEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: ['<FilesBucket>'] }, object: { key: [{ prefix: 'inbox/' }] } },
    });
  });

  it('is reported by the bucket itself', () => {
    const buckets = resourcesOf(
      stack,
      'AWS::S3::Bucket',
      z.object({ NotificationConfiguration: z.unknown().optional() }),
    );
    expect(
      [...buckets.values()].map(({ NotificationConfiguration }) => NotificationConfiguration),
    ).toContainEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });
});

describe('the hour', () => {
  it('strikes in Vietnamese time and carries its own name', () => {
    const schedules = resourcesOf(stack, 'AWS::Scheduler::Schedule', z.unknown());
    expect([...schedules.values()]).toEqual([
      expect.objectContaining({
        ScheduleExpression: 'cron(0 * * * ? *)',
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: expect.objectContaining({
          Arn: '<TimetableScheduleFunction.Arn>',
          Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        }),
      }),
    ]);
  });
});

describe('a mail', () => {
  it('that bounces, is refused or complained about is told to the administrators', () => {
    const destinations = resourcesOf(
      stack,
      'AWS::SES::ConfigurationSetEventDestination',
      z.object({ EventDestination: z.object({ MatchingEventTypes: z.array(z.string()) }) }),
    );
    expect([...destinations.values()].flatMap((each) => each.EventDestination.MatchingEventTypes)).toEqual(
      expect.arrayContaining(['bounce', 'complaint', 'reject']),
    );
    const rules = resourcesOf(
      stack,
      'AWS::Events::Rule',
      z.object({
        EventPattern: z.object({ source: z.array(z.string()), 'detail-type': z.array(z.string()) }),
        Targets: z.array(z.object({ Arn: z.string() })),
      }),
    );
    const about = [...rules.values()].filter(({ EventPattern }) => EventPattern.source.includes('aws.ses'));
    const told = new Map(
      about.map(({ EventPattern, Targets }) => [
        EventPattern['detail-type'].join(', '),
        Targets.map(({ Arn }) => Arn),
      ]),
    );
    expect(told).toEqual(
      new Map([
        ['Email Bounced, Email Complaint Received', ['<MailingOutboxQueue.Arn>']],
        // Of those that arrive only where earlier ones did not.
        ['Email Delivered', ['<MailingOutboxQueue.Arn>']],
        [
          'Email Bounced, Email Complaint Received, Email Rejected, Email Delivery Delayed',
          ['<AlarmsTopic>'],
        ],
      ]),
    );
  });
});

describe('what is kept', () => {
  it('in the table can be restored to any second and is not deleted with the stack', () => {
    const tables = resourcesOf(stack, 'AWS::DynamoDB::GlobalTable', z.record(z.string(), z.unknown()));
    expect([...tables.values()]).toEqual([
      expect.objectContaining({
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'removedAfter', Enabled: true },
        Replicas: [
          expect.objectContaining({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'unsent',
            KeySchema: [
              { AttributeName: 'unsent', KeyType: 'HASH' },
              { AttributeName: 'unsentSince', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      }),
    ]);
  });

  it.each(['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket'])('outlives the stack: %s', (type) => {
    const policies = Object.values(stack.Resources)
      .filter(({ Type }) => Type === type)
      .map(({ DeletionPolicy }) => DeletionPolicy);
    expect(policies.length).toBeGreaterThan(0);
    expect(policies.every((policy) => policy === 'Retain')).toBe(true);
  });

  it('in the bucket keeps every version, is public to nobody and never expires', () => {
    const Bucket = z.object({
      VersioningConfiguration: z.unknown(),
      LifecycleConfiguration: z.object({ Rules: z.array(z.record(z.string(), z.unknown())) }),
      CorsConfiguration: z.unknown(),
      BucketEncryption: z.unknown(),
      PublicAccessBlockConfiguration: z.unknown(),
      LoggingConfiguration: z.unknown(),
    });
    const buckets = resourcesOf(stack, 'AWS::S3::Bucket', Bucket.partial());
    const [, files] = [...buckets].find(([id]) => withoutHash(id) === 'FilesBucket') ?? [];
    expect(files).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      CorsConfiguration: {
        CorsRules: [{ AllowedOrigins: ['<FrontDoorApi.ApiEndpoint>'], AllowedMethods: ['PUT', 'GET'] }],
      },
      LoggingConfiguration: { DestinationBucketName: '<FilesAccessLog>' },
    });
    expect(files?.LifecycleConfiguration?.Rules.flatMap(Object.keys)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Expiration|Transition/)]),
    );
  });
});
