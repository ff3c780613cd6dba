import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { unitReports } from '../../infra/assembly.ts';
import {
  deployedStack,
  type Synthesis,
  synthesize as synthesizeAside,
} from '../../infra/local/cloud/synthesize.ts';

const Resource = z.object({
  Type: z.string(),
  DeletionPolicy: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.unknown()),
  Parameters: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const Report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      conclusion: z.string(),
      violations: z.array(z.object({ ruleName: z.string() })),
    }),
  ),
});

export type Synthesized = z.output<typeof Template> & { readonly report: z.output<typeof Report> };

/** What a deployment needs. */
export const settings = { sender: 'Văn phòng <bao-cao@so.example>', adminMail: 'quan-tri@so.example' };

const app = join(import.meta.dirname, 'app.ts');

/** The stack that the tests of its resources look at, while SES keeps the account in its sandbox. */
export const testedStack: Synthesis = {
  ...deployedStack,
  app,
  sources: [...deployedStack.sources, app],
  validated: true,
  output: join(dirname(deployedStack.output), 'tested-assembly'),
  context: { ...settings, sandboxRecipients: 'thu@don-vi.example' },
};

/** The tested stack, synthesized once for all files and kept while its sources stay the same. */
export async function synthesizedOnce(): Promise<Synthesized> {
  return synthesizedIn(await synthesizeAside(testedStack));
}

/** Synthesizes the stack as the CDK's CLI would, with `context` as its `-c`, and this file, over the bundles of the tested stack. */
export async function synthesize(context: Record<string, string>, file: string | null): Promise<Synthesized> {
  await synthesizeAside(testedStack);
  const outdir = await mkdtemp(join(tmpdir(), 'unit-reports-'));
  try {
    unitReports({ outdir, context }, file).synth();
    return await synthesizedIn(outdir, context.stage);
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** @param stage part of the stack's name, where it has one */
async function synthesizedIn(folder: string, stage?: string): Promise<Synthesized> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), 'utf8'));
  return {
    ...Template.parse(await read(`UnitReports${stage ? `-${stage}` : ''}.template.json`)),
    report: Report.parse(await read('validation-report.json')),
  };
}

/** The resources of one type by logical id, their properties parsed by `properties`. */
export function resourcesOf<Schema extends z.ZodType>(
  { Resources }: Synthesized,
  type: string,
  properties: Schema,
): ReadonlyMap<string, z.output<Schema>> {
  return new Map(
    Object.entries(Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, properties.parse(legible(resource.Properties))]),
  );
}

const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => `<${withoutHash(Ref)}>`),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform(({ 'Fn::GetAtt': [id, attribute] }) => `<${withoutHash(id)}.${attribute}>`),
]);

const Join = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/** `value` with its intrinsic functions written out: `<FilesBucket.Arn>/inbox/*`. */
function legible(value: unknown): unknown {
  const intrinsic = Intrinsic.safeParse(value);
  if (intrinsic.success) {
    return intrinsic.data;
  }
  const join = Join.safeParse(value);
  if (join.success) {
    const [separator, parts] = join.data['Fn::Join'];
    return parts.map(legible).join(separator);
  }
  if (Array.isArray(value)) {
    return value.map(legible);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, legible(inner)]));
  }
  return value;
}

/** A logical id as it is written in the sources, without the eight digits that make it unique. */
export function withoutHash(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}
