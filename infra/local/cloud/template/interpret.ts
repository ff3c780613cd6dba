import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { checkPattern } from '../events/pattern.ts';
import type { BucketConfig, Statement } from '../gateway/options.ts';
import { readHourRule } from '../schedule/hour-rule.ts';
import type { Assembly } from './assembly.ts';
import { type Ground, type Identity, idleTypes } from './identities.ts';
import { TemplateNotUnderstood } from './not-understood.ts';
import type {
  ApiPlan,
  CloudPlan,
  FunctionPlan,
  MappingPlan,
  QueuePlan,
  RulePlan,
  SchedulePlan,
  Throttle,
} from './plan.ts';
import * as properties from './properties.ts';
import { Resolver } from './resolver.ts';

/** One resource with its intrinsics resolved. */
interface Resolved {
  readonly id: string;
  readonly type: string;
  readonly identity: Identity;
  /** Parses the properties; what does not fit is a TemplateNotUnderstood. */
  as<T extends z.ZodType>(schema: T): z.infer<T>;
}

/**
 * Reads a synthesized stack as the plan of a local cloud.
 * @throws TemplateNotUnderstood for the first thing in it that this machine could not honour.
 */
export function interpret(assembly: Assembly, ground: Ground): CloudPlan {
  const resources = resolveAll(assembly, ground);
  const of = (...types: string[]) => resources.filter(({ type }) => types.includes(type));
  const byAttribute = (attribute: string, value: string, at: string): Resolved => {
    const found = resources.find(({ identity }) => identity.attributes[attribute] === value);
    if (!found) throw new TemplateNotUnderstood(at, `${value} is nothing in this template`);
    return found;
  };
  const functionNamed = (arn: string, at: string) => byAttribute('Arn', arn, at).identity.name;
  const statements = roleStatements(of('AWS::IAM::Role'), of('AWS::IAM::Policy'));
  const bucketPolicies = of('AWS::S3::BucketPolicy').map((it) => it.as(properties.BucketPolicyProperties));
  const api = interpretApi(of, functionNamed);
  const resolver = new Resolver(assembly, ground);
  const outputs = Object.entries(assembly.template.Outputs).map(
    ([key, { Value }]) => [key, String(resolver.resolve(Value, `Outputs.${key}`))] as const,
  );
  return {
    stack: assembly.stack,
    region: ground.region,
    account: ground.account,
    functions: of('AWS::Lambda::Function').map((it) => interpretFunction(it, assembly, statements)),
    queues: of('AWS::SQS::Queue').map(interpretQueue),
    rules: of('AWS::Events::Rule').flatMap((it) => interpretRule(it, byAttribute)),
    mappings: of('AWS::Lambda::EventSourceMapping').map(interpretMapping),
    ...(api ? { api } : {}),
    schedules: of('AWS::Scheduler::Schedule').flatMap((it) => interpretSchedule(it, functionNamed)),
    tables: of('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table').map(interpretTable),
    buckets: of('AWS::S3::Bucket').map((it) => interpretBucket(it, bucketPolicies)),
    configurationSets: of('AWS::SES::ConfigurationSet').map(({ identity }) => identity.name),
    outputs: Object.fromEntries(outputs),
  };
}

function resolveAll(assembly: Assembly, ground: Ground): readonly Resolved[] {
  const resolver = new Resolver(assembly, ground);
  return Object.entries(assembly.template.Resources).map(([id, resource]) => {
    const at = `Resources.${id}`;
    const identity = resolver.identity(id, at);
    // What needs nothing here is not read further: its properties may say what they like.
    const values = idleTypes[resource.Type] ? {} : resolver.resolve(resource.Properties, `${at}.Properties`);
    return {
      id,
      type: resource.Type,
      identity,
      as: (schema) => {
        const parsed = schema.safeParse(values);
        if (parsed.success) return parsed.data;
        throw new TemplateNotUnderstood(`${at} (${resource.Type})`, z.prettifyError(parsed.error), {
          cause: parsed.error,
        });
      },
    };
  });
}

function roleStatements(
  roles: readonly Resolved[],
  policies: readonly Resolved[],
): Map<string, readonly Statement[]> {
  const attached = policies.map((it) => it.as(properties.PolicyProperties));
  return new Map(
    roles.map((role) => {
      const { ManagedPolicyArns, Policies } = role.as(properties.RoleProperties);
      for (const managed of ManagedPolicyArns) {
        // Writing logs is all it allows, and here that needs no permission.
        if (managed.endsWith(':policy/service-role/AWSLambdaBasicExecutionRole')) continue;
        throw new TemplateNotUnderstood(`Resources.${role.id}`, `what ${managed} allows is not known here`);
      }
      const own = Policies.flatMap(({ PolicyDocument }) => PolicyDocument);
      const others = attached.filter(({ Roles }) => Roles.includes(role.identity.name));
      return [
        role.identity.attributes.Arn ?? '',
        [...own, ...others.flatMap((it) => it.PolicyDocument)],
      ] as const;
    }),
  );
}

function interpretFunction(
  { id, identity, as }: Resolved,
  assembly: Assembly,
  statements: ReadonlyMap<string, readonly Statement[]>,
): FunctionPlan {
  const it = as(properties.FunctionProperties);
  const code = assembly.assets.get(it.Code.S3Key.replace(/\.zip$/, ''));
  const allowed = statements.get(it.Role);
  if (!code)
    throw new TemplateNotUnderstood(`Resources.${id}.Code`, `${it.Code.S3Key} is no asset of this stack`);
  if (!allowed)
    throw new TemplateNotUnderstood(`Resources.${id}.Role`, `${it.Role} is no role of this stack`);
  return {
    name: identity.name,
    arn: identity.attributes.Arn ?? '',
    folder: code.path,
    handler: it.Handler,
    environment: it.Environment.Variables,
    timeoutSeconds: it.Timeout,
    memoryMegabytes: it.MemorySize,
    statements: allowed,
    ...(it.DeadLetterConfig ? { deadLetterArn: it.DeadLetterConfig.TargetArn } : {}),
  };
}

function interpretQueue({ identity, as }: Resolved): QueuePlan {
  const it = as(properties.QueueProperties);
  return {
    name: identity.name,
    arn: identity.attributes.Arn ?? '',
    url: identity.ref,
    visibilityTimeout: it.VisibilityTimeout,
    delay: it.DelaySeconds,
    ...(it.RedrivePolicy ? { redrive: it.RedrivePolicy } : {}),
  };
}

function interpretRule(
  { id, identity, as }: Resolved,
  find: (attribute: string, value: string, at: string) => Resolved,
): RulePlan[] {
  const it = as(properties.RuleProperties);
  const at = `Resources.${id}`;
  if (it.State === 'DISABLED') return [];
  checkPattern(it.EventPattern, `${at}.EventPattern`);
  const targets = it.Targets.flatMap((target) => {
    // A topic pages people; here nobody is paged.
    if (/^arn:aws:sns:/.test(target.Arn)) return [];
    if (find('Arn', target.Arn, at).type !== 'AWS::SQS::Queue') {
      throw new TemplateNotUnderstood(at, `a rule's target can only be a queue here, not ${target.Arn}`);
    }
    const parsed = properties.QueueTarget.safeParse(target);
    if (!parsed.success)
      throw new TemplateNotUnderstood(at, z.prettifyError(parsed.error), { cause: parsed.error });
    const { Arn, DeadLetterConfig } = parsed.data;
    return [{ queueArn: Arn, ...(DeadLetterConfig ? { deadLetterArn: DeadLetterConfig.Arn } : {}) }];
  });
  return [{ name: identity.name, pattern: it.EventPattern, targets }];
}

function interpretMapping({ as }: Resolved): MappingPlan {
  const it = as(properties.MappingProperties);
  return {
    queueArn: it.EventSourceArn,
    functionName: it.FunctionName,
    batchSize: it.BatchSize,
    reportBatchItemFailures: it.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    maximumConcurrency: it.ScalingConfig?.MaximumConcurrency ?? 2,
  };
}

function interpretApi(
  of: (...types: string[]) => readonly Resolved[],
  functionNamed: (arn: string, at: string) => string,
): ApiPlan | undefined {
  const [api, another] = of('AWS::ApiGatewayV2::Api');
  if (!api) return undefined;
  if (another)
    throw new TemplateNotUnderstood(`Resources.${another.id}`, 'one HTTP API is all there can be here');
  api.as(properties.ApiProperties);
  const functionOf = new Map(
    of('AWS::ApiGatewayV2::Integration').map((it) => [
      `integrations/${it.identity.ref}`,
      functionNamed(it.as(properties.IntegrationProperties).IntegrationUri, `Resources.${it.id}`),
    ]),
  );
  const routes = new Map(
    of('AWS::ApiGatewayV2::Route').map((it) => {
      const { RouteKey, Target } = it.as(properties.RouteProperties);
      const name = functionOf.get(Target);
      if (!name) throw new TemplateNotUnderstood(`Resources.${it.id}.Target`, `${Target} is no integration`);
      return [RouteKey, name] as const;
    }),
  );
  const [stage] = of('AWS::ApiGatewayV2::Stage').map((it) => it.as(properties.StageProperties));
  const throttle = throttleOf(stage?.DefaultRouteSettings);
  const throttles = new Map<string, Throttle>();
  for (const [key, settings] of Object.entries(stage?.RouteSettings ?? {})) {
    if (!routes.has(key)) {
      throw new TemplateNotUnderstood('AWS::ApiGatewayV2::Stage.RouteSettings', `${key} is no route`);
    }
    const own = throttleOf(settings);
    if (own) throttles.set(key, own);
  }
  return { id: api.identity.name, routes, throttles, ...(throttle && { throttle }) };
}

function throttleOf({
  ThrottlingRateLimit: rate,
  ThrottlingBurstLimit: burst,
}: Partial<
  Record<'ThrottlingRateLimit' | 'ThrottlingBurstLimit', number | undefined>
> = {}): Throttle | null {
  return rate === undefined || burst === undefined ? null : { rate, burst };
}

function interpretSchedule(
  { id, identity, as }: Resolved,
  functionNamed: (arn: string, at: string) => string,
): SchedulePlan[] {
  const it = as(properties.ScheduleProperties);
  if (it.State === 'DISABLED') return [];
  const at = `Resources.${id}`;
  const rule = readHourRule(it.ScheduleExpression, it.ScheduleExpressionTimezone);
  if (!rule) {
    throw new TemplateNotUnderstood(
      `${at}.Properties.ScheduleExpression`,
      `${it.ScheduleExpression} is neither cron(M * * * ? *) nor cron(M H * * ? *), which are all that is known here`,
    );
  }
  return [
    {
      name: identity.name,
      arn: identity.attributes.Arn ?? '',
      rule,
      functionName: functionNamed(it.Target.Arn, at),
      input: it.Target.Input,
    },
  ];
}

function interpretTable({ identity, as }: Resolved): CreateTableCommandInput {
  const it = as(properties.TableProperties);
  return {
    TableName: identity.name,
    AttributeDefinitions: it.AttributeDefinitions,
    KeySchema: it.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(it.GlobalSecondaryIndexes.length > 0 ? { GlobalSecondaryIndexes: it.GlobalSecondaryIndexes } : {}),
  };
}

function interpretBucket(
  { identity, as }: Resolved,
  policies: readonly z.infer<typeof properties.BucketPolicyProperties>[],
): BucketConfig {
  const it = as(properties.BucketProperties);
  const policy = policies
    .filter(({ Bucket }) => Bucket === identity.name)
    .flatMap((one) => one.PolicyDocument);
  const cors = it.CorsConfiguration?.CorsRules.map((rule) => ({
    allowedOrigins: rule.AllowedOrigins,
    allowedMethods: rule.AllowedMethods,
    allowedHeaders: rule.AllowedHeaders,
    exposeHeaders: rule.ExposedHeaders,
    ...(rule.MaxAge === undefined ? {} : { maxAgeSeconds: rule.MaxAge }),
  }));
  return {
    name: identity.name,
    versioned: it.VersioningConfiguration?.Status === 'Enabled',
    eventBridge: it.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    ...(cors ? { cors } : {}),
    ...(policy.length > 0 ? { policy } : {}),
  };
}
