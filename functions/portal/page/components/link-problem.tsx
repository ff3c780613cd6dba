import { useState } from 'preact/hooks';
import { entry, linkProblem } from '../../../../shared/wording/page.ts';
import type { ApiRefused } from '../api.ts';
import { useFocusOn, useWords } from '../page-context.ts';
import { Contacts } from './contacts.tsx';
import { Frame } from './frame.tsx';

/** Links that were good once: of these the portal knows whose they are, and names the office that can help. */
const once: Record<string, 'revoked' | 'expired'> = { LINK_REVOKED: 'revoked', LINK_EXPIRED: 'expired' };

/** The link lets nobody in: says why, and whom to ask. */
export function LinkProblem({
  refusal,
  onRenew,
  onLeave,
}: {
  refusal: ApiRefused;
  /** Has a new link mailed to the registered address. */
  onRenew: () => Promise<void>;
  onLeave: () => void;
}) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(refusal.code);
  const known = once[refusal.code];
  const [renewal, setRenewal] = useState<'none' | 'asked' | 'failed'>('none');
  const renew = () =>
    void onRenew().then(
      () => setRenewal('asked'),
      () => setRenewal('failed'),
    );
  return (
    <Frame>
      <section class="panel narrow notice tone-warn">
        <h1 ref={heading} tabIndex={-1}>
          {t(linkProblem[known ?? 'invalid'])}
        </h1>
        {known ? (
          <p class="lead">
            <Contacts of={refusal.message} />
          </p>
        ) : (
          <>
            <p class="lead">{t(linkProblem.invalidLead)}</p>
            <p>{t(linkProblem.whomToAsk)}</p>
          </>
        )}
        <p>{t(linkProblem.kept)}</p>
        <p class="small">{t(linkProblem.code, { code: refusal.code })}</p>
        {known === 'expired' && renewal !== 'asked' && (
          <button class="button primary" type="button" onClick={renew}>
            {t(linkProblem.renew)}
          </button>
        )}
        {renewal !== 'none' && <p role="status">{t(linkProblem[renewal])}</p>}
        <button class="button" type="button" onClick={onLeave}>
          {t(entry.another)}
        </button>
      </section>
    </Frame>
  );
}
