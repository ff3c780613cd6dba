import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type Queues, type ReceivedMessage, StaleReceipt } from '../gateway/queues.ts';
import { InvocationFailed } from '../lambda/failures.ts';
import type { RetryWaits } from '../lambda/retry-waits.ts';
import type { MappingPlan } from '../template/plan.ts';

/**
 * How long messages wait for others' work, and how often is looked. Deployed, each function has machines of its own; here
 * what comes after a file's verdict would only keep the next verdict waiting.
 */
export const longestYieldMilliseconds = 2000;
export const lookMilliseconds = 20;
/** Without a batching window Lambda takes ten messages at most. */
const largestBatch = 10;
const BatchResponse = z
  .union([
    z.null(),
    z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() }),
  ])
  .transform((response) => response?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? []);

export interface ConsumerDeps {
  readonly queues: Queues;
  readonly region: string;
  readonly waits: RetryWaits;
  /** Whether others are at work that comes first. */
  readonly yields?: () => boolean;
  invoke(functionName: string, event: SQSEvent): Promise<unknown>;
  onProblem(problem: unknown): void;
}

/**
 * An event source mapping: takes batches from a queue, at most so many at once, and invokes the function with each.
 * What failed becomes visible again; what failed too often, the queue puts into its dead-letter queue.
 */
export class QueueConsumer {
  readonly #mapping: MappingPlan;
  readonly #deps: ConsumerDeps;
  readonly #queue: string;
  readonly #stopListening: () => void;
  #active = 0;
  /** On the scale of performance.now(): since when messages wait for others. */
  #yieldingSince: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #started = false;
  #closed = false;

  constructor(mapping: MappingPlan, deps: ConsumerDeps) {
    this.#mapping = mapping;
    this.#deps = deps;
    this.#queue = deps.queues.nameOf(mapping.queueArn);
    this.#stopListening = deps.queues.onArrival((queue) => {
      if (queue === this.#queue) setImmediate(() => this.#pull());
    });
  }

  /** Begins to take messages; what was in flight when the last run ended is in nobody's hands and comes again. */
  start(): void {
    this.#deps.queues.releaseInFlight(this.#queue);
    this.#started = true;
    this.#pull();
  }

  /** Messages that could be taken at once. */
  get ready(): number {
    return this.#deps.queues.counts(this.#queue).visible;
  }

  get functionName(): string {
    return this.#mapping.functionName;
  }

  /** Messages that are neither done with nor dead. */
  get unfinished(): number {
    const { visible, inFlight, delayed } = this.#deps.queues.counts(this.#queue);
    return visible + inFlight + delayed;
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #pull(): void {
    const { queues } = this.#deps;
    const { batchSize, maximumConcurrency } = this.#mapping;
    while (this.#started && !this.#closed && this.#active < maximumConcurrency) {
      if (this.#yields()) return;
      const batch = queues.receive(this.#queue, { max: Math.min(batchSize, largestBatch) });
      if (batch.length === 0) {
        this.#yieldingSince = undefined;
        this.#sleep();
        return;
      }
      void this.#handle(batch);
    }
  }

  /** True where others come first; then it looks again in a moment. Whoever has waited long enough goes on to the last. */
  #yields(): boolean {
    if (!this.#deps.yields?.() || this.ready === 0) return false;
    const now = performance.now();
    this.#yieldingSince ??= now;
    if (now - this.#yieldingSince >= longestYieldMilliseconds) return false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pull(), lookMilliseconds);
    return true;
  }

  /** Until the next message becomes visible; a new one notifies. */
  #sleep(): void {
    clearTimeout(this.#timer);
    const at = this.#deps.queues.nextVisibleAt(this.#queue);
    if (at === undefined) return;
    this.#timer = setTimeout(() => this.#pull(), Math.max(1, at - Date.now()));
  }

  async #handle(batch: readonly ReceivedMessage[]): Promise<void> {
    this.#active += 1;
    try {
      const failed = await this.#failuresOf(batch);
      if (this.#closed) return;
      for (const message of batch) this.#conclude(message, failed.has(message.messageId));
    } catch (problem) {
      // Not the function's failure but ours: the messages come again when their visibility ends.
      this.#deps.onProblem(problem);
    } finally {
      this.#active -= 1;
      this.#pull();
    }
  }

  /** Ids of the messages that must come again. */
  async #failuresOf(batch: readonly ReceivedMessage[]): Promise<ReadonlySet<string>> {
    const all = new Set(batch.map(({ messageId }) => messageId));
    try {
      const event = { Records: batch.map((message) => this.#record(message)) };
      const answer = await this.#deps.invoke(this.#mapping.functionName, event);
      if (!this.#mapping.reportBatchItemFailures) return new Set();
      const parsed = BatchResponse.safeParse(answer);
      // As on AWS, an answer that is no such list, or names a stranger, brings the whole batch back.
      return parsed.success && parsed.data.every((id) => all.has(id)) ? new Set(parsed.data) : all;
    } catch (error) {
      if (error instanceof InvocationFailed) return all;
      throw error;
    }
  }

  #conclude(message: ReceivedMessage, failed: boolean): void {
    if (failed) void this.#comeAgain(message);
    else this.#deps.queues.delete(this.#queue, message.receiptHandle);
  }

  /** Lambda leaves a failed message alone: it is seen again when its visibility time-out has passed. */
  async #comeAgain({ receiptHandle }: ReceivedMessage): Promise<void> {
    const { queues, waits, onProblem } = this.#deps;
    await waits.wait(queues.config(this.#queue).visibilityTimeout ?? 30);
    try {
      queues.changeVisibility(this.#queue, receiptHandle, 0);
    } catch (problem) {
      // By wall time it was visible already, and somebody has it.
      if (!(problem instanceof StaleReceipt)) onProblem(problem);
    }
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
  #record(message: ReceivedMessage): SQSRecord {
    return {
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
        SentTimestamp: String(message.sentAt),
        SenderId: 'local',
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.messageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            dataType: DataType,
            ...(StringValue === undefined ? {} : { stringValue: StringValue }),
            ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
          },
        ]),
      ),
      md5OfBody: createHash('md5').update(message.body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: this.#mapping.queueArn,
      awsRegion: this.#deps.region,
    };
  }
}
