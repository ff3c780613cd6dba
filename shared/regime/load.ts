/** A regime's YAML → the checked regime. Every fault is told with its line, all of them at once. */
import { type Document, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { RejectError } from '../vocabulary/errors.ts';
import { Regime } from './regime.ts';

/** One thing wrong in a regime's file; `line` counts from 1. */
export interface RegimeIssue {
  readonly line: number;
  /** Where in the YAML, such as `units[3].email`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The file is no valid regime. The message lists every issue as `file:line path: message`, one a line. */
export class RegimeFault extends RejectError {
  override readonly name = 'RegimeFault';
  readonly code = 'REGIME_FAULT';
  readonly mendable = true;
  readonly fileName: string;
  readonly issues: readonly RegimeIssue[];

  constructor(fileName: string, issues: readonly RegimeIssue[], options?: ErrorOptions) {
    const lines = issues.map(({ line, path, message }) => `${fileName}:${line} ${path}: ${message}`);
    super(lines.join('\n'), options);
    this.fileName = fileName;
    this.issues = issues;
  }
}

/**
 * Reads a regime from YAML text; `fileName` only names it in messages. Throws RegimeFault with every issue:
 * first those of the YAML itself and, once it parses, those of its content.
 */
export function readRegime(yaml: string, fileName: string): Regime {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      path: '(YAML)',
      message: error.message,
    }));
    throw new RegimeFault(fileName, issues, { cause: document.errors[0] });
  }
  const result = Regime.safeParse(document.toJS());
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    line: lineAt(offsetOf(document, keysOf(issue))),
    path: written(keysOf(issue)),
    message: issue.message,
  }));
  throw new RegimeFault(fileName, issues, { cause: result.error });
}

type Keys = readonly (string | number)[];

// zod reports an unknown key at the object that holds it; the reader of the message looks for the key itself.
function keysOf(issue: z.core.$ZodIssue): Keys {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return unknown === undefined ? path : [...path, unknown];
}

function written(keys: Keys): string {
  if (keys.length === 0) return '(file)';
  return keys.map((key, n) => (typeof key === 'number' ? `[${key}]` : n > 0 ? `.${key}` : key)).join('');
}

/** Where the path's last existing part begins: a missing key is reported at the object that lacks it. */
function offsetOf(document: Document, keys: Keys): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const holder = document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    if (isNode(holder) && 'items' in holder) {
      for (const item of holder.items) {
        if (isPair(item) && isNode(item.key) && item.key.toJSON() === key) return item.key.range?.[0] ?? 0;
      }
    }
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
