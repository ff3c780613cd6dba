import { drawUp, planDraft } from '../../../../shared/office/report/draw-up.ts';

/** Plans and carries out at once, as nobody does who has to look first. Throws Unknown, NotIssued. */
export async function drawUpReport(
  dependencies: Parameters<typeof drawUp>[0],
  id: string,
  wanted: Parameters<typeof planDraft>[2] & Parameters<typeof drawUp>[2],
): ReturnType<typeof drawUp> {
  return drawUp(dependencies, await planDraft(dependencies, id, wanted), wanted);
}
