import { urging as words } from '../../../../../shared/wording/page-first-view.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import { HandOut } from '../hand-out.tsx';

/** The letter to everybody who owes the period, to be signed by the office. */
export function UrgingLetter({ period }: { readonly period: string }) {
  const { api } = useDependencies();
  const { t } = useWords();
  return (
    <HandOut
      class="button small-button file-button"
      find={() => api.officeFile(`urging/${encodeURIComponent(period)}`)}
    >
      {t(words.draft)} <span class="extension">.docx</span>
    </HandOut>
  );
}
