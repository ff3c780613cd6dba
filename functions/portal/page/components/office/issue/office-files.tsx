import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { correctionWords, issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { Corrections } from '../../../../contract/issue.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { fileSize } from '../../../words.ts';
import { FieldFault, markOf } from '../../field-fault.tsx';
import { FilePick } from '../../sending/file-pick.tsx';
import type { useCode } from '../use-code.ts';
import { SignedLink } from './signed-link.tsx';
import type { StoredFile, useOfficeFile } from './use-office-file.ts';

interface Props {
  readonly chosen: ReturnType<typeof useOfficeFile>;
  readonly path: string;
  readonly run: string;
  /** What is missing of it, if anything. */
  readonly fault: string | undefined;
}

/** The signed report: chosen, stored, and opened again by whoever sends it. */
export function SignedPdf({
  chosen,
  path,
  run,
  fault: missing,
  children,
}: Props & { children: ComponentChildren }) {
  const { t } = useWords();
  return (
    <div class="office-file signed-pdf">
      <FilePick
        name={t(words.choosePdf)}
        class="button"
        multiple={false}
        onFiles={([first]) => first && void chosen.choose(first)}
        field={{ name: 'signed', ...markOf('signed', missing) }}
      />
      <span class="field-hint">{t(words.pdfHint)}</span>
      <FieldFault name="signed" said={missing} />
      <Progress chosen={chosen} />
      {chosen.file && (
        <div class="office-file-stored">
          <Stored file={chosen.file} />
          <SignedLink {...{ path, run, sha256: chosen.file.sha256 }} name={t(words.look)} />
          {children}
        </div>
      )}
    </div>
  );
}

interface CorrectedProps extends Props {
  /** Of the draft as it is shown. */
  readonly seen: string;
  /** What differs; null where nothing was compared yet. */
  readonly found: Corrections | null;
  readonly onFound: (found: Corrections | null) => void;
  readonly doWithCode: ReturnType<typeof useCode>['doWithCode'];
  /** What has to be done about it. */
  readonly children: ComponentChildren;
}

/** The draft as it was corrected, and what differs. */
export function Corrected(props: CorrectedProps) {
  const { chosen, path, run, seen, found, fault: missing, onFound, doWithCode, children } = props;
  const { api } = useDependencies();
  const { t } = useWords();
  const [fault, setFault] = useState<string | null>(null);
  const { file } = chosen;
  useEffect(() => {
    onFound(null);
    setFault(null);
    if (!file) return;
    const { fileName, sha256 } = file;
    // A slow answer about an earlier file or draft is not of this one.
    let isWanted = true;
    void doWithCode(
      async () => {
        const asked = { run, fileName, sha256, seen };
        const compared = await api.ask<Corrections>(`${path}/corrections`, ['corrections', 'seen'], asked);
        if (isWanted) onFound(compared);
      },
      (why) => isWanted && setFault(t(words.notCompared, { why })),
    );
    return () => {
      isWanted = false;
    };
  }, [file, seen]);
  return (
    <div class="office-file corrected-docx">
      <FilePick
        name={t(words.chooseDocx)}
        class="button"
        multiple={false}
        onFiles={([first]) => first && void chosen.choose(first)}
        field={{ name: 'corrected', ...markOf('corrected', missing) }}
      />
      <span class="field-hint">{t(words.docxHint)}</span>
      <FieldFault name="corrected" said={missing} />
      <Progress chosen={chosen} />
      {file && <Stored file={file} />}
      <p class="field-fault" role="alert">
        {fault}
      </p>
      {found && <WhatDiffers corrections={found.corrections} />}
      {found && children}
    </div>
  );
}

function WhatDiffers({ corrections }: Pick<Corrections, 'corrections'>) {
  const { t } = useWords();
  if (corrections.length === 0) return <p>{t(words.noCorrections)}</p>;
  return (
    <section class="corrections">
      <h3>{t(words.corrections, { count: corrections.length })}</h3>
      <ul>
        {corrections.map(({ kind, changesFigures, what, before, after, contradicted }) => (
          <li key={`${kind}/${before}/${after}`} class={changesFigures ? 'tone-warn' : 'tone-calm'}>
            <p>
              <strong>{t(correctionWords[kind])}</strong>
              {what !== '' && `: ${what}`}
            </p>
            {before !== '' && (
              <p class="small">
                {t(words.before)}: <del>{before}</del>
              </p>
            )}
            {after !== '' && (
              <p class="small">
                {t(words.after)}: <ins>{after}</ins>
              </p>
            )}
            {contradicted && <p class="field-warning">{t(words.contradicted)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ chosen: { sending, fault } }: Pick<Props, 'chosen'>) {
  const { t } = useWords();
  return (
    <p class={fault === null ? 'small' : 'field-fault'} role="status">
      {fault ?? (sending && t(words.sending, sending))}
    </p>
  );
}

function Stored({ file: { fileName, size } }: { file: StoredFile }) {
  const { t, language } = useWords();
  return <p>{t(words.stored, { file: fileName, size: fileSize(size, language) })}</p>;
}
