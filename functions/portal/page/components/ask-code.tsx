import { entry } from '../../../../shared/wording/page.ts';
import { useWords } from '../page-context.ts';
import { leastTokenLength, normaliseCode } from '../token.ts';
import { CodeForm } from './code-form.tsx';
import { Frame } from './frame.tsx';

/** Without a token in the address: asks for the code that the mail prints. */
export function AskCode({ onCode }: { onCode: (token: string) => void }) {
  const { t } = useWords();

  function faultOf(typed: string): string | null {
    const { whole, token } = normaliseCode(typed);
    return whole ? null : t(entry.malformed, { least: leastTokenLength, count: token.length });
  }

  return (
    <Frame>
      <CodeForm
        words={entry}
        placeholder="ABCD-EFGH-…"
        faultOf={faultOf}
        onTyped={(typed) => onCode(normaliseCode(typed).token)}
      />
    </Frame>
  );
}
