import type { ComponentChildren } from 'preact';
import { bouncedWords as words } from '../../../../../../shared/wording/page-first-view.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { OfficeView } from '../../../../contract/office.ts';
import type { Overview } from '../../../api.ts';
import { useTime, useWords } from '../../../page-context.ts';
import type { Action } from '../action.ts';
import { ChangeContact } from '../amend/amendments.tsx';
import { aboutUnit } from './about-unit.ts';

interface Props {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly overview: Overview;
  readonly onAct: (action: Action) => void;
  readonly onChanged: () => void;
}

export function isBounced({ contact: { bounced = [] } }: UnitFile, address: string): boolean {
  return bounced.some((each) => each.address === address.toLowerCase());
}

type Bounced = NonNullable<UnitFile['contact']['bounced']>[number];

/** The unit's addresses at which nothing arrives: since when, what the other server said, and that it works again. */
export function BouncedAddresses({ file, decides, overview, onAct, onChanged }: Props) {
  return file.contact.bounced?.map((bounced) => (
    <Notice
      key={bounced.address}
      bounced={bounced}
      {...(decides && {
        onMend: () => onAct({ ...aboutUnit(file, 'mended'), email: bounced.address }),
      })}
    >
      {decides && bounced.address === file.contact.email.toLowerCase() && (
        <ChangeContact
          unit={file.duty.unit}
          email={file.contact.email}
          phone={file.contact.phone}
          bounced
          {...{ overview, onChanged }}
        />
      )}
    </Notice>
  ));
}

interface OfficeProps {
  readonly overview: Pick<OfficeView, 'bounced' | 'role'>;
  readonly onAct: (action: Action) => void;
}

/** The same of the office itself and of those above it; one's own is mended by whoever has the link. */
export function BouncedRecipients({ overview: { bounced = [], role }, onAct }: OfficeProps) {
  return bounced.map(({ name, own, ...each }) => (
    <Notice
      key={each.address}
      bounced={each}
      name={name}
      {...((own || role === 'decides') && {
        onMend: () =>
          onAct({
            kind: 'mended',
            period: '',
            title: '',
            email: each.address,
            units: [{ code: each.address, name }],
            whose: own ? 'own' : 'office',
          }),
      })}
    />
  ));
}

interface NoticeProps {
  readonly bounced: Bounced;
  readonly name?: string;
  readonly onMend?: () => void;
  /** What mends it at once. */
  readonly children?: ComponentChildren;
}

function Notice({ bounced: { address, kind, since, said }, name, onMend, children }: NoticeProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  return (
    <section class="notice tone-bad bounced">
      <h2>
        {name !== undefined && `${name}: `}
        {t(words.title, { address })}
      </h2>
      <p>{t(words[kind], { since: dateTime(since) ?? since })}</p>
      <div class="button-row no-print">
        {children}
        {onMend && (
          <button class="button small-button" type="button" onClick={onMend}>
            {t(words.mend)}
          </button>
        )}
      </div>
      {said !== null && (
        <details class="small">
          <summary>{t(words.saidTitle)}</summary>
          <p>{t(words.said, { said })}</p>
        </details>
      )}
    </section>
  );
}
