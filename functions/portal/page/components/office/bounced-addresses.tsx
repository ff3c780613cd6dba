import { bouncedWords as words } from '../../../../../shared/wording/page-chase.ts';
import type { UnitFile } from '../../../contract/desk.ts';
import { useTime, useWords } from '../../page-context.ts';
import { aboutUnit } from './about-unit.ts';
import type { Action } from './decision-dialog.tsx';

interface Props {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly onAct: (action: Action) => void;
}

/** The unit's addresses at which nothing arrives: since when, what the other server said, and that it works again. */
export function BouncedAddresses({ file, decides, onAct }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return file.contact.bounced?.map(({ address, kind, since, said }) => (
    <section key={address} class="notice tone-bad bounced">
      <h2>{t(words.title, { address })}</h2>
      <p>{t(words[kind], { since: dateTime(since) ?? since })}</p>
      {said !== null && <p class="small">{t(words.said, { said })}</p>}
      {decides && (
        <button
          class="button no-print"
          type="button"
          onClick={() => onAct({ ...aboutUnit(file, 'mended'), email: address })}
        >
          {t(words.mend)}
        </button>
      )}
    </section>
  ));
}
