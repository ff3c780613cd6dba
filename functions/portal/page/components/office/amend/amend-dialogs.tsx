/** The dialogs in which the office changes the regime: they come once somebody presses. */
import { useState } from 'preact/hooks';
import { phonePattern } from '../../../../../../shared/vocabulary/phone.ts';
import { amending as words } from '../../../../../../shared/wording/page-amend.ts';
import { deciding } from '../../../../../../shared/wording/page-deciding.ts';
import type { Amended, Amendment, AmendRequest } from '../../../../contract/amendments.ts';
import type { Overview } from '../../../api.ts';
import type { Reachable } from '../../../deciding.ts';
import { useDependencies, useTime, useWords } from '../../../page-context.ts';
import { FieldFault, markOf } from '../../field-fault.tsx';
import { DayField } from '../../reason-fields.tsx';
import { ActDialog } from '../act-dialog.tsx';
import { NamedUnits } from '../named-units.tsx';
import { Reached } from '../reached.tsx';
import { useChanged } from '../use-changed.ts';

export interface AmendProps {
  readonly overview: Overview;
  readonly onChanged: () => void;
}

interface Closing {
  readonly onClose: () => void;
}

/** What asks for the change, with a reason. */
function useAmend() {
  const { api } = useDependencies();
  return (change: AmendRequest['change']) => (reason: string) =>
    api.ask<Amended>('amendments', ['amendment'], { change, reason } satisfies AmendRequest);
}

export interface ContactProps extends AmendProps {
  readonly unit: { readonly code: string; readonly name: string };
  readonly email: string;
  readonly phone?: string | undefined;
  /** Mail to the registered address comes back. */
  readonly bounced?: boolean;
  /** Asked for because a number is missing. */
  readonly forPhone?: boolean;
}

/** Where a unit is reached. */
export function ContactDialog(props: ContactProps & Closing) {
  const { unit, email: now, phone: numberNow = '', bounced = false, forPhone = false } = props;
  const { overview, onChanged, onClose } = props;
  const { t } = useWords();
  const [email, setEmail] = useState(now);
  const [phone, setPhone] = useState(numberNow);
  const changed = useChanged(onChanged);
  const amend = useAmend();
  const wanted = {
    ...(email.trim() !== now && { email: email.trim() }),
    ...(phone.trim() !== numberNow && { phone: phone.trim() }),
  };
  // Until something else is typed it is said of what the dialog was opened for.
  const onlyPhone = wanted.email === undefined && (forPhone || wanted.phone !== undefined);
  const removes = wanted.phone === '';
  const reaches = onlyPhone
    ? bounced
      ? words.phoneReachesBounced
      : words.phoneReaches
    : bounced
      ? words.contactReachesBounced
      : words.contactReaches;
  return (
    <ActDialog
      title={t(words.contactTitle, { unit: unit.name })}
      consequence={`${removes ? `${t(words.phoneRemoves, { phone: numberNow })} ` : ''}${t(reaches, { email: now })}`}
      confirm={t(
        onlyPhone ? (removes ? words.phoneRemoveConfirm : words.phoneConfirm) : words.contactConfirm,
      )}
      overview={overview}
      done={t(words.done)}
      act={() => {
        if (!/^\S+@\S+\.\S+$/.test(email.trim())) return { said: t(words.emailWrong), field: 'email' };
        if (wanted.phone && !phonePattern.test(wanted.phone))
          return { said: t(words.phoneWrong), field: 'phone' };
        if (Object.keys(wanted).length === 0)
          return { said: t(words.nothingChanged), field: forPhone ? 'phone' : 'email' };
        return amend({ kind: 'contact', unit: unit.code, ...wanted });
      }}
      onDone={changed}
      onClose={onClose}
    >
      {(faultAt) => {
        const fields = [
          <TextField
            key="email"
            name="email"
            label={t(words.email)}
            value={email}
            keyboard="email"
            fault={faultAt('email')}
            onText={setEmail}
          />,
          <TextField
            key="phone"
            name="phone"
            label={t(words.phone)}
            value={phone}
            keyboard="tel"
            fault={faultAt('phone')}
            onText={setPhone}
          />,
        ];
        return forPhone ? fields.toReversed() : fields;
      }}
    </ActDialog>
  );
}

export interface DutyProps extends AmendProps {
  /** The units chosen on the board; empty where none is: then every unit is asked. */
  readonly chosen: readonly Reachable[];
}

/** A report that the regime did not foresee. */
export function DutyDialog({ chosen, overview, onChanged, onClose }: DutyProps & Closing) {
  const { t } = useWords();
  const { dayAfter } = useTime();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const [asks, setAsks] = useState<'text' | 'figures'>('text');
  const changed = useChanged(onChanged);
  const amend = useAmend();
  // Of whom a period is asked its own board says; of every unit, whoever is one today.
  const { count, first } = overview.everyUnit;
  const reached =
    chosen.length > 0 ? t(words.chosenUnits, { count: chosen.length }) : t(words.everyUnit, { count });
  return (
    <ActDialog
      title={t(words.dutyTitle)}
      consequence={t(words.dutyReaches, { reached })}
      confirm={t(deciding.ofMany, {
        action: t(words.dutyConfirm),
        count: chosen.length > 0 ? chosen.length : count,
      })}
      overview={overview}
      done={t(words.done)}
      act={() => {
        if (title.trim() === '') return { said: t(words.titleMissing), field: 'title' };
        if (due === '') return { said: t(words.dayMissing), field: 'day' };
        return amend({
          kind: 'duty',
          title: title.trim(),
          due,
          asks,
          units: chosen.length > 0 ? chosen.map(({ code }) => code) : null,
        });
      }}
      onDone={changed}
      onClose={onClose}
    >
      {(faultAt) => (
        <>
          <TextField
            name="title"
            label={t(words.title)}
            value={title}
            keyboard="text"
            fault={faultAt('title')}
            onText={setTitle}
          />
          <DayField
            label={t(words.due)}
            day={due}
            from={dayAfter(overview.now)}
            fault={faultAt('day')}
            onDay={setDue}
          />
          <fieldset class="field">
            <legend class="field-label">{t(words.asks)}</legend>
            {(['text', 'figures'] as const).map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="asks" checked={asks === each} onChange={() => setAsks(each)} />{' '}
                {t(words[each])}
              </label>
            ))}
          </fieldset>
          <p>{t(words.who, { reached })}</p>
          {chosen.length > 0 ? (
            <Reached units={chosen} />
          ) : (
            <p class="reached">
              <NamedUnits units={first} />{' '}
              {count > first.length && t(deciding.andMore, { count: count - first.length })}
            </p>
          )}
        </>
      )}
    </ActDialog>
  );
}

interface UndoProps extends AmendProps, Closing {
  readonly undoing: Amendment;
  readonly name: string;
}

/** Takes back what the office changed, or restores it. */
export function UndoDialog({ undoing, name: what, overview, onChanged, onClose }: UndoProps) {
  const { t } = useWords();
  const changed = useChanged(onChanged);
  const amend = useAmend();
  const holds = undoing.takenBackBy === null;
  return (
    <ActDialog
      title={t(holds ? words.undoTitle : words.restoreTitle, { what })}
      consequence={t(words.undoReaches)}
      confirm={t(holds ? words.undo : words.restore)}
      overview={overview}
      done={t(words.done)}
      act={() => amend({ kind: 'undo', undone: undoing.takenBackBy ?? undoing.amendment })}
      onDone={changed}
      onClose={onClose}
    />
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly keyboard: 'text' | 'email' | 'tel';
  readonly fault: string | undefined;
  readonly onText: (text: string) => void;
}

function TextField({ name, label, value, keyboard, fault, onText }: FieldProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        {...{ name, value }}
        type="text"
        inputMode={keyboard}
        maxLength={200}
        {...markOf(name, fault)}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <FieldFault name={name} said={fault} />
    </label>
  );
}
