/** A queue whose messages only point at what to do: one that is lost or comes twice does no harm. */
export interface Queue {
  /** Text of at least one letter, at most 1 MB. */
  send(body: string, options?: SendOptions): Promise<void>;
}

export interface SendOptions {
  /** Whose message it is: where one group's are many, the others' are handed out first. 1 to 128 printable ASCII letters. */
  readonly group?: string | undefined;
  /** Until then nobody is handed the message; at most 900. */
  readonly delaySeconds?: number | undefined;
}
