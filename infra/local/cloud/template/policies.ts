import * as z from 'zod';
import type { Statement } from '../gateway/options.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]);

/** Strict, because what is not understood (NotAction, NotResource …) must not become a permission. */
const StatementSchema = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMany,
    Resource: oneOrMany,
    Principal: z.unknown().optional(),
    Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  })
  .transform(
    ({ Effect, Action, Resource, Principal, Condition }): Statement => ({
      Effect,
      Action,
      Resource,
      ...(Principal === undefined ? {} : { Principal }),
      ...(Condition === undefined ? {} : { Condition }),
    }),
  );

/** An IAM policy document, as roles and buckets carry it; comes down to its statements. */
export const PolicyDocument = z
  .strictObject({
    Version: z.literal('2012-10-17'),
    Id: z.string().optional(),
    Statement: z.array(StatementSchema),
  })
  .transform((document) => document.Statement);
