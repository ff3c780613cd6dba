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

/** The address units open. It stands before everything else is built, because mails and the bucket name it. */
export class FrontDoor extends Construct {
  private readonly api: apigateway.HttpApi;
  /** Where a name of one's own has to lead to, or null without one. */
  readonly domainTarget: string | null;
  private readonly name: string | null;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    this.api = new apigateway.HttpApi(this, 'Api', {
      description: 'The page of a unit, and its API',
      createDefaultStage: false,
    });
    const accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logs.RetentionDays.ONE_YEAR });
    const stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Far above what the units do on one day, and far below what a flood would cost.
      throttle: {
        rateLimit: props.capacity.requestsPerSecond,
        burstLimit: props.capacity.requestsAtOnce,
      },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
    });
    this.name = props.domain?.name ?? null;
    this.domainTarget = props.domain && this.alsoKnownAs(props.domain, stage);
    props.alarms.watch('PortalServerErrors', {
      metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
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
  private alsoKnownAs(
    { name, certificate }: NonNullable<FrontDoorProps['domain']>,
    stage: apigateway.HttpStage,
  ): string {
    const domain = new apigateway.DomainName(this, 'Domain', {
      domainName: name,
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', certificate),
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    new apigateway.ApiMapping(this, 'Mapping', { api: this.api, domainName: domain, stage });
    return domain.regionalDomainName;
  }

  /** Hands every request to `handler`, which knows the routes and checks the token. */
  opensTo(handler: lambda.Function): void {
    const route = new apigateway.HttpRoute(this, 'Route', {
      httpApi: this.api,
      routeKey: apigateway.HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Portal', handler as lambda.IFunction),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The page is public; the API asks for a bearer token, which the function compares with stored hashes.',
    });
  }
}
