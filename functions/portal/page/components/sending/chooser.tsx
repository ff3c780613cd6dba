import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { check } from '../../../../../shared/wording/page-check.ts';
import { typing } from '../../../../../shared/wording/page-typing.ts';
import { send } from '../../../../../shared/wording/page-upload.ts';
import type { DutyDetail } from '../../../contract/duties.ts';
import { senderMemory, typedMemory } from '../../browser-memory.ts';
import {
  adviceOn,
  type Chosen,
  type Draft,
  isWrongFile,
  mostFiles,
  type Standing,
  standingOf,
  toldOf,
} from '../../checking/drafts.ts';
import { useDependencies, useWords } from '../../page-context.ts';
import type { OnPage } from '../../typing/on-page.ts';
import { TypeHere } from '../typing/type-here.tsx';
import { useBehind } from '../typing/use-behind.ts';
import { DraftCard } from './draft-card.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilePick } from './file-pick.tsx';
import { useDrafts } from './use-drafts.ts';

const anotherWords: Record<Standing, Text> = {
  blocked: send.chooseAnother,
  checking: send.chooseAnother,
  fine: send.chooseAnother,
  warnings: send.chooseAnother,
  errors: send.chooseMended,
  unreadable: send.chooseAnother,
  unchecked: send.chooseAnother,
};

interface Props {
  readonly duty: DutyDetail;
  /** Given where another file was asked for: those chosen with it; with none, the keyboard goes on at the field. */
  readonly again: readonly File[] | null;
  readonly onSend: (files: readonly File[], sender: string) => void;
}

/** Choosing files, seeing what they say, and sending them: nothing leaves the device before the button is pressed. */
export function Chooser({ duty, again, onSend }: Props) {
  const { api } = useDependencies();
  const { t } = useWords();
  const { chosen, prepare, add, remove, replace, keepAnnotated } = useDrafts(duty, () =>
    api.task(duty.period),
  );
  const { drafts } = chosen;
  const [sender, setSender] = useState(senderMemory.read);
  const advice = adviceOn(drafts, duty.kind === 'plan');
  const [isTyping, setTyping] = useState(false);
  const [tell, setTell] = useState<OnPage | null>(null);
  const { isBehind, choose, type, leaveTyping } = useBehind<readonly File[]>(replace, []);
  const { form, list, settled } = useKeyboard(drafts, again, replace);

  function submit(event: Event): void {
    event.preventDefault();
    if (!advice || isBehind) return;
    senderMemory.keep(sender.trim());
    onSend(
      drafts.filter((draft) => standingOf(draft) !== 'blocked').map(({ file }) => file),
      sender,
    );
  }

  const anotherFirst = advice === null || advice.mendFirst;
  const [only] = drafts.length === 1 ? drafts : [];
  const anotherFile = only && (
    <FilePick
      name={t(isWrongFile(only) ? send.chooseRight : anotherWords[standingOf(only)])}
      class={anotherFirst ? 'button primary big' : 'button'}
      multiple={true}
      onOpen={prepare}
      onFiles={choose}
    />
  );
  const typeHere = (
    <TypeHere
      key="type"
      duty={duty}
      form={() => api.form(duty.period, 'xlsx')}
      memory={typedMemory(duty.unit.code, duty.period)}
      onOpen={() => {
        prepare();
        setTyping(true);
      }}
      onClose={() => {
        setTyping(false);
        leaveTyping();
      }}
      findings={only ? toldOf(only, tell) : null}
      onForm={(words) => setTell(() => words)}
      onType={type}
      onFile={(file) => choose([file])}
    />
  );
  return (
    <form class="chooser no-print" onSubmit={submit} noValidate ref={form}>
      {/* What is typed comes first, what it comes to after its last field, and the button behind both. */}
      {isTyping && typeHere}
      {drafts.length > 0 && (
        <section class="drafts" aria-label={t(send.chosen)} tabIndex={-1} ref={list}>
          {drafts.map((draft) => (
            <DraftCard
              key={draft.id}
              draft={draft}
              duty={duty}
              alone={drafts.length === 1}
              typed={isTyping ? tell : null}
              onRemove={() => remove(draft.id)}
              onAnnotate={() => keepAnnotated(draft)}
            />
          ))}
        </section>
      )}
      <Notices chosen={chosen} settled={settled} />
      {advice && (
        <label class="field">
          <span class="field-label">{t(send.sender)}</span>
          <input
            type="text"
            value={sender}
            maxLength={120}
            autocomplete="name"
            placeholder={t(send.senderHint)}
            onInput={(event) => setSender(event.currentTarget.value)}
          />
        </label>
      )}
      {drafts.length > 0 && (
        <div class="send-now button-row">
          {anotherFirst && anotherFile}
          {advice && (
            <button
              class={advice.recommended ? 'button primary big' : 'button'}
              type="submit"
              disabled={isBehind}
            >
              {isBehind ? t(typing.behind) : t(advice.words, advice.blanks)}
            </button>
          )}
          {!anotherFirst && anotherFile}
        </div>
      )}
      {!isTyping && <FileDrop more={drafts.length > 0} onOpen={prepare} onFiles={add} />}
      {!isTyping && typeHere}
    </form>
  );
}

/** Where the keyboard goes as files come and go, and whether all of them are checked. */
function useKeyboard(
  drafts: readonly Draft[],
  again: readonly File[] | null,
  replace: (files: readonly File[]) => void,
) {
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLElement>(null);
  const settled = drafts.length > 0 && drafts.every((draft) => standingOf(draft) !== 'checking');

  // The verdict is what the person waits for: the keyboard and the eye go there, unless they are writing.
  useEffect(() => {
    if (settled && !document.activeElement?.matches('input[type=text], input[type=date], textarea'))
      list.current?.focus();
  }, [settled]);

  const toField = () => form.current?.querySelector<HTMLInputElement>('input[type=file]')?.focus();
  useEffect(() => {
    if (again?.length === 0) toField();
    else if (again) replace(again);
  }, [again]);

  // The button that took a file away is gone with it; the keyboard must not be lost too.
  const before = useRef(drafts.length);
  useEffect(() => {
    const fewer = drafts.length < before.current;
    before.current = drafts.length;
    if (fewer && drafts.length > 0) list.current?.focus();
    else if (fewer) toField();
  }, [drafts.length]);
  return { form, list, settled };
}

/** What is to be said of the files together, for the eye and, once they are checked, for the ear. */
function Notices({ chosen, settled }: { readonly chosen: Chosen; readonly settled: boolean }) {
  const { t } = useWords();
  const { drafts, tooMany, twice } = chosen;
  const names = (files: readonly string[]) => files.map((file) => `“${file}”`).join(', ');
  const verdict = (draft: Draft) => {
    const standing = standingOf(draft);
    const { checked } = draft;
    const findings = checked && 'reading' in checked ? checked.reading.findings : [];
    const counted = standing === 'errors' ? 'error' : 'warning';
    const count = findings.filter(({ severity }) => severity === counted).length;
    return `${draft.file.name}: ${t(isWrongFile(draft) ? check.wrongFile : check[standing], { count })}`;
  };
  return (
    <>
      {drafts.length > 1 && <p class="notice tone-warn">{t(send.severalFiles)}</p>}
      <p class="unseen" role="status">
        {drafts.length > 0 && (settled ? drafts.map(verdict).join('. ') : t(check.checking))}
      </p>
      {tooMany.length > 0 && (
        <p class="field-fault" role="alert">
          {t(send.tooMany, { most: mostFiles, files: names(tooMany) })}
        </p>
      )}
      {twice.length > 0 && (
        <p class="field-warning" role="status">
          {t(send.twice, { files: names(twice) })}
        </p>
      )}
    </>
  );
}
