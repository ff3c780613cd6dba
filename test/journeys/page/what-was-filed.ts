/** What the units have done before the office's stories begin, through the front door but without a browser. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { scenes } from '../../../infra/local/story/cast.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import type { Ground } from '../a-cloud.ts';
import { sample } from './a-desk.ts';

const reported = ['QLDD', 'DDBD', 'VPS', 'TNKS', 'VPDK', 'TTTNMT', 'TTPTQD', 'CN-TPLS', 'CN-CLO'];

/** Nine report, one has nothing to report, one has more time; another's report and a scan do not count; three are silent. */
export async function fileBeforeTheOffice(ground: Ground): Promise<void> {
  const send = async (code: string, name: string, bytes: Uint8Array) => {
    const unit = ground.unit(code);
    return (await unit.verdict(await unit.send(bytes, name))).state;
  };
  const files = new Map(scenes.flatMap((scene) => (scene.kind === 'file' ? [[scene.unit, scene.file]] : [])));
  const sendOwn = async (code: string) => {
    const file = files.get(code) ?? '';
    return send(code, file, await readFile(sample(file)));
  };
  // One after the other: nine at once would each meet an instance that is just starting.
  for (const code of reported) expect(await sendOwn(code)).toMatch(/^accepted/);
  const another = 'Q1-2024_QLDD.xlsx';
  expect(await send('KHTC', another, await readFile(sample(another)))).toBe('rejected');
  expect(await send('CN-HLU', 'BC_signed.pdf', Buffer.from('%PDF-1.4\n%%EOF'))).toBe('unreadable');

  const reason = 'Trong kỳ không có hoạt động nào thuộc nội dung báo cáo.';
  expect((await ground.unit('TTRA').ask('duties/Q1-2024/nil', { reason })).status).toBe(201);
  await recordDecision(
    ground.system,
    await prepareDecision(ground.system, {
      ...{ kind: 'extension', period: 'Q1-2024', unit: 'CCBVMT', until: '2024-03-22' },
      ...{ reason: 'Đồng ý', actor: 'Chánh Văn phòng' },
    }),
  );
  await ground.cloud.idle();
}
