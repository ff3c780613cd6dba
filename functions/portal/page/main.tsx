/** The page: finds the token, then shows what its link opens. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../shared/wording/text.ts';
import { languageMemory, tokenMemory } from './browser-memory.ts';
import { AskCode } from './components/ask-code.tsx';
import { LinkedPage } from './components/linked-page.tsx';
import { type Spoken, SpokenContext } from './desk.ts';
import { findToken } from './token.ts';

/** The address wins over the memory: whoever opens another link wants that one. */
function currentToken(): string | null {
  const found = findToken(location);
  if (!found) return tokenMemory.read();
  if (found.repaired !== null) history.replaceState(history.state, '', found.repaired);
  tokenMemory.keep(found.token);
  return found.token;
}

function Page() {
  const [token, setToken] = useState(currentToken);
  const [language, setLanguage] = useState<Language>(languageMemory.read);

  useEffect(() => {
    const read = () => setToken(currentToken());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const spoken = useMemo<Spoken>(
    () => ({
      language,
      change(wanted) {
        languageMemory.keep(wanted);
        setLanguage(wanted);
      },
    }),
    [language],
  );

  function enter(code: string): void {
    tokenMemory.keep(code);
    setToken(code);
  }
  function leave(): void {
    tokenMemory.forget();
    history.replaceState(null, '', '/u');
    setToken(null);
  }

  return (
    <SpokenContext.Provider value={spoken}>
      {token === null ? <AskCode onCode={enter} /> : <LinkedPage key={token} token={token} onLeave={leave} />}
    </SpokenContext.Provider>
  );
}

/** A fold that is shut would be missing on paper. */
function openFoldsOnPaper(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of opened) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
  });
}

/** A file dropped beside the field must not replace the page. */
function keepDropsOnPage(): void {
  for (const kind of ['dragover', 'drop']) addEventListener(kind, (event) => event.preventDefault());
}

const place = document.getElementById('page');
if (place) {
  openFoldsOnPaper();
  keepDropsOnPage();
  render(<Page />, place);
}
