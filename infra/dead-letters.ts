import { Duration, aws_sqs as sqs, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface DeadLettersProps {
  readonly alarms: Alarms;
  /** What it means that something lies here, in one sentence. */
  readonly meaning: string;
  readonly runbook: string;
}

/** Where messages end that nobody could handle: kept as long as SQS can, and never unnoticed. */
export class DeadLetters extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    props.alarms.watch(`${scope.node.id}${id}`, {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      meaning: props.meaning,
      runbook: props.runbook,
    });
    // The rule knows dead-letter queues only by another queue's redrive policy, not by a rule's, a schedule's or a function's.
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is itself a dead-letter queue.',
    });
  }
}
