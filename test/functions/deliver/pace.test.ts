import { describe, expect, it } from 'vitest';
import { createPace } from '../../../functions/deliver/pace.ts';

describe('the pace of sending', () => {
  it('lets each of the senders go only its share of what SES takes', async () => {
    let asked = 0;
    const pace = createPace(async () => {
      asked += 1;
      return 100;
    }, 2);
    const begun = performance.now();
    for (let mail = 0; mail < 5; mail++) await pace();
    // Four waits of 25 ms: two senders, 80 of the 100 a second.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(95);
    expect(asked).toBe(1);
  });

  it('asks for the quota again where it could not be read', async () => {
    const answers = [Promise.reject(new Error('Throttling')), Promise.resolve(1000)];
    const pace = createPace(() => answers.shift() ?? Promise.resolve(1), 1);
    await expect(pace()).rejects.toThrow('Throttling');
    await pace();
    expect(answers).toEqual([]);
  });
});
