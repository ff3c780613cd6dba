import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mailClient, SesMailer } from '../../../../shared/ports/aws/ses-mailer.ts';
import { MailRefused, SendingAmbiguous, SendingThrottled } from '../../../../shared/ports/mailer.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A stand-in for SES on a port of its own; counts what it is asked. */
async function ses(answer: RequestListener) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      answer(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { asked, mailer: mailerAt(port) };
}

function mailerAt(port: number) {
  const client = mailClient({
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
  });
  return new SesMailer(client, 'unit-reports');
}

const mail = {
  raw: Buffer.from('Subject: x\r\n\r\ny'),
  from: 'Văn phòng Sở <bao-cao@stnmt.example>',
  to: 'vps@units.example',
};

const refusing =
  (status: number, code: string, message = 'no'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    );
  };

const accepting: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    '<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
  );
};

describe('sending', () => {
  it('hands the bytes over once, to one recipient, and gives SES’s id back', async () => {
    const { asked, mailer } = await ses(accepting);
    expect(await mailer.send(mail)).toBe('m-1');
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      Action: 'SendRawEmail',
      Source: 'bao-cao@stnmt.example',
      'Destinations.member.1': 'vps@units.example',
      ConfigurationSetName: 'unit-reports',
      'RawMessage.Data': Buffer.from(mail.raw).toString('base64'),
    });
    expect(asked[0]?.has('Destinations.member.2')).toBe(false);
  });

  it.each(['Throttling', 'ThrottlingException'])('is throttled by %s', async (code) => {
    const { asked, mailer } = await ses(refusing(400, code, 'Maximum sending rate exceeded.'));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingThrottled);
    expect(asked).toHaveLength(1);
  });

  it.each(['MessageRejected', 'InvalidParameterValue'])('is refused by %s', async (code) => {
    const { mailer } = await ses(refusing(400, code, 'Address is not valid'));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
  });

  it('is ambiguous after a time-out, and is not repeated behind the outbox’s back', async () => {
    const { asked, mailer } = await ses(() => undefined);
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingAmbiguous);
    expect(asked).toHaveLength(1);
  });

  it('is ambiguous when the connection breaks before the answer', async () => {
    const { asked, mailer } = await ses((request) => request.socket.destroy());
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingAmbiguous);
    expect(asked).toHaveLength(1);
  });

  it('is ambiguous when SES fails inside', async () => {
    const { mailer } = await ses(refusing(500, 'InternalFailure'));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingAmbiguous);
  });

  it('is ambiguous when an answer of success cannot be read', async () => {
    const { mailer } = await ses((_, response) => {
      response.writeHead(200);
      response.end('<SendRawEmailResponse><SendRaw');
    });
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(SendingAmbiguous);
  });

  it.each(['AccessDenied', 'MailFromDomainNotVerifiedException', 'AccountSendingPausedException'])(
    'passes %s as it is: the account is at fault, not the mail',
    async (code) => {
      const { mailer } = await ses(refusing(400, code));
      const failure = await mailer.send(mail).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(MailRefused);
      expect(failure).not.toBeInstanceOf(SendingThrottled);
      expect(failure).not.toBeInstanceOf(SendingAmbiguous);
    },
  );

  it('passes a connection that was never made as it is: nothing was sent', async () => {
    const failure = await mailerAt(1)
      .send(mail)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'ECONNREFUSED' });
    expect(failure).not.toBeInstanceOf(SendingAmbiguous);
  });
});

describe('the quota', () => {
  const quota =
    (daily: string): RequestListener =>
    (_, response) => {
      response.writeHead(200);
      response.end(
        `<GetSendQuotaResponse><GetSendQuotaResult><Max24HourSend>${daily}</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>180.0</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`,
      );
    };

  it('is read from the account', async () => {
    const { mailer } = await ses(quota('200.0'));
    expect(await mailer.quota()).toEqual({ perSecond: 14, left: 20 });
  });

  it('has no daily end where SES says -1', async () => {
    const { mailer } = await ses(quota('-1.0'));
    expect(await mailer.quota()).toEqual({ perSecond: 14, left: Number.POSITIVE_INFINITY });
  });
});
