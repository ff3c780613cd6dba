import type { Fault, GatewayCall } from '../../infra/local/cloud/gateway/options.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import type { Eraser } from '../../shared/ports/eraser.ts';
import { SendingAmbiguous, SendingThrottled } from '../../shared/ports/mailer.ts';

type Ports = Pick<Dependencies, 'table' | 'store' | 'signer' | 'outbox' | 'codes' | 'arrivals' | 'mailer'> & {
  readonly eraser: Eraser;
};

/** What a call of a port asks of AWS: each of its methods. A signer asks for credentials alone, which may not be there. */
const actions = {
  dynamodb: {
    ...{ get: 'GetItem', query: 'Query', putIfAbsent: 'PutItem' },
    ...{ update: 'UpdateItem', updated: 'UpdateItem' },
  },
  s3: {
    ...{ get: 'GetObject', open: 'GetObject', arrival: 'GetObject' },
    ...{ put: 'PutObject', putOnce: 'PutObject', list: 'ListBucket' },
  },
  signer: { signUpload: 'SignUpload', signDownload: 'SignDownload', uploadOrigin: 'UploadOrigin' },
  eraser: { count: 'ListBucketVersions', erase: 'DeleteObjectVersion' },
  sqs: { send: 'SendMessage' },
  ses: { send: 'SendRawEmail', quota: 'GetSendQuota' },
} as const;

/** The service behind a port; that of those which are no service of their own. */
const serviceOf = (port: keyof typeof actions): GatewayCall['service'] =>
  port === 'signer' || port === 'eraser' ? 's3' : port;

/** The same ports, whose calls are announced before and after their effect, and fail where that is asked for. */
export function breakable(ports: Ports, ask: (call: GatewayCall) => 'continue' | Fault): Ports {
  const breaking = <Port extends object>(port: Port, kind: keyof typeof actions): Port => {
    const of: Readonly<Record<string, string>> = actions[kind];
    const service = serviceOf(kind);
    return new Proxy(port, {
      get(target, name) {
        const action = of[String(name)];
        const method: unknown = Reflect.get(target, name);
        if (action === undefined || typeof method !== 'function') return method;
        return async (...given: readonly unknown[]) => {
          const call = { principal: 'test', service, action: `${service}:${action}`, resource: '*' };
          fail(service, ask({ ...call, phase: 'before' }));
          const answer: unknown = await Reflect.apply(method, target, given);
          fail(service, ask({ ...call, phase: 'after' }));
          return answer;
        };
      },
    });
  };
  return {
    table: breaking(ports.table, 'dynamodb'),
    store: breaking(ports.store, 's3'),
    signer: breaking(ports.signer, 'signer'),
    eraser: breaking(ports.eraser, 'eraser'),
    outbox: breaking(ports.outbox, 'sqs'),
    codes: breaking(ports.codes, 'sqs'),
    arrivals: breaking(ports.arrivals, 'sqs'),
    mailer: breaking(ports.mailer, 'ses'),
  };
}

/** Throws what the adapters of AWS throw at such a fault. */
function fail(service: GatewayCall['service'], fault: 'continue' | Fault): void {
  if (fault === 'continue') return;
  const throttled = fault === 'throttle';
  if (service === 'ses')
    throw throttled ? new SendingThrottled('no more now') : new SendingAmbiguous('cut off');
  throw throttled
    ? Object.assign(new Error('Throttled on purpose.'), { name: 'ThrottlingException' })
    : Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
