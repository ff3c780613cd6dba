/** What is asked for at a press holds as soon as deliver has done it: seconds later it is looked for. */
const looksAgain = [0, 2_000, 8_000, 20_000, 60_000];

export function useChanged(onChanged: () => void): () => void {
  return () => {
    for (const ms of looksAgain) setTimeout(onChanged, ms);
  };
}
