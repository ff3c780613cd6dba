import { useState } from 'preact/hooks';
import type { DutyStatus } from '../../../../shared/vocabulary/duty-states.ts';
import type { Text } from '../../../../shared/vocabulary/text.ts';
import { frame, duty as words } from '../../../../shared/wording/page.ts';
import type { DutyDetail } from '../../contract/duties.ts';
import { groupOf, ruleSaysMore } from '../duty-order.ts';
import { type RequestState, requestStateOf } from '../history.ts';
import { useAnswer, useFocusOn, useFresh, useTime, useWords } from '../page-context.ts';
import { shortDay } from '../words.ts';
import { DutyChip, type Tone } from './chip.tsx';
import { Deadline } from './deadline.tsx';
import { Declarations } from './declarations.tsx';
import { FormDownloads } from './form-downloads.tsx';
import { History } from './history.tsx';
import { SendPanel } from './sending/send-panel.tsx';
import { Trouble } from './trouble.tsx';
import { WhatIsAsked } from './what-is-asked.tsx';

/** Why a file would be of no use; the other statuses take one. */
const nothingToSend: Partial<Record<DutyStatus, Text>> = {
  'awaiting-guidance': words.onlyWhenGuided,
  'not-due': words.notYetOpen,
  excluded: words.excludedNote,
};

interface Props {
  readonly period: string;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  readonly onBack: () => void;
  /** Called when the duty's status may have changed. */
  readonly onChange: () => void;
}

/** One duty: its deadline, its form, the way to send it, and what was sent before. */
export function DutyPage({ period, now, onBack, onChange }: Props) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const detail = useAnswer((api) => api.duty(period), period);
  const heading = useFocusOn<HTMLHeadingElement>(detail.value?.period);
  const duty = detail.value;
  const waits = duty !== null && requestStateOf(duty)?.kind === 'waits';
  useFresh(detail.reload, waits);
  const [recorded, setRecorded] = useState<string | null>(null);
  const notice = useFocusOn<HTMLParagraphElement>(recorded);
  const refresh = () => {
    detail.reload();
    onChange();
  };
  const back = (
    <button class="back" type="button" onClick={onBack}>
      {t(words.back)}
    </button>
  );
  if (!duty) {
    return (
      <>
        {back}
        {detail.error === null ? (
          <p class="loading">{t(frame.loading)}</p>
        ) : (
          <Trouble error={detail.error} onRetry={detail.reload} />
        )}
      </>
    );
  }
  const group = groupOf[duty.status];
  const { lockedSince } = duty;
  const closed = nothingToSend[duty.status];
  const whyNothingToSend =
    lockedSince === null
      ? closed && t(closed)
      : t(words.locked, { lock: dateTime(lockedSince) ?? lockedSince });
  return (
    <>
      {back}
      <div class="title-row">
        <h1 ref={heading} tabIndex={-1}>
          {duty.title}
        </h1>
        <div class="title-facts">
          <DutyChip status={duty.status} />
          <Deadline due={duty.due} now={now} open={group === 'todo' || group === 'coming'} />
          <span class="period">{duty.period}</span>
        </div>
        {ruleSaysMore(duty) && <p class="rule">{duty.ruleText}</p>}
        {duty.reason && !(ruleSaysMore(duty) && duty.ruleText.includes(duty.reason)) && (
          <p>
            <strong>{t(words.reason)}:</strong> {duty.reason}
          </p>
        )}
      </div>
      <DutyNotices duty={duty} />
      {recorded !== null && (
        <p class="notice tone-good recorded" role="status" ref={notice} tabIndex={-1}>
          {recorded}
        </p>
      )}
      <div class="columns">
        <div class="main-column">
          {whyNothingToSend ? (
            <section class="panel">
              <p>{whyNothingToSend}</p>
            </section>
          ) : (
            <SendPanel duty={duty} onVerdict={refresh} />
          )}
          <History duty={duty} />
          <WhatIsAsked duty={duty} />
        </div>
        <aside class="side-column">
          <FormDownloads period={period} />
          {(group === 'todo' || duty.lockedSince !== null) && (
            <Declarations
              duty={duty}
              now={now}
              onRecorded={(sentence) => {
                setRecorded(sentence);
                refresh();
              }}
            />
          )}
        </aside>
      </div>
    </>
  );
}

/** What the unit should know before it sends: that it is late, and what became of its request for more time. */
function DutyNotices({ duty }: { duty: DutyDetail }) {
  const { t } = useWords();
  const { dateTime } = useTime();
  const [newest] = duty.versions;
  const refused =
    newest && (newest.state === 'rejected' || newest.state === 'unreadable')
      ? { ...newest, state: newest.state }
      : null;
  const request = groupOf[duty.status] === 'todo' ? requestStateOf(duty) : null;
  const until = request?.until == null ? '' : shortDay(request.until);
  return (
    <>
      {request && (
        <div class={`notice tone-${requestTone[request.kind]}`} role="status">
          <p>
            {t(requestWords[request.kind], { until })}
            {request.kind === 'refused' && ` ${t(words.reason)}: ${request.reason}`}
          </p>
        </div>
      )}
      {refused && duty.counts === null && groupOf[duty.status] === 'todo' && (
        <p class="notice tone-bad">
          {t(refused.state === 'rejected' ? words.newestRejected : words.newestUnreadable, {
            file: refused.fileName,
            time: dateTime(refused.sentAt) ?? refused.sentAt,
          })}
        </p>
      )}
      {duty.status === 'overdue' && duty.lockedSince === null && (
        <p class="notice tone-warn">{t(words.lateTaken)}</p>
      )}
    </>
  );
}

const requestWords: Record<RequestState['kind'], Text> = {
  waits: words.requestWaits,
  granted: words.granted,
  refused: words.refused,
};

const requestTone: Record<RequestState['kind'], Tone> = { waits: 'info', granted: 'good', refused: 'warn' };
