import { useEffect, useState } from 'preact/hooks';
import { standingWords } from '../../../../shared/wording/page-history.ts';
import { receipt as receiptWords, receiptCheck as words } from '../../../../shared/wording/page-receipt.ts';
import type { ReceiptCheck as Receipt } from '../../contract/receipts.ts';
import { ApiRefused, checkReceipt } from '../api.ts';
import { useFocusOn, useWords } from '../page-context.ts';
import { askPatiently } from '../patient-fetch.ts';
import { numberIn, tidyNumber } from '../receipt-number.ts';
import { CodeForm } from './code-form.tsx';
import { Frame } from './frame.tsx';
import { Trouble } from './trouble.tsx';
import { ReceiptSheet } from './verdict/receipt-sheet.tsx';

type Found =
  | { readonly step: 'none' | 'searching' | 'unknown' }
  | { readonly step: 'found'; readonly receipt: Receipt }
  | { readonly step: 'failed'; readonly error: unknown };

/** `/r#number`, or `/r` alone: what a receipt stands for, told to anybody who has its number. */
export function ReceiptPage() {
  const { t } = useWords();
  const [number, setNumber] = useState(() => numberIn(location.hash));
  const [found, search] = useReceipt(number);
  const heading = useFocusOn<HTMLHeadingElement>(found.step);

  useEffect(() => {
    document.title = t(words.title);
  });
  useEffect(() => {
    const follow = () => setNumber(numberIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  return (
    <Frame view="receipt" office={found.step === 'found' ? found.receipt.office : null}>
      {found.step === 'none' && <AskNumber />}
      {found.step === 'searching' && (
        <p class="loading" role="status">
          {t(words.searching)}
        </p>
      )}
      {found.step === 'failed' && <Trouble error={found.error} onRetry={search} />}
      {found.step === 'unknown' && (
        <section class="panel narrow notice tone-warn">
          <h1 ref={heading} tabIndex={-1}>
            {t(words.unknown)}
          </h1>
          <p>{t(words.unknownLead, { number })}</p>
          <Another />
        </section>
      )}
      {found.step === 'found' && (
        <div class="receipt-page">
          <div class="notice tone-good no-print">
            <h1 ref={heading} tabIndex={-1}>
              {t(words.genuine)}
            </h1>
            <p>{t(words.genuineLead)}</p>
          </div>
          <p class={`notice no-print tone-${found.receipt.standing === 'counts' ? 'good' : 'info'}`}>
            {t(words.became)} <strong>{t(standingWords[found.receipt.standing])}</strong>
          </p>
          <ReceiptSheet receipt={found.receipt} />
          <div class="button-row no-print">
            <button class="button" type="button" onClick={() => print()}>
              {t(receiptWords.print)}
            </button>
            <Another />
          </div>
        </div>
      )}
    </Frame>
  );
}

/** Asks again when the number, or the language, changes. */
function useReceipt(number: string): readonly [found: Found, again: () => void] {
  const { language } = useWords();
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Found>({ step: number === '' ? 'none' : 'searching' });
  useEffect(() => {
    if (number === '') return setFound({ step: 'none' });
    let wanted = true;
    setFound((before) =>
      before.step === 'found' && before.receipt.receipt === number ? before : { step: 'searching' },
    );
    checkReceipt(number, language, askPatiently).then(
      (receipt) => wanted && setFound({ step: 'found', receipt }),
      (error: unknown) => {
        if (!wanted) return;
        const unknown = error instanceof ApiRefused && (error.status === 404 || error.status === 400);
        setFound(unknown ? { step: 'unknown' } : { step: 'failed', error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [number, language, round]);
  return [found, () => setRound(round + 1)];
}

function AskNumber() {
  const { t } = useWords();
  return (
    <CodeForm
      words={words}
      faultOf={(typed) => (tidyNumber(typed) === '' ? t(words.missing) : null)}
      onTyped={(typed) => {
        location.hash = tidyNumber(typed);
      }}
    />
  );
}

function Another() {
  const { t } = useWords();
  return (
    <button
      class="button"
      type="button"
      onClick={() => {
        location.hash = '';
      }}
    >
      {t(words.another)}
    </button>
  );
}
