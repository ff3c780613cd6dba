import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { LocalCloudError } from './errors.ts';

/** The build or the synthesis failed; the message holds what it printed. */
export class SynthesisFailed extends LocalCloudError {
  override readonly name = 'SynthesisFailed';
  readonly code = 'SYNTHESIS_FAILED';
  override readonly mendable = true;
}

export interface Synthesis {
  /** The CDK app, to be run by Node. */
  readonly app: string;
  /** Where the assembly lies afterwards. */
  readonly output: string;
  /** Files and folders the assembly depends on. */
  readonly sources: readonly string[];
  /** Folders below the sources that make no difference. */
  readonly except?: readonly string[];
  /** What `-c` says where somebody deploys. */
  readonly context?: Readonly<Record<string, string>>;
  /** Whether the CDK holds the template against CloudFormation's rules, which takes longer than all else. */
  readonly validated?: boolean;
}

const repository = join(import.meta.dirname, '..', '..', '..');
const stampName = 'sources.sha256';

/** The stack that is deployed; apart from cdk.out, where an admin may synthesize while the local cloud runs. */
export const deployedStack: Synthesis = {
  app: join(repository, 'infra', 'app.ts'),
  output: join(repository, '.build', 'assembly'),
  sources: ['infra', 'functions', 'shared', 'package-lock.json', 'tsconfig.json'].map((it) =>
    join(repository, it),
  ),
  except: [join(repository, 'infra', 'local'), join(repository, 'infra', 'admin')],
  // Its own, whatever a deployment on AWS is told: no mail leaves the machine.
  context: {
    sender: 'Báo cáo đơn vị <bao-cao@stnmt.example>',
    adminMail: 'quan-tri@stnmt.example',
    sandboxRecipients: '',
  },
};

/**
 * Builds and synthesizes, in a process of its own, unless the sources are those of the last time.
 * @returns the assembly's folder
 * @throws SynthesisFailed
 */
export async function synthesize(synthesis: Synthesis): Promise<string> {
  const { output } = synthesis;
  const hash = await hashOf(synthesis);
  if ((await stampOf(output)) === hash) return output;
  await mkdir(dirname(output), { recursive: true });
  const aside = await mkdtemp(join(dirname(output), '.synthesis-'));
  try {
    await run(synthesis, aside);
    await writeFile(join(aside, stampName), hash);
    // Another process may have been faster with the same sources.
    if ((await stampOf(output)) === hash) return output;
    await rm(output, { recursive: true, force: true });
    await rename(aside, output);
    return output;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function run({ app, context = {}, validated = false }: Synthesis, output: string): Promise<void> {
  // What a worker of a test runner is started with is not for the app.
  const { NODE_OPTIONS: _, ...environment } = process.env;
  try {
    await promisify(execFile)(process.execPath, [app], {
      cwd: repository,
      env: {
        ...environment,
        CDK_OUTDIR: output,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_VALIDATION: String(validated),
      },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new SynthesisFailed(`${relative(repository, app)} failed:\n${printed.trim()}`, { cause: error });
  }
}

async function hashOf({ sources, except = [], context = {} }: Synthesis): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(context));
  for (const source of sources) {
    const names = (await stat(source)).isDirectory() ? await readdir(source, { recursive: true }) : [''];
    for (const name of names.sort()) {
      const file = join(source, name);
      if (except.some((folder) => file === folder || file.startsWith(folder + sep))) continue;
      if (!(await stat(file)).isFile()) continue;
      hash.update(`${relative(repository, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function stampOf(output: string): Promise<string | undefined> {
  try {
    return await readFile(join(output, stampName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
