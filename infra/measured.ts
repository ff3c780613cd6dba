/** What the functions measure of themselves, as CloudWatch knows it. */
import { aws_cloudwatch as cloudwatch, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Measure, measures, type Part } from '../shared/vocabulary/measures.ts';
import { type Binding, value } from './binding.ts';

/** A namespace for each stack, so that staging never quiets or rouses production's alarms. */
function namespaceOf(scope: Construct): string {
  return Stack.of(scope).stackName;
}

/** Under which namespace a function records. Its log carries the measurements, so this needs no permission. */
export function recordedUnder(scope: Construct): Binding {
  return value(namespaceOf(scope));
}

export interface MeasuredAs {
  /** `Sum` unless told. */
  readonly statistic?: string;
  /** Five minutes unless told. */
  readonly period?: Duration;
  readonly label?: string;
}

/** A metric that a function records (shared/ports/metrics.ts), as an alarm or the dashboard reads it. */
export function measured<Name extends Measure>(
  scope: Construct,
  name: Name,
  as: MeasuredAs,
  ...[of]: Part<Name>
): cloudwatch.Metric {
  return metricOf(scope, name, as, of === undefined ? undefined : String(of));
}

/** One metric for each value by which the measure is told apart. */
export function measuredApart(
  scope: Construct,
  name: 'Files' | 'Mails' | 'Failures' | 'Refusals',
): cloudwatch.Metric[] {
  return measures[name].values.map((of) => metricOf(scope, name, { label: of }, of));
}

function metricOf(
  scope: Construct,
  name: Measure,
  { statistic = 'Sum', period = Duration.minutes(5), label }: MeasuredAs,
  of: string | undefined,
): cloudwatch.Metric {
  const { unit, ...told } = measures[name];
  return new cloudwatch.Metric({
    namespace: namespaceOf(scope),
    metricName: name,
    dimensionsMap: 'by' in told && of !== undefined ? { [told.by]: of } : {},
    unit: unit === 'Seconds' ? cloudwatch.Unit.SECONDS : cloudwatch.Unit.COUNT,
    statistic,
    period,
    ...(label !== undefined && { label }),
  });
}
