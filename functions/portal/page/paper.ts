/** What is printed: one thing alone on a sheet of its own, or the page with all that waits behind a button. */
import { type ComponentChild, options, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: on paper nobody presses "more". */
export function useOnPaper(): boolean {
  const [isOnPaper, put] = useState(false);
  useEffect(() => {
    const before = () => drawnAtOnce(() => put(true));
    const after = () => put(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isOnPaper;
}

/** The browser prints what stands there when its listeners are through. */
function drawnAtOnce(change: () => void): void {
  options.debounceRendering = (draw) => draw();
  change();
  delete options.debounceRendering;
}

/** Prints this alone, on a sheet of its own, and takes it away again. */
export function printAlone(content: ComponentChild): void {
  const sheet = document.createElement('div');
  sheet.className = 'paper';
  document.body.append(sheet);
  render(content, sheet);
  document.documentElement.classList.add('printing-alone');
  addEventListener(
    'afterprint',
    () => {
      document.documentElement.classList.remove('printing-alone');
      render(null, sheet);
      sheet.remove();
    },
    { once: true },
  );
  print();
}
