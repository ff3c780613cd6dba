/** A regime's YAML → the checked regime. Every fault is told with its line, all of them at once. */
import { type Document, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import { RejectError } from '../vocabulary/errors.ts';
import type { Fault } from './fault.ts';
import { Regime, RegimeShape } from './regime.ts';
import { shapeFaults } from './shape-faults.ts';
import { wholeFaults } from './whole-faults.ts';

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

/** A regime as it stands in a file. */
export interface RegimeFile {
  readonly regime: Regime;
  /** Throws RegimeFault, with the lines of what else was found wrong; returns where there is nothing. */
  readonly throwFor: (faults: readonly Fault[]) => void;
}

/** As `parseRegime`, for who needs the regime alone. */
export function readRegime(yaml: string, fileName: string): Regime {
  return parseRegime(yaml, fileName).regime;
}

/**
 * Reads a regime from YAML text; `fileName` only names it in messages. Throws RegimeFault with every issue: first those
 * of the YAML itself and, once it parses, those of its content, of single entries and of them all together.
 */
export function parseRegime(yaml: string, fileName: string): RegimeFile {
  const lines = new LineCounter();
  // A word is one word, whether its marks were typed as letters of their own or not.
  const document = parseDocument(yaml.normalize('NFC'), { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      path: '(YAML)',
      message: error.message,
    }));
    throw new RegimeFault(fileName, issues, { cause: document.errors[0] });
  }
  const throwFor = (faults: readonly Fault[], options?: ErrorOptions) => {
    if (faults.length === 0) return;
    const issues = faults.map(({ path, message }) => ({
      line: lineAt(offsetOf(document, path)),
      path: written(path),
      message,
    }));
    throw new RegimeFault(fileName, issues, options);
  };
  const content = unfolded(document, fileName);
  const { data: regime, error } = Regime.safeParse(content);
  // Names that point nowhere do not keep the rest from being looked at.
  const shaped = regime ?? RegimeShape.safeParse(content).data;
  const ofEntries = error?.issues.flatMap((issue) => shapeFaults(issue, content)) ?? [];
  throwFor([...ofEntries, ...(shaped ? wholeFaults(shaped) : [])], { cause: error });
  return { regime: Regime.parse(content), throwFor };
}

/** What its aliases stand for is put in their places, unless that would come to more than any machine holds. */
function unfolded(document: Document, fileName: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new RegimeFault(fileName, [{ line: 1, path: '(YAML)', message: error.message }], { cause: error });
  }
}

function written(keys: Fault['path']): string {
  if (keys.length === 0) return '(file)';
  return keys.map((key, n) => (typeof key === 'number' ? `[${key}]` : n > 0 ? `.${key}` : key)).join('');
}

/** Where the path's last existing part begins: a missing key is reported at the object that lacks it. */
function offsetOf(document: Document, keys: Fault['path']): number {
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
