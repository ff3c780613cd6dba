import { describe, expect, it } from 'vitest';
import { apiVersion } from '../../../../functions/portal/contract/version.ts';
import {
  ApiRefused,
  createApi,
  NetworkLost,
  UnexpectedAnswer,
} from '../../../../functions/portal/page/api.ts';
import type { Language } from '../../../../shared/vocabulary/text.ts';

const duty = {
  period: 'Q1-2024',
  title: 'Báo cáo quý I',
  kind: 'periodic',
  status: 'missing',
  due: '2024-03-18T23:59:59+07:00',
  rule: 'by',
  ruleText: 'Chậm nhất hết ngày 18/03/2024.',
};

/** An answer as the portal gives it, of the version that this page was built with. */
const told = (body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { headers: { 'Api-Version': apiVersion, ...headers } });

function answering(answer: () => Response | Promise<Response>, language: () => Language = () => 'vi') {
  const asked: { path: string; init: RequestInit }[] = [];
  const api = createApi('TOKEN', language, async (path, init = {}) => {
    asked.push({ path: String(path), init });
    return answer();
  });
  return { api, asked };
}

describe("the portal's API", () => {
  it('is asked with the token in a header and never in the address', async () => {
    let language: Language = 'vi';
    const { api, asked } = answering(
      () => told([]),
      () => language,
    );
    await api.duties();
    language = 'en';
    await api.duties();
    expect(asked.map(({ path }) => path)).toEqual(['/api/duties', '/api/duties']);
    expect(asked[0]?.init.headers).toMatchObject({ Authorization: 'Bearer TOKEN', 'Accept-Language': 'vi' });
    expect(asked[1]?.init.headers).toMatchObject({ 'Accept-Language': 'en' });
  });

  it("gives the duties, the unit's name, whom to ask and the server's clock", async () => {
    const headers = {
      'X-Unit-Name': encodeURIComponent('Chi cục Bảo vệ môi trường'),
      'X-Office': encodeURIComponent('Văn phòng Sở, 0205 3 812 345'),
      Date: 'Fri, 15 Mar 2024 02:00:00 GMT',
    };
    const { api } = answering(() => told([duty], headers));
    expect(await api.duties()).toEqual({
      duties: [duty],
      unitName: 'Chi cục Bảo vệ môi trường',
      office: 'Văn phòng Sở, 0205 3 812 345',
      now: Date.parse('2024-03-15T09:00:00+07:00'),
    });
  });

  it('opening the page only reads: what writes is a POST that somebody asked for', async () => {
    const { api, asked } = answering(() => told([]));
    await api.duties();
    await api.declareNil('Q1 2024', 'không có');
    expect(asked.map(({ init }) => init.method)).toEqual(['GET', 'POST']);
    expect(asked[1]).toMatchObject({
      path: '/api/duties/Q1%202024/nil',
      init: { body: '{"reason":"không có"}' },
    });
  });

  it("passes on a refusal in the server's words, and knows when the link itself is refused", async () => {
    const refusing = (status: number, code: string) =>
      answering(() => Response.json({ code, message: 'Lý do.' }, { status })).api.duties();
    await expect(refusing(401, 'LINK_EXPIRED')).rejects.toMatchObject({
      message: 'Lý do.',
      isLinkProblem: true,
    });
    await expect(refusing(409, 'PERIOD_CLOSED')).rejects.toMatchObject({
      isLinkProblem: false,
      outcome: 'reject',
    });
    await expect(refusing(503, 'BUSY')).rejects.toMatchObject({ outcome: 'retry' });
  });

  it('makes an error of its own where a gateway refuses without the agreed words', async () => {
    const { api } = answering(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(api.duties()).rejects.toSatisfy(
      (error) => error instanceof ApiRefused && error.code === 'HTTP_502' && error.outcome === 'retry',
    );
  });

  it('tells a lost network from an answer it does not understand', async () => {
    const lost = answering(() => Promise.reject(new TypeError('Failed to fetch'))).api;
    await expect(lost.duties()).rejects.toBeInstanceOf(NetworkLost);
    const other = answering(() => told({ message: 'Welcome to this hotel.' })).api;
    await expect(other.duties()).rejects.toBeInstanceOf(UnexpectedAnswer);
    await expect(other.duty('Q1-2024')).rejects.toBeInstanceOf(UnexpectedAnswer);
    await expect(other.fileOf('01', 'file')).rejects.toBeInstanceOf(UnexpectedAnswer);
    const html = answering(() => new Response('<html>')).api;
    await expect(html.duties()).rejects.toBeInstanceOf(UnexpectedAnswer);
  });

  it('does not take an answer of another version, nor one of somebody else, for its own', async () => {
    const newer = answering(() => told([{ ...duty, status: 'maybe' }], { 'Api-Version': '0' })).api;
    await expect(newer.duties()).rejects.toBeInstanceOf(UnexpectedAnswer);
    const gateway = answering(() => Response.json([])).api;
    await expect(gateway.duties()).rejects.toBeInstanceOf(UnexpectedAnswer);
  });

  it('names a downloaded form as the server does, diacritics included', async () => {
    const disposition = `attachment; filename="bieu-mau.xlsx"; filename*=UTF-8''${encodeURIComponent('Biểu mẫu quý I.xlsx')}`;
    const { api } = answering(() => new Response('x', { headers: { 'Content-Disposition': disposition } }));
    expect((await api.form('Q1-2024', 'xlsx')).fileName).toBe('Biểu mẫu quý I.xlsx');
    const bare = answering(() => new Response('x')).api;
    expect((await bare.form('Q1-2024', 'docx')).fileName).toBe('Q1-2024.docx');
  });
});
