/** A queue whose messages only point at what to do: one that is lost or comes twice does no harm. */
export interface Queue {
  /** Text of at least one letter, at most 1 MB. */
  send(body: string): Promise<void>;
}
