import { runChecks } from '../judge/checks.ts';
import type { Finding, Task, Value } from '../model/reading.ts';

/**
 * Compares a report with the unit's report of the period before. These findings are computed when somebody looks
 * and never become part of a stored verdict: the other report may still change.
 * @param previousValues of the period that `task.period.previous` names
 */
export function compareWithPrevious(
  task: Task,
  values: readonly Value[],
  previousValues: readonly Value[],
): readonly Finding[] {
  if (task.period.previous === undefined || previousValues.length === 0) return [];
  return runChecks('other-report', values, previousValues, task);
}
