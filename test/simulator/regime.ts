import { readRegime } from '../../shared/regime/load.ts';
import type { Regime } from '../../shared/regime/regime.ts';

export const authority = `\
year: 2024
timeZone: Asia/Ho_Chi_Minh
authority:
  parent: UBND tỉnh
  name: Sở thử
  code: ST
  place: Lạng Sơn
  signer: GIÁM ĐỐC
  addressees: ['Lưu: VT.']
`;

/** One figure, and one check that it may fail. */
export const oneFigure = `\
sections:
  - { id: I, title: { vi: Kết quả, en: Results } }
indicators:
  - code: A01
    section: I
    name: { vi: Số văn bản, en: Documents }
    unitOfMeasure: văn bản
    type: count
    acrossUnits: sum
    acrossPeriods: sum
checks:
  - id: K01
    severity: error
    rule: A01 >= 1
    message: { vi: Số văn bản phải lớn hơn 0, en: There must be documents }
    needs: this-report
`;

/** As small as a regime can be and still have everything that is due: three units, a week, one summary. */
const text = `
id: mo-phong
title: { vi: Chế độ báo cáo thử, en: A regime for trials }
${authority}office:
  name: Văn phòng Sở
  replyTo: van-phong@so-thu.example
  recipients:
    - { id: VP, name: Văn phòng, email: tong-hop@so-thu.example }
    - { id: LD, name: Lãnh đạo, email: lanh-dao@so-thu.example }
    - { id: BDV, name: Ban Dân vận, email: ban-dan-van@tinhuy.example, role: issued-report }
linkDays: 30
reminders:
  at: '08:00'
  opening: true
  workingDays: [-1, 0]
  steps:
    - { workingDay: 1, to: [clerk, head, office] }
${oneFigure}units:
  - code: U1
    name: Phòng Một
    kind: phòng
    parent: ST
    email: mot@so-thu.example
    contacts: [{ role: head, email: truong.mot@so-thu.example }]
  - { code: U2, name: Phòng Hai, kind: phòng, parent: ST, email: hai@so-thu.example }
  - { code: U3, name: Phòng Ba, kind: phòng, parent: ST, email: ba@so-thu.example }
periods:
  - id: K1
    title: { vi: Báo cáo kỳ một, en: Report of the first period }
    kind: periodic
    assignedTo: [phòng]
    opens: 2024-03-11
    window: { from: 2024-01-01, to: 2024-03-10 }
    cumulativeFrom: 2024-01-01
    deadline: { rule: by, date: 2024-03-13 }
    lock: 2024-03-29
    summary: { workingDaysAfterDue: 1, at: '09:00' }
    interim: { weekday: tuesday, at: '08:00' }
holidays: []
`;

export const smallRegime = readRegime(text, 'small-regime.yaml');
export const unitCodes = smallRegime.units.map(({ code }) => code);
export const period = 'K1';

/** A second report of two of the units, due a day later, of which no summary is made. */
export const secondPeriod = 'K2';

/** The same with an end within the week, a second report, and files that are not kept for ever. */
export const weekRegime: Regime = {
  ...smallRegime,
  keep: { months: 13 },
  periods: smallRegime.periods.flatMap(({ summary, interim, ...each }) => [
    { ...each, ...(summary && { summary }), ...(interim && { interim }), lock: '2024-03-15' },
    {
      ...each,
      ...{ id: secondPeriod, title: { vi: 'Báo cáo kỳ hai', en: 'Report of the second period' } },
      ...{ deadline: { rule: 'by' as const, date: '2024-03-14' }, units: ['U1', 'U2'] },
    },
  ]),
};
/** The last second of that day. */
export const lockedAfter = '2024-03-15T23:59:59+07:00';

/** Whoever of the office says that an address takes mail again. */
export const mender = { actor: 'office:VP', link: 'a'.repeat(12), reason: 'Đã sửa hộp thư' };

const hour = 3_600_000;

/**
 * The first working morning that is an hour off and behind the hour of the report: by then the office has heard of what
 * changed since. Milliseconds.
 */
export function workingMorningAfter(now: number): number {
  let morning = Date.parse('2024-03-15T01:00:00Z');
  while (morning < now + hour || [0, 6].includes(new Date(morning).getUTCDay())) morning += 24 * hour;
  return morning;
}
