import * as z from 'zod';
import { checkCondition, conditionHolds, type RequestContext } from './conditions.ts';
import type { Principal, Statement } from './options.ts';
import { UnsupportedPolicy, wildcard } from './policy-language.ts';
import { AccessRefused } from './refusal.ts';

/** What is asked: an action on a resource, and what conditions may look at. */
export interface AccessQuestion {
  readonly principal: Principal;
  /** e.g. `s3:PutObject` */
  readonly action: string;
  /** The full ARN, or `*` where an action has none. */
  readonly resource: string;
  readonly context?: RequestContext;
}

interface CompiledStatement {
  readonly deny: boolean;
  readonly actions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly condition: NonNullable<Statement['Condition']>;
}

/** A statement, and what it grants of what is asked. */
interface Concerned extends Pick<CompiledStatement, 'deny' | 'condition'> {
  readonly grants: readonly string[];
}

interface Pattern {
  readonly text: string;
  readonly pattern: RegExp;
}

const OneOrMany = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const PolicyStatement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.unknown().optional(),
  Action: OneOrMany,
  Resource: OneOrMany,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

/**
 * Answers whether a principal may do something, the way IAM does within one account: an explicit deny wins, else
 * the principal's own policy or the resource's must allow.
 */
export class Permissions {
  readonly #own = new Map<string, readonly CompiledStatement[] | 'all'>();
  readonly #resourcePolicies: readonly CompiledStatement[];
  readonly #used = new Set<string>();
  /** By who, what and whereupon, as far as conditions leave it open: the same few come again and again. */
  readonly #concerned = new Map<string, readonly Concerned[]>();

  /** Throws UnsupportedPolicy for anything in a statement that is not understood. */
  constructor(principals: readonly Principal[], resourcePolicies: readonly (readonly Statement[])[]) {
    for (const principal of principals) {
      const { name, statements } = principal;
      this.#own.set(
        name,
        statements === 'all' ? 'all' : statements.map((statement) => compile(statement, `policy of ${name}`)),
      );
    }
    this.#resourcePolicies = resourcePolicies
      .flat()
      .filter((statement) => concernsCallers(statement.Principal))
      .map((statement) => compile(statement, 'resource policy'));
  }

  /** True where nothing denies and something allows. */
  allows(question: AccessQuestion): boolean {
    return this.#decide(question) === 'allow';
  }

  /** Throws AccessRefused unless `allows`. */
  demand(question: AccessQuestion): void {
    const decision = this.#decide(question);
    if (decision === 'allow') return;
    throw new AccessRefused(question.principal.name, question.action, question.resource, decision === 'deny');
  }

  /** What roles are granted and none of their holders has used since the start, as `role: action resource`. */
  unused(): string[] {
    const granted = [...this.#own].flatMap(([name, statements]) =>
      statements === 'all' ? [] : statements.flatMap((statement) => pairsOf(name, statement)),
    );
    return [...new Set(granted)].filter((line) => !this.#used.has(line)).sort();
  }

  #decide(question: AccessQuestion): 'allow' | 'deny' | 'none' {
    const { context = {} } = question;
    const matching = this.#concernedBy(question).filter(({ condition }) =>
      conditionHolds(condition, context),
    );
    if (matching.some(({ deny }) => deny)) return 'deny';
    for (const { grants } of matching) for (const line of grants) this.#used.add(line);
    return this.#own.get(question.principal.name) === 'all' || matching.length > 0 ? 'allow' : 'none';
  }

  /** The statements that speak of the action and the resource, whatever their conditions say of the rest of the request. */
  #concernedBy(question: AccessQuestion): readonly Concerned[] {
    const { principal, action, resource } = question;
    const name = JSON.stringify([principal.name, action, resource]);
    const known = this.#concerned.get(name);
    if (known) return known;
    const own = this.#own.get(principal.name) ?? [];
    const found = [...(own === 'all' ? [] : own), ...this.#resourcePolicies]
      .filter((statement) => concerns(statement, question))
      .map((statement) => ({ ...statement, grants: grantsOf(statement, question) }));
    // Objects have a name each, and are met a few times.
    if (this.#concerned.size >= mostRemembered) this.#concerned.clear();
    this.#concerned.set(name, found);
    return found;
  }
}

const mostRemembered = 1000;

function concerns({ actions, resources }: CompiledStatement, { action, resource }: AccessQuestion): boolean {
  return (
    actions.some(({ pattern }) => pattern.test(action)) &&
    resources.some(({ pattern }) => pattern.test(resource))
  );
}

/** Which pairs of the statement's actions and resources allow what is asked. */
function grantsOf(statement: CompiledStatement, { principal, action, resource }: AccessQuestion): string[] {
  const by = (patterns: readonly Pattern[], value: string) =>
    patterns.filter(({ pattern }) => pattern.test(value));
  const actions = by(statement.actions, action);
  return pairsOf(principal.name, { ...statement, actions, resources: by(statement.resources, resource) });
}

function pairsOf(name: string, { deny, actions, resources }: CompiledStatement): string[] {
  // Of a function's instances `ingest#1`, `ingest#2` … each signs for itself, and all have one role.
  const role = name.replace(/#\d+$/, '');
  if (deny) return [];
  return actions.flatMap((one) => resources.map((other) => `${role}: ${one.text} ${other.text}`));
}

function compile(statement: Statement, where: string): CompiledStatement {
  const parsed = PolicyStatement.safeParse(statement);
  if (!parsed.success) {
    throw new UnsupportedPolicy(`${where}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
  }
  const { Effect, Action, Resource, Condition = {} } = parsed.data;
  try {
    checkCondition(Condition);
    return {
      deny: Effect === 'Deny',
      // IAM compares actions without regard to case, resources with.
      actions: Action.map((text) => ({ text, pattern: wildcard(text, 'i') })),
      resources: Resource.map((text) => ({ text, pattern: wildcard(text, '') })),
      condition: Condition,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnsupportedPolicy(`${where}: ${reason}`, { cause });
  }
}

/** Statements for AWS's own services (log delivery and the like) never speak of our callers. */
function concernsCallers(principal: unknown): boolean {
  const parsed = z
    .union([
      z.literal('*'),
      z.strictObject({ AWS: z.union([z.literal('*'), z.tuple([z.literal('*')])]) }),
      z.strictObject({ Service: OneOrMany }),
    ])
    .safeParse(principal);
  if (!parsed.success) {
    throw new UnsupportedPolicy(`resource policy with the principal ${JSON.stringify(principal)}`);
  }
  return parsed.data === '*' || 'AWS' in parsed.data;
}
