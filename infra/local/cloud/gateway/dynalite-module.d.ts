/** The package brings no types; this is the part of it the gateway uses. */
declare module 'dynalite/validations/index.js' {
  const validations: {
    /** Answers the input as its types want it; throws what carries a status code. */
    checkTypes(input: object, types: object): object;
    checkValidations(input: object, types: object, custom: unknown, store: object): void;
  };
  export default validations;
}

declare module 'dynalite/db/index.js' {
  const db: {
    create(options: { readonly path: string }): {
      readonly db: { iterator(): AsyncIterable<[key: string, value: unknown]>; close(): Promise<void> };
    };
  };
  export default db;
}

declare module 'dynalite/db/conditionParser.js' {
  const parser: import('./known-expressions.ts').Parser;
  export default parser;
}

declare module 'dynalite/db/updateParser.js' {
  const parser: import('./known-expressions.ts').Parser;
  export default parser;
}
