import { describe, expect, it } from 'vitest';
import { identitiesOf, UnusableSender } from '../../infra/sender.ts';

describe('the identities behind a sender', () => {
  it.each(['Văn phòng Sở <bao-cao@so.example>', 'bao-cao@so.example', ' <bao-cao@so.example> '])(
    'are its address and its domain: %s',
    (sender) => {
      expect(identitiesOf(sender)).toEqual(['bao-cao@so.example', 'so.example']);
    },
  );

  it.each(['', 'Văn phòng', 'Văn phòng <>', 'a@b@c.example', 'bao cao@so.example'])(
    'do not exist where there is no address: "%s"',
    (sender) => {
      expect(() => identitiesOf(sender)).toThrow(UnusableSender);
    },
  );
});
