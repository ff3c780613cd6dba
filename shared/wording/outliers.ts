/** Why a figure is marked as out of the ordinary, in words. */
import type { Indicator } from '../regime/regime.ts';
import { fillEach, localeOf, type Text } from '../vocabulary/text.ts';
import { number, numberInText } from './vietnamese.ts';

export interface OutlierFacts {
  readonly indicator: Indicator;
  readonly value: number;
  /** The median of the figures compared with. */
  readonly usual: number;
  /** How many they are. */
  readonly count: number;
}

const english = new Intl.NumberFormat(localeOf.en, { maximumFractionDigits: 2 });

function beside({ indicator, value, usual }: OutlierFacts): Text {
  if (indicator.type === 'percent') {
    const points = Math.abs(value - usual);
    return value > usual
      ? {
          vi: `cao hơn ${number(points)} điểm phần trăm so với`,
          en: `${english.format(points)} points above`,
        }
      : {
          vi: `thấp hơn ${number(points)} điểm phần trăm so với`,
          en: `${english.format(points)} points below`,
        };
  }
  if (value === 0 || usual === 0) return { vi: 'khác hẳn', en: 'unlike' };
  const times = Math.round((10 * Math.max(value, usual)) / Math.min(value, usual)) / 10;
  return value > usual
    ? { vi: `gấp ${number(times)} lần`, en: `${english.format(times)} times` }
    : { vi: `chỉ bằng 1/${number(times)}`, en: `only 1/${english.format(times)} of` };
}

function told(facts: OutlierFacts, whose: Text): Text {
  const { indicator, value, usual } = facts;
  const how = beside(facts);
  const unit = indicator.unitOfMeasure === '%' ? '%' : '';
  const measured = (figure: number): Text => ({
    vi: `${number(figure)}${unit}`,
    en: `${english.format(figure)}${unit}`,
  });
  return fillEach(
    {
      vi: '{value}, {how} {whose} ({usual}); đề nghị kiểm tra lại.',
      en: '{value}, {how} {whose} ({usual}); please check.',
    },
    { value: measured(value), how, whose, usual: measured(usual) },
  );
}

export const outlierWords = {
  history: (facts: OutlierFacts): Text =>
    facts.count === 1
      ? told(facts, { vi: 'số của đơn vị ở kỳ so sánh', en: 'the unit’s figure of the period compared with' })
      : told(facts, {
          vi: `trung vị ${numberInText(facts.count)} kỳ trước của đơn vị`,
          en: `the median of the unit’s ${facts.count} earlier periods`,
        }),
  peers: (facts: OutlierFacts): Text =>
    told(facts, {
      vi: `trung vị của ${numberInText(facts.count)} đơn vị khác`,
      en: `the median of the ${facts.count} other units`,
    }),
} as const;
