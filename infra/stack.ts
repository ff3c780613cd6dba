import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Files } from './files.ts';
import { FrontDoor } from './front-door.ts';
import { Intake } from './intake.ts';
import { Mailing } from './mailing.ts';
import { Overview } from './overview.ts';
import { Portal } from './portal.ts';
import { Records } from './records.ts';
import type { Settings } from './settings.ts';
import { Timetable } from './timetable.ts';
import { Watch } from './watch.ts';

export interface UnitReportsProps extends StackProps, Settings {}

/**
 * ```
 *  unit ─► front door ─► portal ── mints an upload ──► records ──┐ nil, more time
 *    └── the file ──► files ── arrival ──► intake ──► records ──► mailing ──► SES
 *                                            ▲                      ▲
 *                                            └──── timetable ───────┘  every hour
 * ```
 */
export class UnitReports extends Stack {
  constructor(scope: Construct, id: string, props: UnitReportsProps) {
    super(scope, id, props);
    const { capacity } = props;
    const alarms = new Alarms(this, 'Alarms', { adminMail: props.adminMail });
    const frontDoor = new FrontDoor(this, 'FrontDoor', { alarms, domain: props.domain, capacity });

    const records = new Records(this, 'Records', { kept: props.keptTable });
    const files = new Files(this, 'Files', { pageOrigins: frontDoor.origins, kept: props.keptBucket });

    const mailing = new Mailing(this, 'Mailing', {
      sender: props.sender,
      sandboxRecipients: props.sandboxRecipients,
      capacity,
      frontDoor,
      records,
      files,
      alarms,
    });
    const intake = new Intake(this, 'Intake', { files, records, mailing, alarms, capacity });
    const { schedule } = new Timetable(this, 'Timetable', {
      timeZone: props.timeZone,
      records,
      files,
      intake,
      mailing,
      alarms,
      capacity,
    });
    const { portal } = new Portal(this, 'Portal', { frontDoor, records, files, mailing, alarms, capacity });
    new Watch(this, 'Watch', { alarms });
    new Overview(this, 'Overview', {
      functions: [portal, intake.ingest, schedule, mailing.deliver],
      queues: [intake.arrivals, mailing.outbox],
    });

    // The admin command finds the system by these names.
    new CfnOutput(this, 'PortalUrl', { value: frontDoor.url });
    if (frontDoor.domainTarget !== null) {
      new CfnOutput(this, 'DomainTarget', { value: frontDoor.domainTarget });
    }
    new CfnOutput(this, 'BucketName', { value: files.bucket.bucketName });
    new CfnOutput(this, 'TableName', { value: records.tableName });
    new CfnOutput(this, 'IngestQueueUrl', { value: intake.arrivals.queue.queueUrl });
    new CfnOutput(this, 'DeliverQueueUrl', { value: mailing.outbox.queue.queueUrl });
    new CfnOutput(this, 'UndeliveredQueueUrl', { value: intake.undelivered.queue.queueUrl });
    new CfnOutput(this, 'AdminTopicArn', { value: alarms.topic.topicArn });
  }
}
