import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { measured } from './measured.ts';

export interface WatchProps {
  readonly alarms: Alarms;
}

/** Alarms on what no service of AWS can see: mails that wait, hours that are late, a summary that did not go. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { alarms }: WatchProps) {
    super(scope, id);
    alarms.watch('SummaryNotGone', {
      metric: measured(this, 'SummariesNotGone', { period: Duration.hours(1) }),
      meaning: 'A summary was due and did not go.',
      runbook: 'summary-not-gone',
    });
    alarms.watch('HoursLate', {
      metric: measured(this, 'HoursLate', { statistic: 'Maximum', period: Duration.hours(1) }),
      meaning: 'The hourly run had to catch up with hours that were missed.',
      runbook: 'hours-late',
    });
    alarms.watch('FilesWaiting', {
      metric: measured(this, 'FilesWaiting', { statistic: 'Maximum', period: Duration.hours(1) }),
      periods: 2,
      meaning: 'A file has come and has had no verdict for more than an hour.',
      runbook: 'files-waiting',
    });
    alarms.watch('MailsWaiting', {
      metric: measured(this, 'OldestMailSeconds', { statistic: 'Maximum', period: Duration.hours(1) }),
      threshold: Duration.hours(3).toSeconds(),
      meaning: 'A mail has waited for more than three hours.',
      runbook: 'mails-waiting',
    });
    alarms.watch('MailsThrottled', {
      metric: measured(this, 'Mails', {}, 'throttled'),
      meaning: 'SES takes no more mail now: its rate or its daily quota is used up.',
      runbook: 'mails-throttled',
    });
    alarms.watch('MailsRefused', {
      metric: measured(this, 'Mails', {}, 'refused'),
      meaning: 'SES refused a mail.',
      runbook: 'mails-refused',
    });
    alarms.watch('RequestsRefused', {
      metric: measured(this, 'Refusals', {}, 'limit'),
      threshold: 50,
      meaning: 'Somebody asks for much more than a unit can need.',
      runbook: 'requests-refused',
    });
    alarms.watch('LinksRefused', {
      metric: measured(this, 'Refusals', {}, 'link'),
      threshold: 300,
      meaning:
        'Many requests came without a link that opens: somebody tries links, or an old one goes round.',
      runbook: 'links-refused',
    });
  }
}
