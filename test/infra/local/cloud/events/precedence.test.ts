import { expect, it } from 'vitest';
import { precedenceOf } from '../../../../../infra/local/cloud/events/precedence.ts';
import type { FunctionPlan } from '../../../../../infra/local/cloud/template/plan.ts';

const files = 'arn:aws:sqs:ap-southeast-1:000000000000:files';
const mails = 'arn:aws:sqs:ap-southeast-1:000000000000:mails';
const sends = (name: string, ...queues: readonly string[]) =>
  ({
    name,
    statements: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: queues }],
  }) as unknown as FunctionPlan;
const feeds = (queueArn: string, functionName: string) => ({
  ...{ queueArn, functionName, batchSize: 1, maximumConcurrency: 2, reportBatchItemFailures: true },
});
const plan = {
  functions: [sends('portal', mails, files), sends('ingest', mails, files), sends('deliver', mails)],
  mappings: [feeds(files, 'ingest'), feeds(mails, 'deliver')],
  api: { id: 'api', routes: new Map([['$default', 'portal']]) },
};

it('mails wait for the files they follow from, and for whoever asks about these', () => {
  expect(precedenceOf(plan, feeds(mails, 'deliver'))).toEqual(['ingest', 'portal']);
});

it('a file waits for nobody, whoever stands at the door', () => {
  expect(precedenceOf(plan, feeds(files, 'ingest'))).toEqual([]);
});
