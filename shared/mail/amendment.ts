/** What the office changed in a regime by itself: told to whoever it concerns, and confirmed to who did it. */
import type { Amendment } from '../regime/amendment.ts';
import type { Recipient, Regime, Unit } from '../regime/regime.ts';
import { fill, first, type Language, say, second, type Text } from '../vocabulary/text.ts';
import { amendmentMail as words } from '../wording/amendment-mail.ts';
import type { Block } from './layout/letter.ts';
import { shortRegimeName } from './layout/names.ts';
import { writtenDay, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

interface About {
  readonly regime: Regime;
  readonly amendment: Amendment;
  /** What it takes back or restores; null of a change of its own. */
  readonly root: Amendment | null;
}

export interface AmendmentNotice extends About {
  readonly unit: Unit;
  /** Where the unit was reached when the change was made. */
  readonly email: string;
}

/** To a unit, at the address that it had: its address was changed, or a duty that was opened is withdrawn. */
export function amendmentNotice({ unit, email, ...about }: AmendmentNotice): Mail {
  const duty = dutyOf(about);
  const contact = unit.email === email ? words.phone : words.contact;
  const said = duty === null ? contact : words.withdrawn;
  const blanks = {
    unit: unit.name,
    title: duty === null ? '' : oneLine(say(duty.title, first)),
    email: unit.email,
    phone: unit.phone ?? '—',
  };
  return letter(about, { to: email, whom: unit.name, said, blanks });
}

export interface AmendmentConfirmation extends About {
  readonly recipient: Recipient;
  /** How many units were told by mail. */
  readonly told: number;
  /** Whether a unit has another address by it. */
  readonly moved: boolean;
}

/** To whoever of the office made the change, so that nobody changes anything in their name unseen. */
export function amendmentConfirmation({ recipient, told, moved, ...about }: AmendmentConfirmation): Mail {
  const { amendment, root, regime } = about;
  const { change } = root ?? amendment;
  const duty = dutyOf(about);
  const [name = ''] = change.kind === 'contact' ? [change.unit] : [];
  const unit = regime.units.find(({ code }) => code === name);
  const holds = duty !== null && regime.periods.some(({ id }) => id === duty.id);
  const contact = moved ? 'changed' : 'changedPhone';
  const kind = duty === null ? contact : holds ? 'dutyOpened' : 'dutyWithdrawn';
  return letter(about, {
    to: recipient.email,
    whom: recipient.name,
    said: words[kind],
    blanks: {
      unit: unit?.name ?? name,
      email: unit?.email ?? '',
      phone: unit?.phone ?? '—',
      title: duty === null ? '' : oneLine(say(duty.title, first)),
      due: duty?.deadline.rule === 'by' ? writtenDay(duty.deadline.date) : '',
      told,
    },
  });
}

function dutyOf({ amendment, root }: About) {
  const { change } = root ?? amendment;
  return change.kind === 'duty' ? change.period : null;
}

interface Letter {
  readonly to: string;
  readonly whom: string;
  readonly said: { readonly subject: string; readonly title: Text; readonly text: Text };
  readonly blanks: Readonly<Record<string, string | number>>;
}

function letter({ regime, amendment }: About, { to, whom, said, blanks }: Letter): Mail {
  const told = (language: Language): Block => ({
    kind: 'paragraph',
    text: fill(say(said.text, language), blanks),
  });
  return post({
    to,
    subject: fill(said.subject, { ...blanks, regime: shortRegimeName(regime) }),
    preheader: fill(say(said.text, first), blanks),
    letterhead: letterheadOf(regime),
    title: say(said.title, first),
    blocks: [
      greeting(whom),
      told(first),
      {
        kind: 'facts',
        rows: [
          { label: say(words.reason, first), value: oneLine(amendment.reason), mono: false },
          {
            label: say(words.at, first),
            value: writtenInstant(amendment.madeAt, regime.timeZone),
            mono: false,
          },
        ],
      },
      { kind: 'paragraph', text: say(words.notYou, first), quiet: true },
    ],
    english: {
      title: say(said.title, second),
      blocks: [told(second), { kind: 'paragraph', text: say(words.notYou, second) }],
    },
    footer: footerOf(regime),
  });
}
