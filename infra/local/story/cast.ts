/**
 * Who does what in the sample story: fourteen units and their first quarter of 2024. The figures in their files
 * stand in figures.json; maker/ wrote the files, with the programs that offices use.
 */
import { join } from 'node:path';

export type Scene =
  | {
      readonly kind: 'file';
      readonly unit: string;
      readonly at: string;
      /** In files/; kept in plain letters, which every system's tools can name. */
      readonly file: string;
      /** The name it has on the unit's own computer. */
      readonly sentAs: string;
      readonly sender: string;
    }
  | { readonly kind: 'nil'; readonly unit: string; readonly at: string; readonly reason: string };

export const regimeFile = join(import.meta.dirname, '..', '..', 'regimes', 'dan-van-2024.yaml');
/** Where the files lie that the units send. */
export const files = join(import.meta.dirname, 'files');
export const period = 'Q1-2024';

/** The pipeline's clock when the story begins: a Friday, the day after the quarter's figures are closed. */
export const beginsAt = '2024-03-15T08:00:00+07:00';
/** The hour of the consolidated report: the working day after the deadline. */
export const summaryAt = '2024-03-19T09:00:00+07:00';

/** The hour at which the office, having looked, issues the report: until then it has gone to nobody above. */
export const issueAt = '2024-03-19T10:30:00+07:00';
export const issuer = { actor: 'Chánh Văn phòng', reason: 'Lãnh đạo Sở đã ký báo cáo quý I' };
/** What was signed, and what it bears. */
export const signedReport = {
  file: join(import.meta.dirname, 'signed', 'Q1-2024.pdf'),
  number: '125/BC-STNMT',
  signer: { name: 'Nguyễn Văn An' },
  day: '2024-03-19',
};

/** In the order of time. CN-LBI stays silent. */
export const scenes: readonly Scene[] = [
  file('KHTC', '2024-03-15T09:10', 'Bao cao dan van Quy I.docx', 'Hoàng Thị Lan'),
  file('VPS', '2024-03-15T10:25', 'BC_dan_van_Q1_2024_VPS.xlsx', 'Lý Minh Đức'),
  file('QLDD', '2024-03-15T14:05', 'Q1-2024_QLDD.xlsx', 'Nông Văn Thắng'),
  file(
    'DDBD',
    '2024-03-15T15:40',
    'Bieu so lieu quy I - Phong Do dac.xlsx',
    'Vi Thị Hạnh',
    'Biểu số liệu quý I - Phòng Đo đạc.xlsx',
  ),
  {
    kind: 'nil',
    unit: 'TTRA',
    at: at('2024-03-15T16:30'),
    reason: 'Trong kỳ tập trung thanh tra theo kế hoạch, không phát sinh nội dung công tác dân vận.',
  },
  file('TNKS', '2024-03-16T08:50', 'BC dan van TNKS (sua) final.docx', 'Triệu Thị Mai'),
  file('CCBVMT', '2024-03-18T08:20', 'Q1-2024_CCBVMT.xlsx', 'Đặng Quốc Hùng'),
  file('VPDK', '2024-03-18T09:15', 'Bao cao VPDK quy I nam 2024.xlsx', 'Phạm Thu Hà'),
  file(
    'TTTNMT',
    '2024-03-18T10:35',
    'Bao cao cong tac dan van quy I nam 2024.docx',
    'Lương Văn Tài',
    'Báo cáo công tác dân vận quý I năm 2024.docx',
  ),
  file('TTPTQD', '2024-03-18T13:45', 'Q1-2024_TTPTQD.xlsx', 'Bế Thị Ngọc'),
  file('CN-TPLS', '2024-03-18T14:30', 'BC quy I CN thanh pho.docx', 'Hà Thị Yến'),
  // Another unit's report: the file of a colleague was taken by mistake.
  file('CN-HLU', '2024-03-18T15:20', 'Bao cao chi nhanh Huu Lung.xlsx', 'Nguyễn Văn Bình'),
  // Three mistakes, then, after the deadline, the corrected file.
  file('CN-CLO', '2024-03-18T16:40', 'Bao cao chi nhanh Cao Loc.xlsx', 'Chu Văn Nam'),
  file('CN-CLO', '2024-03-19T07:50', 'Bao cao chi nhanh Cao Loc (sua).xlsx', 'Chu Văn Nam'),
];

function file(unit: string, minute: string, name: string, sender: string, sentAs = name): Scene {
  return { kind: 'file', unit, at: at(minute), file: name, sentAs, sender };
}

function at(minute: string): string {
  return `${minute}:00+07:00`;
}
