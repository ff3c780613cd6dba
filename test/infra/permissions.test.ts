import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resourcesOf, type Synthesized, synthesizedOnce } from './synthesized.ts';

const OneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Policy = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: OneOrMore,
        Resource: OneOrMore,
        Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      }),
    ),
  }),
});

let stack: Synthesized;
let policies: readonly z.output<typeof Policy>[];

/** What a role may do, as `action resource`, and on which condition. */
function allowed(role: string): readonly string[] {
  return policies
    .filter(({ Roles }) => Roles.includes(`<${role}>`))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) => Resource.map((on) => [`${action} ${on}`, ...shown(Condition)].join(' '))),
    )
    .sort();
}

function shown(condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string[] {
  return Object.entries(condition).flatMap(([operator, tests]) =>
    Object.entries(tests).map(
      ([key, wanted]) => conditions[`${operator} ${key}`]?.(String(wanted)) ?? `${operator} ${key}`,
    ),
  );
}

/** The conditions that are known here, in short. */
const conditions: Readonly<Record<string, (wanted: string) => string>> = {
  'ForAllValues:StringLike dynamodb:LeadingKeys': (keys) => `in ${keys.replaceAll(',', ' ')}`,
  'Null s3:if-none-match': (absent) => (absent === 'false' ? 'once' : 'over anything'),
  'StringEquals ses:FromAddress': (address) => `as ${address}`,
};

const table = '<RecordsTable.Arn>';
const files = '<FilesBucket.Arn>';
const arrivals = '<IntakeArrivalsQueue.Arn>';
const outbox = '<MailingOutboxQueue.Arn>';
const codes = '<MailingCodesQueue.Arn>';
const ses = 'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>';

/** What reading a queue as an event source takes. */
function consuming(queue: string): readonly string[] {
  return ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`);
}

function logging(group: string): readonly string[] {
  return [`logs:CreateLogStream <${group}.Arn>`, `logs:PutLogEvents <${group}.Arn>`];
}

beforeAll(async () => {
  stack = await synthesizedOnce();
  policies = [...resourcesOf(stack, 'AWS::IAM::Policy', Policy).values()];
});

describe('permissions', () => {
  it('name every action, and every resource where AWS lets one', () => {
    const all = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(all.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    const wide = all.filter(({ Resource }) => Resource.includes('*')).flatMap(({ Action }) => Action);
    expect(wide).toEqual(['ses:GetSendQuota']);
  });

  it('come from policies of this stack only', () => {
    const roles = resourcesOf(
      stack,
      'AWS::IAM::Role',
      z.object({ ManagedPolicyArns: z.undefined().optional(), Policies: z.undefined().optional() }),
    );
    expect(roles.size).toBe(5);
  });

  it('let nobody delete a row or a file', () => {
    const actions = policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap((s) => s.Action),
    );
    expect(actions.filter((action) => /^(dynamodb|s3):.*Delete/.test(action))).toEqual([]);
  });
});

describe('the portal', () => {
  it('reads duties, results, copies and reports, may mint uploads into inbox/ and issued/, ring for a mail or a code, and count', () => {
    expect(allowed('PortalRole')).toEqual(
      [
        ...logging('PortalLog'),
        `dynamodb:BatchGetItem ${table}`,
        `dynamodb:GetItem ${table}`,
        `dynamodb:PutItem ${table} in UPLOADS#* DECISIONS#* OUTBOX#* BUNDLE#* CODES#* SESSIONS#* NOTES#* SIGNATURES#* DRAFTS#* AMENDMENTS#*`,
        `dynamodb:Query ${table}`,
        `dynamodb:UpdateItem ${table} in LIMIT#* LINKUSE#* OVERVIEW#* CODES#* SESSIONS#* ADDRESSES OUTBOX#*`,
        `s3:GetObject ${files}/annotated/*`,
        `s3:GetObject ${files}/inbox/*`,
        `s3:GetObject ${files}/issued/*`,
        `s3:GetObject ${files}/regimes/*`,
        `s3:GetObject ${files}/results/*`,
        `s3:GetObject ${files}/runs/*`,
        `s3:ListBucket ${files}`,
        `s3:PutObject ${files}/inbox/* once`,
        `s3:PutObject ${files}/issued/* once`,
        `sqs:SendMessage ${codes}`,
        `sqs:SendMessage ${outbox}`,
      ].sort(),
    );
  });
});

describe('ingest', () => {
  it('reads what arrived and what was decided of it, writes verdicts and annotated copies, never into inbox/', () => {
    expect(allowed('IntakeIngestRole')).toEqual(
      [
        ...logging('IntakeIngestLog'),
        ...consuming(arrivals),
        ...['BatchGetItem', 'GetItem', 'Query'].map(
          (action) =>
            `dynamodb:${action} ${table} in UPLOADS#* ARRIVAL#* VERSIONS#* DECISIONS#* PERIOD#* OUTBOX#* LINKS`,
        ),
        `dynamodb:PutItem ${table} in ARRIVAL#* VERSIONS#* OUTBOX#*`,
        `dynamodb:UpdateItem ${table} in ARRIVAL#* TURNS#*`,
        `s3:GetObject ${files}/inbox/*`,
        `s3:GetObject ${files}/regimes/*`,
        `s3:GetObject ${files}/results/*`,
        `s3:ListBucket ${files}`,
        `s3:PutObject ${files}/annotated/* once`,
        `s3:PutObject ${files}/results/* once`,
        `sqs:SendMessage ${arrivals}`,
        `sqs:SendMessage ${outbox}`,
      ].sort(),
    );
  });
});

describe('schedule', () => {
  it('looks everywhere, freezes summaries and rings both queues', () => {
    expect(allowed('TimetableScheduleRole')).toEqual(
      [
        ...logging('TimetableScheduleLog'),
        `dynamodb:BatchGetItem ${table}`,
        `dynamodb:GetItem ${table}`,
        `dynamodb:PutItem ${table} in PERIOD#* RUNS OUTBOX#* GAPS#*`,
        `dynamodb:Query ${table}`,
        `dynamodb:Query ${table}/index/unsent`,
        `dynamodb:UpdateItem ${table} in PERIOD#* WATERMARKS OVERVIEW#* WORK#*`,
        `s3:GetObject ${files}/inbox/*`,
        `s3:GetObject ${files}/regimes/*`,
        `s3:GetObject ${files}/runs/*`,
        `s3:ListBucket ${files}`,
        `s3:PutObject ${files}/runs/* once`,
        `sqs:SendMessage ${arrivals}`,
        `sqs:SendMessage ${outbox}`,
        'sqs:SendMessage <TimetableMissedRunsQueue.Arn>',
      ].sort(),
    );
  });

  it('is started by a role that may do nothing else', () => {
    expect(allowed('TimetableCaller')).toEqual([
      'lambda:InvokeFunction <TimetableScheduleFunction.Arn>',
      'sqs:SendMessage <TimetableMissedRunsQueue.Arn>',
    ]);
  });
});

describe('deliver', () => {
  it('sends as the sender alone, and in the sandbox to the recipients named', () => {
    expect(allowed('MailingDeliverRole')).toEqual(
      [
        ...logging('MailingDeliverLog'),
        ...consuming(codes),
        ...consuming(outbox),
        `dynamodb:BatchGetItem ${table}`,
        `dynamodb:GetItem ${table}`,
        `dynamodb:PutItem ${table} in LINKS ADDRESSES OUTBOX#* PERIOD#* RUNS WATERMARKS`,
        `dynamodb:Query ${table}`,
        `dynamodb:UpdateItem ${table} in OUTBOX#* CODES#* LINKS ADDRESSES PERIOD#* REGIMES WORK#*`,
        `s3:GetObject ${files}/annotated/*`,
        `s3:GetObject ${files}/issued/*`,
        `s3:GetObject ${files}/regimes/*`,
        `s3:GetObject ${files}/results/*`,
        `s3:GetObject ${files}/runs/*`,
        `s3:ListBucket ${files}`,
        `s3:PutObject ${files}/regimes/* once`,
        `s3:PutObject ${files}/runs/* once`,
        'ses:GetSendQuota *',
        `ses:SendRawEmail ${ses}:configuration-set/<MailingConfiguration> as bao-cao@so.example`,
        `ses:SendRawEmail ${ses}:identity/bao-cao@so.example as bao-cao@so.example`,
        `ses:SendRawEmail ${ses}:identity/don-vi.example as bao-cao@so.example`,
        `ses:SendRawEmail ${ses}:identity/so.example as bao-cao@so.example`,
        `ses:SendRawEmail ${ses}:identity/thu@don-vi.example as bao-cao@so.example`,
        `sqs:SendMessage ${outbox}`,
      ].sort(),
    );
  });
});

describe('the bucket', () => {
  it('refuses plain text, and signatures older than an upload may be', () => {
    const documents = resourcesOf(
      stack,
      'AWS::S3::BucketPolicy',
      z.object({ Bucket: z.string(), PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
    );
    const statements = [...documents.values()].find(({ Bucket }) => Bucket === '<FilesBucket>')
      ?.PolicyDocument.Statement;
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        Resource: [files, `${files}/*`],
      }),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { NumericGreaterThan: { 's3:signatureAge': 65 * 60 * 1000 } },
        Resource: `${files}/*`,
      }),
    );
  });
});
