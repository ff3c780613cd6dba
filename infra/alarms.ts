import {
  ArnFormat,
  aws_cloudwatch_actions as actions,
  aws_cloudwatch as cloudwatch,
  type aws_events as events,
  aws_iam as iam,
  Stack,
  aws_sns as sns,
} from 'aws-cdk-lib';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmsProps {
  /** Who is mailed when an alarm goes off. */
  readonly adminMail: string;
}

export interface AlarmProps {
  readonly metric: cloudwatch.IMetric;
  /** What has gone wrong, in one sentence. */
  readonly meaning: string;
  /** The heading's anchor in RUNBOOK.md. */
  readonly runbook: string;
  /** At which value it goes off; 1 unless told. */
  readonly threshold?: number;
  readonly comparison?: cloudwatch.ComparisonOperator;
  readonly periods?: number;
}

/** The administrators' topic, and every alarm that reaches it. */
export class Alarms extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Unit Reports', enforceSSL: true });
    // A topic policy, here for TLS, takes the place of the default one, by which alarms may publish.
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: {
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'cloudwatch',
              resource: 'alarm',
              resourceName: '*',
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          },
        },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.adminMail));
  }

  /** Lets this rule publish; no other rule of this account or of another. */
  admits(rule: events.Rule): void {
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
  }

  /** Adds an alarm that mails the administrators when it goes off and when it is over. */
  watch(id: string, props: AlarmProps): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      metric: props.metric,
      alarmDescription: `${props.meaning} See infra/RUNBOOK.md#${props.runbook}`,
      threshold: props.threshold ?? 1,
      comparisonOperator:
        props.comparison ?? cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      // A stack that was deployed a minute ago has no data yet, and that is no fault.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const notify = new actions.SnsAction(this.topic);
    alarm.addAlarmAction(notify);
    alarm.addOkAction(notify);
  }
}
