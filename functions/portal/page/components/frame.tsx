import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../../../shared/vocabulary/text.ts';
import { frame } from '../../../../shared/wording/page.ts';
import { office as officeWords } from '../../../../shared/wording/page-office.ts';
import { receiptCheck } from '../../../../shared/wording/page-receipt.ts';
import { LanguageContext, useWords } from '../page-context.ts';
import { Contacts } from './contacts.tsx';

const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
];

type View = 'unit' | 'office' | 'receipt';

const names: Record<View, Text> = {
  unit: frame.title,
  office: officeWords.title,
  receipt: receiptCheck.title,
};

interface Props {
  /** Who has come in; null while that is unknown. */
  readonly visitor?: string | null;
  readonly view?: View;
  /** Whom to ask: name, telephone number, address; null while that is unknown. */
  readonly office?: string | null;
  readonly children: ComponentChildren;
}

/** The band on top, the content, and the note on secrecy below: around every view of the page. */
export function Frame({ visitor = null, view = 'unit', office = null, children }: Props) {
  const { t } = useWords();
  return (
    <>
      {/* A button, no link: the fragment holds the token, so the address must not change. */}
      <button class="skip-link" type="button" onClick={() => document.getElementById('content')?.focus()}>
        {t(frame.skipToContent)}
      </button>
      <header class="band">
        <div class="band-inner">
          <div class="brand">
            <span class="mark" aria-hidden="true" />
            <div>
              <p class="brand-name">{t(names[view])}</p>
              <p class="brand-line">{visitor ?? t(frame.tagline)}</p>
            </div>
          </div>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" class="content" tabIndex={-1}>
        {children}
      </main>
      {(view !== 'receipt' || office !== null) && (
        <footer class="foot">
          {office !== null && (
            <p class="whom-to-ask">
              {t(frame.whomToAsk)} <Contacts of={office} />
            </p>
          )}
          {view !== 'receipt' && <p>{t(view === 'office' ? officeWords.secrecy : frame.secrecy)}</p>}
        </footer>
      )}
    </>
  );
}

function LanguageSwitch() {
  const { language, change } = useContext(LanguageContext);
  const { t } = useWords();
  return (
    <fieldset class="languages" aria-label={t(frame.switchLanguage)}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          aria-label={`${name}, ${code.toUpperCase()}`}
          onClick={() => change(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
