import { describe, expect, it } from 'vitest';
import { checkPattern, matches } from '../../../../../infra/local/cloud/events/pattern.ts';
import { TemplateNotUnderstood } from '../../../../../infra/local/cloud/template/not-understood.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'files' }, object: { key: 'inbox/01H' } },
};

describe('an event pattern', () => {
  it.each([
    [{ source: ['aws.s3'] }, true],
    [{ source: ['aws.ses', 'aws.s3'] }, true],
    [{ source: ['aws.ses'] }, false],
    [{ detail: { object: { key: [{ prefix: 'inbox/' }] } } }, true],
    [{ detail: { object: { key: [{ prefix: 'results/' }] } } }, false],
    [{ detail: { object: { key: [{ suffix: '01H' }] } } }, true],
    [{ detail: { reason: [{ exists: false }] } }, true],
    [{ detail: { bucket: { name: [{ exists: false }] } } }, false],
    [{ detail: { other: { name: ['files'] } } }, false],
  ])('%j: %s', (pattern, expected) => {
    checkPattern(pattern, 'here');
    expect(matches(pattern, event)).toBe(expected);
  });

  it('is refused when it uses a matcher that is not known here', () => {
    expect(() => checkPattern({ detail: { size: [{ numeric: ['>', 0] }] } }, 'Rule')).toThrow(
      new TemplateNotUnderstood('Rule.detail.size', 'the matcher {"numeric":[">",0]} is not known here'),
    );
  });
});
