import { aws_cloudwatch as cloudwatch, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { measured, measuredApart } from './measured.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import type { WakeQueue } from './wake-queue.ts';

export interface OverviewProps {
  readonly functions: readonly PipelineFunction[];
  readonly queues: readonly WakeQueue[];
}

/** What an administrator looks at first: one dashboard, with the questions one asks the logs. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { functions, queues }: OverviewProps) {
    super(scope, id);
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(7),
    });
    dashboard.addWidgets(
      this.graph('Files by verdict', measuredApart(this, 'Files')),
      this.graph('Seconds from file to verdict', [
        this.seconds('SecondsToVerdict', 'p50'),
        this.seconds('SecondsToVerdict', 'p95'),
        this.seconds('SecondsToVerdict', 'Maximum'),
      ]),
      this.graph('Mails by outcome', measuredApart(this, 'Mails')),
    );
    dashboard.addWidgets(
      this.graph('Waiting', [
        measured(this, 'FilesWaiting', { statistic: 'Maximum', period: Duration.hours(1) }),
        measured(this, 'MailsWaiting', { statistic: 'Maximum', period: Duration.hours(1) }),
        ...queues.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
      ]),
      this.graph('Age of the oldest, in seconds', [
        measured(this, 'OldestMailSeconds', { statistic: 'Maximum', period: Duration.hours(1) }),
        ...queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
      ]),
      this.graph('Late', [
        measured(this, 'HoursLate', { statistic: 'Maximum', period: Duration.hours(1) }),
        measured(this, 'SummariesNotGone', { period: Duration.hours(1) }),
      ]),
    );
    dashboard.addWidgets(
      this.graph('Requests refused', measuredApart(this, 'Refusals')),
      this.graph('Errors', [
        ...functions.map((each) => each.function.metricErrors({ label: each.name })),
        ...measuredApart(this, 'Failures'),
      ]),
      this.graph(
        'Longest run, in milliseconds',
        functions.map((each) => each.function.metricDuration({ label: each.name, statistic: 'Maximum' })),
      ),
    );
    // In the dashboard, where "view in Logs Insights" opens them: a saved query of its own is a resource type more, which
    // the CloudFormation of other clouds does not know.
    dashboard.addWidgets(
      ...Object.entries<Question>(questions).map(
        ([title, { of, fields, filter }]) =>
          new cloudwatch.LogQueryWidget({
            title,
            logGroupNames: functions
              .filter(({ name }) => of.includes(name))
              .map(({ logGroup }) => logGroup.logGroupName),
            queryLines: [
              `fields ${fields.join(', ')}`,
              `filter ${filter}`,
              'sort @timestamp desc',
              'limit 100',
            ],
            width: 24,
            height: 6,
          }),
      ),
    );
  }

  private graph(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
    return new cloudwatch.GraphWidget({ title, left, width: 8, height: 6 });
  }

  private seconds(name: 'SecondsToVerdict', statistic: string): cloudwatch.Metric {
    return measured(this, name, { statistic, label: statistic });
  }
}

/** By name: of which functions' logs, and what is shown of which lines. */
const questions = {
  'What failed': {
    of: ['portal', 'ingest', 'schedule', 'deliver'],
    fields: ['@timestamp', 'service', 'message', 'error.name', 'error.message'],
    filter: 'level = "ERROR"',
  },
  'What became of files': {
    of: ['ingest'],
    fields: ['@timestamp', 'message', 'upload', 'state'],
    filter: 'ispresent(upload) or message like /FILE_/',
  },
  'What became of mails': {
    of: ['deliver'],
    fields: ['@timestamp', 'message', 'id', 'sesMessageId', 'error.message'],
    filter: 'message like /MAIL_/',
  },
  'What was due': {
    of: ['schedule'],
    fields: ['@timestamp', 'message', 'kind', 'period', 'at'],
    filter: 'message like /WORK_DUE|REPAIRED/',
  },
  'Slowest runs': {
    of: ['portal', 'ingest', 'schedule', 'deliver'],
    fields: ['@timestamp', 'type', 'record.metrics.durationMs', 'record.metrics.maxMemoryUsedMB'],
    filter: 'type = "platform.report"',
  },
} as const satisfies Readonly<Record<string, Question>>;

interface Question {
  readonly of: readonly PipelineFunction['name'][];
  readonly fields: readonly string[];
  readonly filter: string;
}
