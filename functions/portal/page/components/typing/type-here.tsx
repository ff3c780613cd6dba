import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { frame } from '../../../../../shared/wording/page.ts';
import { typing as words } from '../../../../../shared/wording/page-typing.ts';
import { NetworkLost } from '../../api.ts';
import { useWords } from '../../page-context.ts';
import { Trouble } from '../trouble.tsx';
import type { TypingProps } from './typing-form.tsx';

interface Props extends TypingProps {
  /** Called before the form comes. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

type Part = { readonly View: ComponentType<TypingProps> } | 'closed' | 'coming' | 'failed';

/** The way to type a report; its form comes as a chunk of its own, once somebody wants it. */
export function TypeHere({ onOpen, onClose, ...props }: Props) {
  const { t } = useWords();
  const [part, setPart] = useState<Part>('closed');

  function open(): void {
    setPart('coming');
    onOpen();
    import('./typing-form.tsx').then(
      ({ TypingForm }) => setPart({ View: TypingForm }),
      () => setPart('failed'),
    );
  }

  function close(): void {
    setPart('closed');
    onClose();
  }

  if (part === 'closed') {
    return (
      <div class="type-here">
        <button class="button" type="button" onClick={open}>
          {t(words.open)}
        </button>
        <p class="small">{t(words.openLead)}</p>
      </div>
    );
  }
  if (part === 'failed') return <Trouble error={new NetworkLost()} onRetry={open} />;
  if (part === 'coming') return <p class="loading">{t(frame.loading)}</p>;
  return (
    <section class="type-here" aria-label={t(words.title)}>
      <button class="button small-button" type="button" onClick={close}>
        {t(words.close)}
      </button>
      <part.View {...props} />
    </section>
  );
}
