import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { entry as words } from '../../../../../../shared/wording/page-entry.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { DutyTask } from '../../../../contract/task.ts';
import type { Mint, UploadReport } from '../../../../contract/uploads.ts';
import { typedMemory } from '../../../browser-memory.ts';
import { standingOf } from '../../../checking/drafts.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { waitingFile } from '../../../recorded-as.ts';
import { pause, sha256Of, transfer } from '../../../sending/transfer.ts';
import { useDrafts } from '../../sending/use-drafts.ts';
import { useBehind } from '../../typing/use-behind.ts';
import { useMissing } from '../../use-missing.ts';
import { useCode } from '../use-code.ts';

export interface EntryProps {
  readonly file: UnitFile;
  /** Of the unit's duty, below `/api/office/`. */
  readonly at: string;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  readonly onSent: () => void;
}

/** What was chosen and said, and its way: announced, sent, read, and what the reading came to. */
export function useEntry({ file, at, onSent }: EntryProps, form: RefObject<HTMLFormElement | null>) {
  const { api } = useDependencies();
  const { t } = useWords();
  const code = useCode();
  const { duty } = file;
  const memory = typedMemory(`office/${duty.unit.code}`, duty.period);
  const drafts = useDrafts(duty, () => api.ask<DutyTask>(`${at}/task`, ['unit', 'period', 'regime']));
  const [draft = null] = drafts.chosen.drafts;
  const behind = useBehind<File | null>((chosen) => drafts.replace(chosen ? [chosen] : []), null);
  // Whoever types mostly has the file before them that waits for it, and it is that which dates the entry.
  const [standsFor, setStandsFor] = useState(waitingFile(file)?.uploadId ?? '');
  const [receivedOn, setReceivedOn] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [report, setReport] = useState<UploadReport | null>(null);
  const { lacks, faultAt, onInput } = useMissing(form);

  function submit(event: Event): void {
    event.preventDefault();
    if (behind.isBehind) return;
    setReport(null);
    if (!draft || standingOf(draft) === 'blocked') lacks({ field: 'file', said: t(words.fileMissing) });
    else if (reason.trim() === '') lacks({ field: 'reason', said: t(words.reasonMissing) });
    else void send(draft.file);
  }

  async function send(wanted: File): Promise<void> {
    setFault(null);
    await code.doWithCode(
      async () => {
        const { name: fileName, size } = wanted;
        const about = { fileName, size, sha256: await sha256Of(wanted) };
        const dated =
          standsFor === '' ? { standsFor: null, ...(receivedOn !== '' && { receivedOn }) } : { standsFor };
        const asked = { ...about, reason: reason.trim(), ...dated };
        const mint = await api.ask<Mint>(`${at}/uploads`, ['uploadId', 'url', 'headers'], asked);
        const { signal } = new AbortController();
        await transfer(mint, wanted, () => undefined, signal);
        const read = await verdictOn(mint.uploadId, signal);
        setReport(read);
        if (read && /^accepted/.test(read.state)) memory.forget();
        onSent();
      },
      (why) => setFault(t(words.notSent, { file: wanted.name, why })),
    );
  }

  /** Null where it takes longer than somebody waits. */
  async function verdictOn(uploadId: string, signal: AbortSignal): Promise<UploadReport | null> {
    const path = `units/${encodeURIComponent(duty.unit.code)}/uploads/${uploadId}`;
    for (let round = 0; round < 40; round += 1) {
      const found = await api.ask<UploadReport>(path, ['uploadId', 'state', 'findings']);
      if (found.state !== 'minted' && found.state !== 'received') return found;
      await pause(1000 + 100 * round, signal);
    }
    return null;
  }

  return {
    code,
    memory,
    draft,
    prepare: drafts.prepare,
    keepAnnotated: drafts.keepAnnotated,
    ...behind,
    standsFor,
    standFor: setStandsFor,
    receivedOn,
    receiveOn: setReceivedOn,
    reason,
    give: setReason,
    fault,
    report,
    faultAt,
    onInput,
    submit,
  };
}
