import { useState } from 'preact/hooks';
import { board as words } from '../../../../../shared/wording/page-desk.ts';
import { useWords } from '../../page-context.ts';

/** Puts addresses, as a mail program takes them, where they can be pasted from. */
export function CopyAddresses({ addresses }: { addresses: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(addresses);
      setCopied(true);
    } catch {
      // The browser forbids it, or knows no clipboard: the addresses are shown, to be copied by hand.
      setCopied(false);
    }
  }
  return (
    <>
      <button class="button small-button" type="button" onClick={() => void copy()}>
        {t(words.copyAddresses)}
      </button>
      <span class="small" role="status">
        {copied === true && t(words.copied)}
        {copied === false && t(words.notCopied, { addresses })}
      </span>
    </>
  );
}
