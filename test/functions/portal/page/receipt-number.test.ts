import { describe, expect, it } from 'vitest';
import { numberIn, tidyNumber } from '../../../../functions/portal/page/receipt-number.ts';

describe("a receipt's number", () => {
  it.each([
    ['q1-2024-qldd-7k3m9p2xta', 'Q1-2024-QLDD-7K3M9P2XTA'],
    [' Q1-2024-QLDD-7K3M9P2XTA. ', 'Q1-2024-QLDD-7K3M9P2XTA'],
    ['“Q1–2024–CN‑CLO–9EZK0MYNPH”', 'Q1-2024-CN-CLO-9EZK0MYNPH'],
    ['Q1-2024 - QLDD - 7K3M9 P2XTA', 'Q1-2024-QLDD-7K3M9P2XTA'],
  ])('is understood as people type or copy it: %s', (typed, number) => {
    expect(tidyNumber(typed)).toBe(number);
  });

  it('is taken from an address, encoded or not', () => {
    expect(numberIn('#Q1-2024-QLDD-7K3M9P2XTA')).toBe('Q1-2024-QLDD-7K3M9P2XTA');
    expect(numberIn('#Q1%2D2024-QLDD-7K3M9P2XTA%20')).toBe('Q1-2024-QLDD-7K3M9P2XTA');
    expect(numberIn('#100%')).toBe('100%');
    expect(numberIn('')).toBe('');
  });
});
