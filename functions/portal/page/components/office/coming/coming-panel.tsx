import { useState } from 'preact/hooks';
import { comingLinks as words } from '../../../../../../shared/wording/page-first-view.ts';
import { useWords } from '../../../page-context.ts';
import { LaterPart } from '../../later.tsx';
import type { ComingProps } from './coming-mails.tsx';

const comingMails = () => import('./coming-mails.tsx').then(({ ComingMails }) => ComingMails);

/** What the schedule will send by itself; asked for when somebody unfolds it. */
export function ComingPanel(props: ComingProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel coming no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(words.title)}</summary>
      {open && <LaterPart load={comingMails} given={props} />}
    </details>
  );
}
