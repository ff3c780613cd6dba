import { describe, expect, it } from 'vitest';
import type { RequestContext } from '../../../../../infra/local/cloud/gateway/conditions.ts';
import type { Statement } from '../../../../../infra/local/cloud/gateway/options.ts';
import { Permissions } from '../../../../../infra/local/cloud/gateway/permissions.ts';
import { UnsupportedPolicy } from '../../../../../infra/local/cloud/gateway/policy-language.ts';
import { AccessRefused } from '../../../../../infra/local/cloud/gateway/refusal.ts';
import { admin, bucket, worker } from './a-gateway.ts';

const object = `arn:aws:s3:::${bucket}/inbox/a`;

function allows(
  statements: readonly Statement[] | 'all',
  action: string,
  resource: string,
  context: RequestContext = {},
  resourcePolicy: readonly Statement[] = [],
): boolean {
  const principal = { ...worker, statements };
  return new Permissions([principal], [resourcePolicy]).allows({ principal, action, resource, context });
}

const allow = (
  Action: string | string[],
  Resource: string | string[],
  Condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

describe('a policy', () => {
  it('allows what a statement names, and nothing else', () => {
    const statements = [allow('s3:GetObject', `arn:aws:s3:::${bucket}/inbox/*`)];
    expect(allows(statements, 's3:GetObject', object)).toBe(true);
    expect(allows(statements, 's3:PutObject', object)).toBe(false);
    expect(allows(statements, 's3:GetObject', `arn:aws:s3:::${bucket}/results/a`)).toBe(false);
    expect(allows(statements, 's3:GetObject', `arn:aws:s3:::${bucket}`)).toBe(false);
    expect(allows([], 's3:GetObject', object)).toBe(false);
  });

  it.each([
    ['s3:*', true],
    ['s3:Get*', true],
    ['S3:getobject', true],
    ['s3:Get?bject', true],
    ['s3:GetObjec', false],
    ['*', true],
    ['sqs:*', false],
  ])('with the action %s: %s', (action, expected) => {
    expect(allows([allow(action, '*')], 's3:GetObject', object)).toBe(expected);
  });

  it('takes dots and brackets of an ARN for themselves', () => {
    expect(allows([allow('*', 'arn:aws:s3:::a.b/[x]')], 's3:GetObject', 'arn:aws:s3:::acb/[x]')).toBe(false);
    expect(allows([allow('*', 'arn:aws:s3:::a.b/[x]')], 's3:GetObject', 'arn:aws:s3:::a.b/[x]')).toBe(true);
  });

  it('is overruled by any deny, that of the resource too, for the admin too', () => {
    const deny: Statement = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    expect(allows([allow('*', '*'), deny], 's3:GetObject', object)).toBe(false);
    expect(allows('all', 's3:GetObject', object)).toBe(true);
    expect(allows('all', 's3:GetObject', object, {}, [{ ...deny, Principal: '*' }])).toBe(false);
  });

  it('does not hear what a resource tells a service of AWS', () => {
    const forLogs: Statement = {
      ...allow('s3:PutObject', '*'),
      Principal: { Service: 'logging.s3.amazonaws.com' },
    };
    expect(allows([], 's3:PutObject', object, {}, [forLogs])).toBe(false);
  });

  it('names who, what and where when it refuses', () => {
    const permissions = new Permissions([worker, admin], []);
    const ask = () => permissions.demand({ principal: worker, action: 's3:PutObject', resource: object });
    expect(ask).toThrow(AccessRefused);
    expect(ask).toThrow(/worker.*s3:PutObject.*inbox\/a/);
  });
});

describe('a condition', () => {
  const holds = (Condition: Statement['Condition'], context: RequestContext) =>
    allows([allow('*', '*', Condition)], 's3:ListBucket', object, context);

  it.each<[string, NonNullable<Statement['Condition']>, RequestContext, boolean]>([
    ['equal', { StringEquals: { 's3:prefix': 'inbox/' } }, { 's3:prefix': 'inbox/' }, true],
    ['one of several', { StringEquals: { 's3:prefix': ['a/', 'inbox/'] } }, { 's3:prefix': 'inbox/' }, true],
    ['another', { StringEquals: { 's3:prefix': 'inbox/' } }, { 's3:prefix': '' }, false],
    ['alike', { StringLike: { 's3:prefix': 'inbox/*' } }, { 's3:prefix': 'inbox/2024/' }, true],
    ['absent', { StringLike: { 's3:prefix': '*' } }, {}, false],
    ['absent, asked if it exists', { StringLikeIfExists: { 's3:prefix': 'x' } }, {}, true],
    ['absent, negated', { StringNotEquals: { 's3:prefix': 'x' } }, {}, true],
    [
      'negated and equal to one',
      { StringNotEquals: { 's3:prefix': ['x', 'y'] } },
      { 's3:prefix': 'y' },
      false,
    ],
    ['a boolean', { Bool: { 'aws:SecureTransport': false } }, { 'aws:SecureTransport': 'true' }, false],
    [
      'a number below',
      { NumericGreaterThan: { 's3:signatureAge': 600_000 } },
      { 's3:signatureAge': '599999' },
      false,
    ],
    [
      'a number above',
      { NumericGreaterThan: { 's3:signatureAge': '600000' } },
      { 's3:signatureAge': '600001' },
      true,
    ],
    [
      'a partition that is named',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['OUTBOX#*', 'LINKS'] } },
      { 'dynamodb:LeadingKeys': 'OUTBOX#m' },
      true,
    ],
    [
      'a partition that is not',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['OUTBOX#*', 'LINKS'] } },
      { 'dynamodb:LeadingKeys': 'LINKS#' },
      false,
    ],
    ['null', { Null: { 's3:delimiter': 'true' } }, {}, true],
    ['not null', { Null: { 's3:delimiter': 'true' } }, { 's3:delimiter': '/' }, false],
    [
      'two, of which one fails',
      { StringEquals: { 's3:prefix': 'a' }, Bool: { 'aws:SecureTransport': 'true' } },
      { 's3:prefix': 'a', 'aws:SecureTransport': 'false' },
      false,
    ],
  ])('%s', (_, condition, context, expected) => {
    expect(holds(condition, context)).toBe(expected);
  });

  it.each<[string, Partial<Record<string, unknown>>]>([
    ['a set of another kind', { Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': 'A#*' } } }],
    ['an operator', { Condition: { DateGreaterThan: { 'aws:CurrentTime': '2024-01-01T00:00:00Z' } } }],
    ['a negated set', { Condition: { 'ForAllValues:StringNotEquals': { 's3:prefix': 'a' } } }],
    ['a key', { Condition: { StringEquals: { 'aws:SourceIp': '10.0.0.1' } } }],
    ['a policy variable', { Resource: `arn:aws:s3:::${bucket}/\${aws:username}/*` }],
    ['an element', { NotAction: 's3:GetObject' }],
    ['an effect', { Effect: 'Maybe' }],
  ])('or %s that is not understood stops the start instead of passing', (_, change) => {
    const statement = { ...allow('*', '*'), ...change } as Statement;
    expect(() => new Permissions([{ ...worker, statements: [statement] }], [])).toThrow(UnsupportedPolicy);
  });

  it('or a principal that is not understood stops it as well', () => {
    const policy: Statement = { ...allow('*', '*'), Principal: { AWS: 'arn:aws:iam::1:root' } };
    expect(() => new Permissions([], [[policy]])).toThrow(UnsupportedPolicy);
  });
});
