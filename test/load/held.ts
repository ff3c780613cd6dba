/** Five files that hold their readers as long as they may, of one unit at once, and another unit's report behind them. */
import type { System } from '../../infra/admin/system.ts';
import type { LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import { readVersion } from '../../shared/records/filings.ts';
import { readUpload } from '../../shared/records/uploads.ts';
import { Unit } from '../journeys/a-cloud.ts';
import { holding } from '../nasty/cases.ts';
import type { NastyCase } from '../nasty/nasty-case.ts';
import { applyLargeRegime, reportWriter } from './load.ts';

/** So many of one unit's files are read at once: whoever comes behind them waits for these, and not for the rest. */
const heldAtOnce = 2;

const [unit, other] = ['T0000', 'T0001'] as const;

/** Both units' links. */
export const heldUnits = (system: System) => applyLargeRegime(system, 2);

/** True where each file has the verdict it deserves and the other unit's did not wait behind them. */
export async function playHeld(
  cloud: LocalCloud,
  system: System,
  say: (text: string) => void,
): Promise<boolean> {
  const sender = (code: string) => new Unit(cloud.endpoints.portal, cloud.endpoints.links[code]?.token ?? '');
  const files = holding.map(({ make }) => make());
  const good = (await reportWriter())(other, 0);
  const begun = performance.now();
  const order: string[] = [];
  const uploads = await Promise.all(
    files.map((bytes, n) => sender(unit).send(bytes, fileNameOf(holding[n]))),
  );
  const verdict = async (name: string, of: string, upload: string) => {
    await sender(of).verdict(upload);
    order.push(name);
    return (performance.now() - begun) / 1000;
  };
  const waited = uploads.map((upload, n) => verdict(holding[n]?.name ?? '', unit, upload));
  const upload = await sender(other).send(good);
  const [seconds] = await Promise.all([verdict('the other unit', other, upload), ...waited]);
  const place = order.indexOf('the other unit');
  let well = place <= heldAtOnce;
  for (const [n, upload] of uploads.entries()) {
    const announced = await readUpload(system.table, upload);
    const version = announced && (await readVersion(system.table, announced));
    const ended = version?.state === holding[n]?.ends.state;
    well &&= ended;
    say(
      `${(await waited[n])?.toFixed(1)} s  ${version?.state} ${version?.firstFindings[0]?.code}  ${holding[n]?.name}${ended ? '' : ': NOT AS IT SHOULD'}`,
    );
  }
  say(`${seconds.toFixed(1)} s  the other unit's report, ${place + 1} of ${order.length} to have a verdict`);
  return well;
}

function fileNameOf(of: NastyCase | undefined): string {
  return of?.name.includes('pdf') ? 'x.pdf' : of?.name.startsWith('docx') ? 'x.docx' : 'x.xlsx';
}
