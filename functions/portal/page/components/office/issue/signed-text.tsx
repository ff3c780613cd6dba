import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { SignedText as Compared } from '../../../../contract/issue.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import type { useCode } from '../use-code.ts';
import type { Entered } from './use-issuing.ts';
import type { StoredFile } from './use-office-file.ts';

interface Props {
  readonly path: string;
  readonly run: string;
  readonly pdf: StoredFile;
  readonly corrected: StoredFile | null;
  /** Who signed, as far as that was entered. */
  readonly signer: Entered['signer'];
  readonly doWithCode: ReturnType<typeof useCode>['doWithCode'];
  /** Told whether a reason is needed, each time it is compared anew. */
  readonly onLacksMuch: (lacksMuch: boolean) => void;
  /** What is said of the file, once it is known what it lacks. */
  readonly children: ComponentChildren;
}

/** Beside the signed PDF, what it lacks of the draft, or of the draft as it was corrected. */
export function SignedText(props: Props) {
  const { path, run, pdf, corrected, signer, doWithCode, onLacksMuch, children } = props;
  const { api } = useDependencies();
  const { t } = useWords();
  const [found, setFound] = useState<Compared | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setFound(null);
    setFault(null);
    onLacksMuch(false);
    // A slow answer about an earlier file is not of this one.
    let isWanted = true;
    const file = ({ fileName, sha256 }: StoredFile) => ({ fileName, sha256 });
    const asked = { run, pdf: file(pdf), corrected: corrected && file(corrected), signer };
    void doWithCode(
      async () => {
        const compared = await api.ask<Compared>(
          `${path}/signed-text`,
          ['compared', 'lacking', 'passages', 'lacksMuch'],
          asked,
        );
        if (!isWanted) return;
        setFound(compared);
        onLacksMuch(compared.lacksMuch);
      },
      (why) => isWanted && setFault(t(words.notCompared, { why })),
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, corrected, signer]);
  if (fault === null && found === null) {
    return (
      <p class="small" role="status">
        {t(words.comparing)}
      </p>
    );
  }
  return (
    <>
      {found ? <Lacking {...found} /> : <p class="field-fault">{fault}</p>}
      {children}
    </>
  );
}

/** More of them push what has to be ticked out of sight. */
const mostOpen = 10;

function Lacking({ compared, lacking, passages }: Omit<Compared, 'lacksMuch'>) {
  const { t } = useWords();
  if (!compared) return <p class="small">{t(words.signedScan)}</p>;
  if (lacking.length === 0) return <p class="small">{t(words.signedSame)}</p>;
  return (
    <section class="notice tone-warn corrections" role="status">
      <h3>{t(words.signedLacksOf, { count: lacking.length, all: passages })}</h3>
      {2 * lacking.length >= passages && <p>{t(words.signedOther)}</p>}
      <details open={lacking.length <= mostOpen}>
        <summary>{t(words.signedLacking)}</summary>
        <ul>
          {lacking.map((text, nth) => (
            <li key={`${nth} ${text}`}>{text}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
