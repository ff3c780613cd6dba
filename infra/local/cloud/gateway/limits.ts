/** Largest body of a request that is no S3 upload: ten mebibytes of mail, in base64, percent-encoded. */
export const MAX_SMALL_BODY = 16 * 1024 * 1024;
