/** Short names for subjects, where an inbox shows some sixty characters. */
import type { Period, Regime } from '../../regime/regime.ts';
import { first, type Language, say } from '../../vocabulary/text.ts';
import { capitalised, oneLine } from './visible-text.ts';

/** "Chế độ báo cáo công tác dân vận năm 2024" → "Dân vận 2024". */
export function shortRegimeName(regime: Regime): string {
  const bare = oneLine(say(regime.title, first))
    .replace(/^(chế độ\s+)?báo cáo\s+/i, '')
    .replace(/^(về\s+)?công tác\s+/i, '')
    .replace(/ năm (\d{4})$/, ' $1');
  const name = capitalised(bare === '' ? say(regime.title, first) : bare);
  return name.includes(String(regime.year)) ? name : `${name} ${regime.year}`;
}

/** "Báo cáo quý I năm 2024" → "Quý I"; a title that is no more than "Báo cáo năm 2024" stays as it is. */
export function shortPeriodName(period: Period): string {
  const bare = withoutYear(oneLine(say(period.title, first))).replace(/^báo cáo\s+/i, '');
  return /\s/.test(bare) ? capitalised(bare) : oneLine(say(period.title, first));
}

/** The regime's short name beside it says the year already; "Báo cáo năm 2024" would say nothing without. */
function withoutYear(title: string): string {
  return title.replace(/(?<!^báo cáo)( đầu)? năm \d{4}$/i, '');
}

/** The title inside a sentence: "báo cáo quý I". */
export function periodInSentence(period: Period, language: Language): string {
  const title = withoutYear(oneLine(period.title[language]));
  return language === 'vi' ? title.charAt(0).toLocaleLowerCase('vi') + title.slice(1) : title;
}
