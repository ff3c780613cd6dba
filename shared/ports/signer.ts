/** Lets a browser reach single objects of the store by itself, for a while; whoever signs must have the right. */

export interface SignedDownload {
  readonly key: string;
  /** The header under which the browser saves it; not kept with the object. */
  readonly contentDisposition: string;
  readonly seconds: number;
}

/** One upload: the store refuses any other key, size, type or content, and every one once the time is over. */
export interface SignedUpload {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly contentType: string;
  readonly seconds: number;
}

/** A form: sent to `url` as multipart/form-data with these fields, and the file last as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Signer {
  /** An address that gives the object, if there is one. */
  signDownload(download: SignedDownload): Promise<string>;
  signUpload(upload: SignedUpload): Promise<UploadForm>;
  /** Where a browser sends the forms; a page's policy has to allow it. */
  uploadOrigin(): Promise<string>;
}
