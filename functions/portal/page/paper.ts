/** Printing one thing alone: it is put on a sheet of its own, and the page beside it is left out. */
import { type ComponentChild, render } from 'preact';

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
