import type { GatewayRequest } from './request.ts';

/** Which service a request is meant for, told by its protocol and by the service its signature names. */
export function route(request: GatewayRequest): 's3' | 'sqs' | 'ses' | 'dynamodb' {
  const target = request.headers.get('x-amz-target') ?? '';
  if (target.startsWith('DynamoDB_')) return 'dynamodb';
  if (target.startsWith('AmazonSQS.')) return 'sqs';
  const scope = /Credential=[^/]+\/[^/]+\/[^/]+\/([^/]+)\//.exec(
    request.headers.get('authorization') ?? '',
  )?.[1];
  if (scope === 'ses' || scope === 'sqs' || scope === 'dynamodb') return scope;
  const isForm =
    request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  // Query protocol: of the services here only SES speaks it.
  if (isForm && request.method === 'POST' && request.rawPath === '/') return 'ses';
  return 's3';
}
