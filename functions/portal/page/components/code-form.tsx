import { useState } from 'preact/hooks';
import type { Text } from '../../../../shared/vocabulary/text.ts';
import { useFocusOn, useWords } from '../page-context.ts';

interface CodeFormProps {
  readonly words: Readonly<Record<'title' | 'lead' | 'label' | 'hint' | 'submit', Text>>;
  readonly placeholder?: string;
  /** Why what is typed cannot be it; null where it can. */
  readonly faultOf: (typed: string) => string | null;
  readonly onTyped: (typed: string) => void;
}

/** Asks for one code or number that somebody reads off a paper or a mail. */
export function CodeForm({ words, placeholder = '', faultOf, onTyped }: CodeFormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(0);
  const field = useFocusOn<HTMLInputElement>(refused);
  const fault = faultOf(typed);
  const shown = refused > 0 ? fault : null;

  function submit(event: Event): void {
    event.preventDefault();
    if (fault === null) onTyped(typed);
    else setRefused((times) => times + 1);
  }

  return (
    <section class="panel narrow">
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      <form onSubmit={submit} noValidate>
        <label class="field">
          <span class="field-label">{t(words.label)}</span>
          <input
            ref={field}
            class="code-input"
            type="text"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            placeholder={placeholder}
            aria-invalid={shown !== null}
            aria-describedby="code-hint"
          />
        </label>
        <p
          id="code-hint"
          class={shown === null ? 'field-hint' : 'field-fault'}
          role={shown === null ? undefined : 'alert'}
        >
          {shown ?? t(words.hint)}
        </p>
        <button class="button primary" type="submit">
          {t(words.submit)}
        </button>
      </form>
    </section>
  );
}
