import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ClockCannotGoBack,
  PipelineClock,
} from '../../../../../infra/local/cloud/schedule/pipeline-clock.ts';
import { ScheduleRunner } from '../../../../../infra/local/cloud/schedule/runner.ts';
import type { SchedulePlan } from '../../../../../infra/local/cloud/template/plan.ts';
import { temporaryFolder } from '../../fixture/cloud.ts';

const schedule = (name: string, minute: number, hour: number | null): SchedulePlan => ({
  ...{ name, arn: `arn:${name}`, functionName: name },
  rule: { minute, hour, timeZone: 'Asia/Ho_Chi_Minh' },
  input: '{"at":"<aws.scheduler.scheduled-time>","of":"<aws.scheduler.schedule-arn>"}',
});

/** A runner that writes down what it fires, and what the clock showed then. */
async function running(schedules: SchedulePlan[], { now, file }: { now?: string; file?: string } = {}) {
  const clockFile = file ?? join(await temporaryFolder(), 'clock.json');
  const clock = new PipelineClock(clockFile, now === undefined ? undefined : Date.parse(now));
  const fired: string[] = [];
  const runner = new ScheduleRunner(schedules, {
    clock,
    invoke: async (name, event) => {
      fired.push(`${name} ${JSON.stringify(event)} at ${new Date(clock.now()).toISOString()}`);
    },
    settled: async () => undefined,
    onProblem: (problem) => {
      throw problem;
    },
  });
  onTestFinished(() => runner.close());
  await runner.start();
  return { runner, clock, fired, file: clockFile };
}

const times = (fired: readonly string[]) =>
  fired.map((line) => line.replace(/^.* at /, '').replace('.000Z', 'Z'));

describe('setting the clock', () => {
  it('fires every schedule on the way, named by its own time, the clock standing there', async () => {
    const { runner, fired, clock } = await running([schedule('daily', 0, 8)], {
      now: '2024-03-19T07:00:00+07:00',
    });
    await runner.advanceTo(Date.parse('2024-03-20T09:00:00+07:00'));
    expect(fired).toEqual([
      'daily {"at":"2024-03-19T01:00:00Z","of":"arn:daily"} at 2024-03-19T01:00:00.000Z',
      'daily {"at":"2024-03-20T01:00:00Z","of":"arn:daily"} at 2024-03-20T01:00:00.000Z',
    ]);
    expect(clock.now()).toBeGreaterThanOrEqual(Date.parse('2024-03-20T09:00:00+07:00'));
  });

  it('fires several schedules in the order of their times', async () => {
    const { runner, fired } = await running([schedule('a', 30, null), schedule('b', 0, null)], {
      now: '2024-03-19T07:10:00+07:00',
    });
    await runner.advanceTo(Date.parse('2024-03-19T08:45:00+07:00'));
    expect(fired.map((line) => line[0])).toEqual(['a', 'b', 'a']);
  });

  it('crosses midnight, the end of a month and 29 February in the zone of the schedule', async () => {
    const { runner, fired } = await running([schedule('late', 59, 23)], {
      now: '2024-02-28T23:59:30+07:00',
    });
    await runner.advanceTo(Date.parse('2024-03-02T00:01:00+07:00'));
    expect(times(fired)).toEqual(['2024-02-29T16:59:00Z', '2024-03-01T16:59:00Z']);
  });

  it('fires what lies exactly on the new time, and nothing twice', async () => {
    const { runner, fired } = await running([schedule('daily', 0, 8)], {
      now: '2024-03-19T07:00:00+07:00',
    });
    await runner.advanceTo(Date.parse('2024-03-19T08:00:00+07:00'));
    await runner.advanceTo(Date.parse('2024-03-19T08:30:00+07:00'));
    expect(fired).toHaveLength(1);
  });

  it('is never possible backwards', async () => {
    const { runner } = await running([], { now: '2024-03-19T07:00:00+07:00' });
    await expect(runner.advanceTo(Date.parse('2024-03-19T06:59:59+07:00'))).rejects.toThrow(
      ClockCannotGoBack,
    );
  });
});

describe('a clock that flows', () => {
  it('fires schedules as it passes them', async () => {
    const { fired } = await running([schedule('hourly', 1, null)], {
      now: '2024-03-19T07:00:59.900+07:00',
    });
    await expect.poll(() => fired.length).toBe(1);
    expect(fired[0]).toContain('"at":"2024-03-19T00:01:00Z"');
  });

  it('goes on after a restart from where it was set, and has forgotten nothing', async () => {
    const first = await running([schedule('daily', 0, 8)], {
      now: '2024-03-19T07:00:00+07:00',
    });
    await first.runner.advanceTo(Date.parse('2024-03-20T09:00:00+07:00'));
    first.runner.close();
    const second = await running([schedule('daily', 0, 8)], { file: first.file });
    expect(second.fired).toEqual([]);
    // Both clocks run on: what the second shows is looked at between two looks at the first.
    const before = first.clock.now();
    const shown = second.clock.now();
    const after = first.clock.now();
    expect(before).toBeGreaterThanOrEqual(Date.parse('2024-03-20T09:00:00+07:00'));
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(after);
  });

  it('fires, once a schedule, what was missed while nothing ran', async () => {
    const first = await running([], { now: '2024-03-19T07:00:00+07:00' });
    first.runner.close();
    // What a machine that slept for two days finds: the clock has flowed on, nothing was fired.
    first.clock.flowFrom(Date.parse('2024-03-21T07:00:00+07:00'));
    const second = await running([schedule('daily', 0, 8)], { file: first.file });
    expect(second.fired).toEqual([expect.stringContaining('"at":"2024-03-20T01:00:00Z"')]);
  });
});
