import { availableParallelism } from 'node:os';
import { environmentOf } from './function-environment.ts';
import type { Principal } from './gateway/options.ts';
import { type KeyRing, principalOf } from './lambda/credentials.ts';
import type { HostedFunction } from './lambda/host.ts';
import type { CloudPlan, FunctionPlan } from './template/plan.ts';

/**
 * Instances of a function that work at once for one mapping, at most. Each is warm by itself alone, and more of them than the machine has
 * cores only take turns; one more fills the time in which others wait for an answer.
 */
const instancesAtOnce = availableParallelism() + 1;

/** Instances of a function that no mapping bounds: the API's and the scheduler's. */
export const unboundedInstances = Math.min(4, instancesAtOnce);

/**
 * How many times as long as deployed a function may take, and an answer of the API: a machine that is busy with other
 * work as well is no Lambda, and a function that was killed for it would be a fault that nobody asked for.
 */
export const patience = 10;

/** The same plan with as much at once as the machine can do: a mapping's number is a maximum, here as on AWS. */
export function withinMachine(plan: CloudPlan): CloudPlan {
  const mappings = plan.mappings.map((mapping) => ({
    ...mapping,
    maximumConcurrency: Math.min(mapping.maximumConcurrency, instancesAtOnce),
  }));
  return { ...plan, mappings };
}

/** How many instances of a function there may be at once. */
function instancesOf({ name }: FunctionPlan, plan: CloudPlan): number {
  const bounds = plan.mappings.filter(({ functionName }) => functionName === name);
  if (bounds.length === 0) return unboundedInstances;
  return bounds.reduce((sum, { maximumConcurrency }) => sum + maximumConcurrency, 0);
}

/** Whoever may sign requests on behalf of the functions: one key pair for each instance, with its role's permissions. */
export function principalsOf(plan: CloudPlan, keys: KeyRing): Principal[] {
  return plan.functions.flatMap((one) =>
    Array.from({ length: instancesOf(one, plan) }, (_, index) => {
      const name = principalOf(one.name, index + 1);
      return { name, ...keys.of(name), statements: one.statements };
    }),
  );
}

/** The functions with the environments of all their instances. */
export function hostedFunctions(plan: CloudPlan, keys: KeyRing, gatewayUrl: string): HostedFunction[] {
  return plan.functions.map((one) => ({
    plan: { ...one, timeoutSeconds: one.timeoutSeconds * patience },
    environments: Array.from({ length: instancesOf(one, plan) }, (_, index) =>
      environmentOf(one, keys.of(principalOf(one.name, index + 1)), plan.region, gatewayUrl),
    ),
  }));
}
