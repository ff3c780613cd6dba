import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../../../shared/wording/page-upload.ts';
import { useWords } from '../../page-context.ts';
import { FilePick } from './file-pick.tsx';

interface Props {
  /** True where files were chosen already: then the field is small. */
  readonly more: boolean;
  /** Called when somebody is about to choose. */
  readonly onOpen: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Choosing files by keyboard or finger, dropping them anywhere on the page, pasting them; nothing leaves the device. */
export function FileDrop({ more, onOpen, onFiles }: Props) {
  const { t } = useWords();
  const hovering = useFilesFromPage(onFiles);
  return (
    <div class={`drop${hovering ? ' hovering' : ''}${more ? ' more' : ''}`}>
      <FilePick
        name={t(more ? send.addMore : send.choose)}
        class={more ? 'button small-button' : 'button primary big'}
        multiple={true}
        onOpen={onOpen}
        onFiles={onFiles}
      />
      <p class="drop-or">{t(hovering ? send.dropHere : send.orDrop)}</p>
      {!more && <p class="drop-kinds">{t(send.kinds)}</p>}
    </div>
  );
}

/** Files dropped or pasted anywhere; answers whether some are being dragged over the page. */
function useFilesFromPage(onFiles: Props['onFiles']): boolean {
  const [hovering, setHovering] = useState(false);
  const newest = useRef(onFiles);
  newest.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const take = (files: FileList | undefined) => {
      if (files && files.length > 0) newest.current([...files]);
    };
    addEventListener('dragover', (event) => setHovering(holdsFiles(event)), { signal });
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setHovering(false), {
      signal,
    });
    addEventListener(
      'drop',
      ({ dataTransfer }) => {
        setHovering(false);
        take(dataTransfer?.files);
      },
      { signal },
    );
    // Text that is pasted into a field brings no files, and stays the field's.
    addEventListener('paste', ({ clipboardData }) => take(clipboardData?.files), { signal });
    return () => listening.abort();
  }, []);
  return hovering;
}
