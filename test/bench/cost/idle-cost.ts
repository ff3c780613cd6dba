/** What a deployed stack costs a month while nobody uses it, counted from its template. */
import { prices } from './prices.ts';

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
  >;
}

export interface CostLine {
  readonly what: string;
  /** USD a month in an account that has nothing else, and in one whose free allowances others use up. */
  readonly alone: number;
  readonly besideOthers: number;
}

/** Recorded by the hourly run, whether anything happens or not (shared/office/repair.ts). */
const recordedIdle = ['FilesWaiting', 'MailsWaiting', 'OldestMailSeconds'];

export function idleCost({ Resources }: Template): readonly CostLine[] {
  const all = Object.values(Resources);
  const of = (type: string) => all.filter(({ Type }) => Type === type);
  const alarms = of('AWS::CloudWatch::Alarm').reduce((sum, { Properties }) => sum + metricsOf(Properties), 0);
  const dashboards = of('AWS::CloudWatch::Dashboard').length;
  const requests = of('AWS::Lambda::EventSourceMapping').length * prices.queueRequestsOfEventSource;
  const beyond = (count: number, { each, free }: { each: number; free: number }) => ({
    alone: Math.max(0, count - free) * each,
    besideOthers: count * each,
  });
  const { million, freeMillions } = prices.queueRequest;
  const fixed = (what: string, cost: number): CostLine => ({ what, alone: cost, besideOthers: cost });
  return [
    { what: `${alarms} metrics with an alarm`, ...beyond(alarms, prices.alarm) },
    {
      what: `${recordedIdle.length} metrics recorded every hour`,
      ...beyond(recordedIdle.length, prices.metric),
    },
    { what: `${dashboards} dashboard`, ...beyond(dashboards, prices.dashboard) },
    {
      what: `${(requests / 1e6).toFixed(1)} million polls of queues`,
      alone: Math.max(0, requests / 1e6 - freeMillions) * million,
      besideOthers: (requests / 1e6) * million,
    },
    fixed('the hourly run', prices.hourlyRun),
    fixed('table, bucket, logs of a small department', prices.storage),
  ];
}

/** An alarm on a sum is billed for each metric it sums. */
function metricsOf({ Metrics }: Readonly<Record<string, unknown>>): number {
  return Array.isArray(Metrics) ? Metrics.filter((metric) => 'MetricStat' in metric).length : 1;
}

export function total(lines: readonly CostLine[], as: 'alone' | 'besideOthers'): number {
  return lines.reduce((sum, line) => sum + line[as], 0);
}
