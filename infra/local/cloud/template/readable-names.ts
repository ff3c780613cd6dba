import type { Assembly, TemplateResource } from './assembly.ts';

/**
 * Short names by logical id, for logs and faults: `IntakeArrivalsQueue` for `IntakeArrivalsQueueD9D7E19F`, `ingest` for
 * the function whose code is `Intake/Ingest/Function/Code`. Where two of a type would share a name, the id stays.
 */
export function readableNames(assembly: Assembly): ReadonlyMap<string, string> {
  const wished = Object.entries(assembly.template.Resources).map(([id, resource]) => {
    const name = functionName(resource, assembly) ?? withoutHash(id);
    return { id, name, claim: `${resource.Type} ${name.toLowerCase()}` };
  });
  const claims = Map.groupBy(wished, ({ claim }) => claim);
  return new Map(wished.map(({ id, name, claim }) => [id, claims.get(claim)?.length === 1 ? name : id]));
}

function withoutHash(logicalId: string): string {
  return logicalId.replace(/(?<=.)[0-9A-F]{8}$/, '');
}

function functionName({ Type, Properties }: TemplateResource, assembly: Assembly): string | undefined {
  if (Type !== 'AWS::Lambda::Function') return undefined;
  const code = Properties.Code;
  const key = typeof code === 'object' && code !== null && 'S3Key' in code ? String(code.S3Key) : '';
  const path = assembly.assets.get(key.replace(/\.zip$/, ''))?.displayName?.split('/') ?? [];
  return path
    .filter((part) => part !== 'Code' && part !== 'Function')
    .at(-1)
    ?.toLowerCase();
}
