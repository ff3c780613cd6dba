/** What the shape of a regime cannot say of its entries: each stands once, and every name that points somewhere finds it. */
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { periodFaults } from './period-faults.ts';
import type { Indicator, Regime } from './regime.ts';
import { comparesPeriods, parseRule, RuleNotUnderstood } from './rule.ts';
import { namesOfPeriods, ruleInPlace, totalPlaces } from './sentence.ts';

/** Asked of every regime, those applied long ago too. */
export function entryFaults(regime: Regime): Fault[] {
  const { office, periods } = regime;
  const codes = new Set(regime.indicators.map(({ code }) => code));
  return [
    ...repeated(['sections'], 'id', regime.sections),
    ...repeated(['indicators'], 'code', regime.indicators),
    ...repeated(['checks'], 'id', regime.checks),
    ...repeated(['units'], 'code', regime.units),
    ...repeated(['periods'], 'id', periods),
    ...repeated(['office', 'recipients'], 'id', office.recipients),
    ...indicatorFaults(regime, codes),
    ...sentenceFaults(regime, codes),
    ...mainFigureFaults(regime, codes),
    ...shortcomingFaults(regime, codes),
    ...checkFaults(regime, codes),
    ...parentFaults(regime),
    ...(office.recipients.some(({ role }) => role !== 'issued-report')
      ? []
      : [{ path: ['office', 'recipients'], message: 'somebody must decide or read' }]),
    ...periods.flatMap((period, index) =>
      periodFaults(period, periods).map(({ path, message }) => ({
        path: ['periods', index, ...path],
        message,
      })),
    ),
  ];
}

function repeated<Name extends string>(
  where: readonly string[],
  field: Name,
  entries: readonly Readonly<Record<Name, string>>[],
): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const name = entry[field];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: [...where, index, field], message: `"${name}" stands twice` }];
  });
}

function indicatorFaults({ indicators, sections }: Regime, codes: ReadonlySet<string>): Fault[] {
  const ids = sections.map(({ id }) => id);
  return indicators.flatMap((indicator, index) => {
    const { section } = indicator;
    const faults: Fault[] = [];
    if (!ids.includes(section)) {
      const message = `no section "${section}"${didYouMean(section, ids)}`;
      faults.push({ path: ['indicators', index, 'section'], message });
    }
    if (indicator.choices && indicator.type !== 'text') {
      const message = 'answers can be offered for an indicator of type text alone';
      faults.push({ path: ['indicators', index, 'choices'], message });
    }
    return [...faults, ...formulaFaults(indicator, ['indicators', index, 'formula'], codes)];
  });
}

function formulaFaults(
  { acrossUnits, formula }: Indicator,
  path: Fault['path'],
  codes: ReadonlySet<string>,
): Fault[] {
  const isUneven = (acrossUnits === 'derived') !== (formula !== undefined);
  return [
    ...(isUneven ? [{ path, message: 'a derived indicator needs a formula, and only it has one' }] : []),
    ...(formula === undefined ? [] : ruleFaults(formula, path, codes)),
  ];
}

function sentenceFaults({ sections }: Regime, codes: ReadonlySet<string>): Fault[] {
  return sections.flatMap(({ sentences }, index) =>
    sentences.flatMap((text, n) => placeFaults(text, ['sections', index, 'sentences', n], codes)),
  );
}

function shortcomingFaults({ report }: Regime, codes: ReadonlySet<string>): Fault[] {
  return (report.shortcomings ?? []).flatMap(({ when, sentence }, n) => [
    ...ruleFaults(when, ['report', 'shortcomings', n, 'when'], codes),
    ...(comparesPeriods(when)
      ? comparedPlaceFaults(sentence, ['report', 'shortcomings', n, 'sentence'], codes)
      : placeFaults(sentence, ['report', 'shortcomings', n, 'sentence'], codes)),
  ]);
}

/** A plain figure might be of another span than the two that the rule compares. */
function comparedPlaceFaults(sentence: string, path: Fault['path'], codes: ReadonlySet<string>): Fault[] {
  return [...sentence.matchAll(totalPlaces)].flatMap(([place, code = '']): Fault[] => {
    if (namesOfPeriods.has(code)) return [];
    const rule = ruleInPlace.exec(code)?.[1];
    if (rule !== undefined) return ruleFaults(rule, path, codes);
    const message = `"${place}" beside a rule with previous(…): write {= X}, {= previous(X)}, {period} or {before}`;
    return [{ path, message }];
  });
}

function placeFaults(sentence: string, path: Fault['path'], codes: ReadonlySet<string>): Fault[] {
  return [...sentence.matchAll(totalPlaces)].flatMap(([, code = '']) => unknownIndicator(code, path, codes));
}

function mainFigureFaults({ report }: Regime, codes: ReadonlySet<string>): Fault[] {
  return (report.mainFigures ?? []).flatMap((code, n) =>
    unknownIndicator(code, ['report', 'mainFigures', n], codes),
  );
}

function checkFaults({ checks }: Regime, codes: ReadonlySet<string>): Fault[] {
  return checks.flatMap(({ rule, forEach = [] }, index) => [
    ...ruleFaults(rule, ['checks', index, 'rule'], codes),
    ...forEach.flatMap((code, n) => unknownIndicator(code, ['checks', index, 'forEach', n], codes)),
  ]);
}

function parentFaults({ parentsIncludingBranches, units }: Regime): Fault[] {
  const parents = new Set(units.map(({ parent }) => parent));
  return parentsIncludingBranches.flatMap((code, index) =>
    parents.has(code)
      ? []
      : [
          {
            path: ['parentsIncludingBranches', index],
            message: `"${code}" is no unit's parent${didYouMean(code, parents)}`,
          },
        ],
  );
}

function unknownIndicator(code: string, path: Fault['path'], codes: ReadonlySet<string>): Fault[] {
  return codes.has(code) ? [] : [{ path, message: `no indicator "${code}"${didYouMean(code, codes)}` }];
}

function ruleFaults(rule: string, path: Fault['path'], codes: ReadonlySet<string>): Fault[] {
  try {
    return parseRule(rule)
      .names.filter((name) => name !== 'it' && !codes.has(name))
      .map((name) => ({
        path,
        message: `no indicator "${name}" in the rule "${rule}"${didYouMean(name, codes)}`,
      }));
  } catch (error) {
    if (!(error instanceof RuleNotUnderstood)) throw error;
    return [{ path, message: error.message }];
  }
}
