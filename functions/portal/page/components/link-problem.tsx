import { entry, linkProblem } from '../../../../shared/wording/page.ts';
import type { ApiRefused } from '../api.ts';
import { useFocusOn, useWords } from '../desk.ts';
import { Frame } from './frame.tsx';

const texts: Record<string, { title: keyof typeof linkProblem; lead: keyof typeof linkProblem }> = {
  LINK_REVOKED: { title: 'revoked', lead: 'revokedLead' },
  LINK_EXPIRED: { title: 'expired', lead: 'expiredLead' },
};

/** The link lets nobody in: says why, and whom to ask. */
export function LinkProblem({ refusal, onLeave }: { refusal: ApiRefused; onLeave: () => void }) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(refusal.code);
  const { title, lead } = texts[refusal.code] ?? { title: 'invalid', lead: 'invalidLead' };
  return (
    <Frame>
      <section class="panel narrow notice tone-warn">
        <h1 ref={heading} tabIndex={-1}>
          {t(linkProblem[title])}
        </h1>
        <p class="lead">{t(linkProblem[lead])}</p>
        <p>{t(linkProblem.whomToAsk)}</p>
        <p class="small">{t(linkProblem.serverSays, { message: `${refusal.message} (${refusal.code})` })}</p>
        <button class="button" type="button" onClick={onLeave}>
          {t(entry.another)}
        </button>
      </section>
    </Frame>
  );
}
