import { Temporal } from 'temporal-polyfill';

/** When a schedule fires: every hour, or every day at one hour, at a minute of its time zone's clocks. */
export interface HourRule {
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 23; null for every hour. */
  readonly hour: number | null;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Reads `cron(M * * * ? *)` and `cron(M H * * ? *)`, of all that EventBridge Scheduler knows; undefined for any other:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function readHourRule(expression: string, timeZone: string): HourRule | undefined {
  const [, minutes, hours] = /^cron\((\d{1,2}) (\d{1,2}|\*) \* \* \? \*\)$/.exec(expression) ?? [];
  const minute = Number(minutes);
  const hour = hours === '*' ? null : Number(hours);
  return minute <= 59 && (hour === null || hour <= 23) ? { minute, hour, timeZone } : undefined;
}

/**
 * The first time after `after` at which the rule fires; both are milliseconds since the epoch. An hour the clocks skip
 * is skipped; in one they repeat, a daily rule fires once, as on AWS.
 */
export function firstAfter({ minute, hour, timeZone }: HourRule, after: number): number {
  const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).round({
    smallestUnit: 'hour',
    roundingMode: 'floor',
  });
  for (let at = start.with({ minute }); ; at = at.add({ hours: 1 })) {
    const fires = hour === null || (at.hour === hour && at.subtract({ hours: 1 }).hour !== hour);
    if (fires && at.epochMilliseconds > after) return at.epochMilliseconds;
  }
}
