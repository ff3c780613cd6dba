import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';
import validations from 'dynalite/validations/index.js';
import * as z from 'zod';
import { inTransaction } from './database.ts';
import { rememberExpressions } from './known-expressions.ts';
import type { RowStore } from './row-store.ts';

/** What the database answered; of a problem in DynamoDB's own form. */
export interface DynaliteAnswer {
  readonly status: number;
  readonly body: object;
}

type Answer = (problem: unknown, answer?: object) => void;

interface Operation {
  readonly types: object;
  readonly custom: unknown;
  readonly act: (store: RowStore, input: object, answer: Answer) => void;
}

const Refused = z.object({ statusCode: z.number(), body: z.looseObject({}) });
const writing = /^(Put|Update|Delete|Create|BatchWrite)/;
const require = createRequire(import.meta.url);

/**
 * DynamoDB's operations as dynalite has them: its checks and its actions, over a store of ours. It is a server by
 * nature, of which nothing is used: what it would parse is parsed here already.
 */
export class Dynalite {
  readonly #store: RowStore;
  readonly #database: DatabaseSync;
  readonly #operations = new Map<string, Operation>();

  constructor(store: RowStore, database: DatabaseSync) {
    this.#store = store;
    this.#database = database;
    rememberExpressions();
  }

  /** One DynamoDB operation (the name alone, e.g. `PutItem`) with its input, which it may change. */
  async send(operation: string, input: object): Promise<DynaliteAnswer> {
    const { types, custom, act } = this.#operation(operation);
    try {
      const checked = validations.checkTypes(input, types);
      validations.checkValidations(checked, types, custom, this.#store);
      const acting = (answer: Answer) => act(this.#store, checked, answer);
      const body = writing.test(operation) ? this.#write(acting) : await read(acting);
      return { status: 200, body };
    } catch (problem) {
      const refused = Refused.safeParse(problem);
      if (!refused.success) throw problem;
      return { status: refused.data.statusCode, body: refused.data.body };
    }
  }

  /** A write and what follows from it in an index are made without a wait in between, and whole. */
  #write(acting: (answer: Answer) => void): object {
    return inTransaction(this.#database, () => {
      const told: { problem?: unknown; answer?: object } = {};
      acting((problem, answer) => Object.assign(told, problem ? { problem } : { answer }));
      if (told.problem) throw told.problem;
      if (!told.answer) throw new Error('a write did not answer at once');
      return told.answer;
    });
  }

  #operation(name: string): Operation {
    const known = this.#operations.get(name);
    if (known) return known;
    const file = name.charAt(0).toLowerCase() + name.slice(1);
    const { types, custom } = require(`dynalite/validations/${file}.js`);
    const made: Operation = { types, custom, act: require(`dynalite/actions/${file}.js`) };
    this.#operations.set(name, made);
    return made;
  }
}

function read(acting: (answer: Answer) => void): Promise<object> {
  return new Promise((resolve, reject) => {
    acting((problem, answer) => (problem ? reject(problem) : resolve(answer ?? {})));
  });
}
