/** Lets a browser reach single objects of the store by itself, for a while; whoever signs must have the right. */

export interface SignedDownload {
  readonly key: string;
  /** The header under which the browser saves it; not kept with the object. */
  readonly contentDisposition: string;
  readonly seconds: number;
}

/**
 * One upload: the store refuses any other key, size, type or content, every one once the time is over, and every one
 * after the first.
 */
export interface SignedUpload {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly contentType: string;
  readonly seconds: number;
}

/** How the file is sent: its bytes as the body, and these headers as they are. A second time is answered by 412. */
export interface UploadRequest {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Signer {
  /** An address that gives the object, if there is one. */
  signDownload(download: SignedDownload): Promise<string>;
  signUpload(upload: SignedUpload): Promise<UploadRequest>;
  /** Where a browser sends the files; a page's policy has to allow it. */
  uploadOrigin(): Promise<string>;
}
