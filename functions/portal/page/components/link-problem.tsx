import { entry, linkProblem } from '../../../../shared/wording/page.ts';
import type { ApiRefused } from '../api.ts';
import { withContacts } from '../contacts.ts';
import { useFocusOn, useWords } from '../page-context.ts';
import { Frame } from './frame.tsx';

/** Links that were good once: of these the portal knows whose they are, and names the office that can help. */
const once: Record<string, 'revoked' | 'expired'> = { LINK_REVOKED: 'revoked', LINK_EXPIRED: 'expired' };

/** The link lets nobody in: says why, and whom to ask. */
export function LinkProblem({ refusal, onLeave }: { refusal: ApiRefused; onLeave: () => void }) {
  const { t } = useWords();
  const heading = useFocusOn<HTMLHeadingElement>(refusal.code);
  const known = once[refusal.code];
  return (
    <Frame>
      <section class="panel narrow notice tone-warn">
        <h1 ref={heading} tabIndex={-1}>
          {t(linkProblem[known ?? 'invalid'])}
        </h1>
        {known ? (
          <p class="lead">
            {withContacts(refusal.message).map(({ text, href }) =>
              href === null ? text : <a href={href}>{text}</a>,
            )}
          </p>
        ) : (
          <>
            <p class="lead">{t(linkProblem.invalidLead)}</p>
            <p>{t(linkProblem.whomToAsk)}</p>
          </>
        )}
        <p>{t(linkProblem.kept)}</p>
        <p class="small">{t(linkProblem.code, { code: refusal.code })}</p>
        <button class="button" type="button" onClick={onLeave}>
          {t(entry.another)}
        </button>
      </section>
    </Frame>
  );
}
