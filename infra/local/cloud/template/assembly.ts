import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { TemplateNotUnderstood } from './not-understood.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});
const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown() })).default({}),
});
const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({ displayName: z.string().optional(), source: z.object({ path: z.string().optional() }) }),
  ),
});

export type TemplateResource = z.infer<typeof Resource>;

export interface Asset {
  /** Absolute. */
  readonly path: string;
  /** The construct path it belongs to, such as `Intake/Ingest/Function/Code`. */
  readonly displayName?: string;
}

/** A synthesized stack as it lies on disk. */
export interface Assembly {
  readonly stack: string;
  readonly template: z.infer<typeof Template>;
  /** By asset hash. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * Reads the one stack a `cdk synth` left in a folder.
 * @throws TemplateNotUnderstood when the folder holds no stack, several stacks or no legal template.
 */
export async function readAssembly(folder: string): Promise<Assembly> {
  const names = await readdir(folder);
  const stacks = names.filter((name) => name.endsWith('.template.json'));
  const [file, another] = stacks;
  if (!file || another) {
    throw new TemplateNotUnderstood(folder, `expected one *.template.json, found ${stacks.length}`);
  }
  const stack = file.replace('.template.json', '');
  const template = await readJson(join(folder, file), Template);
  const assets = await readJson(join(folder, `${stack}.assets.json`), Assets);
  const byHash = new Map<string, Asset>();
  for (const [hash, { displayName, source }] of Object.entries(assets.files)) {
    if (source.path === undefined) continue;
    byHash.set(hash, { path: resolve(folder, source.path), ...(displayName ? { displayName } : {}) });
  }
  return { stack, template, assets: byHash };
}

async function readJson<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new TemplateNotUnderstood(file, z.prettifyError(parsed.error), { cause: parsed.error });
  return parsed.data;
}
