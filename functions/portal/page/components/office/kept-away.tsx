import { keptWords as words } from '../../../../../shared/wording/page-chase.ts';
import { deciding } from '../../../../../shared/wording/page-deciding.ts';
import { addressesOf } from '../../board.ts';
import { type Reached, worthWriting } from '../../deciding.ts';
import { useTime, useWords } from '../../page-context.ts';
import { CopyAddresses } from './copy-addresses.tsx';
import { NamedUnits, type OpenUnit } from './named-units.tsx';

interface Props extends OpenUnit {
  readonly kept: Reached['kept'];
}

/** Whom no mail reaches, one sentence a reason, with the other ways to them. */
export function KeptAway({ kept, onOpen }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  if (kept.length === 0) return null;
  const all = kept.flatMap(({ units }) => units);
  const addresses = addressesOf(worthWriting(kept));
  return (
    <section class="notice tone-warn kept-away">
      <h3>{t(words.title, { count: all.length })}</h3>
      <ul class="outcome-list">
        {kept.map(({ code, message, since, units }) => (
          <li key={`${code} ${since}`}>
            <strong>
              {code in words.why
                ? t(words.why[code as keyof typeof words.why], {
                    time: dateTime(since ?? '')?.slice(-5) ?? '',
                  })
                : message}
            </strong>{' '}
            {kept.length > 1 && t(deciding.reached, { count: units.length })}{' '}
            <NamedUnits {...{ units, onOpen }} />
          </li>
        ))}
      </ul>
      {addresses !== '' && <CopyAddresses addresses={addresses} />}
    </section>
  );
}
