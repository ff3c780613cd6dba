/** One mail before it becomes MIME: what the builders of this room return. */
export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  /** One address, never a list: a malformed address then spoils nobody else's mail. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/**
 * Bytes of all attachments before encoding. SES takes 10 MB after base64, which adds 37 % with its line ends;
 * the text and its head need the rest. https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 */
export const attachmentLimit = 7_000_000;

/** Whether attachments of these sizes (bytes) may travel in a mail; if not, links go in their place. */
export function fitsInMail(sizes: readonly number[]): boolean {
  return sizes.reduce((sum, size) => sum + size, 0) <= attachmentLimit;
}
