import { useEffect, useState } from 'preact/hooks';
import { signerOf, withoutIdleTitle } from '../../../../../../shared/regime/signing.ts';
import { wordsAsked, wordsOnEach } from '../../../../../../shared/vocabulary/asked-doubts.ts';
import { issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import type { Corrections, IssuedAs, IssueRequest, IssueView } from '../../../../contract/issue.ts';
import { ApiRefused } from '../../../api.ts';
import { useDependencies, useWords } from '../../../page-context.ts';
import { useCode } from '../use-code.ts';
import { useOfficeFile } from './use-office-file.ts';

export interface IssueFormProps {
  readonly draft: NonNullable<IssueView['draft']>;
  readonly path: string;
  readonly onReload: () => void;
}

/** What has to be looked at, each by itself. */
export type Seen = 'doubts' | 'pdf' | 'corrections' | 'recipients';

/** Whatever has to be filled in, chosen or ticked off, by the name of its field and in the order of the page. */
export type FieldName =
  | Seen
  | 'number'
  | 'day'
  | 'signer-role'
  | 'signer-name'
  | 'signed'
  | 'corrected'
  | 'figures'
  | 'lacking'
  | 'reason'
  | `answer-${number}`;

/** What is said at which field. */
export type Faults = Readonly<Partial<Record<FieldName, string>>>;

export interface Entered {
  readonly number: string;
  /** yyyy-mm-dd, or empty. */
  readonly day: string;
  readonly signer: Pick<IssueFormProps['draft']['signer'], 'form' | 'role' | 'name'>;
  readonly reason: string;
  /** To what is asked, by its place; the one behind `askedEach` is to all the others. */
  readonly answers: readonly string[];
  /** Why figures were changed by hand. */
  readonly figuresReason: string;
  /** Why the signed file goes though it lacks much. */
  readonly lackingReason: string;
}

/** How much has to be looked at before the report goes out: what changed since the draft, and its doubts. */
export function toSee({ since, doubts }: Pick<IssueFormProps['draft'], 'since' | 'doubts'>): number {
  return since.length + doubts.length;
}

export function changesFigures(found: Corrections | null): boolean {
  return found?.corrections.some((each) => each.changesFigures) ?? false;
}

function signerIn({ signer: { form, role, name } }: IssueFormProps['draft']): Entered['signer'] {
  return { form, role, name };
}

function isLacking(signer: Entered['signer']): boolean {
  return signerOf(withoutIdleTitle(signer)) === null;
}

/** What was entered and looked at, what is still missing, and the act itself. */
export function useIssuing({ draft, path, onReload }: IssueFormProps, focusOn: (field: FieldName) => void) {
  const { api } = useDependencies();
  const { t } = useWords();
  const code = useCode();
  const [entered, setEntered] = useState<Entered>({
    number: '',
    day: '',
    signer: signerIn(draft),
    reason: '',
    answers: [],
    figuresReason: '',
    lackingReason: '',
  });
  const [signer, setSigner] = useState(entered.signer);
  const [found, setFound] = useState<Corrections | null>(null);
  const [lacksMuch, setLacksMuch] = useState(false);
  const [seen, setSeen] = useState<Readonly<Record<Seen, boolean>>>({
    doubts: false,
    pdf: false,
    corrections: false,
    recipients: false,
  });
  // What is shown is another now: it has to be looked at again.
  useEffect(
    () => setSeen((held) => ({ ...held, doubts: false, corrections: false, recipients: false })),
    [draft.seen],
  );
  const [fault, setFault] = useState<{ readonly said: string; readonly again: boolean } | null>(null);
  // A press says what was missing then; each goes once it is there.
  const [told, setTold] = useState<ReadonlySet<FieldName>>(new Set());
  const [isSending, setSending] = useState(false);
  const place = { path, run: draft.run, doWithCode: code.doWithCode };
  const pdf = useOfficeFile(place, 'signed');
  const docx = useOfficeFile(place, 'corrected');
  // What was said of the signed file was said in view of what it was held against.
  useEffect(() => setSeen((held) => ({ ...held, pdf: false })), [pdf.file, docx.file]);

  function enter(change: Partial<Entered>): void {
    setFault((held) => (held?.again ? held : null));
    setEntered((held) => ({ ...held, ...change }));
    // At the key that is pressed, not once nobody types on: Enter in the field issues.
    if (change.signer) setSeen((held) => ({ ...held, pdf: false }));
  }

  /** All that is still to be done, in the order of the page. */
  function missing(): readonly { readonly at: FieldName; readonly said: string }[] {
    const { number, day, reason, signer: by } = entered;
    const changes = (found?.corrections.length ?? 0) > 0;
    const all = [
      ['doubts', toSee(draft) > 0 && !seen.doubts, words.missingDoubts],
      ...Array.from(
        { length: wordsAsked(draft.asked.length) },
        (_, n) => [`answer-${n}`, !entered.answers[n]?.trim(), words.missingAnswer] as const,
      ),
      ['number', number.trim() === '', words.missingNumber],
      ['day', day === '', words.missingDay],
      ['signer-role', isLacking({ ...by, name: '-' }), words.missingSignerRole],
      ['signer-name', isLacking({ ...by, form: null }), words.missingSignerName],
      ['signed', pdf.file === null, words.missingPdf],
      ['pdf', pdf.file !== null && !seen.pdf, words.missingPdfSeen],
      ['lacking', lacksMuch && entered.lackingReason.trim() === '', words.missingLackingReason],
      ['corrected', docx.file !== null && found === null, words.missingComparison],
      ['corrections', changes && !seen.corrections, words.missingCorrections],
      ['figures', changesFigures(found) && entered.figuresReason.trim() === '', words.missingFiguresReason],
      ['recipients', !seen.recipients, words.missingRecipients],
      ['reason', reason.trim() === '', words.missingReason],
    ] as const;
    return all.filter(([, lacks]) => lacks).map(([at, , said]) => ({ at, said: t(said) }));
  }

  function submit(event: Event): void {
    event.preventDefault();
    const lacking = missing();
    const [first] = lacking;
    setFault(null);
    setTold(new Set(lacking.map(({ at }) => at)));
    if (first) focusOn(first.at);
    if (first || !pdf.file) return;
    setSending(true);
    const { number, day, figuresReason, lackingReason } = entered;
    const request: IssueRequest = {
      number,
      day,
      signer: withoutIdleTitle(entered.signer),
      reason: entered.reason.trim(),
      answers: wordsOnEach(draft.asked.length, entered.answers),
      ...(changesFigures(found) && { figuresReason: figuresReason.trim() }),
      ...(lacksMuch && { lackingReason: lackingReason.trim() }),
      run: draft.run,
      pdf: pdf.file,
      corrected: docx.file,
      seen: docx.file && found ? found.seen : draft.seen,
    };
    void code.doWithCode(
      async () => {
        await api.ask<IssuedAs>(path, ['edition', 'number', 'sentTo'], request);
        onReload();
      },
      (said, error) => {
        setSending(false);
        if (error instanceof ApiRefused && error.code === 'LACKING_REASON_MISSING') setLacksMuch(true);
        setFault({
          said,
          again:
            error instanceof ApiRefused &&
            ['ISSUE_CHANGED', 'ALREADY_ISSUED', 'DRAFT_GOES_BACK'].includes(error.code),
        });
      },
    );
  }

  return {
    entered,
    /** As it was when nobody typed on. */
    signer,
    settle: (by: Entered['signer']) => {
      enter({ signer: by });
      setSigner(by);
    },
    enter,
    seen,
    tick: (what: Seen, checked: boolean) => {
      setFault((held) => (held?.again ? held : null));
      setSeen((held) => ({ ...held, [what]: checked }));
    },
    pdf,
    docx,
    found,
    onFound: (differs: Corrections | null) => {
      setFound(differs);
      setSeen((held) => ({ ...held, corrections: false }));
    },
    lacksMuch,
    onLacksMuch: setLacksMuch,
    code,
    /** The button was pressed; what else goes on with the code is a comparison. */
    isSending,
    fault,
    faults: Object.fromEntries(
      missing()
        .filter(({ at }) => told.has(at))
        .map(({ at, said }) => [at, said]),
    ) as Faults,
    submit,
    lookAgain: () => {
      setFault(null);
      onReload();
    },
  };
}
