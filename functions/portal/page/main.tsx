/** The page: what a link opens, or, at `/r`, what a receipt stands for. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../shared/vocabulary/text.ts';
import { languageMemory, tokenMemory } from './browser-memory.ts';
import { AskCode } from './components/ask-code.tsx';
import { Later } from './components/later.tsx';
import { LinkedPage } from './components/linked-page.tsx';
import { type LanguageChoice, LanguageContext } from './page-context.ts';
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
  const [language, setLanguage] = useState<Language>(languageMemory.read);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const spoken = useMemo<LanguageChoice>(
    () => ({
      language,
      change(wanted) {
        languageMemory.keep(wanted);
        setLanguage(wanted);
      },
    }),
    [language],
  );

  return (
    <LanguageContext.Provider value={spoken}>
      {/^\/r\b/.test(location.pathname) ? <Later load={receiptPage} /> : <PageOfLink />}
    </LanguageContext.Provider>
  );
}

const receiptPage = async () => (await import('./components/receipt-page.tsx')).ReceiptPage;

function PageOfLink() {
  const [token, setToken] = useState(currentToken);
  useEffect(() => {
    const read = () => setToken(currentToken());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  function enter(code: string): void {
    tokenMemory.keep(code);
    setToken(code);
  }
  function leave(): void {
    tokenMemory.forget();
    history.replaceState(null, '', '/u');
    setToken(null);
  }
  if (token === null) return <AskCode onCode={enter} />;
  return <LinkedPage key={token} token={token} onLeave={leave} />;
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
