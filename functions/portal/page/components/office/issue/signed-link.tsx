import type { Download } from '../../../../contract/terms.ts';
import { useDependencies } from '../../../page-context.ts';
import { HandOut } from '../../hand-out.tsx';

interface Props {
  /** Of the period's issue, below `/api/office/`. */
  readonly path: string;
  readonly run: string;
  readonly sha256: string;
  readonly name: string;
}

/** Hands out a signed report, as it is stored. */
export function SignedLink({ path, run, sha256, name }: Props) {
  const { api } = useDependencies();
  const at = `${path}/files/${encodeURIComponent(run)}/${sha256}`;
  return (
    <HandOut
      class="button small-button no-print"
      find={async () => (await api.ask<Download>(at, ['url'])).url}
    >
      {name}
    </HandOut>
  );
}
