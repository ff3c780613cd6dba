/**
 * A file that stops the clock lets it go on again: those that follow in its process would live in its time. What a file
 * registers itself runs before this.
 */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  if (!vi.isFakeTimers()) return;
  vi.useRealTimers();
  throw new Error('the clock still stands where this file set it: end its world');
});
