import { useRef, useState } from 'preact/hooks';
import { send } from '../../../../shared/wording/page-upload.ts';
import { senderMemory } from '../browser-memory.ts';
import { useWords } from '../desk.ts';
import { checkFile } from '../file-checks.ts';
import { fileSize } from '../words.ts';

/** Choosing one file, by keyboard, finger or drop; nothing leaves the device before the button is pressed. */
export function FileChooser({
  plan,
  onSend,
}: {
  /** True where the file is a plan, no report. */
  plan: boolean;
  onSend: (chosen: { file: File; sender: string }) => void;
}) {
  const { t, language } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [several, setSeveral] = useState(false);
  const [pressedEmpty, setPressedEmpty] = useState(false);
  const [hovering, setHovering] = useState(false);
  const [sender, setSender] = useState(senderMemory.read);
  const check = file && checkFile(file, language);
  const missing = pressedEmpty && !file ? t(send.chooseFirst) : null;
  const obstacle = several ? t(send.oneOnly) : (check?.obstacle ?? missing);

  function choose(files: FileList | null | undefined): void {
    setHovering(false);
    setSeveral((files?.length ?? 0) > 1);
    setFile(files?.length === 1 ? (files[0] ?? null) : null);
  }

  function submit(event: Event): void {
    event.preventDefault();
    setPressedEmpty(true);
    if (!file || obstacle !== null) {
      input.current?.focus();
      return;
    }
    senderMemory.keep(sender.trim());
    onSend({ file, sender });
  }

  return (
    <form class="chooser no-print" onSubmit={submit} noValidate>
      <label
        class={`drop${hovering ? ' hovering' : ''}${file ? ' filled' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setHovering(true);
        }}
        onDragLeave={() => setHovering(false)}
        onDrop={(event) => {
          event.preventDefault();
          choose(event.dataTransfer?.files);
        }}
      >
        <input
          ref={input}
          class="unseen"
          type="file"
          onChange={(event) => choose(event.currentTarget.files)}
          onClick={(event) => {
            // Choosing the same file again, mended meanwhile, must count as a choice.
            event.currentTarget.value = '';
          }}
          aria-describedby="file-said"
        />
        {file ? (
          <>
            <span class="drop-name">{file.name}</span>
            <span class="drop-size">{fileSize(file.size, language)}</span>
            <span class="drop-action">{t(send.chooseAnother)}</span>
          </>
        ) : (
          <>
            <span class="drop-action button">{t(send.choose)}</span>
            <span class="drop-or">{t(send.orDrop)}</span>
            <span class="drop-size">{t(send.kinds)}</span>
          </>
        )}
      </label>
      <div id="file-said" role="status">
        {obstacle !== null && <p class="field-fault">{obstacle}</p>}
        {check?.warning && <p class="field-warning">{check.warning}</p>}
      </div>
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
      <button class="button primary big" type="submit">
        {t(plan ? send.submitPlan : send.submit)}
      </button>
    </form>
  );
}
