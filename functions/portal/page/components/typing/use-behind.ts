import { useState } from 'preact/hooks';

/**
 * What was typed last is in no file yet: what was chosen before it must not be sent in its place.
 * @param put takes what is chosen
 * @param nothing what is chosen where nothing is
 */
export function useBehind<T>(put: (chosen: T) => void, nothing: T) {
  const [isBehind, setBehind] = useState(false);

  function choose(chosen: T): void {
    setBehind(false);
    put(chosen);
  }

  return {
    isBehind,
    choose,
    type: () => setBehind(true),
    leaveTyping: () => {
      if (isBehind) choose(nothing);
    },
  };
}
