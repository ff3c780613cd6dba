import type { UnitFile } from '../../../../contract/desk.ts';
import type { Action } from '../decision-dialog.tsx';

/** The action about this unit, to which a part of the page adds what it is about. */
export function aboutUnit({ duty, contact, request }: UnitFile, kind: Action['kind']): Action {
  const { code, name } = duty.unit;
  const { email, phone } = contact;
  return {
    kind,
    period: duty.period,
    title: duty.title,
    units: [{ code, name, email, phone, askedUntil: request?.until, due: duty.due }],
    email,
  };
}
