import {
  aws_events as events,
  aws_ses as ses,
  aws_sns as sns,
  type aws_sqs as sqs,
  aws_events_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';

export interface BouncesProps {
  readonly configuration: ses.ConfigurationSet;
  readonly alarms: Alarms;
  /** Whose reader marks the addresses. */
  readonly notices: sqs.Queue;
}

/** A mail that did not arrive marks its address, and is told to the administrators: a unit with a wrong address must not vanish. */
export class Bounces extends Construct {
  constructor(scope: Construct, id: string, props: BouncesProps) {
    super(scope, id);
    const { configuration, alarms, notices } = props;
    const undelivered = new DeadLetters(this, 'Undelivered', {
      alarms,
      meaning: 'A notice of a bounced mail could not be passed on.',
      runbook: 'bounces-undelivered',
    });
    configuration.addEventDestination('Events', {
      // SES reports to no other bus than the account's default one.
      destination: ses.EventDestination.eventBus(
        events.EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      ),
      events: [
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
        ses.EmailSendingEvent.REJECT,
        ses.EmailSendingEvent.DELIVERY_DELAY,
        ses.EmailSendingEvent.DELIVERY,
      ],
    });
    const ours = { 'ses:configuration-set': [configuration.configurationSetName] };
    const marked = new targets.SqsQueue(notices as sqs.IQueue, {
      deadLetterQueue: undelivered.queue as sqs.IQueue,
    });
    new events.Rule(this, 'Failed', {
      description: 'A mail bounced or its reader complained: its address is marked',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: ours } },
      },
      targets: [marked],
    });
    new events.Rule(this, 'Arrived', {
      description: 'A mail has arrived at an address at which earlier ones did not',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Delivered'],
        detail: { mail: { tags: { ...ours, address: ['doubtful'] } } },
      },
      targets: [marked],
    });
    const rule = new events.Rule(this, 'NotDelivered', {
      description: 'A mail bounced, was refused or is delayed, or its reader complained',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected', 'Email Delivery Delayed'],
        detail: { mail: { tags: { 'ses:configuration-set': [configuration.configurationSetName] } } },
      },
      targets: [
        // By its ARN: the topic itself would let in whatever calls itself EventBridge.
        new targets.SnsTopic(sns.Topic.fromTopicArn(this, 'Topic', alarms.topic.topicArn), {
          deadLetterQueue: undelivered.queue as sqs.IQueue,
          message: events.RuleTargetInput.fromText(
            [
              events.EventField.fromPath('$.detail-type'),
              `to ${events.EventField.fromPath('$.detail.mail.destination[0]')}`,
              `at ${events.EventField.fromPath('$.time')}.`,
              'See infra/RUNBOOK.md#bounced-mail',
            ].join(' '),
          ),
        }),
      ],
    });
    alarms.admits(rule);
  }
}
