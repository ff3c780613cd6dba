import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type * as z from 'zod';

/** A finding of cdk-nag that was weighed and accepted, with the reason. */
export interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
}

/** An environment variable's value together with the permissions without which it would be useless. */
export interface Binding {
  readonly value: string;
  readonly permissions: readonly PolicyStatement[];
  readonly acknowledgements?: readonly Acknowledgement[];
}

/** One binding for each variable of a function's schema: a missing or an extra one fails the type check. */
export type BindingsFor<Schema extends z.ZodObject> = Readonly<Record<keyof z.input<Schema>, Binding>>;

/** A value that opens nothing by itself. */
export function value(plain: string): Binding {
  return { value: plain, permissions: [] };
}
