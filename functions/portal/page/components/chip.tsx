import type { DutyStatus } from '../../../../shared/vocabulary/duty-states.ts';
import type { UploadState } from '../../../../shared/vocabulary/states.ts';
import { dutyStatusWords, uploadStateWords } from '../../../../shared/wording/statuses.ts';
import { useWords } from '../page-context.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'info';

export const dutyTone: Record<DutyStatus, Tone> = {
  'awaiting-guidance': 'calm',
  'not-due': 'info',
  missing: 'warn',
  overdue: 'bad',
  'on-time': 'good',
  late: 'warn',
  nil: 'good',
  extended: 'info',
  returned: 'bad',
  excluded: 'calm',
};

export const uploadTone: Record<UploadState, Tone> = {
  minted: 'calm',
  expired: 'calm',
  received: 'info',
  accepted: 'good',
  'accepted-with-warnings': 'warn',
  rejected: 'bad',
  unreadable: 'warn',
};

/** Where a duty stands, in a word and a colour. */
export function DutyChip({ status }: { status: DutyStatus }) {
  const { t } = useWords();
  return <span class={`chip tone-${dutyTone[status]}`}>{t(dutyStatusWords[status])}</span>;
}

/** Where an upload stands, in a word and a colour. */
export function UploadChip({ state }: { state: UploadState }) {
  const { t } = useWords();
  return <span class={`chip tone-${uploadTone[state]}`}>{t(uploadStateWords[state])}</span>;
}
