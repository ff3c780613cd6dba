import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '../functions/portal/environment.ts';
import type { Alarms } from './alarms.ts';
import type { BindingsFor } from './binding.ts';
import type { Capacity } from './capacity.ts';
import type { Files } from './files.ts';
import type { FrontDoor } from './front-door.ts';
import type { Mailing } from './mailing.ts';
import { recordedUnder } from './measured.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Records } from './records.ts';

export interface PortalProps {
  readonly frontDoor: FrontDoor;
  readonly records: Records;
  readonly files: Files;
  readonly mailing: Mailing;
  readonly alarms: Alarms;
  readonly capacity: Capacity;
}

/** Answers the unit's page and its API. */
export class Portal extends Construct {
  readonly portal: PipelineFunction;

  constructor(scope: Construct, id: string, props: PortalProps) {
    super(scope, id);
    const environment: BindingsFor<typeof Environment> = {
      TABLE: props.records.usedFor({
        query: true,
        add: [
          'uploads',
          'decisions',
          'outbox',
          'bundles',
          'codes',
          'sessions',
          'notes',
          'signatures',
          'drafts',
          'amendments',
        ],
        // An address that the office mends, and the mails that waited for it.
        change: ['limits', 'linkUses', 'overviews', 'codes', 'sessions', 'addresses', 'outbox'],
      }),
      // Minting a form for the browser needs the permission the browser will use: to write into inbox/ and issued/.
      BUCKET: props.files.usedFor({
        read: ['annotated', 'inbox', 'issued', 'results', 'regimes', 'runs'],
        write: ['inbox', 'issued'],
      }),
      METRICS_NAMESPACE: recordedUnder(this),
      DELIVER_QUEUE_URL: props.mailing.outbox.notified(),
      CODES_QUEUE_URL: props.mailing.codes.notified(),
    };
    this.portal = new PipelineFunction(this, 'Portal', {
      name: 'portal',
      description: 'Duties, forms, uploads and their outcome',
      memorySize: props.capacity.portalMemory,
      timeout: Duration.seconds(15),
      environment,
      reserved: props.capacity.reservedForPortal,
      alarms: props.alarms,
    });
    props.frontDoor.opensTo(this.portal.function);
  }
}
