import {
  Duration,
  aws_events as events,
  type aws_sqs as sqs,
  aws_events_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '../functions/ingest/environment.ts';
import type { Alarms } from './alarms.ts';
import type { BindingsFor } from './binding.ts';
import type { Capacity } from './capacity.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Files } from './files.ts';
import type { Mailing } from './mailing.ts';
import { recordedUnder } from './measured.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Records } from './records.ts';
import { WakeQueue } from './wake-queue.ts';

export interface IntakeProps {
  readonly files: Files;
  readonly records: Records;
  readonly mailing: Mailing;
  readonly alarms: Alarms;
  readonly capacity: Capacity;
}

const timeout = Duration.seconds(60);

/** A file arrives, a message says so, and it is read, judged and recorded. */
export class Intake extends Construct {
  readonly arrivals: WakeQueue;
  /** Events of files that could not be put into the queue. */
  readonly undelivered: DeadLetters;
  readonly ingest: PipelineFunction;

  constructor(scope: Construct, id: string, props: IntakeProps) {
    super(scope, id);
    const { alarms } = props;
    this.arrivals = new WakeQueue(this, 'Arrivals', {
      alarms,
      answeredWithin: timeout,
      // Two attempts fit in before; the third of a poisoned file ends in a verdict.
      alarmAfter: Duration.minutes(30),
      runbook: 'arrivals',
    });
    this.undelivered = new DeadLetters(this, 'Undelivered', {
      alarms,
      meaning: 'The event of an arrived file could not be put into the queue.',
      runbook: 'intake-undelivered',
    });
    new events.Rule(this, 'FileArrived', {
      description: 'A file was stored in inbox/',
      // By no reason: a repair by hand may be a copy or a multipart upload.
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [props.files.bucket.bucketName] },
          object: { key: [{ prefix: 'inbox/' }] },
        },
      },
      targets: [
        new targets.SqsQueue(this.arrivals.queue as sqs.IQueue, {
          deadLetterQueue: this.undelivered.queue as sqs.IQueue,
        }),
      ],
    });

    const environment: BindingsFor<typeof Environment> = {
      // It opens files of unknown hands: should one take it over, it can say what was read,
      // of any file, and queue mails; not who is let in, what was decided or issued.
      TABLE: props.records.usedFor({
        query: true,
        read: ['uploads', 'arrivals', 'versions', 'decisions', 'period', 'outbox', 'links'],
        add: ['arrivals', 'versions', 'outbox'],
        change: ['arrivals', 'turns'],
      }),
      // Never may it write into inbox/: each of its writes would wake it again.
      BUCKET: props.files.usedFor({
        read: ['inbox', 'regimes', 'results'],
        write: ['annotated', 'results'],
      }),
      METRICS_NAMESPACE: recordedUnder(this),
      DELIVER_QUEUE_URL: props.mailing.outbox.notified(),
      INGEST_QUEUE_URL: this.arrivals.notified(),
    };
    this.ingest = new PipelineFunction(this, 'Ingest', {
      name: 'ingest',
      description: 'Reads, judges and records one file',
      memorySize: props.capacity.ingestMemory,
      timeout,
      environment,
      alarms,
    });
    this.arrivals.wakes(this.ingest.function, props.capacity.readersAtOnce);
  }
}
