import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What is missing in a form, and the name of the field at which it is said. */
export interface Missing {
  readonly field: string;
  readonly said: string;
}

/** Says what is missing at its own field, where the keyboard goes, until something is typed there. */
export function useMissing(form: RefObject<HTMLElement | null>) {
  const [missing, setMissing] = useState<Missing | null>(null);
  useLayoutEffect(() => {
    if (missing) form.current?.querySelector<HTMLElement>(`[name="${missing.field}"]`)?.focus();
  }, [missing]);
  return {
    lacks: setMissing,
    /** What is said at the field, if it is that which lacks something. */
    faultAt: (field: string) => (missing?.field === field ? missing.said : undefined),
    /** For the form: hears that something was entered. */
    onInput: ({ target }: Event) => {
      const mended = target instanceof Element && target.getAttribute('name') === missing?.field;
      if (mended) setMissing(null);
    },
  };
}
