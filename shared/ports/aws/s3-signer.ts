import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignedDownload, SignedUpload, Signer, UploadRequest } from '../signer.ts';

/** Presigned addresses of a bucket of S3. They end with the session of the role that signed them, too. */
export class S3Signer implements Signer {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async signDownload({ key, contentDisposition, seconds }: SignedDownload): Promise<string> {
    const download = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      // Not kept with the object: S3 takes 2 KB of such headers, and a long Vietnamese name is more.
      ResponseContentDisposition: contentDisposition,
    });
    return getSignedUrl(this.#client, download, { expiresIn: seconds });
  }

  async signUpload({ key, size, sha256, contentType, seconds }: SignedUpload): Promise<UploadRequest> {
    const checksum = Buffer.from(sha256, 'hex').toString('base64');
    const upload = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ContentLength: size,
      ContentType: contentType,
      ChecksumSHA256: checksum,
      IfNoneMatch: '*',
    });
    const url = await getSignedUrl(this.#client, upload, {
      expiresIn: seconds,
      // Left out by the presigner, so that any type would pass.
      signableHeaders: new Set([
        'host',
        'content-length',
        'content-type',
        'if-none-match',
        'x-amz-checksum-sha256',
      ]),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    });
    // No `Content-Length`: whoever sends the body sends it, and a browser lets nobody else.
    return {
      method: 'PUT',
      url,
      headers: { 'Content-Type': contentType, 'x-amz-checksum-sha256': checksum, 'If-None-Match': '*' },
    };
  }

  async uploadOrigin(): Promise<string> {
    const { url } = await this.signUpload({
      key: 'origin',
      size: 1,
      sha256: '00'.repeat(32),
      contentType: 'text/plain',
      seconds: 1,
    });
    return new URL(url).origin;
  }
}
