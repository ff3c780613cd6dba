import * as z from 'zod';
import { PolicyDocument } from './policies.ts';

/**
 * The properties each type may carry here, after its intrinsics are resolved. Objects are strict on purpose: a
 * property nobody thought of is an error, because ignoring it silently would make local and deployed differ.
 */
const ignored = z.unknown().optional();
const seconds = z.coerce.number().int().nonnegative();
const Key = z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) });
const Projection = z
  .object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  })
  .transform(({ ProjectionType, NonKeyAttributes }) => ({
    ProjectionType,
    ...(NonKeyAttributes ? { NonKeyAttributes } : {}),
  }));
const deadLetter = z.strictObject({ Arn: z.string() }).optional();

export const FunctionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Description: ignored,
  Architectures: ignored,
  Code: z.object({ S3Bucket: z.string(), S3Key: z.string() }),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.coerce.string()) })
    .default({ Variables: {} }),
  Handler: z.string(),
  LoggingConfig: ignored,
  MemorySize: z.number().default(128),
  Role: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.number().default(3),
  TracingConfig: ignored,
  Tags: ignored,
});

export const RoleProperties = z.object({
  RoleName: z.string().optional(),
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyDocument })).default([]),
});

export const PolicyProperties = z.object({ PolicyDocument, Roles: z.array(z.string()).default([]) });

export const QueueProperties = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: seconds.default(30),
  DelaySeconds: seconds.default(0),
  MessageRetentionPeriod: ignored,
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int().positive() })
    .optional(),
  RedriveAllowPolicy: ignored,
  ReceiveMessageWaitTimeSeconds: ignored,
  SqsManagedSseEnabled: ignored,
  KmsMasterKeyId: ignored,
  Tags: ignored,
});

export const RuleProperties = z.strictObject({
  Name: z.string().optional(),
  Description: ignored,
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.looseObject({ Arn: z.string() })),
  Tags: ignored,
});
/** A target that is a queue takes the event as it is: a transformed one would have to be transformed here too. */
export const QueueTarget = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  DeadLetterConfig: deadLetter,
  RetryPolicy: ignored,
});

export const MappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: z.literal(0).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number().int().min(2).max(1000) }).optional(),
  Enabled: z.literal(true).optional(),
  Tags: ignored,
});

export const ApiProperties = z.strictObject({
  Name: z.string(),
  Description: ignored,
  ProtocolType: z.literal('HTTP'),
  Tags: ignored,
});
export const IntegrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: ignored,
});
export const RouteProperties = z.strictObject({
  ApiId: z.string(),
  AuthorizationType: z.literal('NONE').optional(),
  RouteKey: z.string(),
  Target: z.string(),
});
const RouteSettings = z.strictObject({
  ThrottlingBurstLimit: z.number().optional(),
  ThrottlingRateLimit: z.number().optional(),
  DetailedMetricsEnabled: ignored,
});
export const StageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: ignored,
  AccessLogSettings: ignored,
  DefaultRouteSettings: RouteSettings.optional(),
  RouteSettings: z.record(z.string(), RouteSettings).optional(),
  Tags: ignored,
});

export const ScheduleProperties = z.strictObject({
  Name: z.string().optional(),
  GroupName: ignored,
  Description: ignored,
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().default('{}'),
    // Both speak of calls that Lambda did not take over; the local one takes over every call.
    DeadLetterConfig: ignored,
    RetryPolicy: ignored,
  }),
});

export const TableProperties = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: z.array(Key),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: z.array(Key), Projection }))
    .default([]),
  LocalSecondaryIndexes: z.array(z.unknown()).max(0, 'local indexes are not known here').default([]),
});

export const BucketProperties = z.object({
  BucketName: z.string().optional(),
  VersioningConfiguration: z.object({ Status: z.string() }).optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }) })
    .optional(),
  CorsConfiguration: z
    .object({
      CorsRules: z.array(
        z.strictObject({
          Id: ignored,
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
          ExposedHeaders: z.array(z.string()).default([]),
          MaxAge: z.number().optional(),
        }),
      ),
    })
    .optional(),
});
export const BucketPolicyProperties = z.object({ Bucket: z.string(), PolicyDocument });
