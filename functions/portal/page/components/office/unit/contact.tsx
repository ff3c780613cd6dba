import { board } from '../../../../../../shared/wording/page-desk.ts';
import { unitFile as words } from '../../../../../../shared/wording/page-unit-file.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { Overview } from '../../../api.ts';
import { useWords } from '../../../page-context.ts';
import { ChangeContact } from '../amend/amendments.tsx';
import { Phone } from '../phone.tsx';
import { isBounced } from './bounced-addresses.tsx';

interface Props {
  readonly file: UnitFile;
  readonly decides: boolean;
  readonly overview: Overview;
  readonly onChanged: () => void;
}

/** Where the unit is reached, and what is missing of that; others of the unit beside it. */
export function Contact({ file, decides, overview, onChanged }: Props) {
  const { t } = useWords();
  const { email, phone, people } = file.contact;
  const bounced = isBounced(file, email);
  const change = { unit: file.duty.unit, email, phone, bounced, overview, onChanged };
  return (
    <>
      <p class="contact">
        <strong>{t(words.contact)}:</strong> <a href={`mailto:${email}`}>{email}</a>{' '}
        {phone === undefined ? <span class="field-hint">{t(board.noPhone)}</span> : <Phone number={phone} />}{' '}
        {decides && phone === undefined && <ChangeContact {...change} forPhone />}{' '}
        {decides && !bounced && <ChangeContact {...change} />}
      </p>
      {people?.map(({ role, email: own, phone: number }) => (
        <p key={`${role}/${own}`}>
          {t(words[role])}: <a href={`mailto:${own}`}>{own}</a>{' '}
          {number !== undefined && <Phone number={number} />}
        </p>
      ))}
    </>
  );
}
