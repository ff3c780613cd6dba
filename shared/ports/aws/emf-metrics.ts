import { type Measure, measures, type Part } from '../../vocabulary/measures.ts';
import type { Clock } from '../clock.ts';
import type { Metrics } from '../metrics.ts';

/**
 * CloudWatch's embedded metric format: a line of the log that CloudWatch turns into a metric, so that a measurement costs
 * no call and no permission.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export class EmfMetrics implements Metrics {
  readonly #namespace: string;
  readonly #clock: Clock;
  readonly #write: (line: string) => void;

  /** @param write takes a whole line; not the console's, which Lambda wraps into a line of its own */
  constructor(namespace: string, clock: Clock, write: (line: string) => void) {
    this.#namespace = namespace;
    this.#clock = clock;
    this.#write = write;
  }

  record<Name extends Measure>(name: Name, value: number, ...[of]: Part<Name>): void {
    const { unit, ...told } = measures[name];
    const dimension = 'by' in told && of !== undefined ? { [String(told.by)]: of } : {};
    const line = {
      _aws: {
        Timestamp: Date.parse(this.#clock.now()),
        CloudWatchMetrics: [
          {
            Namespace: this.#namespace,
            Dimensions: [Object.keys(dimension)],
            Metrics: [{ Name: name, Unit: unit }],
          },
        ],
      },
      ...dimension,
      [name]: value,
    };
    this.#write(`${JSON.stringify(line)}\n`);
  }
}
