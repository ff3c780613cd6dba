/** What one thing that can be asked of the API is: its route, its words for the OpenAPI document, who may ask, and its handler. */
import type * as z from 'zod';
import type { Language } from '../../shared/vocabulary/text.ts';
import type { RefusalCode } from '../../shared/wording/refusals.ts';
import type { Answer } from './contract/terms.ts';
import type { Decider, Officer, PortalDependencies, Visitor } from './visitor.ts';

/** Who asks, by whose link is asked for. */
export interface Holders {
  readonly unit: Visitor;
  readonly office: Officer;
  /** Of the office, on a device on which a code was entered. */
  readonly decider: Decider;
  /** Nobody is asked who it is. */
  readonly anybody: null;
}

export type Holder = keyof Holders;

/** `/api/duties/{period}` → `'period'`. */
type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

export interface Asked<Name extends string, Who, Body, Begun = undefined> {
  readonly dependencies: PortalDependencies;
  readonly visitor: Who;
  /** The parts of the path, decoded; what they mean nobody has looked at yet. */
  readonly parameters: Readonly<Record<Name, string>>;
  readonly body: Body;
  readonly language: Language;
  /** Lets the browser keep something that no script of a page can read; for no seconds: forget it. */
  readonly keep: (cookie: {
    readonly name: string;
    readonly value: string;
    readonly seconds: number;
  }) => void;
  /** What `begins` gave. */
  readonly begun: Begun;
  /** The code of the link, good or not; null where none came. */
  readonly token: string | null;
  /** From which the request came, as the front door saw it; '' where it did not say. */
  readonly address: string;
}

/** An answer that is a file instead of JSON. */
export class HandedFile {
  /** Without letters that a header cannot hold. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, contentType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.contentType = contentType;
    this.bytes = bytes;
  }
}

interface Header<Who> {
  readonly description: string;
  /** Its value for this visitor; a file brings its own. */
  readonly of?: (visitor: Who) => string;
}

interface Declared<Path extends string, Who extends Holder, Body, Shape, Begun> {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/duties/{period}`. */
  readonly path: Path;
  /** Whose link is asked for; the refusals of links follow from it. */
  readonly holder: Who;
  readonly summary: string;
  readonly description?: string;
  /** By the name in the path: what it is. */
  readonly parameters: Readonly<Record<NamesIn<Path>, string>>;
  /** Loaded when a request brings one. */
  readonly body?: Body;
  readonly status: 200 | 201 | 202;
  /** A shape for JSON, which the document and the tests load alone, or the media types of a file. */
  readonly answer: Shape;
  readonly headers?: Readonly<Record<string, Header<Holders[Who]>>>;
  /** Whether it reads or writes so much that one link has it done a few at a time (shared/office/looks.ts). */
  readonly heavy?: true;
  /** Besides those of the link, of an unreadable body, of a heavy one's turn and of a fault. */
  readonly refusals: readonly RefusalCode[];
  /** What the log says that was done by the link; absent where nothing is to be on record. */
  readonly audit?:
    | 'opened'
    | 'sent'
    | 'declared'
    | 'downloaded'
    | 'unlocked'
    | 'decided'
    | 'noted'
    | 'mailed';
  /**
   * Reads what will be needed while it is still being found out who asks, so that both travel together; it is told to
   * nobody, until `answers` has seen whose it is.
   */
  begins?(
    dependencies: PortalDependencies,
    parameters: Readonly<Record<NamesIn<Path>, string>>,
  ): Promise<Begun>;
  /** Answers, or throws Refused with one of the refusals. */
  answers(
    asked: Asked<NamesIn<Path>, Holders[Who], BodyOf<Body>, Begun>,
  ): AnswerOf<Shape> | Promise<AnswerOf<Shape>>;
}

/** Made of the vocabulary's schemas, for which a unit that opens the page does not wait. */
type Later<Shape extends z.ZodType = z.ZodType> = () => Promise<Shape>;

type BodyOf<Body> = Body extends Later<infer Shape> ? z.output<Shape> : undefined;
type AnswerOf<Shape> = Shape extends Later<infer Of> ? Answer<Of> : HandedFile;

/** An operation of which no longer is known what its handler takes: the router gives it what it declares. */
export interface Operation
  extends Omit<Declared<string, Holder, Later, Later | readonly string[], unknown>, 'answers' | 'headers'> {
  readonly headers?: Readonly<
    Record<string, { readonly description: string; of?(visitor: Holders[Holder]): string }>
  >;
  answers(asked: Asked<string, Holders[Holder], unknown, unknown>): object | Promise<object>;
}

/** An operation whose handler is held, when it is compiled, to its path, its holder, its body and its answer. */
export function operation<
  const Path extends string,
  Who extends Holder,
  Shape extends Later | readonly string[],
  Body extends Later | undefined = undefined,
  Begun = undefined,
>(declared: Declared<Path, Who, Body, Shape, Begun>): Operation {
  return declared as Operation;
}
