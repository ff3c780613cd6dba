import { useState } from 'preact/hooks';
import { entry } from '../../../../shared/wording/page.ts';
import { useFocusOn, useWords } from '../desk.ts';
import { leastTokenLength, normaliseCode } from '../token.ts';
import { Frame } from './frame.tsx';

/** Without a token in the address: asks for the code that the mail prints. */
export function AskCode({ onCode }: { onCode: (token: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(0);
  const code = normaliseCode(typed);
  const field = useFocusOn<HTMLInputElement>(refused);

  function submit(event: Event): void {
    event.preventDefault();
    if (code.whole) onCode(code.token);
    else setRefused((times) => times + 1);
  }

  const faulty = refused > 0 && !code.whole;
  return (
    <Frame>
      <section class="panel narrow">
        <h1>{t(entry.title)}</h1>
        <p class="lead">{t(entry.lead)}</p>
        <form onSubmit={submit} noValidate>
          <label class="field">
            <span class="field-label">{t(entry.label)}</span>
            <input
              ref={field}
              class="code-input"
              type="text"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              placeholder="ABCD-EFGH-…"
              aria-invalid={faulty}
              aria-describedby="code-hint"
            />
          </label>
          <p id="code-hint" class={faulty ? 'field-fault' : 'field-hint'} role={faulty ? 'alert' : undefined}>
            {faulty
              ? t(entry.malformed, { least: leastTokenLength, count: code.token.length })
              : t(entry.hint)}
          </p>
          <button class="button primary" type="submit">
            {t(entry.submit)}
          </button>
        </form>
      </section>
    </Frame>
  );
}
