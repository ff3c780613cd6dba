import { expect, it } from 'vitest';
import { EmfMetrics } from '../../../shared/ports/aws/emf-metrics.ts';

it('writes a line that CloudWatch turns into a metric, told apart by its dimension', () => {
  const lines: string[] = [];
  const metrics = new EmfMetrics('UnitReports', { now: () => '2024-03-18T01:00:00.000Z' }, (line) =>
    lines.push(line),
  );
  metrics.record('Mails', 1, 'throttled');
  metrics.record('OldestMailSeconds', 90);
  const of = (name: string, unit: string, dimensions: string[]) => ({
    Timestamp: 1_710_723_600_000,
    CloudWatchMetrics: [
      { Namespace: 'UnitReports', Dimensions: [dimensions], Metrics: [{ Name: name, Unit: unit }] },
    ],
  });
  expect(lines.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { _aws: of('Mails', 'Count', ['Outcome']), Outcome: 'throttled', Mails: 1 },
    { _aws: of('OldestMailSeconds', 'Seconds', []), OldestMailSeconds: 90 },
  ]);
});
