import { useLayoutEffect, useRef } from 'preact/hooks';
import { CodeStep } from './code-step.tsx';
import type { useCode } from './use-code.ts';

/** Asks for the code that something waits for. Beside a form, not within one: it holds a form of its own. */
export function CodeDialog({ code }: { code: ReturnType<typeof useCode> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="decision-question" onClose={code.close}>
      <CodeStep
        onEntered={async () => code.entered()}
        running={code.running}
        fault={code.fault}
        onClose={() => dialog.current?.close()}
      />
    </dialog>
  );
}
