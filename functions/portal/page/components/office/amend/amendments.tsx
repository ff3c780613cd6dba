import type { ComponentType } from 'preact';
import type { Text } from '../../../../../../shared/vocabulary/text.ts';
import { amendLinks as words } from '../../../../../../shared/wording/page-first-view.ts';
import type { Amendment, Amendments } from '../../../../contract/amendments.ts';
import { useAnswer, useReloadAt, useTime, useWords } from '../../../page-context.ts';
import { useDialog } from '../../dialogs.tsx';
import { fetchLater, LaterPart } from '../../later.tsx';
import { Trouble } from '../../trouble.tsx';
import type { AmendProps, ContactProps, DutyProps } from './amend-dialogs.tsx';

const contactDialog = () => import('./amend-dialogs.tsx').then(({ ContactDialog }) => ContactDialog);
const dutyDialog = () => import('./amend-dialogs.tsx').then(({ DutyDialog }) => DutyDialog);
const undoDialog = () => import('./amend-dialogs.tsx').then(({ UndoDialog }) => UndoDialog);

/** Asks for the dialogs before somebody presses. */
export function fetchAmendDialogs(): void {
  void fetchLater(contactDialog);
  void fetchLater(dutyDialog);
  void fetchLater(undoDialog);
}

/** The way to change where a unit is reached. */
export function ChangeContact(props: ContactProps) {
  const name = props.forPhone ? words.addPhone : words.changeContact;
  return (
    <OpensDialog name={name} load={contactDialog} given={props} isMain={props.bounced && !props.forPhone} />
  );
}

/** The way to ask for a report that the regime did not foresee. */
export function OpenDuty(props: DutyProps) {
  return <OpensDialog name={words.openDuty} load={dutyDialog} given={props} />;
}

interface Opens<Given extends object> {
  readonly name: Text;
  readonly load: () => Promise<ComponentType<Given & { readonly onClose: () => void }>>;
  readonly given: Given;
  /** It is what is to be done first. */
  readonly isMain?: boolean | undefined;
}

function OpensDialog<Given extends object>({ name, load, given, isMain = false }: Opens<Given>) {
  const { t } = useWords();
  const show = useDialog();
  return (
    <button
      class={`button small-button no-print${isMain ? ' primary' : ''}`}
      type="button"
      onClick={() => show((onClose) => <LaterPart load={load} given={{ ...given, onClose }} />)}
    >
      {t(name)}
    </button>
  );
}

/** What the office changed in the regime, each with the way to take it back, or to restore it. */
export function AmendmentList({ overview, onChanged }: AmendProps) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const list = useAnswer((api) => api.ask<Amendments>('amendments', ['amendments']), 'amendments');
  const show = useDialog();
  // Whatever changed the regime is seen once the overview is: at a press, and each minute.
  useReloadAt(overview, list.reload);
  const trouble = list.error !== null && <Trouble error={list.error} onRetry={list.reload} />;
  const all = list.value?.amendments ?? [];
  if (all.length === 0) return trouble || null;
  const nameOf = ({ kind, title, period, unit: of, email, phone }: Amendment) => {
    const unit = of?.name ?? '';
    if (kind === 'duty') return t(words.dutyOpened, { title: title ?? '', period: period ?? '' });
    return [
      email !== null && t(words.contactChanged, { unit, email }),
      phone !== null && t(phone === '' ? words.phoneRemoved : words.phoneChanged, { unit, phone }),
    ]
      .filter((said) => said !== false)
      .join('; ');
  };
  const ask = (undoing: Amendment) =>
    show((onClose) => (
      <LaterPart load={undoDialog} given={{ undoing, name: nameOf(undoing), overview, onChanged, onClose }} />
    ));
  return (
    <details class="panel amendments">
      <summary>{t(words.list, { count: all.length })}</summary>
      {trouble}
      <ul class="record">
        {all.map((each) => (
          <li key={each.amendment}>
            <p>
              {each.takenBackBy === null ? (
                <strong>{nameOf(each)}</strong>
              ) : (
                <>
                  <s>{nameOf(each)}</s> {t(words.takenBack)}
                </>
              )}
            </p>
            <p class="small">
              {dateTime(each.madeAt)} · {each.actor} · {each.reason}
            </p>
            {overview.role === 'decides' && (
              <button
                class="button small-button no-print"
                type="button"
                aria-label={`${t(each.takenBackBy === null ? words.undo : words.restore)}: ${nameOf(each)}`}
                onClick={() => ask(each)}
              >
                {t(each.takenBackBy === null ? words.undo : words.restore)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
