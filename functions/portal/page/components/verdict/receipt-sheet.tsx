import { receipt as words } from '../../../../../shared/wording/page-receipt.ts';
import { uploadStateWords } from '../../../../../shared/wording/statuses.ts';
import type { ReceiptCheck } from '../../../contract/receipts.ts';
import type { UploadReport } from '../../../contract/uploads.ts';
import { useWords } from '../../page-context.ts';
import { timelyWords } from '../../receipt-timely.ts';
import { capitalised, exactTime, fileSize, number, shortDay } from '../../words.ts';

/** What a receipt says; of a file that has no verdict yet too. */
export type ReceiptFacts = Omit<ReceiptCheck, 'state' | 'standing' | 'office'> &
  Pick<UploadReport, 'state'> & { readonly standing: ReceiptCheck['standing'] | null };

/** A receipt as it is printed and checked: one page of paper, everything that proves that the file came. */
export function ReceiptSheet({ receipt, sender = null }: { receipt: ReceiptFacts; sender?: string | null }) {
  const { t, language } = useWords();
  const timely = timelyWords(receipt);
  const notedDay = receipt.timeliness?.notedDay;
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [t(words.unit), `${receipt.unit.name} (${receipt.unit.code})`],
    [t(words.period), `${receipt.title} (${receipt.period})`],
    [t(words.time), exactTime(receipt.receivedAt, receipt.timeZone)],
    [t(words.noted), notedDay === undefined ? null : t(words.notedDay, { day: shortDay(notedDay) })],
    [t(words.due), receipt.timeliness && exactTime(receipt.timeliness.due, receipt.timeZone)],
    [t(words.timely), timely && t(timely)],
    [t(words.state), capitalised(t(uploadStateWords[receipt.state]))],
    [t(words.file), receipt.fileName],
    [
      t(words.size),
      t(words.sizeFacts, { size: fileSize(receipt.size, language), bytes: number(receipt.size, language) }),
    ],
    [t(words.sender), sender],
  ];
  return (
    <article class="receipt-sheet">
      <p class="receipt-sheet-authority" lang="vi">
        <span>{receipt.authority.parent}</span>
        <strong>{receipt.authority.name}</strong>
      </p>
      <h2>{t(words.title)}</h2>
      <p class="receipt-sheet-number">
        <span>{t(words.number)}</span> <code>{receipt.receipt}</code>
      </p>
      <dl>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div class="receipt-sheet-hash">
          <dt>{t(words.sha256)}</dt>
          <dd>
            <code>{receipt.sha256}</code>
          </dd>
        </div>
      </dl>
      <p class="small">{t(words.how, { address: `${location.origin}/r` })}</p>
    </article>
  );
}
