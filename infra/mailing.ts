import { Duration, aws_iam as iam, Stack, aws_ses as ses } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '../functions/deliver/environment.ts';
import type { Alarms } from './alarms.ts';
import { type BindingsFor, value } from './binding.ts';
import { Bounces } from './bounces.ts';
import type { Capacity } from './capacity.ts';
import type { Files } from './files.ts';
import type { FrontDoor } from './front-door.ts';
import { recordedUnder } from './measured.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Records } from './records.ts';
import { identitiesOf } from './sender.ts';
import { WakeQueue } from './wake-queue.ts';

export interface MailingProps {
  /** `Name <address>` or an address alone; its domain or itself must be a verified SES identity. */
  readonly sender: string;
  readonly sandboxRecipients: readonly string[];
  readonly frontDoor: FrontDoor;
  readonly records: Records;
  readonly files: Files;
  readonly alarms: Alarms;
  readonly capacity: Capacity;
}

/** A message wakes the sender, and each row of the outbox is sent once. */
export class Mailing extends Construct {
  readonly outbox: WakeQueue;
  /** Of codes that somebody waits for: a thousand receipts in the outbox must not stand before one of them. */
  readonly codes: WakeQueue;
  readonly deliver: PipelineFunction;

  constructor(scope: Construct, id: string, props: MailingProps) {
    super(scope, id);
    const { alarms } = props;
    const timeout = Duration.seconds(props.capacity.deliverSeconds);
    this.outbox = new WakeQueue(this, 'Outbox', {
      alarms,
      answeredWithin: timeout,
      alarmAfter: Duration.hours(1),
      runbook: 'outbox',
    });
    this.codes = new WakeQueue(this, 'Codes', {
      alarms,
      // No longer than the function itself may take: a code that failed is sent again while it is still waited for.
      answeredWithin: Duration.seconds(timeout.toSeconds() / 6),
      alarmAfter: Duration.minutes(15),
      runbook: 'codes',
    });
    const configuration = new ses.ConfigurationSet(this, 'Configuration', {
      reputationMetrics: true,
      // The records mark addresses themselves, say so to the office, and know when one is mended.
      disableSuppressionList: true,
    });
    new Bounces(this, 'Bounces', { configuration, alarms, notices: this.outbox.queue });

    // A verified domain could be written from under any of its names.
    const from = { StringEquals: { 'ses:FromAddress': identitiesOf(props.sender)[0] } };
    const environment: BindingsFor<typeof Environment> = {
      TABLE: props.records.usedFor({
        query: true,
        // Of an address at which nothing arrives the office is told; and what it changed in a regime is brought into
        // force here, and the draft that it asked for drawn up, where no browser has a say.
        add: ['links', 'addresses', 'outbox', 'period', 'runs', 'watermarks'],
        // A link minted while its holder was being stopped is revoked again.
        change: ['outbox', 'codes', 'links', 'addresses', 'period', 'regimes', 'work'],
      }),
      BUCKET: props.files.usedFor({
        read: ['annotated', 'issued', 'regimes', 'results', 'runs'],
        write: ['runs', 'regimes'],
      }),
      SENDERS_AT_ONCE: value(String(props.capacity.sendersAtOnce)),
      METRICS_NAMESPACE: recordedUnder(this),
      DELIVER_QUEUE_URL: this.outbox.notified(),
      PORTAL_URL: value(props.frontDoor.url),
      SENDER: {
        value: props.sender,
        permissions: [
          new iam.PolicyStatement({
            actions: ['ses:SendRawEmail'],
            conditions: from,
            // In its sandbox SES asks for the right on the recipient's identity too:
            // https://github.com/cloudposse/terraform-aws-ses/issues/40
            resources: [props.sender, ...props.sandboxRecipients]
              .flatMap(identitiesOf)
              .map((identity) => this.sesArn('identity', identity)),
          }),
          new iam.PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
        ],
        acknowledgements: [
          {
            id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
            reason: 'ses:GetSendQuota knows no resource; it only tells how fast this account may send.',
          },
        ],
      },
      CONFIGURATION_SET: {
        value: configuration.configurationSetName,
        permissions: [
          new iam.PolicyStatement({
            actions: ['ses:SendRawEmail'],
            conditions: from,
            resources: [this.sesArn('configuration-set', configuration.configurationSetName)],
          }),
        ],
      },
    };
    this.deliver = new PipelineFunction(this, 'Deliver', {
      name: 'deliver',
      description: 'Sends one message of the outbox once',
      memorySize: props.capacity.deliverMemory,
      timeout,
      environment,
      alarms,
    });
    this.outbox.wakes(this.deliver.function, props.capacity.sendersAtOnce);
    // Two at once are the fewest that a queue's reader may be allowed.
    this.codes.wakes(this.deliver.function, 2);
  }

  private sesArn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}
