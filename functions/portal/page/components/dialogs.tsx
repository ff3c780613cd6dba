import { type ComponentChildren, createContext, Fragment } from 'preact';
import { useCallback, useContext, useRef, useState } from 'preact/hooks';
import { ZoneContext } from '../page-context.ts';

/** Draws a dialog with a state of its own, which calls `onClose` once its reader has closed it. */
type Draw = (onClose: () => void) => ComponentChildren;

interface Shown {
  readonly key: number;
  readonly drawn: ComponentChildren;
}

const DialogsContext = createContext<(draw: Draw) => void>(() => undefined);

/**
 * Opens a dialog, which stands until its reader closes it: whatever the page learns meanwhile, and though the part be
 * gone from which it was opened.
 * @param ownZone the time zone of whoever gives one to what is below it
 */
export function useDialog(ownZone?: string): (draw: Draw) => void {
  const show = useContext(DialogsContext);
  const zone = useContext(ZoneContext);
  return (draw) =>
    show((onClose) => <ZoneContext.Provider value={ownZone ?? zone}>{draw(onClose)}</ZoneContext.Provider>);
}

/** Where the open dialogs stand, beside the page's view. */
export function Dialogs({ children }: { children: ComponentChildren }) {
  // More than one where something asks for a code while another dialog is open.
  const [open, setOpen] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  const show = useCallback((draw: Draw) => {
    count.current += 1;
    const key = count.current;
    const opener = document.activeElement;
    const onClose = () => {
      setOpen((held) => held.filter((each) => each.key !== key));
      // The browser gives the focus back to what had it; where that is gone, nothing has it, or a field of the dialog still.
      const at = document.activeElement;
      if (opener?.isConnected === false && (at === document.body || at?.closest('dialog'))) focusOnHeading();
    };
    setOpen((held) => [...held, { key, drawn: draw(onClose) }]);
  }, []);
  return (
    <DialogsContext.Provider value={show}>
      {children}
      {open.map(({ key, drawn }) => (
        <Fragment key={key}>{drawn}</Fragment>
      ))}
    </DialogsContext.Provider>
  );
}

function focusOnHeading(): void {
  const content = document.getElementById('content');
  (content?.querySelector('h1') ?? content)?.focus();
}
