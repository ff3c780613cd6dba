import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignedDownload, SignedUpload, Signer, UploadForm } from '../signer.ts';

/** Presigned addresses and forms of a bucket of S3. They end with the session of the role that signed them, too. */
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

  async signUpload({ key, size, sha256, contentType, seconds }: SignedUpload): Promise<UploadForm> {
    const pinned = {
      'Content-Type': contentType,
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
    };
    return createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: key,
      Fields: pinned,
      Conditions: [
        ['content-length-range', size, size],
        ...Object.entries(pinned).map(([name, value]) => ({ [name]: value })),
      ],
      Expires: seconds,
    });
  }

  async uploadOrigin(): Promise<string> {
    const { url } = await createPresignedPost(this.#client, { Bucket: this.#bucket, Key: 'origin' });
    return new URL(url).origin;
  }
}
