import { isFiled } from '../../../../../../shared/filing/owing.ts';
import type { UnitFile } from '../../../../contract/desk.ts';
import type { Action } from '../action.ts';

/** The action about this unit, to which a part of the page adds what it is about. */
export function aboutUnit({ duty, contact, request }: UnitFile, kind: Action['kind']): Action {
  const { code, name } = duty.unit;
  const { email, phone } = contact;
  return {
    kind,
    period: duty.period,
    title: duty.title,
    units: [
      { code, name, email, phone, askedUntil: request?.until, filed: isFiled(duty.status), due: duty.due },
    ],
    email,
  };
}

/** Of the file that counts and came late, by name: it stays late. */
export function acceptedLate(file: UnitFile): Action {
  const { versions, counts } = file.duty;
  const late = versions.find(({ uploadId }) => uploadId === counts);
  return {
    ...aboutUnit(file, 'accept-late'),
    ...(late && { file: { uploadId: late.uploadId, name: late.fileName }, recordedAs: 'late' }),
  };
}
