/**
 * What AWS sets, as its documents said in November 2026. Times are on the slow side of what they name: none was measured in
 * an account.
 */

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html: of one partition, a second. */
export const partition = { read: 3000, written: 1000 };

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html: requests a second of each instance allowed. */
export const requestsOfInstance = 10;

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html: instances at first, and more of them a minute. */
export const queueScaling = { first: 5, moreInMinute: 300 };

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html: so many megabytes bring a whole processor. */
export const megabytesOfProcessor = 1769;

/** Milliseconds of a call, of the services that a policy names: table, files, queues, mail. */
export const callTakes: Readonly<Record<string, number>> = {
  // "Single-digit millisecond": https://aws.amazon.com/dynamodb/
  dynamodb: 9,
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html: 100 to 200 ms for small objects.
  s3: 150,
  sqs: 30,
  ses: 200,
};

/** Milliseconds of these calls, by action, one after the other. */
export function timeOf(calls: Readonly<Record<string, number>>): number {
  return Object.entries(calls).reduce(
    (sum, [action, times]) => sum + times * (callTakes[action.split(':')[0] ?? ''] ?? 0),
    0,
  );
}

/** Milliseconds until a stored file is a message, and until a message wakes a function. */
export const eventTakes = 1000;
export const wakeTakes = 50;

/** Milliseconds of the start of an instance: sandbox, bundle, clients (`npm run bench -- start`). */
export const coldStart = 1500;

/** Milliseconds in which a report travels from the browser, on average: 500 KB at 2 Mbit/s. */
export const transferTakes = 2000;
