import {
  aws_certificatemanager as acm,
  aws_apigatewayv2 as apigateway,
  Duration,
  type aws_lambda as lambda,
  aws_logs as logs,
  Validations,
} from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Capacity } from './capacity.ts';
import type { Settings } from './settings.ts';

/** What one line of the access log says. No header, no path: link rewriters move a token into the path. */
const accessLine = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  address: '$context.identity.sourceIp',
  error: '$context.integrationErrorMessage',
};

export interface FrontDoorProps {
  readonly domain: Settings['domain'];
  readonly capacity: Capacity;
  readonly alarms: Alarms;
}

/**
 * The routes, each with a throttle of its own, as a share of what the capacity allows: whoever looks for holes below `/`, or
 * asks without end for what takes no link, then takes nothing from what is asked with a link.
 */
const routes: readonly (readonly [key: string, share: number])[] = [
  ['$default', 1],
  ['ANY /api/{proxy+}', 1],
  ['GET /api/receipts/{number}', 0.2],
  ['GET /api/openapi.json', 0.2],
];

/** The address units open. It stands before everything else is built, because mails and the bucket name it. */
export class FrontDoor extends Construct {
  private readonly api: apigateway.HttpApi;
  /** Where a name of one's own has to lead to, or null without one. */
  readonly domainTarget: string | null;
  private readonly name: string | null;
  private readonly stage: apigateway.HttpStage;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    this.api = new apigateway.HttpApi(this, 'Api', {
      description: 'The page of a unit, and its API',
      createDefaultStage: false,
    });
    const accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logs.RetentionDays.ONE_YEAR });
    const { requestsPerSecond, requestsAtOnce } = props.capacity;
    this.stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Far above what the units do on one day, and far below what a flood would cost.
      throttle: { rateLimit: requestsPerSecond, burstLimit: requestsAtOnce },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
    });
    (this.stage.node.defaultChild as apigateway.CfnStage).routeSettings = Object.fromEntries(
      routes.map(([key, share]) => [
        key,
        {
          ThrottlingRateLimit: Math.ceil(requestsPerSecond * share),
          ThrottlingBurstLimit: Math.ceil(requestsAtOnce * share),
        },
      ]),
    );
    this.name = props.domain?.name ?? null;
    this.domainTarget = props.domain && this.alsoKnownAs(props.domain);
    props.alarms.watch('PortalServerErrors', {
      metric: this.stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      meaning: 'The portal answered with a server error.',
      runbook: 'portal-server-errors',
    });
  }

  /** `https://…`, without a slash at the end; what mails name. */
  get url(): string {
    return this.name === null ? this.api.apiEndpoint : `https://${this.name}`;
  }

  /** Every address at which the page opens: links mailed before there was a name of its own open too. */
  get origins(): readonly string[] {
    return this.name === null ? [this.api.apiEndpoint] : [this.url, this.api.apiEndpoint];
  }

  /** The certificate exists already, in this region; the name is led here by whoever keeps its DNS. */
  private alsoKnownAs({ name, certificate }: NonNullable<FrontDoorProps['domain']>): string {
    const domain = new apigateway.DomainName(this, 'Domain', {
      domainName: name,
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', certificate),
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    new apigateway.ApiMapping(this, 'Mapping', { api: this.api, domainName: domain, stage: this.stage });
    return domain.regionalDomainName;
  }

  /** Hands every request to `handler`, which knows the routes and checks the token. */
  opensTo(handler: lambda.Function): void {
    const integration = new HttpLambdaIntegration('Portal', handler as lambda.IFunction);
    for (const [key] of routes) {
      const [method, path] = key.split(' ');
      const route = new apigateway.HttpRoute(this, path === undefined ? 'Route' : `Route${path}`, {
        httpApi: this.api,
        routeKey:
          path === undefined
            ? apigateway.HttpRouteKey.DEFAULT
            : apigateway.HttpRouteKey.with(path, method as apigateway.HttpMethod),
        integration,
      });
      // A stage may name only what there is.
      this.stage.node.addDependency(route);
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The page is public; the API asks for a bearer token, which the function compares with stored hashes.',
      });
    }
  }
}
