import type { CloudPlan, MappingPlan } from '../template/plan.ts';

type Parts = Pick<CloudPlan, 'functions' | 'mappings' | 'api'>;

/**
 * The functions that a mapping's waits for while they are at work: those that are fed by a queue and may send to its own, for
 * what it does follows from theirs; and, where there are any, whoever answers at the door, of whom mostly that work is asked.
 */
export function precedenceOf(plan: Parts, mapping: MappingPlan): readonly string[] {
  const before = plan.mappings
    .map(({ functionName }) => functionName)
    .filter((name) => name !== mapping.functionName && maySendTo(plan, name, mapping.queueArn));
  return before.length === 0 ? [] : [...new Set([...before, ...(plan.api?.routes.values() ?? [])])];
}

function maySendTo({ functions }: Parts, functionName: string, queueArn: string): boolean {
  const statements = functions.find(({ name }) => name === functionName)?.statements ?? [];
  return statements.some(
    ({ Action, Resource }) =>
      [Action].flat().includes('sqs:SendMessage') && [Resource].flat().includes(queueArn),
  );
}
