import { useContext, useState } from 'preact/hooks';
import { receipt as words } from '../../../../../shared/wording/page-receipt.ts';
import { LanguageContext, useWords } from '../../page-context.ts';
import { printAlone } from '../../paper.ts';
import { timelyWords } from '../../receipt-timely.ts';
import { exactTime, fileSize, shortDay } from '../../words.ts';
import { type ReceiptFacts, ReceiptSheet } from './receipt-sheet.tsx';

/** What proves that the file came: to be copied, printed, and checked by anybody who has its number. */
export function ReceiptCard({ receipt, sender }: { receipt: ReceiptFacts; sender: string | null }) {
  const { t, language } = useWords();
  const spoken = useContext(LanguageContext);
  const timely = timelyWords(receipt);
  const isGood =
    receipt.standing !== 'not-accepted' &&
    receipt.standing !== 'excluded' &&
    receipt.timeliness?.late === false;

  function printIt(): void {
    printAlone(
      <LanguageContext.Provider value={spoken}>
        <ReceiptSheet receipt={receipt} sender={sender} />
      </LanguageContext.Provider>,
    );
  }

  return (
    <section class="receipt" aria-label={t(words.title)}>
      <dl class="receipt-facts">
        <div class="receipt-number">
          <dt>{t(words.number)}</dt>
          <dd>
            <code>{receipt.receipt}</code>
          </dd>
        </div>
        <div>
          <dt>{t(words.authority)}</dt>
          <dd>{receipt.authority.name}</dd>
        </div>
        <div>
          <dt>{t(words.time)}</dt>
          <dd>{exactTime(receipt.receivedAt, receipt.timeZone)}</dd>
        </div>
        {receipt.timeliness?.notedDay !== undefined && (
          <div>
            <dt>{t(words.noted)}</dt>
            <dd>{t(words.notedDay, { day: shortDay(receipt.timeliness.notedDay) })}</dd>
          </div>
        )}
        {receipt.timeliness && timely && (
          <div>
            <dt>{t(words.due)}</dt>
            <dd>
              {exactTime(receipt.timeliness.due, receipt.timeZone)}{' '}
              <strong class={`timely tone-${isGood ? 'good' : 'warn'}`}>{t(timely)}</strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{t(words.file)}</dt>
          <dd>
            {receipt.fileName} <span class="small">{fileSize(receipt.size, language)}</span>
          </dd>
        </div>
        {sender !== null && (
          <div>
            <dt>{t(words.sender)}</dt>
            <dd>{sender}</dd>
          </div>
        )}
        <div class="receipt-hash">
          <dt>{t(words.sha256)}</dt>
          <dd>
            <code>{receipt.sha256}</code>
          </dd>
        </div>
      </dl>
      <div class="button-row no-print">
        <button class="button small-button" type="button" onClick={printIt}>
          {t(words.print)}
        </button>
        <CopyButton text={receipt.receipt} />
        <a
          class="button small-button"
          href={`/r#${receipt.receipt}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t(words.open)}
        </a>
      </div>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  // The clipboard exists over https only; without it the number can still be selected.
  if (!navigator.clipboard) return null;
  return (
    <button
      class="button small-button"
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      <span aria-live="polite">{t(copied ? words.copied : words.copy)}</span>
    </button>
  );
}
