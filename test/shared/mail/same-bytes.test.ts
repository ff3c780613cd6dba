import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionMail } from '../../../shared/mail/correction.ts';
import { issuedReportMail } from '../../../shared/mail/issued-report.ts';
import type { Mail } from '../../../shared/mail/mail.ts';
import { composeMime } from '../../../shared/mail/mime.ts';
import { summaryMail } from '../../../shared/mail/summary.ts';
import { changesBetween } from '../../../shared/summary/changes.ts';
import { runs } from '../../properties/runs.ts';
import { mixedStory, personalLink, type Story, summaryOf } from './sample.ts';

const recipient = {
  ...{ id: 'VANPHONG', name: 'Chuyên viên tổng hợp', email: 'tong-hop@stnmt.example' },
  role: 'reads',
} as const;
const report = { fileName: 'Q1-2024.docx', contentType: 'x/y', bytes: new Uint8Array(64).fill(7) };

const issuedBefore = summaryOf(mixedStory);

/** Everything that SES is handed, but for what is new in each mail: its link, its hour. */
async function messages(story: Story): Promise<string[]> {
  const summary = summaryOf(story);
  const changes = changesBetween(issuedBefore, summary);
  const common = { recipient, portalLink: personalLink.link };
  const mails: Mail[] = [
    summaryMail({ ...common, summary, changes, attachments: [report] }),
    correctionMail({ ...common, now: summary, changes }),
    issuedReportMail({ recipient, summary, report, signed: null, replaces: changes.since }),
  ];
  return Promise.all(
    mails.map(async (mail) => {
      const raw = await composeMime(mail, {
        ...{ from: 'a@so.example', replyTo: 'b@so.example', messageId: 'x@unit-reports' },
        ...{ date: '2024-03-19T02:00:00Z', boundarySeed: 'x' },
      });
      return Buffer.from(raw).toString('base64');
    }),
  );
}

describe('the message', () => {
  it('is the same, byte for byte, of the same manifest, in whatever order its versions and decisions lie', async () => {
    const stories = fc
      .record({
        versions: fc.shuffledSubarray([...mixedStory.versions], { minLength: 1 }),
        decisions: fc.shuffledSubarray([...mixedStory.decisions]),
        edition: fc.integer({ min: 1, max: 3 }),
        kind: fc.constantFrom<'interim' | 'final'>('interim', 'final'),
      })
      .map((part): Story => ({ ...mixedStory, ...part, alike: true }));
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const stored: Story = JSON.parse(JSON.stringify(story));
        const once = await messages(story);
        expect(await messages(stored)).toEqual(once);
        const { versions, decisions } = story;
        const turned = { versions: versions.toReversed(), decisions: decisions.toReversed() };
        expect(await messages({ ...story, ...turned })).toEqual(once);
      }),
      { numRuns: runs(6) },
    );
  });
});
