/**
 * The catalogue of findings: what a reading can say about a file, how grave it is, and how to mend it. Cross-checks
 * of a regime (X01…) bring their own sentence, framed by `checkFailed` (check-findings.ts); reasons why a file cannot
 * be opened stand in unreadable-findings.ts. What only other reports show stands in
 * comparison-findings.ts, apart, since it is said when a verdict is looked at and not where a file is read.
 */
import { activeFindings } from './active-findings.ts';
import { conversionFindings } from './conversion-findings.ts';
import { doubtFindings } from './doubt-findings.ts';
import { figureFindings } from './figure-findings.ts';
import { formFindings } from './form-findings.ts';
import { identityFindings } from './identity-findings.ts';
import { narrativeFindings } from './narrative-findings.ts';
import { pdfFindings } from './pdf-findings.ts';

export const findings = {
  ...identityFindings,
  ...formFindings,
  ...figureFindings,
  ...doubtFindings,
  ...narrativeFindings,
  ...conversionFindings,
  ...pdfFindings,
  ...activeFindings,
};
