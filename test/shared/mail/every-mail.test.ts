import { describe, expect, it } from 'vitest';
import { ruleSentence } from '../../../shared/filing/deadline.ts';
import { amendmentConfirmation, amendmentNotice } from '../../../shared/mail/amendment.ts';
import { announcementMail } from '../../../shared/mail/announcement.ts';
import { bounceMail } from '../../../shared/mail/bounce.ts';
import { bundleMail } from '../../../shared/mail/bundle.ts';
import { chaseMail } from '../../../shared/mail/chase.ts';
import { codeMail } from '../../../shared/mail/code.ts';
import { correctionMail } from '../../../shared/mail/correction.ts';
import { decisionMail, declarationNoticeMail } from '../../../shared/mail/decision.ts';
import { invitationMail, officeInvitationMail } from '../../../shared/mail/invitation.ts';
import { issuedReportMail } from '../../../shared/mail/issued-report.ts';
import type { Mail } from '../../../shared/mail/mail.ts';
import { receiptMail } from '../../../shared/mail/receipt.ts';
import { rejectionMail } from '../../../shared/mail/rejection.ts';
import { reminderMail } from '../../../shared/mail/reminder.ts';
import { summaryMail } from '../../../shared/mail/summary.ts';
import type { Amendment } from '../../../shared/regime/amendment.ts';
import type { Regime, Unit } from '../../../shared/regime/regime.ts';
import { changesBetween } from '../../../shared/summary/changes.ts';
import { ulid } from '../summary/sample.ts';
import {
  finding,
  mixedStory,
  personalLink,
  quarter,
  regime,
  type Story,
  summaryOf,
  unitNamed,
  version,
} from './sample.ts';

const rule = ruleSentence(
  quarter,
  {
    rule: 'by',
    lastDay: '2024-03-18',
    due: '2024-03-18T23:59:59+07:00',
    onTimeUntil: '2024-03-18T23:59:59+07:00',
    guidance: null,
    extension: null,
    lock: null,
    prolonged: null,
  },
  regime.timeZone,
);

interface Sample {
  readonly regime: Regime;
  readonly unit: Unit;
  readonly fileName: string;
  readonly text: string;
}

const plain: Sample = {
  regime,
  unit: unitNamed('CCBVMT'),
  fileName: 'BC dân vận quý I.xlsx',
  text: 'Số đơn tồn cuối kỳ lệch',
};

function aboutAmendments(regime: Regime, unit: Unit, text: string): Record<string, Mail> {
  const [recipient] = regime.office.recipients;
  if (!recipient) throw new Error('the regime has no recipient');
  const made = {
    ...{ amendment: ulid(7), regime: regime.id, actor: 'office:VANPHONG', link: 'abcdef012345' },
    ...{ reason: text, madeAt: '2024-03-15T08:00:00+07:00' },
  };
  const contact: Amendment = { ...made, change: { kind: 'contact', unit: unit.code, email: unit.email } };
  const duty: Amendment = { ...made, change: { kind: 'duty', period: quarter } };
  const undo: Amendment = { ...made, change: { kind: 'undo', undone: duty.amendment } };
  const told = { regime, recipient, told: 2, moved: true };
  return {
    'contact changed': amendmentNotice({
      ...{ regime, unit, email: 'cu@units.example', amendment: contact, root: null },
    }),
    'telephone recorded': amendmentNotice({
      ...{ regime, unit, email: unit.email, amendment: contact, root: null },
    }),
    'duty withdrawn': amendmentNotice({
      ...{ regime, unit, email: unit.email, amendment: undo, root: duty },
    }),
    'contact changed, confirmed': amendmentConfirmation({ ...told, amendment: contact, root: null }),
    'telephone recorded, confirmed': amendmentConfirmation({
      ...{ ...told, moved: false, amendment: contact, root: null },
    }),
    'duty opened, confirmed': amendmentConfirmation({ ...told, amendment: duty, root: null }),
    'duty withdrawn, confirmed': amendmentConfirmation({ ...told, amendment: undo, root: duty }),
  };
}

function everyMail({ regime, unit, fileName, text }: Sample): Record<string, Mail> {
  const trouble = finding({ found: text, expected: text, message: { vi: text, en: text } });
  const verdict = (state: 'accepted' | 'accepted-with-warnings' | 'rejected' | 'unreadable') => ({
    regime,
    period: quarter,
    unit,
    version: version(9, unit.code, { state, fileName, sender: text }),
    findings: [trouble],
    link: personalLink.link,
    timeliness: { late: false, due: '2024-03-18T23:59:59+07:00', rule },
  });
  const expiresAt = '2024-06-30T17:00:00Z';
  const duties = [
    { title: quarter.title, due: '2024-03-18T23:59:59+07:00', rule, status: 'missing' } as const,
  ];
  const left = { when: 'before', workingDays: 2 } as const;
  const owed = { period: quarter, due: '2024-03-18T23:59:59+07:00', rule, left, ...personalLink };
  const late = { ...owed, left: { when: 'after', workingDays: 3 } } as const;
  const [recipient] = regime.office.recipients;
  if (!recipient) throw new Error('the regime has no recipient');
  const story = {
    ...mixedStory,
    versions: mixedStory.versions.map((each) => ({ ...each, fileName, firstFindings: [trouble] })),
  };
  return {
    invitation: invitationMail({ regime, unit, duties, expiresAt, ...personalLink }),
    'office invitation': officeInvitationMail({ regime, recipient, expiresAt, ...personalLink }),
    receipt: receiptMail(verdict('accepted')),
    'receipt with warnings': receiptMail(verdict('accepted-with-warnings')),
    rejection: rejectionMail({ ...verdict('rejected'), stillCounts: { fileName, receipt: 'Q1' } }),
    unreadable: rejectionMail(verdict('unreadable')),
    reminder: reminderMail({
      ...{ regime, unit, words: { vi: text, en: text } },
      duties: [
        {
          ...owed,
          attempt: { fileName, state: 'rejected', receivedAt: '2024-03-15T02:00:00Z' },
        },
      ],
    }),
    'reminder of several': reminderMail({
      regime,
      unit,
      duties: [late, { ...late, period: { ...quarter, id: 'Q2-2024' } }],
    }),
    announcement: announcementMail({ regime, unit, ...owed, expiresAt, form: null }),
    'chase of the office': chaseMail({
      ...{ regime, recipient, portalLink: personalLink.link, drafts: [], asOf: '2024-03-21T08:00:00+07:00' },
      periods: [
        {
          ...{ period: quarter, owing: [{ unit, status: 'overdue', due: owed.due }], more: 0 },
          upwardBy: { to: [recipient], day: '2024-03-20', left: { when: 'after', workingDays: 1 } },
        },
      ],
    }),
    ...aboutAmendments(regime, unit, text),
    bounce: bounceMail({
      regime,
      recipient,
      whose: [unit.name],
      address: unit.email,
      kind: 'hard',
      since: '2024-03-15T08:00:00+07:00',
      said: text,
      portalLink: personalLink.link,
    }),
    bundle: bundleMail({
      regime,
      recipient,
      link: personalLink.link,
      from: '2024-03-15T08:00:00+07:00',
      told: [
        {
          unit,
          period: quarter,
          version: version(8, unit.code, { fileName, state: 'rejected' }),
          reason: text,
        },
      ],
      count: 120,
    }),
    ...aboutDecisions(regime, unit, fileName, text),
    'late reminder': reminderMail({ regime, unit, duties: [late] }),
    summary: summaryMail({
      summary: summaryOf(story, regime),
      recipient,
      portalLink: personalLink.link,
      links: [{ fileName, size: 9_000_000, href: personalLink.link }],
    }),
    ...aboutEditions(story, regime, fileName),
  };
}

function aboutEditions(story: Story, regime: Regime, fileName: string): Record<string, Mail> {
  const [recipient] = regime.office.recipients;
  if (!recipient) throw new Error('the regime has no recipient');
  const before = summaryOf({ ...story, versions: story.versions.slice(2) }, regime);
  const now = summaryOf({ ...story, edition: 2 }, regime);
  const changes = changesBetween(before, now);
  const bytes = new Uint8Array(64);
  const to = { recipient, portalLink: personalLink.link };
  return {
    'interim summary': summaryMail({
      ...to,
      summary: summaryOf({ ...story, kind: 'interim' }, regime),
      attachments: [],
    }),
    'second edition': summaryMail({ ...to, summary: now, changes, attachments: [] }),
    correction: correctionMail({ ...to, changes, now }),
    'issued report': issuedReportMail({
      ...{ recipient, summary: now, signed: null, replaces: changes.since },
      report: { fileName, bytes, contentType: 'x/y' },
    }),
    'signed report': issuedReportMail({
      ...{ recipient, summary: now, replaces: null },
      report: { fileName, bytes, contentType: 'x/y' },
      signed: {
        ...{ number: fileName, day: '2024-03-20', pdf: { sha256: 'a'.repeat(64) } },
        replaces: { number: '12/BC', day: '2024-03-19' },
      },
    }),
  };
}

function aboutDecisions(regime: Regime, unit: Unit, fileName: string, reason: string): Record<string, Mail> {
  const due = '2024-03-18T23:59:59+07:00';
  const about = { ...{ regime, period: quarter, unit, due, rule }, version: null, counting: null };
  const sent = version(9, unit.code, { fileName });
  const decided = {
    ...{ decision: '01HS5W9KJ4T2QX7M8VN3RC0001', period: quarter.id, unit: unit.code, reason },
    ...{ actor: reason, decidedAt: '2024-03-15T02:00:00Z' },
  };
  const plainText = { vi: reason, en: reason };
  const wish = { ...decided, kind: 'extension-request', until: '2024-03-22' } as const;
  const [recipient] = regime.office.recipients;
  if (!recipient) throw new Error('the regime has no recipient');
  const exclusion = { ...decided, kind: 'exclude-version', upload: sent.upload } as const;
  return {
    'nothing to report': decisionMail({ ...about, ...personalLink, decision: { ...decided, kind: 'nil' } }),
    'more time asked for': decisionMail({ ...about, ...personalLink, decision: wish }),
    'more time granted': decisionMail({
      ...about,
      ...personalLink,
      decision: { ...wish, kind: 'extension' },
    }),
    'a report returned': decisionMail({
      ...{ ...about, ...personalLink, version: sent, counting: sent },
      decision: { ...exclusion, kind: 'return' },
    }),
    'a version excluded': decisionMail({ ...about, ...personalLink, decision: exclusion, version: sent }),
    'more time refused': decisionMail({
      ...{ ...about, ...personalLink },
      decision: { ...decided, kind: 'extension-refusal', request: wish.decision },
    }),
    'a late report accepted': decisionMail({
      ...{ ...about, ...personalLink, version: sent, counting: sent },
      decision: { ...exclusion, kind: 'accept-late' },
    }),
    'checks waived': decisionMail({
      ...{ ...about, ...personalLink, version: sent, counting: sent },
      decision: { ...exclusion, kind: 'waive', errors: [{ finding: 0, code: 'K01', message: plainText }] },
    }),
    'guidance entered': decisionMail({ ...about, ...personalLink, decision: { ...wish, kind: 'guidance' } }),
    'a decision taken back': decisionMail({
      ...{ ...about, ...personalLink, version: sent, counting: sent, undone: 'return' },
      decision: { ...decided, kind: 'undo', undone: wish.decision },
    }),
    'a noted day taken back': decisionMail({
      ...{ ...about, ...personalLink, version: sent, counting: sent, undone: 'received-on' },
      decision: { ...decided, kind: 'undo', undone: wish.decision },
    }),
    code: codeMail({
      ...{ regime, recipient, code: '048213', minutes: 10, hours: 10 },
      expiresAt: '2024-03-15T02:10:00Z',
    }),
    'a unit excluded': decisionMail({
      ...about,
      ...personalLink,
      decision: { ...decided, kind: 'exclude-unit' },
    }),
    'notice of more time asked for': declarationNoticeMail({
      ...{ ...about, decision: wish, recipient, link: personalLink.link },
    }),
    'notice of nothing to report': declarationNoticeMail({
      ...{ ...about, decision: { ...decided, kind: 'nil' }, recipient, link: personalLink.link },
    }),
  };
}

const mails = Object.entries(everyMail(plain));
const again = everyMail(plain);

describe.each(mails)('the mail "%s"', (name, mail) => {
  it('gives the same bytes for the same input', () => {
    expect(again[name]).toEqual(mail);
  });

  it('speaks Vietnamese first and English second', () => {
    for (const part of [mail.html, mail.text]) {
      const vietnamese = part.indexOf('Kính gửi');
      const english = part.search(/\b(report|unit|file)s?\b[^<\n]*\b(the|of|has|is)\b/i);
      expect(vietnamese).toBeGreaterThan(-1);
      expect(english).toBeGreaterThan(vietnamese);
    }
    expect(mail.html).toContain('<td lang="en"');
  });

  it('is NFC throughout', () => {
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).toBe(part.normalize('NFC'));
  });

  it('brings no script, no picture, no style sheet but the one for the dark, and no address but those of its links', () => {
    expect(mail.html.match(/<style>/g)).toHaveLength(1);
    expect(mail.html).toContain('<style>@media (prefers-color-scheme:dark){');
    expect(mail.html).not.toMatch(/<(script|link|img|iframe|object|svg|form|input)\b/i);
    expect(mail.html).not.toMatch(/\b(src|srcset|background)=|url\(|@import|\son\w+=/i);
    const addresses = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    for (const address of addresses) expect(address).toBe(personalLink.link);
  });

  it('is made of tables with inline styles, which Outlook and Gmail keep', () => {
    expect(mail.html).not.toMatch(/display:\s*(flex|grid)|position:|float:|class=/);
    expect(mail.html).toContain('role="presentation"');
    expect(mail.html).toContain('max-width:660px');
    expect(mail.html).toContain('<!--[if mso]>');
  });

  it('opens and closes every table, row and cell', () => {
    for (const tag of ['table', 'tr', 'td', 'th', 'div', 'span', 'b', 'a']) {
      const opened = mail.html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
      expect([tag, mail.html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0]).toEqual([tag, opened]);
    }
  });

  it('has a text part without HTML, in lines that fit a narrow window', () => {
    expect(mail.text).not.toMatch(/<\/?\w+[^>]*>|&\w+;|undefined|null|\[object|NaN/);
    for (const line of mail.text.split('\n')) {
      // An address or a hash cannot be broken.
      const breakable = line.trim().includes(' ') && !/\S{50,}/.test(line);
      if (breakable) expect([...line].length, line).toBeLessThanOrEqual(76);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('never shows an unfilled place', () => {
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
    }
  });

  it('says in the text what its HTML says: every link and the automatic footer', () => {
    // Who is above the office is not let into its page; and a code beside a link would be all that deciding takes.
    const links =
      /^(issued report|signed report|code$|contact changed|telephone|duty (withdrawn|opened))/.test(name)
        ? 0
        : 1;
    expect(mail.text.split(personalLink.link).length - 1).toBeGreaterThanOrEqual(links);
    expect(mail.html.includes(`href="${personalLink.link}"`)).toBe(links > 0);
    expect(mail.text.replace(/\s+/g, ' ')).toContain('xin trả lời chính thư này (van-phong@stnmt.example)');
  });

  it('is short enough for Gmail to show whole', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
  });
});

describe('hostile names', () => {
  const attack = '<img src=x onerror="alert(1)">&\'"\r\nBcc: all@evil.example';
  const hostile = everyMail({
    regime,
    unit: { ...plain.unit, name: attack },
    fileName: `${attack}\u202Excod.exe`,
    text: `</td></table><script>alert(1)</script>${attack}`,
  });

  it.each(Object.entries(hostile))('are shown and never executed in the mail "%s"', (_, mail) => {
    expect(mail.html).not.toMatch(/<(img|script)\b/i);
    expect(mail.html).not.toContain('\u202e');
    expect(mail.text).not.toContain('\u202e');
  });

  it.each(Object.entries(hostile))('put no line break into the subject of the mail "%s"', (_, mail) => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.to).not.toMatch(/[\r\n]/);
  });

  it('keep the tables whole', () => {
    const summary = hostile.summary?.html ?? '';
    expect(summary.match(/<table\b/g)?.length).toBe(summary.match(/<\/table>/g)?.length);
    expect(summary).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;&quot; Bcc:');
  });
});
