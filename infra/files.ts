import { Duration, aws_iam as iam, RemovalPolicy, Stack, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Acknowledgement, Binding } from './binding.ts';

/**
 * The bucket's folders: uploaded files, their annotated copies, what was read in them, the regimes, the summaries, and
 * what the office signed.
 */
export type Folder = 'annotated' | 'inbox' | 'issued' | 'regimes' | 'results' | 'runs';

export interface Access {
  readonly read: readonly Folder[];
  readonly write: readonly Folder[];
}

export interface FilesProps {
  /** Origins of the page that uploads and downloads in the browser. */
  readonly pageOrigins: readonly string[];
  /** A bucket of an earlier stack, by name, or null for one of this stack's own. */
  readonly kept: string | null;
}

/** How long an upload's signature lives, and a little for clocks that differ. */
const oldestSignature = Duration.minutes(60 + 5);

/** Every file that ever arrived and everything made of it; nothing here is ever deleted. */
export class Files extends Construct {
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, id: string, { pageOrigins, kept }: FilesProps) {
    super(scope, id);
    this.bucket = kept === null ? (this.made(pageOrigins) as s3.IBucket) : this.taken(kept);
  }

  private made(pageOrigins: readonly string[]): s3.Bucket {
    const accessLog = new s3.Bucket(this, 'AccessLog', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const bucket = new s3.Bucket(this, 'Bucket', {
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      serverAccessLogsBucket: accessLog as s3.IBucket,
      cors: [
        {
          allowedOrigins: [...pageOrigins],
          allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.GET],
          allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
          maxAge: 3000,
        },
      ],
      // No rule expires a version: what came into inbox/ stays, whatever is stored over it. An upload that breaks off
      // leaves nothing, but a multipart upload by hand would leave unseen parts, which are billed.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
    bucket.addToResourcePolicy(noOldSignature(bucket as s3.IBucket));
    reportToEventBridge(bucket);
    return bucket;
  }

  /** It stays as its stack left it, but for the policy, which went with that stack. */
  private taken(name: string): s3.IBucket {
    const bucket = s3.Bucket.fromBucketName(this, 'Bucket', name);
    const policy = new s3.BucketPolicy(this, 'Policy', { bucket });
    policy.document.addStatements(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:*'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      noOldSignature(bucket),
    );
    return bucket;
  }

  /** The bucket's name, with the right to read and write in these folders and no others. */
  usedFor(access: Access): Binding {
    const objects = (folders: readonly Folder[]) =>
      folders.map((folder) => this.bucket.arnForObjects(`${folder}/*`));
    const permissions = [
      new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: objects(access.read) }),
      // Everything is written once: without If-None-Match nobody writes at all.
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
      new iam.PolicyStatement({
        actions: ['s3:PutObject'],
        resources: objects(access.write),
        conditions: { Null: { 's3:if-none-match': 'false' } },
      }),
      // Without it a missing object answers 403 and not 404, as if a permission were wrong:
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
      new iam.PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
      }),
    ];
    const folders = new Set([...access.read, ...access.write]);
    return {
      value: this.bucket.bucketName,
      permissions,
      acknowledgements: [...folders].map((folder) => this.wholeFolder(folder)),
    };
  }

  /** Each upload has a key of its own, so the folder is the finest thing a role can name. */
  private wholeFolder(folder: Folder): Acknowledgement {
    const element = this.bucket.node.defaultChild;
    const arn =
      element instanceof s3.CfnBucket
        ? `<${Stack.of(this).getLogicalId(element)}.Arn>`
        : `arn:<AWS::Partition>:s3:::${this.bucket.bucketName}`;
    return {
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::${arn}/${folder}/*]`,
      reason: `Keys in ${folder}/ are generated, so they cannot be named; the permission ends at the folder.`,
    };
  }
}

function noOldSignature(bucket: s3.IBucket): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:*'],
    resources: [bucket.arnForObjects('*')],
    conditions: { NumericGreaterThan: { 's3:signatureAge': oldestSignature.toMilliseconds() } },
  });
}

/** The property of the second-level construct would add a custom resource with a function of its own. */
function reportToEventBridge(bucket: s3.Bucket): void {
  const element = bucket.node.defaultChild as s3.CfnBucket;
  element.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
