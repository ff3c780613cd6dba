import {
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
  readonly alarms: Alarms;
}

/** The address units open. It stands before everything else is built, because mails and the bucket name it. */
export class FrontDoor extends Construct {
  private readonly api: apigateway.HttpApi;

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
      // Fourteen units on one day; far above that, and far below what a flood would cost.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLine)),
      },
    });
    props.alarms.watch('PortalServerErrors', {
      metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      meaning: 'The portal answered with a server error.',
      runbook: 'portal-server-errors',
    });
  }

  /** `https://…`, without a slash at the end. */
  get url(): string {
    return this.api.apiEndpoint;
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
