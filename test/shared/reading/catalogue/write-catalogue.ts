/** The catalogue of findings as a document: every code with its words and an example that the engine really gave. */
import { placeOf } from '../../../../shared/reading/model/finding.ts';
import type { Finding, Severity } from '../../../../shared/reading/model/reading.ts';
import { comparisonFindings } from '../../../../shared/wording/comparison-findings.ts';
import { figureFindings } from '../../../../shared/wording/figure-findings.ts';
import type { FindingWords } from '../../../../shared/wording/finding-words.ts';
import { findings } from '../../../../shared/wording/findings.ts';
import { formFindings } from '../../../../shared/wording/form-findings.ts';
import { identityFindings } from '../../../../shared/wording/identity-findings.ts';
import { narrativeFindings } from '../../../../shared/wording/narrative-findings.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'lỗi · error (rejects the report)',
  warning: 'cần xem lại · warning (accepted)',
  note: 'ghi chú · note',
};

const groups: readonly { readonly title: string; readonly codes: ReadonlySet<string> }[] = [
  { title: 'Đúng báo cáo chưa · Whose report, for which period', codes: codesOf(identityFindings) },
  { title: 'Biểu và các dòng · The form and its rows', codes: codesOf(formFindings) },
  { title: 'Số trong ô · Figures in cells', codes: codesOf(figureFindings) },
  { title: 'Lũy kế và lời văn · Cumulative figures, text', codes: codesOf(narrativeFindings) },
  { title: 'So với báo cáo khác · Beside other reports', codes: codesOf(comparisonFindings) },
];

const allCodes = Object.keys({ ...findings, ...comparisonFindings });

/** What is told of every code of the two catalogues, in their order, that has an example. */
export function writeCatalogue(
  examples: readonly Finding[],
  unreadable: readonly FindingWords[],
  checks: readonly string[],
): string {
  const exampleOf = (code: string) => examples.find((finding) => finding.code === code);
  const grouped = new Set(groups.flatMap(({ codes }) => [...codes]));
  const rest = allCodes.filter((code) => !grouped.has(code));
  const sections = [
    ...groups.map(({ title, codes }) => ({ title, codes: allCodes.filter((code) => codes.has(code)) })),
    { title: 'Cách tệp được lưu · How the file was stored', codes: rest },
  ];
  const check = examples.find(({ code }) => checks.includes(code));
  return [
    '# Findings',
    '',
    'Mọi điều hệ thống có thể nói về một tệp: mã, mức độ, câu nói, cách sửa, và một ví dụ do chính bộ đọc đưa ra.',
    '',
    'Everything the engine can say about a file. This document is generated from the words (`shared/wording/*-findings.ts`)',
    'and from what the engine says of tiny reports (`test/shared/reading/catalogue/scenarios.ts`); a test fails while it is',
    'out of date, and `npx vitest run --project unit test/shared/reading/catalogue -u` writes it anew.',
    ...sections.flatMap(({ title, codes }) => [
      '',
      `## ${title}`,
      ...codes.flatMap((code) => entry(code, exampleOf(code))),
    ]),
    '',
    '## Kiểm tra của chế độ báo cáo · Cross-checks of the regime',
    '',
    `A regime brings its own checks with their own ids and sentences (in \`infra/regimes/\`, here ${checks.join(', ')});`,
    'each failed one is a finding whose code is the check’s id. Checks of other reports (the period before) are computed',
    'when a verdict is looked at and are warnings.',
    ...(check ? entry(check.code, check) : []),
    '',
    '## Không mở được · Files that cannot be opened',
    '',
    'The file is kept, the state is `unreadable`, and nothing else is said of it.',
    ...unreadable.flatMap((words) =>
      entry(words.code, exampleOf(words.code) ?? words, 'chưa đọc được số liệu · unreadable'),
    ),
    '',
  ].join('\n');
}

/** Codes of the catalogue that no example has, in its order. */
export function withoutExample(examples: readonly Finding[]): readonly string[] {
  return allCodes.filter((code) => !examples.some((finding) => finding.code === code));
}

/** @param grave what it means to the file, where the severity does not say it */
function entry(
  code: string,
  example: (FindingWords & Partial<Finding>) | undefined,
  grave?: string,
): readonly string[] {
  if (!example) return ['', `### ${code}`, '', 'Chưa có ví dụ. · No example yet.'];
  const { severity, message, fix, where, found, expected } = example;
  const evidence = [
    ...(where ? [`ở \`${placeOf(where)}\``] : []),
    ...(found ? [`trong tệp: “${oneLine(found)}”`] : []),
    ...(expected ? [`cần là: “${oneLine(expected)}”`] : []),
  ];
  return [
    '',
    `### ${code}`,
    '',
    `*${grave ?? severities[severity]}*`,
    '',
    `> ${oneLine(message.vi)}<br>`,
    `> ${oneLine(message.en)}`,
    '',
    `- Cách sửa: ${oneLine(fix.vi)}`,
    `- To mend it: ${oneLine(fix.en)}`,
    ...(evidence.length > 0 ? [`- Ví dụ: ${evidence.join('; ')}`] : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function codesOf(words: object): ReadonlySet<string> {
  return new Set(Object.keys(words));
}
