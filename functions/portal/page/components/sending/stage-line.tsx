import { stages as words } from '../../../../../shared/wording/page-upload.ts';
import { useWords } from '../../page-context.ts';
import { stageOf, stages, type UploadState } from '../../sending/upload-states.ts';

/** Where the file is now, of the five stations every file passes. */
export function StageLine({ state }: { state: UploadState }) {
  const { t } = useWords();
  const current = stageOf(state);
  const reached = current === null ? -1 : stages.indexOf(current);
  return (
    <ol class="stages" aria-label={t(words.label)}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          class={index < reached || state.step === 'done' ? 'passed' : index > reached ? '' : here(state)}
          aria-current={index === reached ? 'step' : undefined}
        >
          {t(words[stage])}
        </li>
      ))}
    </ol>
  );
}

function here(state: UploadState): string {
  return state.step === 'failed' ? 'broken' : 'here';
}
