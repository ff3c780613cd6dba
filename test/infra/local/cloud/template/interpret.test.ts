import { describe, expect, it } from 'vitest';
import { type Assembly, readAssembly } from '../../../../../infra/local/cloud/template/assembly.ts';
import { interpret } from '../../../../../infra/local/cloud/template/interpret.ts';
import { TemplateNotUnderstood } from '../../../../../infra/local/cloud/template/not-understood.ts';
import { fixtureAssembly } from '../../fixture/cloud.ts';

const ground = {
  region: 'ap-southeast-1',
  account: '000000000000',
  gateway: 'http://127.0.0.1:2',
  portal: 'http://127.0.0.1:1',
  parameters: {},
};

type Resource = Assembly['template']['Resources'][string];

/** A stack of these resources alone. */
function stackOf(resources: Record<string, Partial<Resource> & { Type: string }>): Assembly {
  const Resources = Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [
      id,
      { Properties: {}, Condition: undefined, ...resource },
    ]),
  );
  return { stack: 'Small', assets: new Map(), template: { Resources, Outputs: {}, Parameters: {} } };
}

const refusal = (assembly: Assembly): string => {
  try {
    interpret(assembly, ground);
  } catch (error) {
    if (error instanceof TemplateNotUnderstood) return error.message;
    throw error;
  }
  return 'none';
};

describe('a synthesized stack', () => {
  it('comes down to functions with their variables, limits and permissions', async () => {
    const plan = interpret(await readAssembly(await fixtureAssembly()), ground);
    const worker = plan.functions.find(({ name }) => name === 'worker');
    expect(worker).toMatchObject({
      handler: 'index.handler',
      timeoutSeconds: 10,
      memoryMegabytes: 128,
      environment: {
        OUTBOX_URL: 'http://127.0.0.1:2/000000000000/Outbox',
        TABLE: 'Records',
        BUCKET: 'fixture-files',
      },
    });
    expect(worker?.statements).toContainEqual({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::fixture-files/inbox/*',
    });
  });

  it('comes down to queues, rules, mappings, schedules and the API', async () => {
    const plan = interpret(await readAssembly(await fixtureAssembly()), ground);
    expect(plan.queues.find(({ name }) => name === 'Work')).toMatchObject({
      visibilityTimeout: 360,
      redrive: {
        deadLetterTargetArn: 'arn:aws:sqs:ap-southeast-1:000000000000:WorkDead',
        maxReceiveCount: 3,
      },
    });
    expect(plan.rules).toMatchObject([
      {
        pattern: { detail: { bucket: { name: ['fixture-files'] } } },
        targets: [{ queueArn: 'arn:aws:sqs:ap-southeast-1:000000000000:Work' }],
      },
    ]);
    expect(plan.mappings).toMatchObject([
      { functionName: 'worker', batchSize: 10, reportBatchItemFailures: true, maximumConcurrency: 2 },
      { functionName: 'sender', batchSize: 1 },
    ]);
    expect(plan.schedules).toMatchObject([
      { functionName: 'clockwork', rule: { minute: 0, hour: 8, timeZone: 'Asia/Ho_Chi_Minh' } },
    ]);
    expect(plan.api?.routes).toEqual(new Map([['ANY /{proxy+}', 'api']]));
  });

  it('comes down to tables with their indexes, and buckets with their rules', async () => {
    const plan = interpret(await readAssembly(await fixtureAssembly()), ground);
    expect(plan.tables).toMatchObject([
      { TableName: 'Records', GlobalSecondaryIndexes: [{ IndexName: 'byDay' }] },
    ]);
    expect(plan.buckets).toMatchObject([
      {
        name: 'fixture-files',
        versioned: true,
        eventBridge: true,
        cors: [{ allowedOrigins: ['http://127.0.0.1:1'] }],
        policy: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      },
    ]);
    expect(plan.outputs).toEqual({
      PortalUrl: 'http://127.0.0.1:1',
      BucketName: 'fixture-files',
      TableName: 'Records',
    });
  });

  it('is refused for a resource type nobody taught the local cloud', () => {
    expect(refusal(stackOf({ Graph: { Type: 'AWS::Neptune::DBCluster' } }))).toBe(
      'Resources.Graph: the resource type AWS::Neptune::DBCluster is not known here',
    );
  });

  it.each([
    [{ 'Fn::ImportValue': 'x' }, 'the intrinsic Fn::ImportValue is not known here'],
    [{ 'Fn::If': ['a', 'b', 'c'] }, 'the intrinsic Fn::If is not known here'],
    [{ Ref: 'Nobody' }, 'there is no resource Nobody'],
    [{ 'Fn::GetAtt': ['Q', 'Colour'] }, 'the attribute Colour of Q is not known here'],
  ])('is refused for %j', (QueueName, what) => {
    expect(
      refusal(
        stackOf({
          Q: { Type: 'AWS::SQS::Queue' },
          Other: { Type: 'AWS::SQS::Queue', Properties: { QueueName } },
        }),
      ),
    ).toContain(what);
  });

  it('is refused for a property whose meaning would be lost', () => {
    const mapping = {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: 'a', FunctionName: 'f', FilterCriteria: {} },
    };
    expect(refusal(stackOf({ M: mapping }))).toContain('FilterCriteria');
  });

  it('is refused for a schedule it could only guess at', () => {
    const schedule = {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(0 8 L * ? *)',
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: 'a', RoleArn: 'r', Input: '{}' },
      },
    };
    expect(refusal(stackOf({ S: schedule }))).toMatch(
      /^Resources\.S\.Properties\.ScheduleExpression: cron\(0 8 L \* \? \*\) is neither/,
    );
  });

  it('is refused for a policy it could only guess at', () => {
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    };
    expect(refusal(stackOf({ R: role }))).toContain(
      'what arn:aws:iam::aws:policy/AdministratorAccess allows',
    );
    const statement = { Effect: 'Allow', NotAction: 's3:*', Resource: '*' };
    const policy = {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [statement] }, Roles: [] },
    };
    expect(refusal(stackOf({ P: policy }))).toContain('NotAction');
  });

  it('needs nothing for what only watches or bills', () => {
    const plan = interpret(
      stackOf({ A: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: { 'Fn::If': [] } } } }),
      ground,
    );
    expect(plan.functions).toEqual([]);
  });

  it('substitutes pseudo parameters, attributes and own variables', () => {
    const v = (name: string) => `$\{${name}}`;
    const QueueName = {
      'Fn::Sub': [
        `${v('AWS::Region')}-${v('Q.QueueName')}-${v('own')}-${v('!kept')}`,
        { own: { 'Fn::Join': ['+', ['a', 'b']] } },
      ],
    };
    const plan = interpret(
      stackOf({
        Q: { Type: 'AWS::SQS::Queue' },
        Other: { Type: 'AWS::SQS::Queue', Properties: { QueueName } },
      }),
      ground,
    );
    expect(plan.queues.map(({ name }) => name)).toContain(`ap-southeast-1-Q-a+b-${v('kept')}`);
  });
});
