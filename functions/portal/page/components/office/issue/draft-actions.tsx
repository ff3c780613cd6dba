import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { DraftAsked, IssueView } from '../../../../contract/issue.ts';
import type { Overview } from '../../../api.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { useDialog } from '../../dialogs.tsx';
import { ActDialog } from '../act-dialog.tsx';
import { useChanged } from '../use-changed.ts';

interface Props {
  readonly view: IssueView;
  /** Of the period's issue, below `/api/office/`. */
  readonly path: string;
  readonly overview: Overview;
  readonly onChange: () => void;
}

/** Another draft where what is filed has changed, and the way to take one back that nobody has signed. */
export function DraftActions({ view, path, overview, onChange }: Props) {
  const { api } = useDependencies();
  const { t } = useWords();
  const show = useDialog();
  const changed = useChanged(onChange);
  const { draft, issued, mayDrawUp } = view;
  const isIssued = draft !== null && issued.some(({ edition }) => edition === draft.edition);
  const mayTakeBack = draft !== null && !isIssued;
  const drawUp = t(isIssued ? words.drawUpReplacing : words.drawUp);
  const [edition, run] = [draft?.edition ?? 0, draft?.run ?? ''];
  if (overview.role !== 'decides' || !(mayDrawUp || mayTakeBack)) return null;

  const askForNext = () =>
    show((onClose) => (
      <ActDialog
        title={t(words.drawUpQuestion, { title: view.title })}
        consequence={t(words.drawUpReaches)}
        confirm={drawUp}
        done={t(words.drawUpDone)}
        overview={overview}
        act={() => (reason) => api.ask<DraftAsked>(`${path}/draft`, ['edition'], { reason })}
        onDone={changed}
        onClose={onClose}
      />
    ));

  const askBack = () =>
    show((onClose) => (
      <ActDialog
        title={t(words.takeBackQuestion, { edition })}
        consequence={t(words.takeBackReaches)}
        confirm={t(words.takeBack)}
        done={t(words.takeBackDone)}
        overview={overview}
        act={() => (reason) => api.ask<DraftAsked>(`${path}/draft/taken-back`, ['edition'], { run, reason })}
        onDone={changed}
        onClose={onClose}
      />
    ));

  return (
    <div class="button-row no-print">
      {mayDrawUp && (
        <button class={draft?.stale ? 'button primary' : 'button'} type="button" onClick={askForNext}>
          {drawUp}
        </button>
      )}
      {mayTakeBack && (
        <button class="button" type="button" onClick={askBack}>
          {t(words.takeBack)}
        </button>
      )}
    </div>
  );
}
