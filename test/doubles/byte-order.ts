/** The order of the texts' UTF-8 bytes, in which DynamoDB and S3 keep keys; for `sort`. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
