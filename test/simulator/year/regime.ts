import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readRegime } from '../../../shared/regime/load.ts';
import { authority, oneFigure } from '../regime.ts';

// The days off are those that were announced for 2024, the swapped Saturday among them.
const sample = parse(await readFile('infra/regimes/dan-van-2024.yaml', 'utf8')) as { holidays: unknown };

/** The periods of a year, chased by a ladder with every kind of step; units named by what they do. */
const text = `
id: mot-nam
title: { vi: Chế độ báo cáo một năm, en: A year's regime }
${authority}office:
  name: Văn phòng Sở
  replyTo: van-phong@so.example
  recipients:
    - { id: VP, name: Văn phòng, email: van-phong@so.example, role: decides }
    - { id: LD, name: Lãnh đạo, email: lanh-dao@so.example, role: reads }
    - { id: BDV, name: Ban Dân vận, email: ban-dan-van@tinhuy.example, role: issued-report }
linkDays: 400
reminders:
  at: '08:00'
  opening: true
  workingDays: [-2]
  steps:
    - { workingDay: 1, to: [clerk, head] }
    - { workingDay: 3, to: [clerk, office], every: 5, words: { vi: Đã nhắc nhiều lần, en: Reminded before } }
${oneFigure}units:
  - { code: DUNG, name: Phòng Đúng hạn, kind: phòng, parent: ST, email: dung@so.example }
  - { code: MUON, name: Trung tâm Muộn, kind: đơn vị trực thuộc, parent: ST, email: muon@so.example }
  - code: KHONG
    name: Trung tâm Không gửi
    kind: đơn vị trực thuộc
    parent: ST
    email: khong@so.example
    contacts:
      - { role: head, name: Thủ trưởng, email: khong.truong@so.example, phone: '0205 3800 001' }
      - { role: clerk, email: khong.cu@so.example, until: 2024-06-14 }
      - { role: clerk, email: khong.moi@so.example, from: 2024-06-15 }
  - { code: NIL, name: Trung tâm Không phát sinh, kind: đơn vị trực thuộc, parent: ST, email: nil@so.example }
  - { code: SUA, name: Phòng Sửa lại, kind: phòng, parent: ST, email: sua@so.example }
  - { code: HONG, name: Phòng Hỏng thư, kind: phòng, parent: ST, email: hong@so.example }
  - { code: XIN, name: Phòng Xin thêm hạn, kind: phòng, parent: ST, email: xin@so.example }
  - { code: BI, name: Phòng Bị từ chối, kind: phòng, parent: ST, email: bi@so.example }
  - { code: VAO, name: Phòng Mới lập, kind: phòng, parent: ST, email: vao@so.example, validFrom: 2024-06-01 }
  - { code: RA, name: Phòng Giải thể, kind: phòng, parent: ST, email: ra@so.example, validTo: 2024-09-15 }
  - { code: VPS, name: Văn phòng Sở, kind: phòng, parent: ST, email: vps@so.example, reminded: false }
periods:
  - id: KH
    title: { vi: Kế hoạch năm, en: The year's plan }
    kind: plan
    assignedTo: [đơn vị trực thuộc]
    opens: 2024-02-01
    deadline: { rule: before, date: 2024-02-29 }
    lock: 2024-03-15
  - id: Q1
    title: { vi: Báo cáo quý một, en: First quarter }
    kind: periodic
    assignedTo: [phòng, đơn vị trực thuộc]
    opens: 2024-03-01
    window: { from: 2023-12-15, to: 2024-03-14 }
    cumulativeFrom: 2023-12-15
    deadline: { rule: by, date: 2024-03-18 }
    lock: 2024-04-19
    summary: { workingDaysAfterDue: 1, at: '09:00' }
    interim: { weekday: monday, at: '08:00' }
  - id: 6T
    title: { vi: Báo cáo sáu tháng, en: Six months }
    kind: periodic
    assignedTo: [phòng, đơn vị trực thuộc]
    opens: 2024-06-03
    window: { from: 2024-03-15, to: 2024-06-14 }
    cumulativeFrom: 2023-12-15
    previous: Q1
    deadline: { rule: by, date: 2024-06-18 }
    lock: 2024-07-19
    summary: { workingDaysAfterDue: 1, at: '09:00' }
    interim: { weekday: monday, at: '08:00' }
  - id: 9T
    title: { vi: Báo cáo chín tháng, en: Nine months }
    kind: periodic
    assignedTo: [phòng, đơn vị trực thuộc]
    opens: 2024-09-03
    window: { from: 2024-06-15, to: 2024-09-14 }
    cumulativeFrom: 2023-12-15
    previous: 6T
    deadline: { rule: by, date: 2024-09-17 }
    lock: 2024-10-18
    summary: { workingDaysAfterDue: 1, at: '09:00' }
    interim: { weekday: monday, at: '08:00' }
  - id: CN
    title: { vi: Báo cáo cả năm, en: The whole year }
    kind: periodic
    assignedTo: [phòng, đơn vị trực thuộc]
    opens: 2024-12-02
    window: { from: 2024-09-15, to: 2024-12-14 }
    cumulativeFrom: 2023-12-15
    previous: 9T
    sumOf: [Q1, 6T, 9T]
    deadline: { rule: by, date: 2024-12-17 }
    lock: 2025-01-17
    summary: { workingDaysAfterDue: 1, at: '09:00' }
    interim: { weekday: monday, at: '08:00' }
  - id: TK
    title: { vi: Tổng kết đề án, en: Final review }
    kind: review
    assignedTo: [đơn vị trực thuộc]
    deadline: { rule: on-guidance }
holidays: ${JSON.stringify(sample.holidays)}
`;

export const yearRegime = readRegime(text, 'year-regime.yaml');
