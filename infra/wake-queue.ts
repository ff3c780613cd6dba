import { Duration, aws_iam as iam, type aws_lambda as lambda, Names, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Binding } from './binding.ts';
import { DeadLetters } from './dead-letters.ts';

export interface WakeQueueProps {
  readonly alarms: Alarms;
  /** Time-out of the function that is woken. */
  readonly answeredWithin: Duration;
  /** A message older than this means that nobody works it off. */
  readonly alarmAfter: Duration;
  /** Prefix of the two headings in RUNBOOK.md: `<prefix>-backlog` and `<prefix>-dead-letters`. */
  readonly runbook: string;
}

/**
 * A queue whose messages say only "look": the truth is in the records, so a lost or a doubled message
 * does no harm. One message at a time, so that a slow one holds up no other.
 */
export class WakeQueue extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string, props: WakeQueueProps) {
    super(scope, id);
    const { alarms, runbook } = props;
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarms,
      meaning: `A message of ${id} failed five times and was put aside.`,
      runbook: `${runbook}-dead-letters`,
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: at least six times the time-out.
      visibilityTimeout: Duration.seconds(6 * props.answeredWithin.toSeconds()),
      // Shorter than the dead letters' fourteen days, which count from the first enqueueing.
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount: 5 },
    });
    alarms.watch(`${id}Backlog`, {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: props.alarmAfter.toSeconds(),
      meaning: `A message of ${id} has waited for more than ${props.alarmAfter.toMinutes()} minutes.`,
      runbook: `${runbook}-backlog`,
    });
  }

  /** The queue's URL, with the right to send a message. */
  notified(): Binding {
    return {
      value: this.queue.queueUrl,
      permissions: [
        new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
      ],
    };
  }

  /** Lets `consumer` be invoked for each message, by at most `maxConcurrency` messages at once. */
  wakes(consumer: lambda.Function, maxConcurrency: number): void {
    // What Lambda needs of a queue, and no more: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    consumer.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    // Under the name by which the CDK's own event source has always made it: of another name Lambda would take it for a
    // second one of the same queue, and refuse the update.
    consumer.addEventSourceMapping(`SqsEventSource:${Names.nodeUniqueId(this.queue.node)}`, {
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency,
    });
  }
}
