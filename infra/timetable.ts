import {
  aws_cloudwatch as cloudwatch,
  Duration,
  aws_iam as iam,
  type aws_lambda as lambda,
  Stack,
  aws_scheduler as scheduler,
  type aws_sqs as sqs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '../functions/schedule/environment.ts';
import type { Alarms } from './alarms.ts';
import type { BindingsFor } from './binding.ts';
import type { Capacity } from './capacity.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Files } from './files.ts';
import type { Intake } from './intake.ts';
import type { Mailing } from './mailing.ts';
import { recordedUnder } from './measured.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Records } from './records.ts';

export interface TimetableProps {
  /** IANA. */
  readonly timeZone: string;
  readonly records: Records;
  readonly files: Files;
  readonly intake: Intake;
  readonly mailing: Mailing;
  readonly alarms: Alarms;
  readonly capacity: Capacity;
}

/**
 * Hourly runs that were started, 0 where there was none: what never ran has no data of its own. The hours of a stack are
 * counted by the looks at an empty queue, of which Lambda makes some every minute from the deploy on.
 */
function startedRuns(schedule: lambda.Function, everWatched: sqs.Queue): cloudwatch.MathExpression {
  const period = Duration.hours(1);
  return new cloudwatch.MathExpression({
    expression: 'IF(looks > 0, FILL(runs, 0))',
    usingMetrics: {
      runs: schedule.metricInvocations({ period }),
      looks: everWatched.metricNumberOfEmptyReceives({ period }),
    },
    period,
  });
}

/** Every hour: which reminders, summaries and repairs are due? */
export class Timetable extends Construct {
  readonly schedule: PipelineFunction;

  constructor(scope: Construct, id: string, props: TimetableProps) {
    super(scope, id);
    const { alarms } = props;
    const missedRuns = new DeadLetters(this, 'MissedRuns', {
      alarms,
      meaning: 'An hourly run failed in every attempt.',
      runbook: 'missed-runs',
    });
    const environment: BindingsFor<typeof Environment> = {
      TABLE: props.records.usedFor({
        query: true,
        add: ['period', 'runs', 'outbox', 'gaps'],
        change: ['period', 'watermarks', 'overviews', 'work'],
      }),
      BUCKET: props.files.usedFor({
        read: ['regimes', 'inbox', 'runs'],
        write: ['runs'],
      }),
      METRICS_NAMESPACE: recordedUnder(this),
      INGEST_QUEUE_URL: props.intake.arrivals.notified(),
      DELIVER_QUEUE_URL: props.mailing.outbox.notified(),
    };
    this.schedule = new PipelineFunction(this, 'Schedule', {
      name: 'schedule',
      description: 'Queues the reminders, summaries and repairs that are due',
      memorySize: props.capacity.scheduleMemory,
      // The longest there is: work for very many units goes in pages, and what is left at the end is asked for again.
      timeout: Duration.minutes(15),
      environment,
      permissions: [props.records.unsentFound()],
      failedEvents: missedRuns.queue,
      alarms,
    });

    const schedule = this.schedule.function;

    // The first-level construct, because the second-level target may invoke every version of the function.
    new scheduler.CfnSchedule(this, 'Hourly', {
      description: 'Asks every hour what is due',
      scheduleExpression: 'cron(0 * * * ? *)',
      scheduleExpressionTimezone: props.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: schedule.functionArn,
        roleArn: this.callerOf(schedule.functionArn, missedRuns.queue.queueArn).roleArn,
        // A run is named by the hour it was due, however late it starts.
        input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        // The next hour covers what this one missed.
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
        deadLetterConfig: { arn: missedRuns.queue.queueArn },
      },
    });
    alarms.watch('ScheduleSilent', {
      metric: startedRuns(schedule, props.intake.arrivals.queue),
      comparison: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 3,
      meaning: 'The hourly run has not been started for three hours, or never.',
      runbook: 'schedule-silent',
    });
  }

  private callerOf(functionArn: string, deadLettersArn: string): iam.Role {
    const stack = Stack.of(this);
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    const group = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: 'default',
    });
    const caller = new iam.Role(this, 'Caller', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': group } },
      }),
    });
    caller.addToPolicy(
      new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    caller.addToPolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLettersArn] }),
    );
    return caller;
  }
}
