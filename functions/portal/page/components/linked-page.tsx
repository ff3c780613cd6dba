import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ApiRefused, createApi } from '../api.ts';
import { languageMemory, uploadMemory } from '../browser-memory.ts';
import { type Dependencies, DependenciesContext, useWords } from '../page-context.ts';
import { askPatiently } from '../patient-fetch.ts';
import { pause, sha256Of, transfer } from '../sending/transfer.ts';
import { createUploads } from '../sending/uploads.ts';
import { Dialogs } from './dialogs.tsx';
import { Later } from './later.tsx';
import { LinkProblem } from './link-problem.tsx';
import { UnitPage } from './unit-page.tsx';

/** Whatever a link opens. Nearly all are units'; that one is the office's, the portal says when asked as a unit. */
export function LinkedPage({ token, onLeave }: { token: string; onLeave: () => void }) {
  const { language } = useWords();
  const [refusal, setRefusal] = useState<ApiRefused | null>(null);
  // The refusal's sentence is the portal's: in another language it has to be asked for again.
  useEffect(() => setRefusal((held) => (held?.code === 'LINK_OF_OFFICE' ? held : null)), [language]);
  const dependencies = useMemo<Dependencies>(() => {
    const api = createApi(token, languageMemory.read, askPatiently);
    const uploads = createUploads({ api, digest: sha256Of, transfer, pause, memory: uploadMemory });
    return { api, uploads, onLinkProblem: setRefusal };
  }, [token]);
  return (
    <DependenciesContext.Provider value={dependencies}>
      <Dialogs>
        {refusal === null ? (
          <UnitPage />
        ) : refusal.code === 'LINK_OF_OFFICE' ? (
          <Later load={officePage} />
        ) : (
          <LinkProblem refusal={refusal} onRenew={dependencies.api.renewLink} onLeave={onLeave} />
        )}
      </Dialogs>
    </DependenciesContext.Provider>
  );
}

const officePage = async () => (await import('./office/office-page.tsx')).OfficePage;
