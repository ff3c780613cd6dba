import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { measures } from '../../shared/vocabulary/measures.ts';
import { idleCost, total } from '../bench/cost/idle-cost.ts';
import { prices } from '../bench/cost/prices.ts';
import { resourcesOf, type Synthesized, synthesizedOnce, withoutHash } from './synthesized.ts';

const Queue = z.object({
  SqsManagedSseEnabled: z.boolean().optional(),
  VisibilityTimeout: z.number().optional(),
  MessageRetentionPeriod: z.number(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

const Dimension = z.object({ Name: z.string(), Value: z.string() });

const Alarm = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  OKActions: z.array(z.string()),
  Metrics: z
    .array(
      z.object({
        Id: z.string(),
        Expression: z.string().optional(),
        ReturnData: z.boolean().default(true),
        MetricStat: z
          .object({ Metric: z.object({ MetricName: z.string(), Dimensions: z.array(Dimension) }) })
          .optional(),
      }),
    )
    .default([]),
  EvaluationPeriods: z.int(),
  Threshold: z.number(),
  ComparisonOperator: z.string(),
  Namespace: z.string().optional(),
  MetricName: z.string().default(''),
  TreatMissingData: z.string(),
  Dimensions: z.array(Dimension).default([]),
});

let stack: Synthesized;
let queues: ReadonlyMap<string, z.output<typeof Queue>>;
let alarms: readonly z.output<typeof Alarm>[];

/** The queue behind an ARN as it stands in a property. */
function queueAt(arn: string) {
  return [...queues].find(([id]) => `<${withoutHash(id)}.Arn>` === arn)?.[1];
}

/** What is watched of one resource. */
function watched(name: string): readonly string[] {
  return alarms
    .filter(({ Dimensions }) => Dimensions.some(({ Value }) => Value.startsWith(`<${name}`)))
    .map(({ MetricName }) => MetricName)
    .sort();
}

beforeAll(async () => {
  stack = await synthesizedOnce();
  queues = resourcesOf(stack, 'AWS::SQS::Queue', Queue);
  alarms = [...resourcesOf(stack, 'AWS::CloudWatch::Alarm', Alarm).values()];
});

describe('every asynchronous edge', () => {
  it('ends in a dead-letter queue that keeps its messages for fourteen days and raises an alarm', () => {
    const Target = z.object({ DeadLetterConfig: z.object({ Arn: z.string() }) });
    const rules = resourcesOf(stack, 'AWS::Events::Rule', z.object({ Targets: z.array(Target) }));
    const schedules = resourcesOf(stack, 'AWS::Scheduler::Schedule', z.object({ Target }));
    const functions = resourcesOf(
      stack,
      'AWS::Lambda::Function',
      z.object({ DeadLetterConfig: z.object({ TargetArn: z.string() }).optional() }),
    );
    const ends = [
      ...[...rules.values()].flatMap(({ Targets }) => Targets.map((target) => target.DeadLetterConfig.Arn)),
      ...[...schedules.values()].map((schedule) => schedule.Target.DeadLetterConfig.Arn),
      ...[...functions.values()].flatMap(({ DeadLetterConfig }) => DeadLetterConfig?.TargetArn ?? []),
      ...[...queues.values()].flatMap(({ RedrivePolicy }) => RedrivePolicy?.deadLetterTargetArn ?? []),
    ];
    // Four rules, one schedule and the asynchronous call it makes, three queues.
    expect(ends).toHaveLength(9);
    for (const arn of ends) {
      expect(queueAt(arn)?.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(watched(arn.slice(1, -'.Arn>'.length))).toEqual(['ApproximateNumberOfMessagesVisible']);
    }
    const sources = [...queues].filter(([, { RedrivePolicy }]) => RedrivePolicy !== undefined);
    expect(queues.size).toBe(sources.length + new Set(ends).size);
  });
});

describe('every queue', () => {
  it('is encrypted and refuses whoever comes without TLS', () => {
    const policies = resourcesOf(
      stack,
      'AWS::SQS::QueuePolicy',
      z.object({
        Queues: z.array(z.string()),
        PolicyDocument: z.object({ Statement: z.array(z.unknown()) }),
      }),
    );
    const closed = [...policies.values()]
      .filter(({ PolicyDocument }) => refusesPlainText(PolicyDocument.Statement))
      .flatMap((policy) => policy.Queues);
    expect(closed.sort()).toEqual([...queues.keys()].map((id) => `<${withoutHash(id)}>`).sort());
    expect([...queues.values()].every(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled)).toBe(true);
  });

  it('hides a message for six times as long as its function may take, and gives it at least five chances', () => {
    const mappings = resourcesOf(
      stack,
      'AWS::Lambda::EventSourceMapping',
      z.object({
        EventSourceArn: z.string(),
        FunctionName: z.string(),
        BatchSize: z.number(),
        FunctionResponseTypes: z.array(z.string()),
        ScalingConfig: z.object({ MaximumConcurrency: z.number().min(2) }),
      }),
    );
    const functions = resourcesOf(stack, 'AWS::Lambda::Function', z.object({ Timeout: z.number() }));
    expect(mappings.size).toBe(3);
    for (const { EventSourceArn, FunctionName, BatchSize, FunctionResponseTypes } of mappings.values()) {
      const [, answerer] = [...functions].find(([id]) => `<${withoutHash(id)}>` === FunctionName) ?? [];
      const queue = queueAt(EventSourceArn);
      // A code is no use once ten minutes are over: what failed comes again as soon as the function must have ended.
      const times = EventSourceArn.includes('Codes') ? 1 : 6;
      expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(times * (answerer?.Timeout ?? Number.NaN));
      expect(queue?.RedrivePolicy?.maxReceiveCount).toBeGreaterThanOrEqual(5);
      expect({ BatchSize, FunctionResponseTypes }).toEqual({
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(watched(EventSourceArn.slice(1, -'.Arn>'.length))).toEqual(['ApproximateAgeOfOldestMessage']);
    }
  });
});

describe('every alarm', () => {
  it('reaches the administrators when it goes off and when it is over', () => {
    expect(alarms.length).toBeGreaterThan(0);
    for (const { AlarmActions, OKActions } of alarms) {
      expect([AlarmActions, OKActions]).toEqual([['<AlarmsTopic>'], ['<AlarmsTopic>']]);
    }
  });

  it('points at a heading of the runbook', async () => {
    const runbook = await readFile(join(import.meta.dirname, '..', '..', 'infra', 'RUNBOOK.md'), 'utf8');
    const withoutAlarm = ['bounced-mail', 'restore', 'reports-by-hand'];
    const anchors = new Set(
      [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.toLowerCase().replaceAll(' ', '-')),
    );
    const pointers = alarms.map(({ AlarmDescription }) => /RUNBOOK\.md#(\S+)$/.exec(AlarmDescription)?.[1]);
    expect(pointers.filter((pointer) => !anchors.has(pointer ?? ''))).toEqual([]);
    // And every heading is led to, but for what is no alarm.
    const led = new Set(pointers);
    expect([...anchors].filter((anchor) => !led.has(anchor))).toEqual(withoutAlarm);
  });

  it('covers the failures and the throttling of each function, and the silence of the hourly one', () => {
    for (const name of ['PortalFunction', 'IntakeIngestFunction', 'MailingDeliverFunction']) {
      expect(watched(name)).toEqual(['Errors', 'Throttles']);
    }
    expect(watched('TimetableScheduleFunction')).toEqual(['Errors', 'Throttles']);
  });

  it('says that the hour is silent when no run was started for three hours of the stack, though none ever was', () => {
    const silence = alarms.find(({ AlarmDescription }) => AlarmDescription.endsWith('#schedule-silent'));
    expect(silence).toMatchObject({
      ...{ EvaluationPeriods: 3, Threshold: 1, ComparisonOperator: 'LessThanThreshold' },
      TreatMissingData: 'notBreaching',
    });
    const told = silence?.Metrics.filter(({ ReturnData }) => ReturnData);
    // What never ran has no data: each hour in which somebody looked at the queue without it counts as 0.
    expect(told?.map(({ Expression }) => Expression)).toEqual(['IF(looks > 0, FILL(runs, 0))']);
    const of = (id: string) => silence?.Metrics.find(({ Id }) => Id === id)?.MetricStat?.Metric;
    expect(of('runs')?.MetricName).toBe('Invocations');
    expect(of('runs')?.Dimensions[0]?.Value).toMatch(/^<TimetableScheduleFunction/);
    expect(of('looks')?.MetricName).toBe('NumberOfEmptyReceives');
    // None goes off at the first deploy, when there is no data yet.
    expect(alarms.filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching')).toEqual([]);
  });

  it('on the system itself reads a measure that functions record, in the namespace they record under', () => {
    const functions = resourcesOf(
      stack,
      'AWS::Lambda::Function',
      z.object({ Environment: z.object({ Variables: z.object({ METRICS_NAMESPACE: z.string() }) }) }),
    );
    const namespaces = new Set(
      [...functions.values()].map((it) => it.Environment.Variables.METRICS_NAMESPACE),
    );
    expect([...namespaces]).toEqual(['UnitReports']);
    const own = alarms.filter(({ Namespace }) => Namespace === 'UnitReports');
    expect(own.map(({ MetricName }) => MetricName).filter((name) => !(name in measures))).toEqual([]);
    expect(
      own
        .map(({ MetricName, Dimensions }) => [MetricName, ...Dimensions.map(({ Value }) => Value)].join(' '))
        .sort(),
    ).toEqual([
      // What a consumer of a queue has caught, beside what ended it from outside.
      'Failures deliver',
      'Failures ingest',
      'FilesWaiting',
      'HoursLate',
      'Mails refused',
      'Mails throttled',
      'OldestMailSeconds',
      'Refusals limit',
      'Refusals link',
      'SummariesNotGone',
    ]);
  });
});

describe('nobody using it', () => {
  it('the stack costs less than three dollars a month', () => {
    const lines = idleCost(stack);
    expect(total(lines, 'alone')).toBeLessThan(3);
    // Nothing that is paid for by the hour stands in the template without standing in the price list.
    const types = new Set(Object.values(stack.Resources).map(({ Type }) => Type));
    expect(
      [...types].filter((type) => /EC2|NatGateway|LoadBalanc|RDS|OpenSearch|WAFv2|CloudFront/.test(type)),
    ).toEqual([]);
  });

  it('the dashboard stays within what is free', () => {
    const [dashboard, ...others] = Object.values(stack.Resources).filter(
      ({ Type }) => Type === 'AWS::CloudWatch::Dashboard',
    );
    expect(others).toEqual([]);
    const shown = JSON.stringify(dashboard?.Properties).match(/\[\\"(AWS\/|UnitReports)/g) ?? [];
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.length).toBeLessThanOrEqual(prices.dashboard.metricsFree);
  });
});

describe('the administrators', () => {
  it('can be reached by this account’s alarms and by the notice of bounced mail, by nobody else', () => {
    const Permit = z.object({
      Effect: z.literal('Allow'),
      Action: z.literal('sns:Publish'),
      Principal: z.object({ Service: z.string() }),
      Condition: z.record(z.string(), z.record(z.string(), z.string())),
    });
    const policies = resourcesOf(
      stack,
      'AWS::SNS::TopicPolicy',
      z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
    );
    const publishers = [...policies.values()]
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .flatMap((statement) => Permit.safeParse(statement).data ?? [])
      .map(({ Principal, Condition }) => [Principal.Service, Condition]);
    const account = '<AWS::Region>:<AWS::AccountId>';
    expect(publishers).toEqual([
      [
        'cloudwatch.amazonaws.com',
        {
          StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' },
          ArnLike: { 'aws:SourceArn': `arn:<AWS::Partition>:cloudwatch:${account}:alarm:*` },
        },
      ],
      ['events.amazonaws.com', { ArnEquals: { 'aws:SourceArn': '<MailingBouncesNotDelivered.Arn>' } }],
    ]);
  });

  it('subscribe by mail, to a topic that takes nothing without TLS', () => {
    const subscriptions = resourcesOf(stack, 'AWS::SNS::Subscription', z.unknown());
    expect([...subscriptions.values()]).toEqual([
      { Protocol: 'email', TopicArn: '<AlarmsTopic>', Endpoint: 'quan-tri@so.example' },
    ]);
    const policies = resourcesOf(
      stack,
      'AWS::SNS::TopicPolicy',
      z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
    );
    expect(policies.size).toBe(1);
    for (const { PolicyDocument } of policies.values()) {
      expect(refusesPlainText(PolicyDocument.Statement)).toBe(true);
    }
  });
});

function refusesPlainText(statements: readonly unknown[]): boolean {
  const Refusal = z.object({
    Effect: z.literal('Deny'),
    Condition: z.object({ Bool: z.object({ 'aws:SecureTransport': z.literal('false') }) }),
  });
  return statements.some((statement) => Refusal.safeParse(statement).success);
}
