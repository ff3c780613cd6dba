import type { FileOfUpload } from '../api.ts';
import { useDependencies } from '../page-context.ts';
import { HandOut } from './hand-out.tsx';

interface Props {
  readonly uploadId: string;
  readonly which: FileOfUpload;
  readonly name: string;
  /** What it is of, where the name alone would not tell. */
  readonly label?: string;
  readonly class: string;
}

/** Hands out a file of an upload. */
export function FileButton({ uploadId, which, name, label, class: className }: Props) {
  const { api } = useDependencies();
  return (
    <HandOut class={className} {...(label && { label })} find={() => api.fileOf(uploadId, which)}>
      {name}
    </HandOut>
  );
}
