import type { ComponentChildren } from 'preact';
import { frame } from '../../../../shared/wording/page.ts';
import { useWords } from '../page-context.ts';

interface Props {
  /** What comes of the press and whom it reaches. */
  readonly reaches?: ComponentChildren;
  /** Why it was not done, where that is no field's matter. */
  readonly fault: string | null;
  /** The button that does it; none where there is nothing to be done. */
  readonly children?: ComponentChildren;
  /** Where there is nothing to be done and so nothing to be cancelled. */
  readonly leave?: string | undefined;
  readonly onClose: () => void;
}

/** What is in sight however long the dialog is: what comes of the press, why it was not done, the button, and the way out. */
export function DialogFoot({ reaches, fault, children, leave, onClose }: Props) {
  const { t } = useWords();
  return (
    <div class="dialog-foot">
      {reaches && <p class="reaches tone-warn">{reaches}</p>}
      <p class="field-fault" role="alert">
        {fault}
      </p>
      <div class="button-row">
        {children}
        <button class="button" type="button" onClick={onClose}>
          {leave ?? t(frame.cancel)}
        </button>
      </div>
    </div>
  );
}
