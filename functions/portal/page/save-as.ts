/** A file that the page holds. */
export interface HeldFile {
  readonly blob: Blob;
  readonly fileName: string;
}

/** Hands it to the browser, to be kept on the device. */
export function saveAs({ blob, fileName }: HeldFile): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  // Safari reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
