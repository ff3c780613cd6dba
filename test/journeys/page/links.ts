import { describe, expect, it } from 'vitest';
import { linksOf, revokeLinks } from '../../../shared/office/links/revoke.ts';
import { issueLink } from '../../../shared/records/links.ts';
import { entry, linkProblem } from '../../../shared/wording/page.ts';
import { receipt, receiptCheck } from '../../../shared/wording/page-receipt.ts';
import { type Desk, holdToAxe, holdToWidth } from './a-desk.ts';

export function linksAndReceipts(desk: Desk): void {
  describe('a link', () => {
    it('that was revoked says whom to ask, and lets another code in', async () => {
      await revokeLinks(desk.ground.system, await linksOf(desk.ground.system, 'DDBD'));
      const { page } = await desk.open('DDBD');
      await page.getByRole('heading', { name: linkProblem.revoked.vi }).waitFor();
      expect(await page.locator('main').innerText()).toContain('hỏi Văn phòng Sở');
      const mail = page.getByRole('link', { name: 'van-phong@stnmt.example' });
      expect(await mail.getAttribute('href')).toBe('mailto:van-phong@stnmt.example');
      await holdToWidth(page, 'a revoked link');
      await page.getByRole('button', { name: entry.another.vi }).click();
      await holdToAxe(page, 'asking for the code');
      const token = desk.ground.cloud.endpoints.links.CCBVMT?.token ?? '';
      const asPrinted = token.toLowerCase().replaceAll(/(.{4})(?=.)/g, '$1-');
      await page.getByLabel(entry.label.vi).fill(asPrinted);
      await page.getByRole('button', { name: entry.submit.vi }).click();
      await page.locator('.row, .card').filter({ hasText: quarterTitle }).first().waitFor();
    });

    it('that has expired says so, and has another one mailed to its unit', async () => {
      const { system, cloud, mailbox } = desk.ground;
      const link = {
        ...{ regime: 'dan-van-2024', holder: { kind: 'unit', unit: 'QLDD' } as const },
        ...{ issuedAt: '2024-01-01T00:00:00Z', expiresAt: '2024-03-01T00:00:00Z' },
      };
      const { token } = await issueLink(system.table, link, system.randomBytes);
      const { page } = await desk.visit(`${cloud.endpoints.portal}/u#${token}`);
      await page.getByRole('heading', { name: linkProblem.expired.vi }).waitFor();
      await holdToAxe(page, 'an expired link');
      const renew = page.getByRole('button', { name: linkProblem.renew.vi });
      // Where the request is lost the button stays, and says so.
      const renewals = '**/api/links/renewal';
      await page.route(renewals, (route) => route.abort());
      await renew.click();
      await page.getByText(linkProblem.failed.vi).waitFor();
      expect(await mailbox.tokenFor('qldd@units.example')).toBeNull();
      await page.unroute(renewals);
      await renew.click();
      await page.getByText(linkProblem.asked.vi).waitFor();
      await renew.waitFor({ state: 'detached' });
      await cloud.idle();
      const mailed = await mailbox.tokenFor('qldd@units.example');
      expect(mailed).not.toBe(token);
      const renewed = await desk.visit(`${cloud.endpoints.portal}/u#${mailed}`);
      await renewed.page.getByText('Phòng Quản lý đất đai').first().waitFor();
    });

    it('of which a part was lost is nobody’s', async () => {
      const { page } = await desk.visit(`${desk.ground.cloud.endpoints.portal}/u#${'0'.repeat(26)}`);
      await page.getByRole('heading', { name: linkProblem.invalid.vi }).waitFor();
    });

    it('works though a mail gateway rewrote its #', async () => {
      const { page: address } = desk.ground.cloud.endpoints.links.QLDD ?? { page: '' };
      const { page } = await desk.visit(address.replace('#', '%23'));
      await page.getByText('Phòng Quản lý đất đai').waitFor();
      expect(new URL(page.url()).pathname).toBe('/u');
    });
  });

  describe('a receipt', () => {
    const receiptOf = async (unit: string) => {
      const upload = (await desk.versionsOf(unit)).at(-1)?.uploadId ?? '';
      return `Q1-2024-${unit}-${upload.slice(-10)}`;
    };

    it('is checked by anybody who holds its number', async () => {
      const number = await receiptOf('QLDD');
      const window = await desk.visit(`${desk.ground.cloud.endpoints.portal}/r`);
      desk.windows.push(window);
      const { page } = window;
      await page.getByRole('heading', { name: receiptCheck.title.vi }).waitFor();
      await page.getByLabel(receiptCheck.label.vi).fill(` ${number.toLowerCase()}`);
      await page.getByRole('button', { name: receiptCheck.submit.vi }).click();
      await page.getByRole('heading', { name: receiptCheck.genuine.vi }).waitFor();
      const sheet = await page.locator('.receipt-sheet').innerText();
      expect(sheet).toContain(number);
      expect(sheet).toContain('Sở Tài nguyên và Môi trường');
      expect(sheet).toContain('Phòng Quản lý đất đai');
      expect(sheet).toMatch(/\b[0-9a-f]{64}\b/);
      expect(sheet).not.toContain('Nông Văn Thắng');
      await holdToAxe(page, 'a genuine receipt');
      await holdToWidth(page, 'a genuine receipt');
      await page.getByRole('button', { name: receiptCheck.another.vi }).click();
      await page.getByLabel(receiptCheck.label.vi).fill('Q1-2024-QLDD-0000000000');
      await page.getByRole('button', { name: receiptCheck.submit.vi }).click();
      await page.getByRole('heading', { name: receiptCheck.unknown.vi }).waitFor();
      await holdToAxe(page, 'an unknown receipt');
    });

    it('leads from the unit’s page to its check, without the link’s secret', async () => {
      const { page } = await desk.open('CN-CLO');
      await page.getByRole('button', { name: /^Xem: Báo cáo quý I\b/ }).click();
      await page
        .locator('.history')
        .getByRole('button', { name: /^Xem kết quả/ })
        .first()
        .click();
      const coming = page.waitForEvent('popup');
      await page.getByRole('link', { name: receipt.open.vi }).click();
      const opened = await coming;
      await opened.getByRole('heading', { name: receiptCheck.genuine.vi }).waitFor();
      expect(await opened.evaluate('[opener, document.referrer, sessionStorage.length].join()')).toBe(',,0');
    });
  });
}

const quarterTitle = 'Q1-2024';
